import { LEDGER_PARTS } from '../../../src/sheets/ledger-tabs';
import { importReturns } from '../../../src/ledger/change/changes';
import { ExcelHostError } from '../../../src/hosts/excel/excel-errors';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { typedCellsOfTab } from '../../../src/sheets/reading/late-edits';
import { TAB } from '../../../src/sheets/words';
import type { RawRow, RawWorkbook } from '../../../src/base/raw-sheet';
import type { ChangedTab, WorkbookDifference } from '../../../src/base/workbook-difference';
import type { WorkbookBlueprint } from '../../../src/base/blueprint';
import { AT, day } from '../../ledger/builders';
import { useExcelFrom } from '../../excel-host/support';
import { differenceOf } from './difference-of';
import { grownLedger } from './grown-ledger';
import { differences } from './two-hosts';

const { excel, from } = useExcelFrom({ excelApi: '1.14' });
const live = new ExcelWorkbookHost();
const MEASURES = 24;
const { fresh, returns } = grownLedger(MEASURES);
const collected = importReturns(fresh, returns, AT).ledger;
const later = { ...fresh, settings: { ...fresh.settings, asOf: day('2018-03-01') } };

const EMPTY = ledgerWorkbook(fresh);
const FULL = ledgerWorkbook(collected);
const LATE = ledgerWorkbook(later);

async function built(blueprint: WorkbookBlueprint, name: string): Promise<void> {
  await from(name, async () => {
    excel().host.workbook.behaviour.computesFormulas = false;
    await live.write(blueprint);
  });
}

async function play(difference: WorkbookDifference, act?: () => void): Promise<readonly RawRow[]> {
  const revision = await live.beginRevision(LEDGER_PARTS);
  if (revision.change === undefined) throw new Error('Excel plays differences');
  act?.();
  return revision.change(difference, typedCellsOfTab(revision.workbook, fresh.plan));
}

async function written(blueprint: WorkbookBlueprint, name: string): Promise<RawWorkbook> {
  await built(blueprint, name);
  return live.read();
}

const CASES = [
  ['returns come in', EMPTY, 'empty', FULL, 'full'],
  ['returns are taken back', FULL, 'full', EMPTY, 'empty'],
  ['a later day', EMPTY, 'empty', LATE, 'late'],
] as const;

describe('a difference leaves the workbook that writing it whole would', () => {
  test.each(CASES)('%s', async (_what, before, name, after, afterName) => {
    const wanted = await written(after, afterName);
    await built(before, name);
    await play(differenceOf(before, after));
    expect(differences(wanted, await live.read())).toEqual([]);
  });

  test('a second time it is asked for, it changes nothing', async () => {
    const wanted = await written(FULL, 'full');
    await built(EMPTY, 'empty');
    await play(differenceOf(EMPTY, FULL));
    await play(differenceOf(EMPTY, FULL));
    expect(differences(wanted, await live.read())).toEqual([]);
  });
});

/** What the clerk has on 台账 and beside it, and how it is found again. */
async function clerksThings(): Promise<void> {
  const { host } = excel();
  host.user.type(`${TAB.ledger}!Q3`, '领导批示');
  host.user.type(`${TAB.ledger}!Q5`, '请抓紧');
  host.user.type(`${TAB.ledger}!C${MEASURES + 8}`, '本表由法制办统计');
  host.user.type(`${TAB.summary}!AA2`, '=SUM(台账!A4:A8)');
  host.user.addSheet('领导讲话');
  host.user.type('领导讲话!A1', '=台账!A5');
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(TAB.ledger);
    sheet.getRange('C6').format.fill.color = '#FFFF00';
    sheet.getRange('Q:Q').format.columnWidth = 120;
    sheet.getRange('D:D').columnHidden = true;
    sheet.getRange('7:7').format.rowHeight = 60;
    sheet.freezePanes.freezeRows(4);
    sheet.comments.add('C5', '待核实');
    sheet.charts.add('ColumnClustered', sheet.getRange('A4:A8'), 'Columns').name = '我的图';
    const rule = sheet.getRange('Q4:Q9').conditionalFormats.add('Custom').custom;
    rule.rule.formula = '=$Q4<>""';
    rule.format.fill.color = '#00FF00';
    sheet.getRange('Q4:Q9').dataValidation.rule = { list: { inCellDropDown: true, source: '请抓紧,已阅' } };
    context.workbook.names.add('我的区域', sheet.getRange('Q4:Q9'));
    await context.sync();
  });
}

