import { FilePieces, type FilePiece, type OpenedFile, type OpenOrder } from '../../app/runner/opened-file';
import { doneBeside, hired, type Hire } from '../beside';

/** `null` where the file could not be opened. */
export type HireForFile = Hire<OpenOrder, FilePiece | null>;

/**
 * A ledger file, read beside the page, so that the page stays free; it is there as soon as the ledger can be shown. Where that fails
 * it is read here: either there are no workers, or what is wrong with the file is met again and said.
 * @throws WorkbookFileError, LedgerFormatError
 */
export async function fileBeside(order: OpenOrder, hire: HireForFile = hireWorker): Promise<OpenedFile> {
  const pieces = new FilePieces();
  let tellReady: (opened: OpenedFile) => void = () => undefined;
  const ready = new Promise<OpenedFile>((resolve) => {
    tellReady = resolve;
  });
  const whole = doneBeside(order, hire, (piece) => {
    if (piece?.kind === 'ready') tellReady(pieces.soFar());
    return piece === null ? null : pieces.take(piece);
  }).then((opened) => opened ?? readHere(order));
  const first = await Promise.race([
    ready.then((opened) => ({ opened })),
    whole.then((opened) => ({ opened, isWhole: true })),
  ]);
  if ('isWhole' in first) return first.opened;
  return { ...first.opened, onItsWay: whole.then(({ source }) => source) };
}

async function readHere(order: OpenOrder): Promise<OpenedFile> {
  const { openLedgerFile } = await import('../../app/runner/opened-file');
  return openLedgerFile(order);
}

const hireWorker: HireForFile = (heard, died) =>
  hired(
    new Worker(/* webpackChunkName: "opening-worker" */ new URL('./opening-worker.ts', import.meta.url)),
    heard,
    died,
  );
