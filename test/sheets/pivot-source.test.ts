import fc from 'fast-check';
import { contentValue } from '../../src/base/content-value';
import { leftOutText, pivotSourceTab, sourceRows } from '../../src/sheets/figures/pivots/pivot-source-tab';
import { PIVOT_SOURCE } from '../../src/sheets/figures/pivots/pivot-source-columns';
import { checkCell } from '../../src/sheets/figures/pivots/pivot-check';
import { countColumn } from '../../src/sheets/figures/summary-counts';
import { summaryTab, unitsBlock } from '../../src/sheets/figures/summary-tab';
import { foldLedger } from '../../src/ledger/fold';
import { summarise } from '../../src/ledger/figures/summary';
import type { Ledger } from '../../src/ledger/ledger';
import { day, smallLedger } from '../ledger/builders';
import { randomLedger } from '../ledger/random-ledger';
import { threePeriods } from '../ledger/three-periods';

const ledger = threePeriods();
const drawn = (of: Ledger) => pivotSourceTab(of, foldLedger(of));

/** The rows of the table, each column by its header. */
function rowsOf(of: Ledger) {
  const [, , header = [], ...rows] = drawn(of).cells;
  return rows.map((cells) =>
    Object.fromEntries(header.map((name, at) => [String(name), contentValue(cells[at] ?? null)])),
  );
}

test('the current period stands first and is live; earlier ones follow as values that speak of it for what lasts', () => {
  const { cells, tables, visibility } = drawn(ledger);
  expect([visibility, tables[0]?.range.bottom, cells.length]).toEqual(['hidden', 36, 36]);
  expect(rowsOf(ledger).map((row) => `${row['期别']} ${row['报送期']}`)).toEqual(
    ['本期 2018Q1', '往期 2017Q3', '往期 2017Q4'].flatMap((of) => Array.from({ length: 11 }, () => of)),
  );
  const formula = (row: number, key: Parameters<typeof PIVOT_SOURCE.at>[0]) => {
    const cell = cells[row - 1]?.[PIVOT_SOURCE.at(key) - 1] ?? null;
    return typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.formula : cell;
  };
  expect([formula(5, 'unit'), formula(5, 'standing'), formula(5, 'overdue')]).toEqual([
    '统计底表!$B3',
    'IF(OR(统计底表!$F3="已完成",统计底表!$F3="推进中",统计底表!$F3="未启动",统计底表!$F3="长期坚持",统计底表!$F3="未填报"),统计底表!$F3,"其他")',
    'IF($K5="逾期",1,0)',
  ]);
  expect([formula(16, 'unit'), formula(16, 'standing'), formula(16, 'overdue')]).toEqual([
    '$C5',
    '推进中',
    'IF($K16="逾期",1,0)',
  ]);
});

test('a row says whose it is, who is in charge, and how it stands', () => {
  const [, , third] = rowsOf(ledger).filter((row) => row['单位'] === '市物价局' && row['期别'] === '往期');
  expect(third).toMatchObject({ 报送期: '2017Q3', 承接单位: '市物价局', 序号: 7 });
  const moved = rowsOf(ledger).find((row) => row['序号'] === 4 && row['报送期'] === '2017Q4');
  expect(moved).toEqual({
    期别: '往期',
    报送期: '2017Q4',
    单位: '市物价局',
    承接单位: '市市场监管局',
    部分: '1.依法全面履行政府职能',
    任务: '1.深化行政审批制度改革',
    序号: 4,
    措施: '4.加强价格监督检查。',
    时限年度: '2018年',
    填报状态: '未启动',
    时限状态: '正常',
    核实状态: '待核实',
    报送状态: '未报',
    进度: null,
    应报: 1,
    已报: 0,
    已完成: 0,
    逾期完成: 0,
    逾期: 0,
    临期: 0,
    长期坚持: 0,
    计入完成率: 0,
  });
});

test('where nothing has happened every assignment is there, owed and not returned', () => {
  const rows = rowsOf(smallLedger());
  expect(rows.length).toBeGreaterThan(4);
  expect(
    new Set(
      rows.map(
        (row) => `${row['填报状态']} ${row['核实状态']} ${row['报送状态']} ${row['应报']}${row['已报']}`,
      ),
    ),
  ).toEqual(new Set(['未填报 未填报 未报 10']));
});

test('a plan in which nobody owes anything keeps the one blank row of an empty table', () => {
  const nobody = { ...ledger, plan: { ...ledger.plan, measures: [] } };
  expect(drawn(nobody).cells).toHaveLength(4);
});

test.each([
  [33, 22, 0],
  [32, 11, 1],
  [21, 0, 2],
  [5, 0, 2],
])(
  'of %i rows at most %i are of earlier periods: the earliest %i are left out, the current one never',
  (most, earlier, leftOut) => {
    const rows = sourceRows(ledger, most);
    expect([rows.current.length, rows.earlier.length, rows.leftOut]).toEqual([11, earlier, leftOut]);
    expect(rows.earlier.at(-1)?.period ?? '2017Q4').toBe('2017Q4');
  },
);

test('what is left out is said', () => {
  expect([leftOutText(0), leftOutText(2)]).toEqual(['', '；最多 25000 行，最早的 2 期未列入']);
});

describe('the check figure', () => {
  test('speaks of the columns of 汇总 by units, wherever they are drawn', () => {
    fc.assert(
      fc.property(randomLedger, (any) => {
        const [state, summary] = [foldLedger(any), summarise(any)];
        const { cells } = summaryTab(any, state, summary);
        const { header, first, last } = unitsBlock(summary);
        expect(cells[header - 1]?.slice(0, 2)).toEqual(['单位', '应报项']);
        expect(cells[header - 1]?.[countColumn('overdue') - 1]).toBe('逾期');
        expect(cells.slice(first - 1, last).map(([unit]) => unit)).toEqual(
          summary.units.map(({ unit }) => unit),
        );
        expect(cells[last]?.[0]).toBe('合计');
      }),
      { numRuns: 20 },
    );
  });

  test('says what is owed, done and overdue, and that 汇总 says the same', () => {
    const late = { ...ledger, settings: { ...ledger.settings, asOf: day('2018-12-31') } };
    expect(checkCell(late, summarise(late)).result).toBe(
      '本期应报 11 项，已完成 3 项，逾期 3 项，与汇总一致。',
    );
    expect(checkCell(late, summarise(late)).formula).toContain(
      'SUMIFS(透视底表!$O:$O,透视底表!$B:$B,当前报送期)=SUM(汇总!$B$',
    );
  });
});