function thingsOfTheClerk() {
  const { host } = excel();
  const sheet = host.sheet(TAB.ledger);
  const { grid, comments, charts, conditionalFormats, validations, freeze } = sheet;
  return {
    cells: ['Q3', 'Q5', `C${MEASURES + 8}`].map((cell) => host.cell(`${TAB.ledger}!${cell}`)),
    formulas: [host.cell(`${TAB.summary}!AA2`).formula, host.cell('领导讲话!A1').formula],
    fill: host.cell(`${TAB.ledger}!C6`).style.fill,
    columns: [4, 17].map((column) => grid.columns.get(column)),
    height: grid.rows.get(7)?.height,
    freeze,
    comments: comments.map(({ row, column, content }) => [row, column, content]),
    charts: charts.map(({ name, place, series }) => [name, place, series.length]),
    rules: conditionalFormats.filter(({ formula }) => formula === '=$Q4<>""').map(({ rects }) => rects),
    validations: validations.filter(({ rect }) => rect.left === 17).length,
    name: host.workbook.names.find('我的区域', null)?.formula,
    front: host.workbook.activeSheet.name,
    selection: host.workbook.selection.rects,
    sheets: host.sheetNames,
  };
}

describe('what is the clerk’s stays', () => {
  test.each(CASES)('%s', async (_what, before, name, after) => {
    await built(before, name);
    await clerksThings();
    excel().host.user.select('领导讲话!B2');
    const things = thingsOfTheClerk();
    expect(things.rules).toHaveLength(1);
    await play(differenceOf(before, after));
    expect(thingsOfTheClerk()).toEqual(things);
  });

  test('a note of ours leaves a comment of the clerk’s, and is an input message before ExcelApi 1.18', async () => {
    await built(EMPTY, 'empty');
    await clerksThings();
    const tab = changeOf(TAB.ledger, {
      notes: { removed: [], added: [{ row: 6, column: 3, text: '经批准延期' }] },
    });
    await play({ ...NOTHING, tabs: [tab] });
    const { comments, validations } = excel().host.sheet(TAB.ledger);
    expect(comments.map(({ content }) => content)).toEqual(['待核实']);
    const messages = validations.filter(({ validation }) => validation.prompt.message === '经批准延期');
    expect(messages.map(({ rect }) => [rect.top, rect.left])).toEqual([[6, 3]]);
  });
});

const NOTHING: WorkbookDifference = {
  tabs: [],
  order: EMPTY.sheets.map(({ name }) => name),
  names: [],
  title: '',
};

function changeOf(sheet: string, some: Partial<ChangedTab>): ChangedTab {
  const none = { removed: [], added: [] };
  return {
    kind: 'change',
    sheet,
    insertedRows: [],
    cells: [],
    formats: [],
    details: [],
    rowHeights: [],
    tables: [],
    merges: none,
    validations: none,
    conditionalFormats: none,
    notes: none,
    charts: none,
    pivots: none,
    pageBreaks: none,
    ...some,
  };
}

