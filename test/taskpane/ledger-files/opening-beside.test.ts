import { lastImport } from '../../../src/app/changes/last-import';
import { ledgerBytes } from '../../../src/app/runner/ledger-bytes';
import { WorkbookFileError } from '../../../src/base/file-fault';
import { must } from '../../../src/base/invariant';
import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import {
  openInPieces,
  openLedgerFile,
  ROWS_AT_ONCE,
  type FilePiece,
  type OpenOrder,
} from '../../../src/app/runner/opened-file';
import { FilesBeside, type HireForFiles } from '../../../src/taskpane/ledger-files/files-beside';
import { AT } from '../../ledger/builders';
import { TAB } from '../../../src/sheets/words';
import { insertCells, withPart } from '../../guest/package-edits';
import { notice, page } from '../../support/pane-page';
import { unzipped, zipped } from '../../support/unzipped';
import { OWN_SHEET, foreignWorkbook } from '../../hosts/file/foreign-workbook';
import { drawIn } from '../../support/ledger-in';
import { threePeriods } from '../../ledger/three-periods';

let order: OpenOrder;

beforeAll(async () => {
  const made = { ledger: threePeriods(), findings: [], source: null, fileName: '台账.xlsx' };
  const { bytes } = await ledgerBytes({ ...made, asked: { by: 'pane', at: AT } });
  order = { bytes, fileName: '台账.xlsx', at: AT };
});

/** A worker in this thread: what goes in and out is copied, as between threads. */
function worker(answers: (asked: OpenOrder) => Promise<Iterable<FilePiece | null>>): HireForFiles {
  return (heard, died) => ({
    post: ({ number, value }) => {
      const asked = value.kind === 'open' ? value.order : null;
      answers(structuredClone(must(asked, 'an order to open'))).then((pieces) => {
        for (const piece of pieces) heard(structuredClone({ number, value: piece }));
      }, died);
    },
    terminate: () => undefined,
  });
}

const fileBeside = (asked: OpenOrder, hire: HireForFiles) => new FilesBeside(hire).open(asked);

const readAside = (asked: OpenOrder) => Promise.resolve().then(() => [...openInPieces(asked)]);

test('a file read beside the page is the one that is read here, cell by cell', async () => {
  const { onItsWay, ...opened } = await fileBeside(order, worker(readAside));
  const whole = { ...opened, source: await must(onItsWay, 'the source with all its rows') };
  expect(whole).toEqual(await openLedgerFile(order));
  expect(whole.source.workbook.sheets.every(({ rows }) => rows.length > 0)).toBe(true);
});

/** The pieces up to the one with which the ledger can be shown. */
const upToReady = async (asked: OpenOrder) => {
  const pieces = await readAside(asked);
  return pieces.slice(0, pieces.findIndex(({ kind }) => kind === 'ready') + 1);
};

test('the ledger is there, with the sheets of the clerk’s own, before the rows of its tabs are', async () => {
  const host = await FileWorkbookHost.open(await foreignWorkbook(), '台账.xlsx');
  await drawIn(host, threePeriods());
  const opened = await fileBeside({ ...order, bytes: await host.toBytes() }, worker(upToReady));
  const rows = opened.source.workbook.sheets.map((sheet) => [sheet.name, sheet.rows.length] as const);
  const own = new Map(rows.filter(([name]) => opened.foreignSheets.includes(name)));
  expect(own.get(OWN_SHEET)).toBeGreaterThan(0);
  expect(rows.filter(([name, count]) => !own.has(name) && count > 0)).toEqual([]);
  expect(opened.ledger).toEqual(threePeriods());
});

test('a worker that dies once the ledger is there leaves the rest to be read here', async () => {
  let die = (): void => undefined;
  const hire: HireForFiles = (heard, died) => {
    die = died;
    return worker(upToReady)(heard, died);
  };
  const { onItsWay } = await fileBeside(order, hire);
  die();
  expect(await onItsWay).toEqual((await openLedgerFile(order)).source);
});

test('what was typed, and a number of 汇总 that somebody changed, are found as where the whole file is read first', async () => {
  const parts = unzipped(order.bytes);
  const typed = [
    [TAB.ledger, { H5: '改了进展', G5: '45' }],
    [TAB.summary, { B4: '99' }],
  ] as const;
  const edited = typed.reduce(
    (now, [tab, cells]) => withPart(now, tab, (xml) => insertCells(xml, cells)),
    parts,
  );
  const asked = { ...order, bytes: zipped(edited) };
  const { source: _source, ...whole } = await openLedgerFile(asked);
  const { source: _early, onItsWay: _later, ...opened } = await fileBeside(asked, worker(readAside));
  expect(opened).toEqual(whole);
  expect(whole.taken + whole.refused.length).toBeGreaterThan(0);
});

