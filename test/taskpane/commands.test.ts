import { unzipSync } from 'fflate';
import { WorkerPool } from '../../src/app/inbox/check-pool';
import { EMPTY_INBOX, checkedFiles, itemKey } from '../../src/app/inbox/inbox';
import { needsAnswer } from '../../src/app/inbox/send-back';
import { MARK_FILL } from '../../src/returns/locate/form-columns';
import { ExcelHostError } from '../../src/hosts/excel/excel-errors';
import { wasIssued } from '../../src/app/changes/issue-forms';
import type { RawSheet } from '../../src/base/raw-sheet';
import { LEDGER } from '../../src/sheets/tabs/ledger-tab';
import { translator } from '../../src/locales/translate';
import { GridCommands } from '../../src/taskpane/session/commands/grid-commands';
import { Cancelled } from '../../src/taskpane/session/store';
import { smallLedger } from '../ledger/builders';
import { MemoryExcel, memoryFiles } from '../support/memory-files';
import { EMPTY_WORKBOOK, notice, page } from '../support/pane-page';

test('the cycle: sample, check, import, undo, save', async () => {
  const here = page();
  await here.commands.tryDemo();
  expect(notice(here)).toEqual(['success', 'pane.demoReady']);
  await here.commands.returns.check(here.store.snapshot().sampleReturns);
  expect(here.store.snapshot()).toMatchObject({ screen: 'returns', inbox: { items: { length: 33 } } });
  await here.commands.returns.collect();
  expect(here.store.ledger.entries.length).toBeGreaterThan(150);
  await here.commands.returns.undo();
  expect(notice(here)).toEqual(['success', 'pane.undone']);
  const { entries, submissions } = here.store.ledger;
  const taken = new Set(submissions.map(({ period }) => period));
  expect(taken).toEqual(new Set(['2017-09', '2017-10', '2017-11']));
  expect(entries.at(-1)?.kind).toBe('undo');
  await here.commands.download();
  await here.commands.download();
  expect(here.downloads).toEqual(['措施台账（示例）.xlsx', '措施台账（示例）.xlsx']);
  expect(here.store.snapshot().unsaved).toBe(false);
});

test('where nothing was taken in there is nothing to take back', async () => {
  const here = page();
  await here.commands.build();
  await here.commands.returns.undo();
  expect(notice(here)).toEqual(['error', 'pane.fault.undo']);
});

test('building, then settings and units as the clerk wants them, each change logged', async () => {
  const here = page();
  await here.commands.build();
  await here.commands.setSettings({ ...here.store.ledger.settings, dueSoonDays: 10 });
  expect(here.store.snapshot()).toMatchObject({ unsaved: true, ledger: { settings: { dueSoonDays: 10 } } });
  await here.commands.setSettings(here.store.ledger.settings);
  const members = () => here.store.ledger.directory.groups[0]?.members ?? [];
  const all = members();
  await here.commands.setMember('各牵头单位', '市编办', false);
  expect(members()).toEqual(all.filter((name) => name !== '市编办'));
  expect(here.store.ledger.log.map(({ action, detail }) => [action, detail]).slice(1)).toEqual([
    ['settings', '临期天数：30 → 10'],
    ['settings', '单位目录：各牵头单位'],
  ]);
});

test('what is changed while another change is still being written is taken in turn, none over the other', async () => {
  const here = page();
  await here.commands.build();
  let finish: () => void = () => undefined;
  const long = here.store.step(
    'pane.fault.build',
    () => new Promise((resolve) => (finish = () => resolve(null))),
  );
  const changes = [
    here.commands.setOffice({ contact: '张三' }),
    here.commands.setOffice({ phone: '2345678' }),
    here.commands.setSettings({ dueSoonDays: 10 }),
    here.commands.setSettings({ returnWithinDays: 6 }),
    here.commands.editUnit('市编办', (unit) => ({ ...unit, contact: '李四' })),
    here.commands.editUnit('市编办', (unit) => ({ ...unit, shortNames: ['编办'] })),
    here.commands.setMember('各牵头单位', '市编办', false),
    here.commands.setMember('各牵头单位', '市财政局', false),
  ];
  expect(here.store.ledger.settings.office.contact).toBe('');
  finish();
  await Promise.all([long, ...changes]);
  const { settings, directory } = here.store.ledger;
  expect(settings).toMatchObject({
    office: { contact: '张三', phone: '2345678' },
    dueSoonDays: 10,
    returnWithinDays: 6,
  });
  expect(directory.units.find(({ name }) => name === '市编办')).toMatchObject({
    contact: '李四',
    shortNames: ['编办'],
  });
  expect(directory.groups[0]?.members).toHaveLength(31);
});