describe('rows inserted over the whole width', () => {
  const inserting = changeOf(TAB.ledger, {
    insertedRows: [{ before: 5, count: 2 }],
    cells: [
      { row: 5, column: 3, content: '新增措施' },
      { row: 6, column: 3, content: '再增措施' },
    ],
  });

  test('what is the clerk’s below and beside moves down, and what refers to it follows', async () => {
    await built(EMPTY, 'empty');
    await clerksThings();
    const { host } = excel();
    const below = host.cell(`${TAB.ledger}!C9`).value;
    await play({ ...NOTHING, tabs: [inserting] });
    const ledger = (cell: string) => host.cell(`${TAB.ledger}!${cell}`);
    expect([ledger('C5').value, ledger('C6').value, ledger('C11').value]).toEqual([
      '新增措施',
      '再增措施',
      below,
    ]);
    expect([ledger('Q7').value, ledger(`C${MEASURES + 10}`).value]).toEqual(['请抓紧', '本表由法制办统计']);
    expect(host.cell(`${TAB.summary}!AA2`).formula).toBe('=SUM(台账!A4:A10)');
    expect(host.cell('领导讲话!A1').formula).toBe('=台账!A7');
    expect(host.workbook.names.find('我的区域', null)?.formula).toBe('台账!$Q$4:$Q$11');
    expect(host.sheet(TAB.ledger).comments).toMatchObject([{ row: 7, column: 3 }]);
    expect(host.sheet(TAB.ledger).tables[0]?.rect.bottom).toBe(3 + MEASURES + 2);
  });

  test('they come before a formula that another tab has of them', async () => {
    await built(EMPTY, 'empty');
    const formula = `ROWS(台账!$A$4:$A$${3 + MEASURES + 2})`;
    const speaking = changeOf(TAB.scores, {
      cells: [{ row: 60, column: 1, content: { formula, result: MEASURES + 2 } }],
    });
    await play({ ...NOTHING, tabs: [speaking, inserting] });
    expect(excel().host.cell(`${TAB.scores}!A60`).formula).toBe(`=${formula}`);
  });

  test('what was typed just before comes back where it stood when the workbook was read', async () => {
    await built(EMPTY, 'empty');
    const { host } = excel();
    const before = await play({ ...NOTHING, tabs: [inserting] }, () =>
      host.user.type(`${TAB.ledger}!G8`, '未启动'),
    );
    const row = before.find((one) => one.row === 8);
    expect(row?.cells.find(({ column }) => column === 7)?.value).toBe('未启动');
    expect(before.map((one) => one.row)).toEqual(Array.from({ length: MEASURES }, (_, index) => 4 + index));
    expect(host.cell(`${TAB.ledger}!G10`).value).toBe('未启动');
  });
});

test('a size or a number format changes alone, whatever else a cell looks like', async () => {
  await built(EMPTY, 'empty');
  const { host } = excel();
  await Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem(TAB.ledger).getRange('E5:F6');
    format.fill.color = '#FFFF00';
    format.font.bold = true;
    await context.sync();
  });
  const range = { top: 5, bottom: 5, left: 5, right: 6 };
  const format = { size: 7, numberFormat: 'yyyy-mm-dd"延"' };
  await play({ ...NOTHING, tabs: [changeOf(TAB.ledger, { details: [{ range, format }] })] });
  const look = (cell: string) => {
    const { fill, bold, fontSize, numberFormat } = host.cell(`${TAB.ledger}!${cell}`).style;
    return [fill, bold, fontSize, numberFormat];
  };
  const changed = ['#FFFF00', true, 7, 'yyyy-mm-dd"延"'];
  expect([look('E5'), look('F5'), look('E6')]).toEqual([changed, changed, ['#FFFF00', true, 10, 'General']]);
});

describe('a formula that goes down a column', () => {
  const ROWS = 120;
  const formulaIn = (row: number) => `IF($B${row}="","尚未填报，请尽快填报","已经填报")`;
  const isHeading = (row: number) => row % 9 === 0;
  const rows = Array.from({ length: ROWS }, (_, index) => 100 + index);

  test('is sent once, and the rows between that say something else say it', async () => {
    await built(EMPTY, 'empty');
    const { host } = excel();
    const change = changeOf(TAB.scores, {
      cells: rows.map((row) => ({
        row,
        column: 1,
        content: isHeading(row) ? `第${row}行` : { formula: formulaIn(row), result: '' },
      })),
    });
    host.traffic.reset();
    await play({ ...NOTHING, tabs: [change] });
    const found = rows.map((row) => host.cell(`${TAB.scores}!A${row}`));
    expect(found.map(({ formula, value }, index) => (isHeading(100 + index) ? value : formula))).toEqual(
      rows.map((row) => (isHeading(row) ? `第${row}行` : `=${formulaIn(row)}`)),
    );
    const sent = host.traffic.roundTrips.filter(({ isChange }) => isChange);
    expect(sent.reduce((sum, { bytesIn }) => sum + bytesIn, 0)).toBeLessThan(ROWS * 60);
  });
});