test('a tab of figures that cannot be read is found once the ledger is shown', async () => {
  const parts = withPart(unzipped(order.bytes), TAB.summary, () => '<worksheet');
  const hire = worker(async (asked) => {
    const pieces: (FilePiece | null)[] = [];
    try {
      for (const piece of openInPieces(asked)) pieces.push(piece);
    } catch {
      pieces.push(null);
    }
    return Promise.resolve(pieces);
  });
  const { ledger, onItsWay } = await fileBeside({ ...order, bytes: zipped(parts) }, hire);
  expect(ledger).toEqual(threePeriods());
  await expect(onItsWay).rejects.toHaveProperty('name', 'WorkbookFileError');
});

test('no piece has more rows than are taken up in a moment', async () => {
  for (const piece of await readAside(order)) {
    if (piece.kind === 'opened')
      expect(piece.opened.source.workbook.sheets.every(({ rows }) => rows.length === 0)).toBe(true);
    if (piece.kind === 'rows') expect(piece.rows.rows.length).toBeLessThanOrEqual(ROWS_AT_ONCE);
  }
});

test.each<[string, HireForFiles]>([
  ['cannot read it', worker(() => Promise.resolve([null]))],
  ['dies over it', worker(() => Promise.reject(new Error('out of memory')))],
  [
    'cannot be started',
    () => {
      throw new Error('no workers here');
    },
  ],
])('where a worker %s the file is read here', async (_, hire) => {
  expect((await fileBeside(order, hire)).ledger).toEqual((await openLedgerFile(order)).ledger);
});

test('pieces that cannot be put together are as good as none: the file is read here', async () => {
  const hire = worker(async (asked) => {
    const [first, ...rest] = await readAside(asked);
    return [...rest, must(first, 'a piece')];
  });
  expect((await fileBeside(order, hire)).ledger).toEqual((await openLedgerFile(order)).ledger);
});

test('what is wrong with a file is said as if there were no worker', async () => {
  const damaged = { ...order, bytes: new Uint8Array([80, 75, 3, 4]) };
  const hire = worker((asked) => readAside(asked).catch(() => [null]));
  await expect(fileBeside(damaged, hire)).rejects.toHaveProperty('name', 'WorkbookFileError');
});

test('once a tab that comes later cannot be read, it is said, and the ledger stays open', async () => {
  const refused = Promise.reject(new WorkbookFileError('file-unreadable'));
  const here = page({
    openLedger: async (asked) => ({ ...(await openLedgerFile(asked)), onItsWay: refused }),
  });
  const content = order.bytes.slice().buffer;
  await here.commands.opening.open({ name: '台账.xlsx', arrayBuffer: () => Promise.resolve(content) });
  await Promise.resolve();
  expect(notice(here)).toEqual(['warning', 'pane.fault.openedInPart']);
  expect(here.store.ledger).toEqual(threePeriods());
});

test('it is not said of a ledger that is no longer open', async () => {
  let refuse = (): void => undefined;
  const onItsWay = new Promise<never>((_, reject) => {
    refuse = () => reject(new WorkbookFileError('file-unreadable'));
  });
  const here = page({ openLedger: async (asked) => ({ ...(await openLedgerFile(asked)), onItsWay }) });
  const content = order.bytes.slice().buffer;
  await here.commands.opening.open({ name: '台账.xlsx', arrayBuffer: () => Promise.resolve(content) });
  here.store.dispatch({ kind: 'closed' });
  refuse();
  await onItsWay.catch(() => undefined);
  expect(notice(here)).not.toContain('pane.fault.openedInPart');
});

test('what cannot be worked out ahead keeps no change from being told', async () => {
  const here = page({ openLedger: openLedgerFile });
  const content = order.bytes.slice().buffer;
  await here.commands.opening.open({ name: '台账.xlsx', arrayBuffer: () => Promise.resolve(content) });
  const before = here.store.ledger;
  const last = must(lastImport(before), 'an import');
  await here.commands.desk.run('undo', { batches: [last.batch] }, undefined, () =>
    Promise.reject(new Error('not loaded')),
  );
  expect(here.store.ledger.entries).toHaveLength(before.entries.length + 1);
});
