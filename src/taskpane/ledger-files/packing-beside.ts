import { PLAIN_COMPRESSION, type Compression, type PackedBytes } from '../../hosts/file/packing/compression';
import { Beside, hired, type Hire } from '../beside';
import { packedByStream } from './stream-compression';

/** `null` where they could not be packed. */
export type HireForPacking = Hire<Uint8Array, PackedBytes | null>;

/** One packs while the parts are made; once they are, a core is free for another. */
const WORKERS = 2;

/** Packs parts in workers of its own, while the one that makes them goes on; here where there are none. */
export function packingBeside(hire: HireForPacking = hireWorker): Compression {
  const workers = Array.from({ length: WORKERS }, () => ({ beside: new Beside(hire), bytes: 0 }));
  const packAside = async (bytes: Uint8Array): Promise<PackedBytes> => {
    const free = workers.reduce((one, other) => (other.bytes < one.bytes ? other : one));
    free.bytes += bytes.length;
    const packed = await free.beside.ask(bytes, (answer) => answer);
    free.bytes -= bytes.length;
    return packed ?? packedByStream(bytes);
  };
  return { ...PLAIN_COMPRESSION, packAside };
}

const hireWorker: HireForPacking = (heard, died) =>
  hired(
    new Worker(/* webpackChunkName: "packing-worker" */ new URL('./packing-worker.ts', import.meta.url)),
    heard,
    died,
  );
