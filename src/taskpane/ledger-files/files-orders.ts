import type { LedgerFiles } from '../../app/runner/ledger-files';
import { ROWS_AT_ONCE, type OpenOrder } from '../../app/runner/opened-file';
import type { FilesMessage, FilesOrder } from './files-beside';

/** What carrying out orders asks of the worker that does it. */
export interface FilesWorker {
  /** Unpacks what takes longest of a file, before it is read. */
  readonly unpackAhead: (bytes: Uint8Array) => Promise<void>;
  /** Until the page has drawn a frame. */
  readonly frame: () => Promise<void>;
}

type Send = (message: FilesMessage) => void;

/** The orders of a page: files are opened and made one after the other, what that takes is loaded beside it. */
export class FilesOrders {
  /** Not done yet: where another waits, nobody looks at what is opened piece by piece. */
  private waiting = 0;
  private done = Promise.resolve();

  constructor(
    private readonly files: Pick<LedgerFiles, 'open' | 'make' | 'prepare'>,
    private readonly worker: FilesWorker,
  ) {}

  /** A fault has its sentence on the page: whoever asked meets it there. */
  async carryOut(order: FilesOrder, send: Send): Promise<void> {
    try {
      if (order.kind === 'prepare') {
        await this.files.prepare();
        send({ kind: 'prepared' });
      } else await this.inTurn(order, send);
    } catch {
      send(null);
    }
  }

  private inTurn(order: Exclude<FilesOrder, { readonly kind: 'prepare' }>, send: Send): Promise<void> {
    this.waiting += 1;
    const before = this.done;
    const act = async (): Promise<void> => {
      await before;
      try {
        if (order.kind === 'open') await this.open(order.order, send);
        else send({ kind: 'made', made: await this.files.make(order.order) });
      } finally {
        this.waiting -= 1;
      }
    };
    const acted = act();
    this.done = acted.catch(() => undefined);
    return acted;
  }

  /** The page, on which the ledger is shown by then, draws a frame between two full pieces. */
  private async open(order: OpenOrder, send: Send): Promise<void> {
    await this.worker.unpackAhead(order.bytes);
    let isShown = false;
    for (const piece of this.files.open(order)) {
      send(piece);
      if (piece.kind === 'ready') isShown = true;
      const isFull = piece.kind === 'rows' && piece.rows.rows.length === ROWS_AT_ONCE;
      if (isShown && isFull && this.waiting === 1) await this.worker.frame();
    }
  }
}
