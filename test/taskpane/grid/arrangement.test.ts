import { readFileSync } from 'node:fs';
import { demoLedger } from '../../../src/app/demo/make-demo';
import type { CellContent } from '../../../src/base/blueprint';
import { must } from '../../../src/base/invariant';
import { tabsByNeed } from '../../../src/sheets/ledger-workbook';
import { LEDGER } from '../../../src/sheets/tabs/ledger-tab';
import {
  AS_IT_STANDS,
  arrangedRows,
  columnChoices,
  isArrangement,
  withFilter,
} from '../../../src/taskpane/grid/arranging/arrangement';
import { chipCounts, chipTest } from '../../../src/taskpane/grid/arranging/ledger-chips';
import { listRegion } from '../../../src/taskpane/grid/arranging/list-region';
import { copied } from '../../../src/taskpane/grid/editing/copied-cells';
import { SheetGridModel } from '../../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../../src/taskpane/grid/shown-tab';
import { done, report, reportedBy } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';
import { plainSheet, range } from '../../support/sheet-blueprint';

/** A title, a head, rows, and a remark under them. */
function listOf(rows: readonly (readonly CellContent[])[]): ShownTab {
  const width = rows[0]?.length ?? 1;
  const line = (text: string) => [text, ...Array.from({ length: width - 1 }, () => null)];
  return new ShownTab(
    plainSheet('表', {
      cells: [line('题'), line('头'), ...rows, line('说明')],
      columnWidths: Array.from({ length: width }, () => 10),
      tables: [
        { name: 'T', range: range(2, 1, rows.length + 2, width), style: 'TableStyleLight1', banded: false },
      ],
    }),
  );
}

const region = (tab: ShownTab) => must(listRegion(tab), 'the list');

test('a list is sorted as Excel sorts: numbers, texts by their sound, truths, and last what is empty, either way', () => {
  const tab = listOf([['北'], [null], [10], [true], ['安'], [2], ['第10项'], ['第9项']]);
  const sorted = (isDescending: boolean) =>
    arrangedRows(tab, region(tab), { ...AS_IT_STANDS, sort: { column: 1, isDescending } }).map((row) =>
      tab.text(row, 1),
    );
  expect(sorted(false)).toEqual(['题', '头', '2', '10', '安', '北', '第9项', '第10项', 'TRUE', '', '说明']);
  expect(sorted(true)).toEqual(['题', '头', 'TRUE', '第10项', '第9项', '北', '安', '10', '2', '', '说明']);
});

