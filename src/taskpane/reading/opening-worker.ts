import '../webview-arrays';
import { openInPieces, ROWS_AT_ONCE, type FilePiece, type OpenOrder } from '../../app/runner/opened-file';

/**
 * The part of a worker's global scope that is used here: TypeScript cannot load the types of a page and of a worker
 * together.
 */
interface WorkerScope {
  postMessage(answer: FilePiece | null): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<OpenOrder>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

/** The page, on which the ledger is shown by then, draws a frame between two full pieces. */
const PACE_MS = 16;

async function send(order: OpenOrder): Promise<void> {
  let isShown = false;
  for (const piece of openInPieces(order)) {
    scope.postMessage(piece);
    if (piece.kind === 'ready') isShown = true;
    const isFull = piece.kind === 'rows' && piece.rows.length === ROWS_AT_ONCE;
    if (isShown && isFull) await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}

/** A fault has its sentence on the page: whoever asked meets it there. */
scope.addEventListener('message', ({ data }) => {
  send(data).catch(() => scope.postMessage(null));
});
