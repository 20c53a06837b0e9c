import { ledgerBytes, type BytesOrder } from '../../../src/app/runner/ledger-bytes';
import { LedgerFiles } from '../../../src/app/runner/ledger-files';
import { compression, PLAIN_COMPRESSION, useCompression } from '../../../src/hosts/file/packing/compression';
import { FilesBeside, type HireForFiles } from '../../../src/taskpane/ledger-files/files-beside';
import { AT } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

const ORDER: BytesOrder = {
  ledger: threePeriods(),
  findings: [],
  source: null,
  fileName: '台账.xlsx',
  asked: { by: 'pane', at: AT },
};

/** A worker in this thread: what goes in and out is copied, as between threads. */
function worker(started: string[], answers: (order: BytesOrder) => Promise<unknown>): HireForFiles {
  return (heard, died) => {
    started.push('started');
    return {
      post: ({ number, value }) => {
        if (value.kind !== 'make') return;
        answers(structuredClone(value.order)).then(
          (made) =>
            heard(structuredClone({ number, value: made === null ? null : { kind: 'made', made } }) as never),
          died,
        );
      },
      terminate: () => undefined,
    };
  };
}

test('a file made beside the page is the one that is made here, and one worker makes it again', async () => {
  const started: string[] = [];
  const files = new FilesBeside(worker(started, ledgerBytes));
  const here = await ledgerBytes(ORDER);
  for (let round = 0; round < 2; round += 1) {
    const made = await files.make(ORDER);
    expect(Buffer.from(made.bytes).equals(here.bytes)).toBe(true);
    expect(made.repairs).toEqual(here.repairs);
  }
  expect(started).toEqual(['started']);
});

test.each<[string, HireForFiles]>([
  ['cannot make it', worker([], () => Promise.resolve(null))],
  ['dies over it', worker([], () => Promise.reject(new Error('out of memory')))],
  [
    'cannot be started',
    () => {
      throw new Error('no workers here');
    },
  ],
])('where a worker %s the file is made here', async (_, start) => {
  const { bytes } = await new FilesBeside(start).make(ORDER);
  expect(Buffer.from(bytes).equals((await ledgerBytes(ORDER)).bytes)).toBe(true);
});

test('where a worker has died another is started for the next order, and all that the first was asked for is done here', async () => {
  const started: string[] = [];
  let dies = true;
  const files = new FilesBeside(
    worker(started, (order) => (dies ? Promise.reject(new Error('out of memory')) : ledgerBytes(order))),
  );
  const both = await Promise.all([files.make(ORDER), files.make(ORDER)]);
  expect(both.map(({ bytes }) => bytes.length > 0)).toEqual([true, true]);
  dies = false;
  await files.make(ORDER);
  expect(started).toEqual(['started', 'started']);
});

test('what is wrong with the workbook it was opened from is said as if there were no worker', async () => {
  const damaged = { ...ORDER, source: new Uint8Array([80, 75, 3, 4]) };
  const start = worker([], (order) => ledgerBytes(order).catch(() => null));
  await expect(new FilesBeside(start).make(damaged)).rejects.toHaveProperty('name', 'WorkbookFileError');
});

describe('of a ledger that was opened', () => {
  const ours = compression();
  afterEach(() => useCompression(ours));

  /** How many parts are unpacked meanwhile. */
  async function unpacked(act: () => Promise<unknown>): Promise<number> {
    let parts = 0;
    const { inflate } = PLAIN_COMPRESSION;
    useCompression({
      ...PLAIN_COMPRESSION,
      inflate: (...asked) => {
        parts += 1;
        return inflate(...asked);
      },
    });
    await act();
    useCompression(ours);
    return parts;
  }

  test('the workbook is not read again, and the file is the same as if it were', async () => {
    const { bytes: source } = await ledgerBytes(ORDER);
    const order = {
      ...ORDER,
      ledger: { ...ORDER.ledger, entries: ORDER.ledger.entries.slice(0, -1) },
      source,
    };
    const files = new LedgerFiles();
    expect([...files.open({ bytes: source.slice(), fileName: '台账.xlsx', at: AT })].at(-1)).toEqual({
      kind: 'end',
    });
    let made: Awaited<ReturnType<typeof ledgerBytes>> | undefined;
    const known = await unpacked(async () => {
      made = await files.make(order);
    });
    let anew: typeof made;
    const read = await unpacked(async () => {
      anew = await ledgerBytes(order);
    });
    expect(made).toEqual(anew);
    // Each part once to be changed; the sheets, their texts and their looks once more to be read.
    expect(read - known).toBeGreaterThanOrEqual(15);
  });

  test('a file that is another is read, however long it is', async () => {
    const { bytes: source } = await ledgerBytes(ORDER);
    const files = new LedgerFiles();
    expect([...files.open({ bytes: source, fileName: '台账.xlsx', at: AT })].length).toBeGreaterThan(1);
    const other = source.slice();
    other.fill(0, 4, 8);
    await expect(files.make({ ...ORDER, source: other.subarray(0, 40) })).rejects.toHaveProperty(
      'name',
      'WorkbookFileError',
    );
    const broken = source.slice();
    broken.fill(0, source.length - 22);
    await expect(files.make({ ...ORDER, source: broken })).rejects.toHaveProperty(
      'name',
      'WorkbookFileError',
    );
  });
});
