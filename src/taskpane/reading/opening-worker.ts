import '../webview-arrays';
import { openInPieces, type FilePiece, type OpenOrder } from '../../app/runner/opened-file';

/**
 * The part of a worker's global scope that is used here: TypeScript cannot load the types of a page and of a worker
 * together.
 */
interface WorkerScope {
  postMessage(answer: FilePiece | null): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<OpenOrder>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

/** A fault has its sentence on the page: whoever asked meets it there. */
scope.addEventListener('message', ({ data }) => {
  try {
    for (const piece of openInPieces(data)) scope.postMessage(piece);
  } catch {
    scope.postMessage(null);
  }
});
