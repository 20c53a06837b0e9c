import { FilePieces, type FilePiece, type OpenedFile, type OpenOrder } from '../../app/runner/opened-file';
import { doneBeside, hired, type Hire } from '../beside';

/** `null` where the file could not be opened. */
export type HireForFile = Hire<OpenOrder, FilePiece | null>;

/**
 * A ledger file, read beside the page, so that the page stays free. Where that fails it is read here: either there are no workers,
 * or what is wrong with the file is met again and said.
 * @throws WorkbookFileError, LedgerFormatError
 */
export async function fileBeside(order: OpenOrder, hire: HireForFile = hireWorker): Promise<OpenedFile> {
  const pieces = new FilePieces();
  const opened = await doneBeside(order, hire, (piece) => (piece === null ? null : pieces.take(piece)));
  if (opened !== null) return opened;
  const { openLedgerFile } = await import('../../app/runner/opened-file');
  return openLedgerFile(order);
}

const hireWorker: HireForFile = (heard, died) =>
  hired(
    new Worker(/* webpackChunkName: "opening-worker" */ new URL('./opening-worker.ts', import.meta.url)),
    heard,
    died,
  );
