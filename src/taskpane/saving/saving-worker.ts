import '../webview-arrays';
import { useCompression as packBy } from '../../hosts/file/packing/compression';
import { streamCompression } from './stream-compression';
import { ledgerBytes, type BytesOrder, type LedgerBytes } from '../../app/runner/ledger-bytes';

/**
 * The part of a worker's global scope that is used here: TypeScript cannot load the types of a page and of a worker
 * together.
 */
interface WorkerScope {
  postMessage(answer: LedgerBytes | null, handedOver?: readonly ArrayBufferLike[]): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<BytesOrder>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
packBy(streamCompression());

/** A fault has its sentence where the ledger is: whoever asked meets it there. */
scope.addEventListener('message', ({ data }) => {
  ledgerBytes(data).then(
    (made) => scope.postMessage(made, [made.bytes.buffer]),
    () => scope.postMessage(null),
  );
});
