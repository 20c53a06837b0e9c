import { ledgerBytes } from '../../src/app/runner/ledger-bytes';
import { openLedgerFile, piecesOf, type FilePiece, type OpenOrder } from '../../src/app/runner/opened-file';
import { fileBeside, type HireForFile } from '../../src/taskpane/reading/file-beside';
import { AT } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';

let order: OpenOrder;

beforeAll(async () => {
  const made = { ledger: threePeriods(), findings: [], source: null, fileName: '台账.xlsx' };
  const { bytes } = await ledgerBytes({ ...made, asked: { by: 'pane', at: AT } });
  order = { bytes, fileName: '台账.xlsx', at: AT };
});

/** A worker in this thread: what goes in and out is copied, as between threads. */
function worker(
  ended: string[],
  answers: (asked: OpenOrder) => Promise<Iterable<FilePiece | null>>,
): HireForFile {
  return (heard, died) => ({
    post: (asked) => {
      answers(structuredClone(asked)).then((pieces) => {
        for (const piece of pieces) heard(structuredClone(piece));
      }, died);
    },
    terminate: () => ended.push('ended'),
  });
}

const readAside = async (asked: OpenOrder) => piecesOf(await openLedgerFile(asked));

test('a file read beside the page is the one that is read here, cell by cell, and the worker is ended', async () => {
  const ended: string[] = [];
  const opened = await fileBeside(order, worker(ended, readAside));
  expect(opened).toEqual(await openLedgerFile(order));
  expect(opened.source.workbook.sheets.every(({ rows }) => rows.length > 0)).toBe(true);
  expect(ended).toEqual(['ended']);
});

test('no piece has more rows than are taken up in a moment', async () => {
  for (const piece of await readAside(order)) {
    if (piece.kind === 'opened')
      expect(piece.opened.source.workbook.sheets.every(({ rows }) => rows.length === 0)).toBe(true);
    if (piece.kind === 'rows') expect(piece.rows.length).toBeLessThanOrEqual(500);
  }
});

test.each<[string, HireForFile]>([
  ['cannot read it', worker([], () => Promise.resolve([null]))],
  ['dies over it', worker([], () => Promise.reject(new Error('out of memory')))],
  [
    'cannot be started',
    () => {
      throw new Error('no workers here');
    },
  ],
])('where a worker %s the file is read here', async (_, hire) => {
  expect((await fileBeside(order, hire)).ledger).toEqual((await openLedgerFile(order)).ledger);
});

test('what is wrong with a file is said as if there were no worker', async () => {
  const damaged = { ...order, bytes: new Uint8Array([80, 75, 3, 4]) };
  const hire = worker([], (asked) => readAside(asked).catch(() => [null]));
  await expect(fileBeside(damaged, hire)).rejects.toHaveProperty('name', 'WorkbookFileError');
});