describe('heights of many rows', () => {
  const ROWS = 900;
  const heightOf = (row: number) => (row % 7 === 0 ? 64 : row % 3 === 0 ? 49 : 34);
  const rows = Array.from({ length: ROWS }, (_, index) => 200 + index).filter((row) => row % 50 !== 0);

  test('are sent by the heights there are, and the rows between keep theirs', async () => {
    await built(EMPTY, 'empty');
    const { host } = excel();
    const { grid } = host.sheet(TAB.scores);
    const heights = () => rows.map((row) => grid.rows.get(row)?.height);
    const between = () => [250, 300, 1_050].map((row) => grid.rows.get(row)?.height);
    const before = between();
    const change = changeOf(TAB.scores, {
      rowHeights: rows.map((row) => ({ row, points: heightOf(row), was: null })),
    });
    host.traffic.reset();
    await play({ ...NOTHING, tabs: [change] });
    expect(heights()).toEqual(rows.map(heightOf));
    expect(between()).toEqual(before);
    const sent = host.traffic.roundTrips.filter(({ isChange }) => isChange);
    expect(sent.reduce((sum, { bytesIn }) => sum + bytesIn, 0)).toBeLessThan(ROWS * 16);
  });
});

describe('a clerk who types in the moment before the write', () => {
  const typing = () => excel().host.user.type(`${TAB.ledger}!G6`, '未启动');

  test('what stood in the cell comes back with the request that changes it', async () => {
    await built(EMPTY, 'empty');
    const before = await play(differenceOf(EMPTY, FULL), typing);
    const typed = before.find(({ row }) => row === 6)?.cells.find(({ column }) => column === 7);
    expect(typed?.value).toBe('未启动');
    expect(excel().host.cell(`${TAB.ledger}!G6`).value).toBe('已完成');
  });

  test('it is kept on a sheet of its own where the write stops', async () => {
    await built(EMPTY, 'empty');
    const { host } = excel();
    host.faults.at(4, { kind: 'disconnect', applied: false });
    await expect(play(differenceOf(EMPTY, FULL), typing)).rejects.toThrow(ExcelHostError);
    expect(host.sheet(TAB.typed).visibility).toBe('VeryHidden');
    expect(host.cell(`${TAB.typed}!G6`).value).toBe('未启动');
    await play(differenceOf(EMPTY, FULL));
    expect(host.sheetNames).not.toContain(TAB.typed);
  });

  test('nothing is copied where no cell is changed that a clerk types into', async () => {
    await built(EMPTY, 'empty');
    const { host } = excel();
    const logged = changeOf(TAB.log, { cells: [{ row: 4, column: 2, content: '下发' }] });
    host.faults.at(5, { kind: 'disconnect', applied: true });
    await play({ ...NOTHING, tabs: [logged] }, typing);
    expect(host.sheetNames).not.toContain(TAB.typed);
    expect(host.cell(`${TAB.ledger}!G6`).value).toBe('未启动');
    host.faults.clear();
  });
});

describe('a filtered 台账', () => {
  async function filtered(): Promise<void> {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(EMPTY.sheets[0]?.tables[0]?.name ?? '');
      table.columns.getItemAt(0).filter.applyValuesFilter(['1', '5', '6', '7', '20']);
      await context.sync();
    });
  }

  test('every cell gets its own value, the filter stays, and one more round trip is made', async () => {
    const wanted = await written(FULL, 'full');
    await built(EMPTY, 'empty');
    await filtered();
    const { host } = excel();
    const hidden = () =>
      [...host.sheet(TAB.ledger).grid.rows].filter(([, row]) => row.hidden).map(([row]) => row);
    const before = hidden();
    expect(before.length).toBe(MEASURES - 5);
    host.traffic.reset();
    await play(differenceOf(EMPTY, FULL));
    expect(host.traffic.syncs).toBe(5);
    expect(hidden()).toEqual(before);
    const values = differences(wanted, await live.read()).filter((line) => !line.includes('hidden'));
    expect(values).toEqual([]);
  });
});

