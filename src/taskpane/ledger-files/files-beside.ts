import type { BytesOrder, LedgerBytes } from '../../app/runner/ledger-bytes';
import { FilePieces, type FilePiece, type OpenedFile, type OpenOrder } from '../../app/runner/opened-file';
import { Beside, hired, type Hire } from '../beside';

/** What the worker of the ledger's file is asked for. */
export type FilesOrder =
  | { readonly kind: 'open'; readonly order: OpenOrder }
  | { readonly kind: 'make'; readonly order: BytesOrder }
  | { readonly kind: 'prepare' };

/** `null` where it could not be done. */
export type FilesMessage =
  FilePiece | { readonly kind: 'made'; readonly made: LedgerBytes } | { readonly kind: 'prepared' } | null;

export type HireForFiles = Hire<FilesOrder, FilesMessage>;

/**
 * Ledger files, opened and made beside the page, so that the page stays free. One worker does both, so that what it has read it
 * need not read again. What cannot be done there is done here: either there are no workers, or what is wrong with the file
 * or the ledger is met again and said.
 */
export class FilesBeside {
  private readonly beside: Beside<FilesOrder, FilesMessage>;

  constructor(hire: HireForFiles = hireWorker) {
    this.beside = new Beside(hire);
  }

  /** Has the worker load what opening and making take: a clerk is about to. */
  async prepare(): Promise<void> {
    await this.beside.ask({ kind: 'prepare' }, (message) => message);
  }

  /** It is there as soon as the ledger can be shown. @throws WorkbookFileError, LedgerFormatError */
  async open(order: OpenOrder): Promise<OpenedFile> {
    const pieces = new FilePieces();
    let tellReady: (opened: OpenedFile) => void = () => undefined;
    const ready = new Promise<OpenedFile>((resolve) => {
      tellReady = resolve;
    });
    const whole = this.beside
      .ask({ kind: 'open', order }, (message) => {
        if (message === null || message.kind === 'made' || message.kind === 'prepared') return null;
        if (message.kind === 'ready') tellReady(pieces.soFar());
        return pieces.take(message);
      })
      .then((opened) => opened ?? openHere(order));
    const first = await Promise.race([
      ready.then((opened) => ({ opened })),
      whole.then((opened) => ({ opened, isWhole: true })),
    ]);
    if ('isWhole' in first) return first.opened;
    return { ...first.opened, onItsWay: whole.then(({ source }) => source) };
  }

  /** @throws WorkbookFileError, LedgerFormatError */
  async make(order: BytesOrder): Promise<LedgerBytes> {
    const made = await this.beside.ask({ kind: 'make', order }, (message) =>
      message?.kind === 'made' ? message.made : null,
    );
    return made ?? makeHere(order);
  }
}

async function openHere(order: OpenOrder): Promise<OpenedFile> {
  const { openLedgerFile } = await import('../../app/runner/opened-file');
  return openLedgerFile(order);
}

async function makeHere(order: BytesOrder): Promise<LedgerBytes> {
  const { ledgerBytes } = await import('../../app/runner/ledger-bytes');
  return ledgerBytes(order);
}

const hireWorker: HireForFiles = (heard, died) =>
  hired(
    new Worker(/* webpackChunkName: "ledger-worker" */ new URL('./ledger-files-worker.ts', import.meta.url)),
    heard,
    died,
  );