test('forms go out one by one or packed, and the ledger remembers that they did', async () => {
  const here = page();
  await here.commands.build();
  const { period } = here.store.ledger.settings;
  expect(wasIssued(here.store.ledger, period)).toBe(false);
  await here.commands.issue.downloadForm(period, '市编办');
  await here.commands.issue.downloadForms(period, ['市编办', '市财政局']);
  expect(here.downloads).toEqual(['市编办_2017Q3_填报表.xlsx', '2017Q3_填报表.zip']);
  expect(notice(here)).toEqual(['success', 'pane.issued']);
  expect(wasIssued(here.store.ledger, period)).toBe(true);
});

test('a unit that is not in the directory gets no form, and nothing is noted', async () => {
  const here = page();
  await here.commands.build();
  const before = here.store.ledger;
  await here.commands.issue.downloadForm(before.settings.period, '市教育厅');
  expect(notice(here)).toEqual(['error', 'pane.fault.issue']);
  expect(here.store.ledger).toBe(before);
});

test('a cell asked for twice is shown twice', async () => {
  const here = page();
  await here.commands.build();
  await here.commands.locate('台账', 'G5');
  expect(here.store.snapshot().place).toEqual({ sheet: '台账', cell: 'G5', asked: 1 });
  await here.commands.locate('台账', 'G5');
  expect(here.store.snapshot().place).toEqual({ sheet: '台账', cell: 'G5', asked: 2 });
});

describe('a measure that is located in Excel', () => {
  /** A page in Excel whose 台账 holds the rows of a sheet. */
  async function locatedIn(rows: readonly (readonly (string | number)[])[]): Promise<string> {
    const live = new MemoryExcel(EMPTY_WORKBOOK);
    const here = page({ live });
    await here.commands.build();
    const { sheets, ...rest } = await live.read();
    const standing: RawSheet = {
      name: '台账',
      visibility: 'visible',
      merges: [],
      rows: rows.map((values, index) => ({
        row: index + 1,
        hidden: false,
        cells: values.map((value, column) => ({ column: column + 1, value })),
      })),
    };
    live.read = () =>
      Promise.resolve({ ...rest, sheets: [standing, ...sheets.filter(({ name }) => name !== '台账')] });
    await here.commands.locateMeasure({ sheet: '台账', cell: 'G5' }, 2);
    expect(here.store.snapshot().place).toMatchObject({ sheet: '台账', cell: live.selected.split('!')[1] });
    return live.selected;
  }
  const HEADERS = LEDGER.keys.map((key) => LEDGER.header(key));
  const row = (measure: number | string) => HEADERS.map((_, index) => (index === 0 ? measure : `${index}`));

  test.each([
    ['in a sorted list', [HEADERS, row(7), row(5), row(2)], 'G4'],
    ['where its number is text', [HEADERS, row('7'), row('2')], 'G3'],
    [
      'behind a column of the clerk’s',
      [
        ['领导批示', ...HEADERS],
        ['', ...row(7)],
        ['', ...row(2)],
      ],
      'H3',
    ],
    ['where it is drawn, when the table has lost a header', [HEADERS.slice(0, 5), row(2)], 'G5'],
    ['where it is drawn, when its row is gone', [HEADERS, row(7)], 'G5'],
  ])('is shown %s', async (_where, rows, cell) => {
    expect(await locatedIn(rows)).toBe(`台账!${cell}`);
  });
});