test('rows that are equal keep their order, and as in the workbook is a choice too', () => {
  const tab = listOf([
    ['乙', 1],
    ['甲', 2],
    ['乙', 3],
  ]);
  const sort = { column: 1, isDescending: false };
  expect(arrangedRows(tab, region(tab), { ...AS_IT_STANDS, sort })).toEqual([1, 2, 4, 3, 5, 6]);
  expect(arrangedRows(tab, region(tab), AS_IT_STANDS)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('values of a column are counted among the rows that the other filters show', () => {
  const tab = listOf([
    ['甲', '是'],
    ['乙', '是'],
    ['甲', '否'],
    ['', '否'],
  ]);
  const byAnswer = withFilter(AS_IT_STANDS, 2, ['是']);
  expect(arrangedRows(tab, region(tab), byAnswer)).toEqual([1, 2, 3, 4, 7]);
  expect(columnChoices(tab, region(tab), byAnswer, 1)).toEqual([
    { value: '甲', count: 1, isShown: true },
    { value: '乙', count: 1, isShown: true },
  ]);
  expect(columnChoices(tab, region(tab), byAnswer, 2)).toEqual([
    { value: '否', count: 2, isShown: false },
    { value: '是', count: 2, isShown: true },
  ]);
  expect(columnChoices(tab, region(tab), AS_IT_STANDS, 1).at(-1)).toEqual({
    value: '',
    count: 1,
    isShown: true,
  });
  expect(withFilter(byAnswer, 2, null)).toEqual(AS_IT_STANDS);
});

test('a filtered list is copied without the rows that are not shown, and each line keeps its number', () => {
  const tab = listOf([['甲'], ['乙'], ['丙'], ['甲']]);
  const order = arrangedRows(tab, region(tab), withFilter(AS_IT_STANDS, 1, ['甲']));
  const model = new SheetGridModel(tab, order);
  expect(copied(model, range(2, 1, 4, 1)).text).toBe('头\r\n甲\r\n甲');
  expect([1, 2, 3, 4, 5].map((line) => model.rowNumber(line))).toEqual([1, 2, 3, 6, 7]);
  expect(model.lineOf(4)).toBe(4);
  expect(model.isShown({ row: 4, column: 1 })).toBe(false);
});

test('what was kept of a session is used only where it is an arrangement', () => {
  expect(isArrangement({ ...AS_IT_STANDS, sort: { column: 2, isDescending: true } })).toBe(true);
  for (const value of [
    null,
    {},
    { ...AS_IT_STANDS, sort: 'x' },
    { ...AS_IT_STANDS, filters: [{ column: 'A' }] },
  ])
    expect(isArrangement(value)).toBe(false);
});

test('rows that the pane asks for: in a list those alone under its head, elsewhere those below what stays in view', () => {
  const ledger = threePeriods();
  const shown = (name: string, only: readonly number[] | null) => {
    const tab = new ShownTab(must(tabsByNeed(ledger).tab(name), name));
    const test = chipTest(tab, ledger, { chips: [], only });
    return arrangedRows(tab, listRegion(tab), { ...AS_IT_STANDS, only }, test);
  };
  expect(shown('报送情况', [6, 9])).toEqual([1, 2, 3, 6, 9]);
  expect(shown('考核', [18, 19, 21])).toEqual([1, 2, 18, 19, 21]);
  expect(shown('考核', null).length).toBeGreaterThan(20);
});

describe('over 台账', () => {
  const started = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  const ledger = reportedBy(started, '市编办', [
    { measure: 1, report: done('2016-12-01') },
    { measure: 2, report: report({ status: 'inProgress', percent: 40 }) },
  ]);
  const tab = new ShownTab(must(tabsByNeed(ledger).tab('台账'), '台账'));

  test('a unit is found in cells that name several', () => {
    const choices = columnChoices(tab, region(tab), AS_IT_STANDS, LEDGER.at('unit'));
    expect(choices.every(({ value }) => !value.includes('、'))).toBe(true);
    const [office] = choices.filter(({ value }) => value === '市编办');
    const rows = arrangedRows(tab, region(tab), withFilter(AS_IT_STANDS, LEDGER.at('unit'), ['市编办']));
    expect(rows.length - 3).toBe(office?.count);
    expect(rows.slice(3).every((row) => tab.text(row, LEDGER.at('unit')).includes('市编办'))).toBe(true);
  });

  test('chips show the measures they count, by what each row says', () => {
    const counts = chipCounts(ledger);
    const shown = (chips: readonly string[]) =>
      arrangedRows(
        tab,
        region(tab),
        { ...AS_IT_STANDS, chips },
        chipTest(tab, ledger, { chips, only: null }),
      ).slice(3);
    expect(shown(['overdue'])).toHaveLength(counts.overdue);
    expect(shown(['overdue']).every((row) => tab.text(row, LEDGER.at('timeliness')) === '逾期')).toBe(true);
    expect(shown(['pending']).map((row) => tab.text(row, LEDGER.at('no')))).toEqual(['1', '2']);
    expect(counts.unreported).toBe(138);
    expect(shown(['unreported']).map((row) => tab.text(row, LEDGER.at('no')))).not.toContain('2');
    expect(shown(['overdue', 'unreported']).length).toBeLessThan(counts.overdue);
    expect(shown([])).toHaveLength(140);
  });
});
