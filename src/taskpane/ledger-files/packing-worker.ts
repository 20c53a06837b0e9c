import type { PackedBytes } from '../../hosts/file/packing/compression';
import type { WorkerScope } from '../beside';
import { packedByStream } from './stream-compression';

const scope = globalThis as unknown as WorkerScope<Uint8Array, PackedBytes | null>;

scope.addEventListener('message', ({ data: { number, value } }) => {
  packedByStream(value).then(
    (packed) => scope.postMessage({ number, value: packed }, [packed.data.buffer]),
    () => scope.postMessage({ number, value: null }),
  );
});