/** Where our tabs are not as they are wanted, but for what the clerk has put on them. */
async function unlike(wanted: RawWorkbook): Promise<readonly string[]> {
  const ours = new Set(FULL.sheets.map(({ name }) => name));
  const read = await live.read();
  const found = differences(wanted, { ...read, sheets: read.sheets.filter(({ name }) => ours.has(name)) });
  return found.filter((line) => !/!(?:Q|AA)\d|!C32 |Sheet/u.test(line));
}

describe('wherever it stops, a second run completes it', () => {
  const difference = differenceOf(EMPTY, FULL);
  const shares = Array.from({ length: 25 }, (_, index) => index / 25);
  const stops = [3, 4].flatMap((sync) => shares.map((applied) => [sync, applied] as const));

  test.each(stops)('round trip %i, after %d of its changes', async (sync, applied) => {
    const wanted = await written(FULL, 'full');
    await built(EMPTY, 'empty');
    await clerksThings();
    const { host } = excel();
    const things = thingsOfTheClerk();
    host.traffic.reset();
    host.faults.at(sync, { kind: 'error', code: 'GeneralException', applied });
    const isStopped = await play(difference).then(
      () => false,
      (error: unknown) => error instanceof ExcelHostError,
    );
    expect(host.faults.unmet).toBe(0);
    // What stands apart from the rest is asked for once more: then there was nothing that stopped.
    if (!isStopped) expect(await unlike(wanted)).toEqual([]);
    expect({ ...thingsOfTheClerk(), sheets: things.sheets }).toEqual(things);
    await play(difference);
    expect(thingsOfTheClerk()).toEqual(things);
    expect(await unlike(wanted)).toEqual([]);
    expect(host.sheet(TAB.leaders).charts.map(({ name }) => name)).toEqual(
      FULL.sheets.find(({ name }) => name === TAB.leaders)?.charts.map(({ name }) => name),
    );
  });
});

test('a tab that the clerk protected is named, and nothing is changed', async () => {
  await built(EMPTY, 'empty');
  const { host } = excel();
  host.user.protect(TAB.log);
  const before = await live.read();
  const error: unknown = await play(differenceOf(EMPTY, FULL)).catch((failure: unknown) => failure);
  expect(error).toMatchObject({ code: 'sheet-protected', sheet: TAB.log });
  expect(differences(before, await live.read())).toEqual([]);
});

test('a tab that is gone by then is told, and nothing is changed', async () => {
  await built(EMPTY, 'empty');
  const { host } = excel();
  host.user.deleteSheet(TAB.trend);
  const before = await live.read();
  await expect(play(differenceOf(EMPTY, FULL))).rejects.toMatchObject({ code: 'item-gone' });
  expect(differences(before, await live.read())).toEqual([]);
});

describe('a new tab', () => {
  const form = { ...FULL.sheets.find(({ name }) => name === TAB.submissions), name: '报送副本' };

  test('goes behind the nearest of ours before it, whatever of the clerk’s lies between', async () => {
    await built(EMPTY, 'empty');
    const { host } = excel();
    host.user.addSheet('领导讲话');
    const order = [TAB.ledger, '报送副本', ...NOTHING.order.filter((name) => name !== TAB.ledger)];
    const sheet = { ...EMPTY.sheets[0], ...form, tables: [], pivots: [], charts: [] };
    await play({
      ...NOTHING,
      order,
      tabs: [{ kind: 'draw', sheet: sheet as (typeof EMPTY.sheets)[number] }],
    });
    expect(host.sheetNames.slice(0, 3)).toEqual([TAB.ledger, '报送副本', TAB.summary]);
  });
});
