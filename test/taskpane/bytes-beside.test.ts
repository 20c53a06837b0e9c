import type { BytesOrder } from '../../src/app/runner/ledger-bytes';
import { ledgerBytes } from '../../src/app/runner/ledger-bytes';
import { bytesBeside, type HireForBytes } from '../../src/taskpane/saving/bytes-beside';
import { AT } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';

const ORDER: BytesOrder = {
  ledger: threePeriods(),
  findings: [],
  source: null,
  fileName: '台账.xlsx',
  asked: { by: 'pane', at: AT },
};

/** A worker in this thread: what goes in and out is copied, as between threads. */
function worker(ended: string[], answers: (order: BytesOrder) => Promise<unknown>): HireForBytes {
  return (answered, died) => ({
    post: (order) => {
      answers(structuredClone(order)).then((made) => answered(structuredClone(made) as never), died);
    },
    terminate: () => ended.push('ended'),
  });
}

test('a file made beside the page is the one that is made here, and the worker is ended', async () => {
  const ended: string[] = [];
  const made = await bytesBeside(ORDER, worker(ended, ledgerBytes));
  const here = await ledgerBytes(ORDER);
  expect(Buffer.from(made.bytes).equals(here.bytes)).toBe(true);
  expect(made.repairs).toEqual(here.repairs);
  expect(ended).toEqual(['ended']);
});

test.each<[string, HireForBytes]>([
  ['cannot make it', worker([], () => Promise.resolve(null))],
  ['dies over it', worker([], () => Promise.reject(new Error('out of memory')))],
  [
    'cannot be started',
    () => {
      throw new Error('no workers here');
    },
  ],
])('where a worker %s the file is made here', async (_, start) => {
  const { bytes } = await bytesBeside(ORDER, start);
  expect(Buffer.from(bytes).equals((await ledgerBytes(ORDER)).bytes)).toBe(true);
});

test('what is wrong with the workbook it was opened from is said as if there were no worker', async () => {
  const damaged = { ...ORDER, source: new Uint8Array([80, 75, 3, 4]) };
  const start = worker([], (order) => ledgerBytes(order).catch(() => null));
  await expect(bytesBeside(damaged, start)).rejects.toHaveProperty('name', 'WorkbookFileError');
});