test('an edit in the grid is an entry and can be taken back; while a step runs none is taken', async () => {
  const here = page();
  const grid = new GridCommands(here.commands.desk);
  await here.commands.build();
  const status = { row: 4, column: 7, typed: '推进中' };
  expect(grid.edit([status])).toEqual({ kind: 'taken', entries: 1 });
  expect(here.store.ledger.entries).toMatchObject([{ origin: 'handEdit', report: { status: 'inProgress' } }]);
  expect(grid.edit([status])).toEqual({ kind: 'unchanged' });
  expect(grid.undo()).toBe(true);
  expect(here.store.ledger.entries.at(-1)).toMatchObject({ kind: 'undo' });
  expect(grid.undo()).toBe(false);

  const step = here.commands.build();
  expect(grid.edit([status])).toEqual({ kind: 'busy' });
  await step;
  expect(here.store.ledger.entries).toEqual([]);
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

test('a file that is no ledger leaves the one that is open as it was', async () => {
  const here = page();
  await here.commands.build();
  const before = here.store.ledger;
  await here.commands.download();
  await here.commands.opening.open({
    name: '信.xlsx',
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)),
  });
  expect(notice(here)).toEqual(['error', 'pane.fault.open']);
  expect(here.store.ledger).toBe(before);
});

describe('another ledger in place of one with unsaved changes', () => {
  const other = { name: '另一本.xlsx', arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)) };

  test('is asked about first; staying changes nothing', async () => {
    const here = page();
    await here.commands.build();
    const before = here.store.ledger;
    await here.commands.opening.open(other);
    expect(here.store.snapshot()).toMatchObject({ leaving: { to: 'open', file: other }, ledger: before });
    await here.commands.opening.settle('stay');
    expect(here.store.snapshot()).toMatchObject({ leaving: null, ledger: before, unsaved: true });
  });

  test('is opened once the changes are saved, or at once when they are not wanted', async () => {
    const here = page();
    await here.commands.build();
    await here.commands.opening.open(other);
    await here.commands.opening.settle('save');
    expect(here.downloads).toHaveLength(1);
    expect(notice(here)).toEqual(['error', 'pane.fault.open']);
    await here.commands.build();
    await here.commands.opening.close();
    expect(here.store.snapshot().leaving).toEqual({ to: 'start' });
    await here.commands.opening.settle('discard');
    expect(here.store.snapshot().ledger).toBeNull();
    expect(here.downloads).toHaveLength(1);
  });

  test('stays shut when saving does not succeed', async () => {
    const here = page({ save: () => Promise.reject(new Cancelled()) });
    await here.commands.build();
    const before = here.store.ledger;
    await here.commands.opening.close();
    await here.commands.opening.settle('save');
    expect(here.store.snapshot()).toMatchObject({ ledger: before, unsaved: true, leaving: null });
  });
});

describe('another ledger in place of one for which returns came', () => {
  const other = { name: '另一本.xlsx', arrayBuffer: () => Promise.resolve(new ArrayBuffer(4)) };

  async function withReturns() {
    const sample = page();
    await sample.commands.tryDemo();
    const here = page();
    await here.commands.build();
    await here.commands.returns.check(sample.store.snapshot().sampleReturns);
    await here.commands.download();
    return here;
  }

  test('is asked about while they are not taken in, though everything is saved; staying keeps them', async () => {
    const here = await withReturns();
    expect(here.store.snapshot().unsaved).toBe(false);
    await here.commands.opening.open(other);
    expect(here.store.snapshot().leaving).toEqual({ to: 'open', file: other });
    await here.commands.opening.settle('stay');
    expect(here.store.snapshot()).toMatchObject({ leaving: null, inbox: { items: { length: 33 } } });
    await here.commands.opening.close();
    expect(here.store.snapshot().leaving).toEqual({ to: 'start' });
  });

  test('is not asked about once the ledger has them', async () => {
    const here = await withReturns();
    await here.commands.returns.collect();
    await here.commands.download();
    await here.commands.opening.close();
    expect(here.store.snapshot()).toMatchObject({ leaving: null, ledger: null });
  });

  test('is not asked about where they are the sample’s', async () => {
    const here = page();
    await here.commands.tryDemo();
    await here.commands.returns.check(here.store.snapshot().sampleReturns);
    await here.commands.download();
    await here.commands.opening.close();
    expect(here.store.snapshot()).toMatchObject({ leaving: null, ledger: null });
  });
});

