import { foldLedger } from '../../src/ledger/fold';
import type { Ledger } from '../../src/ledger/ledger';
import { summarise } from '../../src/ledger/figures/summary';
import { changesSinceLast, ledgerOfPeriod, trend } from '../../src/ledger/figures/trend';
import type { CellContent, SheetBlueprint } from '../../src/base/blueprint';
import { actsTab } from '../../src/sheets/tabs/acts-tab';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { leadersTab } from '../../src/sheets/figures/leaders-tab';
import { ledgerTab } from '../../src/sheets/tabs/ledger-tab';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { scoresTab, weightNames } from '../../src/sheets/figures/scores-tab';
import { submissionsTab } from '../../src/sheets/tabs/submissions-tab';
import { trendTab } from '../../src/sheets/figures/trend-tab';
import { TAB } from '../../src/sheets/words';
import { period, smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const ledger = threePeriods();

function shown(cell: CellContent | undefined): string | number | boolean | null {
  if (cell === null || cell === undefined || typeof cell !== 'object') return cell ?? null;
  if ('formula' in cell) return cell.result;
  return 'date' in cell ? cell.date : cell.text;
}

/** The rows from the one whose first cell is `first`, as shown, blanks left out. */
function rowsFrom(sheet: SheetBlueprint, first: string, count: number) {
  const at = sheet.cells.findIndex((row) => shown(row[0]) === first);
  return sheet.cells
    .slice(at, at + count)
    .map((row) => row.map(shown).filter((one) => one !== null && one !== ''));
}

function trendOf(one: Ledger): SheetBlueprint {
  return trendTab(one, foldLedger(one), trend(one), changesSinceLast(one));
}

function leadersOf(one: Ledger): SheetBlueprint {
  return leadersTab(one, foldLedger(one), summarise(one), trend(one));
}

describe('趋势', () => {
  test('has a row a period, earlier ones as values, the current one as formulas', () => {
    const sheet = trendOf(ledger);
    expect(rowsFrom(sheet, '2017Q3', 3)).toEqual([
      ['2017Q3', '2017-09-30', 7, 1, 1, 5, 1, 0, 0, 0, 0, 1 / 7],
      ['2017Q4', '2017-12-31', 7, 2, 2, 2, 2, 1, 0, 1, 0, 2 / 6],
      ['2018Q1', '2018-04-20', 7, 2, 1, 3, 1, 1, 0, 2, 0, 2 / 6],
    ]);
    const isLive = (row: number) => typeof sheet.cells[row - 1]?.[3] === 'object';
    expect([5, 6, 7].map(isLive)).toEqual([false, false, true]);
    expect(sheet.charts.map(({ kind, series }) => [kind, series.length])).toEqual([
      ['line', 2],
      ['clusteredBar', 2],
      ['clusteredBar', 2],
    ]);
  });

  test('lists what went back first, then what stands still, then what advanced', () => {
    const sheet = trendOf(ledger);
    const header = sheet.cells.findIndex((row) => row[0] === '措施内容');
    expect(sheet.cells.slice(header + 1).map((row) => [row[4], row[1], ...row.slice(5, 9)])).toEqual([
      ['退步', 1, '已完成', 100, '推进中', 80],
      ['未动', 4, '未启动', null, '未启动', null],
      ['进展', 2, '推进中', 40, '推进中', 70],
      ['进展', 3, '未启动', null, '推进中', 30],
      ['进展', 6, '推进中', 50, '已完成', 100],
    ]);
  });

  test('of a single period says that there is nothing to compare yet, and draws nothing', () => {
    const sheet = trendOf(smallLedger());
    expect(sheet.cells.at(-1)?.[0]).toBe('只有一个报送期，下一期收齐后即可比较。');
    expect(sheet.charts).toEqual([]);
  });

  test('without any change says so', () => {
    const still = { ...ledger, settings: { ...ledger.settings, period: period('2018Q2') } };
    const open = changesSinceLast(still).filter(({ kind }) => kind !== 'stoodStill');
    expect(open).toEqual([]);
    const quiet = trendTab(still, foldLedger(still), trend(still), []);
    expect(quiet.cells.at(-1)?.[0]).toBe('与上期相比没有变化。');
  });
});

describe('考核', () => {
  const sheet = scoresTab(ledger, foldLedger(ledger));

  test('shows weights, scores and every deduction', () => {
    expect(rowsFrom(sheet, '市编办', 4)).toEqual([
      ['市编办', 1, 0, 0, 1, 0, 0, 2, 2, 0, '—', '否'],
      ['市物价局', 1, 0, 0, 1, 0, 2, 0, 4, 0, 3, '是'],
      ['市财政局', 1, 1, 0, 0, 100, 1, 0, 2, 98, 1, '是'],
      ['市司法局', 1, 0, 1, 0, 60, 3, 0, 6, 54, 2, '是'],
    ]);
    const list = rowsFrom(sheet, '措施内容', 12).slice(1);
    expect(list).toHaveLength(11);
    expect(list[7]).toEqual(['完善经费保障机制。', '市司法局', 5, '逾期完成', 40]);
    expect(list[8]).toEqual(['（报送工作）', '市司法局', '2017Q3', '未报', 2]);
  });

  test('without deductions says so', () => {
    const fresh = smallLedger('2016-03-01');
    expect(scoresTab(fresh, foldLedger(fresh)).cells.at(-1)?.[0]).toBe('没有扣分。');
  });

  const typed = (value: number | string) => {
    const raw = rawFromBlueprint(ledgerWorkbook(ledger));
    const [first] = weightNames();
    const row = first?.range.top ?? 0;
    const sheets = raw.sheets.map((one) =>
      one.name !== TAB.scores
        ? one
        : {
            ...one,
            rows: one.rows.map((cells) =>
              cells.row !== row
                ? cells
                : {
                    ...cells,
                    cells: cells.cells.map((cell) => (cell.column === 2 ? { column: 2, value } : cell)),
                  },
            ),
          },
    );
    return readLedger({ ...raw, sheets }).ledger;
  };

  test('a weight that the clerk changed is a setting from then on', () => {
    const changed = typed(80);
    expect(changed.settings.weights).toEqual({ ...ledger.settings.weights, onTime: 80 });
    expect(readLedger(rawFromBlueprint(ledgerWorkbook(changed))).ledger.settings).toEqual(changed.settings);
  });

  test.each(['很多', 101])('a weight of %j is named with its place', (value) => {
    expect(() => typed(value)).toThrow(
      expect.objectContaining({ code: 'damaged', sheet: TAB.scores, row: 5, fault: 'cell-unreadable' }),
    );
  });
});

describe('领导参阅', () => {
  test('has the figures, a light for each section, what is longest overdue, and the trend', () => {
    const sheet = leadersOf(ledger);
    expect(rowsFrom(sheet, '措施总数', 1)).toEqual([
      ['措施总数', '已完成', '完成率', '逾期', '临期', '本期未报单位'],
    ]);
    expect(sheet.cells[2]?.map(shown).filter((one) => one !== null)).toEqual([7, 2, 2 / 6, 2, 0, 1]);
    expect(rowsFrom(sheet, '(一)依法全面履行政府职能', 2)).toEqual([
      ['(一)依法全面履行政府职能', 4, 2, 1, 0, 1, '红 逾期 2 项'],
      ['(二)落实工作责任', 3, 0, 0, 0, 3, '绿 已完成或正常'],
    ]);
    const header = sheet.cells.findIndex((row) => row[0] === '序号');
    const columns = ['序号', '牵头单位', '逾期天数'].map((word) => sheet.cells[header]?.indexOf(word) ?? -1);
    const worst = sheet.cells
      .slice(header + 1, header + 4)
      .map((row) => columns.map((column) => shown(row[column])));
    expect(worst).toEqual([
      [1, '市编办', 475],
      [3, '市物价局', 110],
      ['', '', ''],
    ]);
    expect(rowsFrom(sheet, '2017Q3', 3)).toEqual([
      ['2017Q3', 1, 0, 1 / 7],
      ['2017Q4', 2, 1, 2 / 6],
      ['2018Q1', 2, 2, 2 / 6],
    ]);
    expect(sheet.print).toMatchObject({ paper: 'A4', fitWidth: true, fitHeight: true });
  });

  test('of a single period has no chart', () => {
    expect(leadersOf(smallLedger()).charts).toEqual([]);
  });
});

test('a deadline that was extended shows the new day, with the old one in a note', () => {
  const sheet = ledgerTab(ledger, foldLedger(ledger));
  expect(sheet.cells[4]?.[5]).toEqual({ date: '2018-06-30' });
  expect(sheet.notes).toEqual([{ row: 5, column: 6, text: '原时限2017年12月31日，经批准延期。' }]);
  const [form] = formWorkbook(ledger, '市编办', period('2018Q1')).sheets;
  expect(form?.notes).toMatchObject([{ text: '原时限2017年12月31日，经批准延期。' }]);
});

test('核实督办 says of each act whether it still counts', () => {
  const sheet = actsTab(ledger);
  expect(sheet.cells.slice(3).map((row) => [row[1], row[4], row[5], row[12]])).toEqual([
    ['延期', 2, '待批', '已更新'],
    ['延期', 2, '批准', '有效'],
    ['核实', 5, '已销号', '有效'],
    ['核实', 1, '退回', '有效'],
  ]);
});

test('报送情况 lists the offices in charge of each period', () => {
  const rows = submissionsTab(ledger).cells.slice(3);
  const of = (code: string) =>
    rows.filter(([at]) => at === code).map((row) => `${String(row[1])} ${String(row[2])}`);
  expect(of('2017Q3')).toEqual(['市编办 已报', '市物价局 已报', '市财政局 迟报', '市司法局 未报']);
  expect(of('2018Q1')).toEqual([
    '市编办 已报',
    '市发改委 已报',
    '市市场监管局 迟报',
    '市财政局 已报',
    '市司法局 未报',
  ]);
});

test('an earlier period is looked at again in the same tabs', () => {
  const then = ledgerOfPeriod(ledger, period('2017Q4'));
  expect(
    leadersOf(then)
      .cells[2]?.map(shown)
      .filter((one) => one !== null),
  ).toEqual([7, 2, 2 / 6, 0, 1, 1]);
});
