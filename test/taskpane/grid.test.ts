import { readFileSync } from 'node:fs';
import { demoLedger } from '../../src/app/demo/make-demo';
import { importReturns } from '../../src/ledger/change/changes';
import { LEDGER } from '../../src/sheets/tabs/ledger-tab';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { PIVOT_SOURCE_TABLE } from '../../src/sheets/figures/pivots/pivot-source-columns';
import { compare, literal, operand } from '../../src/base/expression/expression';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { COLOR } from '../../src/sheets/theme';
import { range } from '../../src/sheets/tab-builder';
import { chartValues } from '../../src/taskpane/grid/extras/chart-values';
import { laidOut } from '../../src/taskpane/grid/extras/PivotTable';
import { SheetGridModel } from '../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../src/taskpane/grid/shown-tab';
import { shownValue } from '../../src/taskpane/grid/looks/shown-value';
import { AT, day, done, report, returned } from '../ledger/builders';
import { plainSheet } from '../support/sheet-blueprint';

const ledger = importReturns(
  demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8')),
  [
    returned({
      office: '市编办',
      period: demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8')).settings.period,
      reports: [
        { measure: 1, report: done('2016-12-01') },
        { measure: 2, report: report({ status: 'inProgress', percent: 40 }) },
      ],
    }),
  ],
  AT,
).ledger;
const { sheets } = ledgerWorkbook(ledger);

function named(name: string): SheetBlueprint {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no tab ${name}`);
  return sheet;
}

test('the ledger tab is drawn as it will be saved', () => {
  const grid = new SheetGridModel(new ShownTab(named('台账')));
  expect(grid.cell(1, 1)).toMatchObject({ columnSpan: LEDGER.width, rowSpan: 1, format: { bold: true } });
  expect(grid.cell(1, 2)).toBeUndefined();
  expect([6, 7, 8, 9, 12].map((column) => grid.cell(4, column)?.text)).toEqual([
    '2016-12-31',
    '已完成',
    '100%',
    '2016-12-01',
    '已完成',
  ]);
  expect(grid.cell(4, 7)?.format.fill).toBe(COLOR.doneFill);
  expect(grid.cell(5, 1)?.format.fill).toBe(COLOR.overdueFill);
  expect(grid.cell(5, 13)?.text).toBe('346');
  expect(grid.cell(9, 1)?.format.fill).toBe(COLOR.overdueFill);
});

test('rows and columns have the widths and heights they will have', () => {
  const sheet = named('台账');
  const grid = new SheetGridModel(new ShownTab(sheet));
  expect(grid.columns.map(({ width }) => width)).toEqual(sheet.columnWidths.map((width) => width * 7 + 5));
  expect(grid.columns[2]?.left).toBe(
    (sheet.columnWidths[0] ?? 0) * 7 + (sheet.columnWidths[1] ?? 0) * 7 + 10,
  );
  expect([1, 2, 3].map((row) => grid.rowHeight(row))).toEqual([43, 27, 35]);
  expect(grid.rowTop(4)).toBe(105);
  expect(grid.rowHeight(100_000)).toBe(22);
  expect(grid.columnLeft(LEDGER.width + 5)).toBe(grid.totalWidth + 4 * 68);
});

/** Counts how often it is asked for the height of a row. */
class AskedTab extends ShownTab {
  asked = 0;

  override rowHeight(row: number): number {
    this.asked += 1;
    return super.rowHeight(row);
  }
}

test('where lines begin is the sum of the heights above, each of which is asked for once', () => {
  const tab = new AskedTab(named('台账'));
  const grid = new SheetGridModel(tab);
  const heights = Array.from({ length: 99 }, (_, above) => grid.rowHeight(above + 1));
  tab.asked = 0;
  const sum = (count: number) => heights.slice(0, count).reduce((total, height) => total + height, 0);
  expect([100, 4, 1, 100, 60].map((line) => grid.rowTop(line))).toEqual([99, 3, 0, 99, 59].map(sum));
  expect(tab.asked).toBe(99);
});

test('hidden columns are left out', () => {
  const grid = new SheetGridModel(new ShownTab(named('报送情况')));
  expect(grid.columns.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a conditional format shows where its condition holds, the earlier of two', () => {
  const red = { fill: 'FF0000' };
  const tab = new ShownTab({
    ...named('报送情况'),
    cells: [['逾期'], ['正常'], [null]],
    formats: [],
    merges: [],
    conditionalFormats: [
      {
        range: range(1, 1, 2, 1),
        condition: compare(operand(1), '=', literal('逾期')),
        format: red,
      },
      { range: range(1, 1, 3, 1), condition: compare(operand(1), '<>', literal('')), format: { bold: true } },
    ],
  });
  const grid = new SheetGridModel(tab);
  expect([1, 2, 3].map((row) => grid.cell(row, 1)?.format)).toEqual([red, { bold: true }, {}]);
});

test.each([
  [null, undefined, ''],
  ['字', '0', '字'],
  [0.525, '0.0%', '52.5%'],
  [80, '0"%"', '80%'],
  [2016, '0"年底前"', '2016年底前'],
  [42735, 'yyyy-mm-dd', '2016-12-31'],
  [12, '0', '12'],
  [true, undefined, 'TRUE'],
  [{ date: day('2017-01-02') }, undefined, '2017-01-02'],
  [{ formula: 'A1', result: 'x' }, undefined, 'x'],
  [{ text: '第1项', sheet: '台账', cell: 'A1' }, undefined, '第1项'],
])('%j formatted %s shows “%s”', (content, format, shown) => {
  expect(shownValue(content, format)).toBe(shown);
});

test('the pivot adds up what counts, by unit and status', () => {
  const [pivot] = named('单位透视').pivots;
  if (pivot === undefined) throw new Error('the tab has a pivot');
  const [, heads, ...lines] = laidOut(pivot, sheets)?.grid ?? [];
  expect(heads).toEqual(['单位', '推进中', '未填报', '已完成', '总计']);
  expect(lines.find(([name]) => name === '市编办')).toEqual(['市编办', 1, 14, 1, 16]);
  expect(lines.at(-1)?.at(-1)).toBe(205);
  expect(laidOut({ ...pivot, sourceTable: 'none' }, sheets)).toBeUndefined();
  expect(pivot.sourceTable).toBe(PIVOT_SOURCE_TABLE);
});

test('a text that is not wrapped runs on into the empty cells beside it, and no further', () => {
  const sheet = plainSheet('表', {
    cells: [
      ['一、本单位应办', null, null, '已报'],
      ['一、本单位应办', '未报'],
      ['合计', null],
      [3, null],
    ],
    columnWidths: [6, 10, 10, 10],
    formats: [{ range: range(3, 1, 3, 1), format: { horizontal: 'center' } }],
  });
  const grid = new SheetGridModel(new ShownTab(sheet));
  const spills = [1, 2, 3, 4].map((row) => grid.cell(row, 1)?.spill);
  const widths = grid.columns.map(({ width }) => width);
  expect(spills).toEqual([
    widths.slice(0, 3).reduce((sum, one) => sum + one, 0),
    undefined,
    undefined,
    undefined,
  ]);
});

test('room in a chart for periods to come makes no bar', () => {
  const page = named('单位页');
  const [chart] = page.charts;
  if (chart === undefined) throw new Error('the page has a chart');
  const { names, series } = chartValues(chart, page);
  expect(chart.categories.bottom - chart.categories.top + 1).toBeGreaterThan(names.length);
  expect(names).toEqual(['2017-11']);
  expect(series.map(({ values }) => values.length)).toEqual(series.map(() => names.length));
});