function sentBackOf({ store }: ReturnType<typeof page>): readonly string[] {
  return store.snapshot().inbox.items.flatMap(({ key, sentBackOn }) => (sentBackOn === null ? [] : [key]));
}

describe('退回', () => {
  async function checkedPage() {
    const sent: Record<string, Uint8Array> = {};
    const here = page({ download: (name, bytes) => void (sent[name] = bytes) });
    await here.commands.tryDemo();
    await here.commands.returns.check(here.store.snapshot().sampleReturns);
    return { here, sent, owed: checkedFiles(here.store.snapshot().inbox).filter(needsAnswer) };
  }

  test('each file that needs an answer has its marked copy, all of them come packed with the words for them', async () => {
    const { here, sent, owed } = await checkedPage();
    const [first] = owed;
    if (first === undefined) throw new Error('the sample has faults');
    await here.commands.sendBack.download(first);
    expect(Object.keys(sent)).toEqual([first.file.replace('.xlsx', '_退回.xlsx')]);
    expect(sentBackOf(here)).toEqual([first.sha256]);
    await here.commands.sendBack.downloadAll(new Set(owed.map(itemKey)));
    expect(sentBackOf(here)).toEqual(owed.map(itemKey));
    expect(notice(here)).toEqual(['success', 'pane.sentBack']);
    const packed = unzipSync(sent['2017-11_退回件.zip'] ?? new Uint8Array());
    expect(Object.keys(packed)).toHaveLength(owed.length + 1);
    const words = new TextDecoder().decode(packed['退回说明.txt']);
    for (const { office } of owed) expect(words).toContain(`${office}：贵单位报送的2017年11月填报表`);
  });

  test('a finding is shown in the file as the unit sent it, its cell filled; one that is gone is a sentence', async () => {
    const { here, owed } = await checkedPage();
    const file = owed.find(({ findings }) => findings.some(({ where }) => where.cell !== ''));
    const where = file?.findings.find((finding) => finding.where.cell !== '')?.where;
    if (file === undefined || where === undefined) throw new Error('the sample has faulty cells');
    await here.commands.sendBack.show(file, where);
    const { returnedSheet, place, tab } = here.store.snapshot();
    expect(returnedSheet?.name).toBe(`${file.office} · 填报表`);
    expect([tab, place]).toEqual([
      returnedSheet?.name,
      { sheet: returnedSheet?.name, cell: where.cell, asked: 1 },
    ]);
    expect(returnedSheet?.formats.some(({ format }) => format.fill === MARK_FILL.error)).toBe(true);
    await here.commands.sendBack.show({ ...file, sha256: 'other' }, where);
    expect(notice(here)).toEqual(['error', 'pane.fault.show']);
    here.commands.returns.putAside(new Set([itemKey(file)]));
    expect(here.store.snapshot().returnedSheet).toBeNull();
  });

  test('inside Excel a marked copy opens in a window of its own', async () => {
    const live = new MemoryExcel(EMPTY_WORKBOOK);
    const here = page({ live });
    await here.commands.tryDemo();
    await here.commands.returns.check(here.store.snapshot().sampleReturns);
    const owed = checkedFiles(here.store.snapshot().inbox).find(needsAnswer);
    if (owed !== undefined) await here.commands.sendBack.open(owed);
    expect(live.copies).toHaveLength(1);
  });
});

test('cancelling ends the workers at once', async () => {
  let ended = 0;
  const pool = new WorkerPool(smallLedger(), 2, () => ({
    post: () => here.commands.cancel(),
    terminate: () => (ended += 1),
  }));
  const here = page({ checkPool: () => Promise.resolve(pool) });
  await here.commands.tryDemo();
  await here.commands.returns.check(here.store.snapshot().sampleReturns);
  expect(notice(here)).toEqual(['info', 'pane.cancelled']);
  expect(ended).toBe(2);
  expect(here.store.snapshot().inbox).toEqual(EMPTY_INBOX);
});

