import { readFileSync } from 'node:fs';
import { ExcelHostError } from '../../src/hosts/excel/errors';
import { Commands } from '../../src/taskpane/session/commands';
import { SessionStore } from '../../src/taskpane/session/store';
import type { World } from '../../src/taskpane/session/world';
import { AT, day } from '../ledger/builders';
import { MemoryHost, memoryFiles } from '../support/memory-files';

const EMPTY_WORKBOOK = { file: '', sheets: [], date1904: false, hasMacros: false, hasExternalLinks: false };

class MemoryWorkbook extends MemoryHost {
  toBytes(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array([this.writes]));
  }
}

/** A page without a browser: what was downloaded is kept. */
function page(changes: Partial<World> = {}) {
  const downloads: string[] = [];
  const opened: MemoryWorkbook[] = [];
  const world: World = {
    planText: readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'),
    today: () => day('2017-09-30'),
    instant: () => AT,
    files: () => Promise.resolve(memoryFiles),
    newWorkbook: () => {
      const workbook = new MemoryWorkbook(EMPTY_WORKBOOK);
      opened.push(workbook);
      return Promise.resolve(workbook);
    },
    openWorkbook: async (bytes, file) => new MemoryWorkbook(await memoryFiles.read(bytes, file)),
    live: null,
    download: (name) => downloads.push(name),
    save: async (name, _known, bytes) => {
      await bytes();
      downloads.push(name);
      return { name, file: null };
    },
    keeper: null,
    ...changes,
  };
  const store = new SessionStore();
  return { store, commands: new Commands(store, world), downloads, opened };
}

function notice({ store }: ReturnType<typeof page>) {
  const { notice: said } = store.snapshot();
  return [said?.intent, said?.key];
}

test('the cycle: sample, check, import, undo, save', async () => {
  const here = page();
  await here.commands.tryDemo();
  expect(notice(here)).toEqual(['success', 'pane.demoReady']);
  await here.commands.check(here.store.snapshot().sampleReturns);
  expect(here.store.snapshot()).toMatchObject({ screen: 'returns', checked: { length: 33 }, work: null });
  await here.commands.collect();
  expect(here.store.ledger.entries.length).toBeGreaterThan(150);
  await here.commands.undo();
  expect(notice(here)).toEqual(['success', 'pane.undone']);
  await here.commands.undo();
  expect(notice(here)).toEqual(['error', 'pane.fault.undo']);
  await here.commands.download();
  await here.commands.download();
  expect(here.downloads).toEqual(['措施台账（示例）.xlsx', '措施台账（示例）.xlsx']);
  expect(here.store.snapshot().unsaved).toBe(false);
});

test('an edit in the grid is an entry and can be taken back; while a step runs none is taken', async () => {
  const here = page();
  await here.commands.build();
  const status = { row: 4, column: 7, typed: '推进中' };
  expect(here.commands.grid.edit([status])).toEqual({ kind: 'taken', entries: 1 });
  expect(here.store.ledger.entries).toMatchObject([{ origin: 'handEdit', report: { status: 'inProgress' } }]);
  expect(here.commands.grid.edit([status])).toEqual({ kind: 'unchanged' });
  expect(here.commands.grid.undo()).toBe(true);
  expect(here.store.ledger.entries.at(-1)).toMatchObject({ kind: 'undo' });
  expect(here.commands.grid.undo()).toBe(false);

  const step = here.commands.issue();
  expect(here.commands.grid.edit([status])).toEqual({ kind: 'busy' });
  await step;
  expect(here.store.ledger.entries).toHaveLength(2);
});

test('a file saved to is written again without asking, until another ledger is opened', async () => {
  const known: unknown[] = [];
  const file = { handle: { name: '年度.xlsx' } as FileSystemFileHandle, lastModified: 7 };
  const here = page({
    save: (_name, before) => {
      known.push(before);
      return Promise.resolve({ name: '年度.xlsx', file });
    },
  });
  await here.commands.build();
  await here.commands.download();
  expect(here.store.snapshot()).toMatchObject({ fileName: '年度.xlsx', unsaved: false });
  await here.commands.download();
  await here.commands.build();
  await here.commands.download();
  expect(known).toEqual([null, file, null]);
});

test('building, settings, and forms for every unit', async () => {
  const here = page();
  await here.commands.build();
  here.commands.setSettings({ ...here.store.ledger.settings, dueSoonDays: 10 });
  expect(here.store.snapshot()).toMatchObject({ unsaved: true, ledger: { settings: { dueSoonDays: 10 } } });
  await here.commands.issue();
  expect(here.downloads).toHaveLength(33);
});

test('a file that is no ledger leaves the one that is open as it was', async () => {
  const here = page();
  await here.commands.build();
  const before = here.store.ledger;
  await here.commands.open({ name: '信.xlsx', arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)) });
  expect(notice(here)).toEqual(['error', 'pane.fault.open']);
  expect(here.store.ledger).toBe(before);
});

test('cancelling stops at the next file and changes nothing', async () => {
  const here = page();
  await here.commands.tryDemo();
  const stop = here.store.subscribe(() => {
    if ((here.store.snapshot().work?.done ?? 0) >= 3) here.commands.cancel();
  });
  await here.commands.check(here.store.snapshot().sampleReturns);
  stop();
  expect(notice(here)).toEqual(['info', 'pane.cancelled']);
  expect(here.store.snapshot()).toMatchObject({ checked: [], work: null });
  here.commands.dismiss();
  expect(here.store.snapshot().notice).toBeNull();
});

test('one step at a time: a second click while one runs does nothing', async () => {
  const here = page();
  await Promise.all([here.commands.tryDemo(), here.commands.build()]);
  expect(here.store.ledger.settings.sample).toBe(true);
});

test('a step that needs a ledger says so when there is none', async () => {
  const here = page();
  await here.commands.download();
  expect(notice(here)).toEqual(['error', 'pane.fault.download']);
});

describe('inside Excel', () => {
  test('the workbook shows every change at once, and the pane takes it up again', async () => {
    const live = new MemoryHost({ ...EMPTY_WORKBOOK, file: '工作簿1.xlsx' });
    const here = page({ live });
    await here.commands.openLive();
    expect(here.store.snapshot().ledger).toBeNull();
    await here.commands.tryDemo();
    await here.commands.check(here.store.snapshot().sampleReturns);
    await here.commands.collect();
    expect(live.writes).toBe(2);
    expect(here.store.snapshot()).toMatchObject({ notice: { intent: 'success' } });

    const again = page({ live });
    await again.commands.openLive();
    expect(again.store.ledger).toEqual(here.store.ledger);
    await again.commands.write();
    expect(notice(again)).toEqual(['success', 'pane.written']);
    expect(again.store.snapshot().unsaved).toBe(false);
  });

  test('what Excel refuses is said in its own sentence, and the session stays as it was', async () => {
    const refusing = new MemoryHost(EMPTY_WORKBOOK);
    refusing.write = () =>
      Promise.reject(new ExcelHostError('access-denied', 'AccessDenied', 'Range.values'));
    const here = page({ live: refusing });
    await here.commands.build();
    expect(notice(here)).toEqual(['error', 'excel.error.access-denied']);
    expect(here.store.snapshot().ledger).toBeNull();
  });
});
