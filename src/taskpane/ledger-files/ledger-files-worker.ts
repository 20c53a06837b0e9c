import '../webview-arrays';
import { LedgerFiles } from '../../app/runner/ledger-files';
import { useCompression as packBy } from '../../hosts/file/packing/compression';
import type { WorkerScope } from '../beside';
import type { FilesMessage, FilesOrder } from './files-beside';
import { FilesOrders } from './files-orders';
import { inflatedAhead } from './inflate-ahead';
import { packingBeside } from './packing-beside';

const FRAME_MS = 16;

const scope = globalThis as unknown as WorkerScope<FilesOrder, FilesMessage>;
const packing = packingBeside();
packBy(packing);

const orders = new FilesOrders(new LedgerFiles(), {
  unpackAhead: async (bytes) => packBy({ ...packing, inflate: await inflatedAhead(bytes) }),
  frame: () => new Promise((resolve) => setTimeout(resolve, FRAME_MS)),
});

scope.addEventListener('message', ({ data: { number, value } }) => {
  void orders.carryOut(value, (message) => scope.postMessage({ number, value: message }));
});
