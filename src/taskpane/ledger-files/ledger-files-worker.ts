import '../webview-arrays';
import { LedgerFiles } from '../../app/runner/ledger-files';
import { ROWS_AT_ONCE, type OpenOrder } from '../../app/runner/opened-file';
import { useCompression as packBy } from '../../hosts/file/packing/compression';
import type { WorkerScope } from '../beside';
import type { FilesMessage, FilesOrder } from './files-beside';
import { inflatedAhead } from './inflate-ahead';
import { packingBeside } from './packing-beside';

const scope = globalThis as unknown as WorkerScope<FilesOrder, FilesMessage>;
const files = new LedgerFiles();
const packing = packingBeside();
packBy(packing);

/** The page, on which the ledger is shown by then, draws a frame between two full pieces. */
const PACE_MS = 16;
/** Orders that are not done yet: where another waits, nobody looks at what is opened piece by piece. */
let waiting = 0;
let done = Promise.resolve();

async function open(order: OpenOrder, send: (message: FilesMessage) => void): Promise<void> {
  packBy({ ...packing, inflate: await inflatedAhead(order.bytes) });
  let isShown = false;
  for (const piece of files.open(order)) {
    send(piece);
    if (piece.kind === 'ready') isShown = true;
    const isFull = piece.kind === 'rows' && piece.rows.rows.length === ROWS_AT_ONCE;
    if (isShown && isFull && waiting === 1) await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}

async function carryOut(order: FilesOrder, send: (message: FilesMessage) => void): Promise<void> {
  if (order.kind === 'open') await open(order.order, send);
  else if (order.kind === 'make') send({ kind: 'made', made: await files.make(order.order) });
  else {
    await files.prepare();
    send({ kind: 'prepared' });
  }
}

/** One after the other. A fault has its sentence on the page: whoever asked meets it there. */
scope.addEventListener('message', ({ data: { number, value: order } }) => {
  const send = (value: FilesMessage): void => scope.postMessage({ number, value });
  waiting += 1;
  done = done
    .then(() => carryOut(order, send))
    .catch(() => send(null))
    .then(() => {
      waiting -= 1;
    });
});