test('cancelling stops at the next file and changes nothing', async () => {
  const here = page();
  await here.commands.tryDemo();
  const stop = here.store.subscribe(() => {
    if ((here.store.snapshot().work?.done ?? 0) >= 3) here.commands.cancel();
  });
  await here.commands.returns.check(here.store.snapshot().sampleReturns);
  stop();
  expect(notice(here)).toEqual(['info', 'pane.cancelled']);
  expect(here.store.snapshot()).toMatchObject({ inbox: EMPTY_INBOX, work: null });
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
    const live = new MemoryExcel({ ...EMPTY_WORKBOOK, file: '工作簿1.xlsx' });
    const here = page({ live });
    await here.commands.opening.openLive();
    expect(here.store.snapshot().ledger).toBeNull();
    await here.commands.tryDemo();
    await here.commands.returns.check(here.store.snapshot().sampleReturns);
    await here.commands.returns.collect();
    expect(live.writes).toBe(2);
    expect(here.store.snapshot()).toMatchObject({ notice: { intent: 'success' } });

    const again = page({ live });
    await again.commands.opening.openLive();
    expect(again.store.ledger).toEqual(here.store.ledger);
    await again.commands.write();
    expect(notice(again)).toEqual(['success', 'pane.written']);
    expect(again.store.snapshot().unsaved).toBe(false);
  });

  test('the sheet in front is checked as a return, its cells can be gone to, and a second import changes nothing', async () => {
    const live = new MemoryExcel(EMPTY_WORKBOOK);
    const here = page({ live });
    await here.commands.tryDemo();
    const sample = here.store.snapshot().sampleReturns.find(({ name }) => name.startsWith('市财政局'));
    const form = await memoryFiles.read((await sample?.read()) ?? new Uint8Array(), '');
    live.add(form);
    await live.select(form.sheets[0]?.name ?? '', 'A1');
    await here.commands.returns.checkActiveSheet(translator('zh-CN'));
    const { items } = here.store.snapshot().inbox;
    expect(items.map(({ isSheet, checked }) => [isSheet, checked.verdict, checked.office])).toEqual([
      [true, 'accepted', '市财政局'],
    ]);
    await here.commands.returns.collect();
    const { entries } = here.store.ledger;
    await here.commands.returns.checkActiveSheet(translator('zh-CN'));
    await here.commands.returns.collect();
    expect(here.store.ledger.entries).toEqual(entries);
  });

  test('a tab of the ledger’s own is no return, and says so', async () => {
    const here = page({ live: new MemoryExcel(EMPTY_WORKBOOK) });
    await here.commands.build();
    await here.commands.returns.checkActiveSheet(translator('zh-CN'));
    expect(notice(here)).toEqual(['error', 'pane.fault.ownTab']);
  });

  test('settings reach the workbook without another click', async () => {
    const live = new MemoryExcel(EMPTY_WORKBOOK);
    const here = page({ live });
    await here.commands.build();
    await here.commands.setSettings({ ...here.store.ledger.settings, dueSoonDays: 7 });
    expect(here.store.snapshot().unsaved).toBe(false);
    const again = page({ live });
    await again.commands.opening.openLive();
    expect(again.store.ledger.settings.dueSoonDays).toBe(7);
  });

  test('what Excel refuses is said in its own sentence, and the session stays as it was', async () => {
    const refusing = new MemoryExcel(EMPTY_WORKBOOK);
    refusing.write = () =>
      Promise.reject(new ExcelHostError('access-denied', 'AccessDenied', 'Range.values'));
    const here = page({ live: refusing });
    await here.commands.build();
    expect(notice(here)).toEqual(['error', 'excel.error.access-denied']);
    expect(here.store.snapshot().ledger).toBeNull();
  });
});
