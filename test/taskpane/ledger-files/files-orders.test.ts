import { ROWS_AT_ONCE, type FilePiece } from '../../../src/app/runner/opened-file';
import type { FilesMessage, FilesOrder } from '../../../src/taskpane/ledger-files/files-beside';
import { FilesOrders } from '../../../src/taskpane/ledger-files/files-orders';
import { packedRows } from '../../../src/app/runner/packed-rows';

const rows = (count: number): FilePiece => ({
  kind: 'rows',
  sheet: 0,
  rows: packedRows(Array.from({ length: count }, (_, at) => ({ row: at + 1, hidden: false, cells: [] }))),
});
const FULL = rows(ROWS_AT_ONCE);
const OPEN = { kind: 'open', order: { bytes: new Uint8Array(1) } } as unknown as FilesOrder;
const MAKE = { kind: 'make', order: {} } as unknown as FilesOrder;
const MADE = { bytes: new Uint8Array(2), repairs: [] };

/** A worker whose frames end when they are told to; what happens in it, in its order. */
function working(
  pieces: Iterable<FilePiece> = [FULL, { kind: 'ready' }, FULL, FULL, rows(3), { kind: 'end' }],
) {
  const happened: string[] = [];
  const frames: (() => void)[] = [];
  const orders = new FilesOrders(
    {
      *open() {
        for (const piece of pieces) yield piece;
        return undefined;
      },
      make: () => Promise.resolve(MADE),
      prepare: () => Promise.resolve(),
    },
    {
      unpackAhead: () => {
        happened.push('unpacked');
        return Promise.resolve();
      },
      frame: () => {
        happened.push('frame');
        return new Promise<void>((resolve) => frames.push(resolve));
      },
    },
  );
  const send = (message: FilesMessage) => {
    happened.push(message?.kind ?? 'nothing');
  };
  return { happened, frames, carryOut: (order: FilesOrder) => orders.carryOut(order, send) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('once the ledger is shown the page draws a frame behind each full piece', async () => {
  const { happened, frames, carryOut } = working();
  const opened = carryOut(OPEN);
  await settled();
  expect(happened).toEqual(['unpacked', 'rows', 'ready', 'rows', 'frame']);
  frames.shift()?.();
  await settled();
  frames.shift()?.();
  await opened;
  expect(happened.slice(5)).toEqual(['rows', 'frame', 'rows', 'end']);
});

test('where another order waits the rest comes at once, and the order after it', async () => {
  const { happened, frames, carryOut } = working();
  const both = [carryOut(OPEN), carryOut(MAKE)];
  await Promise.all(both);
  expect(frames).toEqual([]);
  expect(happened).toEqual(['unpacked', 'rows', 'ready', 'rows', 'rows', 'rows', 'end', 'made']);
});

test('what opening and saving take is loaded beside, without a word to the rows that come', async () => {
  const { happened, frames, carryOut } = working();
  const opened = carryOut(OPEN);
  await settled();
  await carryOut({ kind: 'prepare' });
  frames.shift()?.();
  await settled();
  expect(happened).toEqual(['unpacked', 'rows', 'ready', 'rows', 'frame', 'prepared', 'rows', 'frame']);
  frames.shift()?.();
  await opened;
});

test('what fails is said, and the next order is carried out', async () => {
  const failing = {
    *[Symbol.iterator](): Generator<FilePiece> {
      yield { kind: 'ready' };
      throw new Error('torn');
    },
  };
  const { happened, carryOut } = working(failing);
  await Promise.all([carryOut(OPEN), carryOut(MAKE)]);
  expect(happened).toEqual(['unpacked', 'ready', 'nothing', 'made']);
});
