import { columnLetters } from '../../src/base/raw-sheet';
import { clipped, sectionText } from '../../src/sheets/cell-contents';
import { importReturns, undoBatch } from '../../src/ledger/change/changes';
import { foldLedger } from '../../src/ledger/fold';
import type { Ledger } from '../../src/ledger/ledger';
import { summarise } from '../../src/ledger/figures/summary';
import type { RawSheet } from '../../src/base/raw-sheet';
import { basisTab } from '../../src/sheets/figures/basis-tab';
import type { CellContent, SheetBlueprint } from '../../src/base/blueprint';
import { unitsTab } from '../../src/sheets/tabs/directory-tab';
import { settingRow, settingsTab } from '../../src/sheets/tabs/settings-tab';
import { entriesTab } from '../../src/sheets/tabs/entries-tab';
import { findHandEdits } from '../../src/sheets/reading/hand-edits';
import { identityTab, planTab } from '../../src/sheets/tabs/hidden-tabs';
import { ledgerTab, statusCells } from '../../src/sheets/tabs/ledger-tab';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { pivotTab } from '../../src/sheets/figures/pivots/pivot-tab';
import { cellAt, cellDate, cellText, tableRows } from '../../src/sheets/reading/raw-table';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { findingsTab, type FindingLine } from '../../src/sheets/tabs/findings-tab';
import { submissionsTab } from '../../src/sheets/tabs/submissions-tab';
import { leadingLines, textWidth, withFittedRows } from '../../src/sheets/row-heights';
import { summaryTab } from '../../src/sheets/figures/summary-tab';
import { absolute, range, titledTable } from '../../src/sheets/tab-builder';
import { AT, day, done, period, report, returned, smallLedger } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

function taken(ledger: Ledger, ...returns: Parameters<typeof returned>[0][]): Ledger {
  return returns.reduce((state, one) => importReturns(state, [returned(one)], AT).ledger, ledger);
}

const reported = taken(
  smallLedger('2018-02-01'),
  { office: '市编办', reports: [{ measure: 1, report: done('2017-02-01') }] },
  { office: '市委办公室', reports: [{ measure: 3, report: report({ status: 'done', progress: '已办' }) }] },
);

function texts(sheet: SheetBlueprint, row: number): readonly (string | number | boolean)[] {
  return (sheet.cells[row - 1] ?? []).flatMap((cell: CellContent) => {
    if (cell === null) return [];
    if (typeof cell !== 'object') return [cell];
    if ('formula' in cell) return [cell.result];
    return ['date' in cell ? cell.date : cell.text];
  });
}

function column(sheet: SheetBlueprint, at: number, from = 4): readonly CellContent[] {
  return sheet.cells.slice(from - 1).map((row) => row[at - 1] ?? null);
}

describe('报送情况', () => {
  test('says of every unit and period whether it returned, in time or late, again, or took it back', () => {
    const late = { office: '市编办', sha256: 'late', returnedOn: day('2017-10-30'), reports: [] };
    const again = {
      office: '市编办',
      sha256: 'again',
      verdict: 'needs-correction' as const,
      findings: 2,
      reports: [],
    };
    const gone = { office: '市委办公室', sha256: 'gone', reports: [] };
    const ledger = undoBatch(taken(smallLedger(), late, again, gone), 'B0003', AT) as Ledger;
    const rows = submissionsTab(ledger).cells.slice(3);
    expect(rows.map((row) => [row[1], row[2], row[5]])).toEqual([
      ['市编办', '迟报', '合格'],
      ['市编办', '更正', '需更正'],
      ['市委办公室', '已撤销', '合格'],
      ['市委办公室', '未报', null],
      ['市政府办公室', '未报', null],
    ]);
    expect(readLedger(rawFromBlueprint(ledgerWorkbook(ledger))).ledger.submissions).toEqual(
      ledger.submissions,
    );
  });

  test('keeps earlier periods', () => {
    const ledger = taken(smallLedger(), {
      office: '市编办',
      period: period('2017Q2'),
      sha256: 'q2',
      reports: [],
    });
    expect(new Set(column(submissionsTab(ledger), 1))).toEqual(new Set(['2017Q2', '2017Q3']));
  });
});

describe('校验结果', () => {
  const line: FindingLine = {
    file: '市编办.xlsx',
    office: '市编办',
    severity: 'error',
    measure: 2,
    field: '填报状态',
    sheet: '填报表',
    cell: 'F6',
    value: '',
    message: '没有填报状态',
    suggestion: '请选择',
  };

  test('links the measure’s row, and the cell itself where its sheet is here', () => {
    const away = findingsTab(reported, [line], new Set());
    expect(away.cells[3]).toEqual(
      expect.arrayContaining([{ text: '2', sheet: '台账', cell: 'G5' }, '填报表!F6']),
    );
    const here = findingsTab(reported, [line], new Set(['填报表']));
    expect(here.cells[3]).toContainEqual({ text: '填报表!F6', sheet: '填报表', cell: 'F6' });
  });

  test('a finding of a whole file, or of a measure that is none, has no link', () => {
    const [row] = findingsTab(
      reported,
      [{ ...line, cell: '', measure: 99 }],
      new Set(['填报表']),
    ).cells.slice(3);
    expect(row?.slice(2, 5)).toEqual([99, '填报状态', '填报表']);
  });

  test('without findings the table keeps its one blank row', () => {
    expect(findingsTab(reported, [], new Set()).cells).toHaveLength(4);
  });
});

test('单位透视 has its pivots side by side, each on a page of its own, whether or not anything is reported', () => {
  const drawn = (ledger: Ledger) => pivotTab(ledger, summarise(ledger));
  const { pivots, print, columnWidths } = drawn(reported);
  expect(pivots.map(({ rows, columns, sourceTable }) => [sourceTable, rows, columns])).toEqual([
    ['PivotSourceTable', ['单位'], ['填报状态']],
    ['PivotSourceTable', ['单位', '部分', '措施'], []],
    ['PivotSourceTable', ['部分'], ['填报状态']],
    ['PivotSourceTable', ['单位'], ['报送期']],
  ]);
  expect(drawn(smallLedger()).pivots).toEqual(pivots);
  const lefts = pivots.map(({ anchor }) => anchor.column);
  expect(print?.breakBefore).toEqual(lefts.slice(1));
  // A page of A4 across holds some 145 characters of this font, at 80 % of its size 180.
  expect(print?.scale).toBe(80);
  const pages = lefts.map((left, at) =>
    (columnWidths ?? []).slice(left - 1, (lefts[at + 1] ?? left + 10) - 1),
  );
  for (const page of pages) expect(page.reduce((sum, width) => sum + width, 0)).toBeLessThan(180);
});

test('where nobody owes anything 单位透视 has no pivot, and says why', () => {
  const ledger = smallLedger();
  const nobody = { ...ledger, plan: { ...ledger.plan, measures: [] } };
  const tab = pivotTab(nobody, summarise(nobody));
  expect(tab.pivots).toEqual([]);
  expect(texts(tab, 4)[0]).toMatch(/^方案中没有应报项/);
});

test('填报明细 counts an entry once, in the current period and in force', () => {
  const twice = taken(reported, {
    office: '市编办',
    sha256: 'second',
    reports: [{ measure: 1, report: done('2017-03-01') }],
  });
  const settings = { ...twice.settings, period: period('2017Q3') };
  const tab = entriesTab({ ...twice, settings });
  const headers = tab.cells[2] ?? [];
  const counted = tab.cells.slice(3).map((row) => row[headers.indexOf('当期计数')]);
  expect(counted.map((cell) => (cell as { result: number }).result)).toEqual([0, 1, 1]);
  expect(tab.cells.slice(3).map((row) => row[headers.indexOf('是否有效')])).toEqual([
    '已更新',
    '有效',
    '有效',
  ]);
  const years = tab.cells.slice(3).map((row) => row[headers.indexOf('时限年度')]);
  expect(years).toEqual(['2016年', '2017年', '2016年']);
});

test('an entry of a measure the plan no longer has keeps its row', () => {
  const orphan = { ...reported, plan: { ...reported.plan, measures: reported.plan.measures.slice(1) } };
  const headers = entriesTab(orphan).cells[2] ?? [];
  expect(entriesTab(orphan).cells[3]?.[headers.indexOf('部分')]).toBeNull();
});

describe('汇总', () => {
  const state = foldLedger(reported);
  const tab = summaryTab(reported, state, summarise(reported, undefined, state));

  test('has one line a section, year and unit, each counted by formula', () => {
    const labels = tab.cells.map((row) => row[0]);
    expect(labels).toEqual(
      expect.arrayContaining(['全部措施', 2016, 2017, '未定时限', '市编办', '市政府办公室']),
    );
    const total = texts(tab, labels.indexOf('全部措施') + 1);
    expect(total.slice(1, 10)).toEqual([4, 1, 1, 1, 0, 0, 2, 2, 0]);
  });

  test('lists the overdue measures and leaves room for every other one that can fall overdue', () => {
    const first = tab.cells.findIndex((row) => row[0] === '措施内容') + 1;
    const listed = tab.cells.slice(first).map((row) => (row[1] as { result: number | string }).result);
    expect(listed).toEqual([2, 3, '']);
  });

  test('a plan without deadlines has none overdue', () => {
    const plan = {
      ...reported.plan,
      measures: reported.plan.measures.map((measure) => ({ ...measure, deadline: null })),
    };
    const open = { ...reported, plan };
    const openState = foldLedger(open);
    const openTab = summaryTab(open, openState, summarise(open, undefined, openState));
    expect(texts(openTab, openTab.cells.length).filter((text) => text !== '')).toEqual([]);
  });
});

test('统计底表 finds a measure’s row of 台账 by its number; the assignment of a single unit follows it, several keep their values', () => {
  const [header = [], single = [], , shared = []] = basisTab(reported, foldLedger(reported), []).cells;
  const [, measures] = [header.indexOf('序号'), header.lastIndexOf('序号')];
  const place = measures + header.slice(measures).indexOf('台账位置');
  expect(single[place]).toEqual({
    formula: 'IFERROR(MATCH($I2,台账!$A$4:$A$7,0),MATCH($I2&"",台账!$A$4:$A$7,0))',
    result: 1,
  });
  const status = measures + header.slice(measures).indexOf('填报状态');
  expect(single[status]).toEqual({
    formula: 'IFERROR(IF(INDEX(台账!$G$4:$G$7,$L2)="","",INDEX(台账!$G$4:$G$7,$L2)),"")',
    result: '已完成',
  });
  expect(single.slice(3, 7)).toEqual([
    { formula: `$${columnLetters(status + 1)}2`, result: '已完成' },
    expect.objectContaining({ formula: `$${columnLetters(status + 2)}2` }),
    expect.objectContaining({ result: '已完成' }),
    expect.objectContaining({ result: '逾期完成' }),
  ]);
  expect(shared.slice(3, 6)).toEqual(['已完成', '', expect.objectContaining({ result: '推进中' })]);
});

describe('单位目录 and 设置', () => {
  test('a plan that names no group has no group columns and asks for none', () => {
    const ledger = { ...reported, directory: { ...reported.directory, groups: [] } };
    expect(unitsTab(ledger).validations).toEqual([]);
    expect(unitsTab(ledger).cells[2]).toHaveLength(6);
  });

  test('the clerk may write names with any separator and leave a successor without its date', () => {
    const raw = rawFromBlueprint(ledgerWorkbook(reported));
    const typed = raw.sheets.map((sheet): RawSheet =>
      sheet.name !== '单位目录'
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.row !== 4
                ? row
                : {
                    ...row,
                    cells: [
                      ...row.cells.filter(({ column: at }) => at === 1 || at > 5),
                      { column: 2, value: '编办；机构编制办, 编委办' },
                      { column: 3, value: '市委编办' },
                    ],
                  },
            ),
          },
    );
    const [unit] = readLedger({ ...raw, sheets: typed }).ledger.directory.units;
    expect(unit).toMatchObject({ shortNames: ['编办', '机构编制办', '编委办'], successor: null });
  });

  test('sample data say so in the settings too', () => {
    const settings = { ...reported.settings, sample: true };
    expect(settingsTab(settings).cells.at(-1)?.[0]).toBe('示例数据');
    expect(settingRow('asOf')).toBe(4);
  });
});

test('a plan line longer than a cell goes on in the next row, no character split', () => {
  const line = `${'法'.repeat(29_999)}😀${'治'.repeat(40_000)}`;
  const plan = { ...reported.plan, text: `一\n\n${line}` };
  const rows = planTab(plan).cells;
  expect(rows.map((row) => row[0])).toEqual([1, 2, 3, 3, 3]);
  expect(
    rows
      .slice(2)
      .map((row) => row[1])
      .join(''),
  ).toBe(line);
  for (const [, text] of rows) expect(text).not.toMatch(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/);
  expect(identityTab(reported).cells[0]?.slice(0, 2)).toEqual(['product', 'measures-ledger']);
});

test('台账 names sections as the plan writes them', () => {
  expect(sectionText(reported.plan, '(一)')).toBe('(一)依法全面履行政府职能');
  expect(sectionText({ ...reported.plan, sections: [{ no: '三', title: '保障', measures: 0 }] }, '三')).toBe(
    '三、保障',
  );
  expect(sectionText(reported.plan, '(九)')).toBe('(九)');
  expect(ledgerTab(reported, foldLedger(reported)).cells).toHaveLength(7);
});

test('a text longer than a cell is cut with a mark, no character split', () => {
  const long = `${'长'.repeat(32_765)}😀尾`;
  expect(clipped(long)).toHaveLength(32_766);
  expect(clipped(long).endsWith('长…')).toBe(true);
  expect(clipped('短')).toBe('短');
  expect(statusCells(null)).toEqual({
    status: '',
    percent: null,
    completedOn: null,
    progress: '',
    problems: '',
  });
});

describe('row heights', () => {
  const TABLE = {
    name: '试',
    title: '标题',
    subtitle: '',
    sample: true,
    columns: [
      { header: '内容', width: 10 },
      { header: '数', width: 8 },
    ],
  };
  const sheet = titledTable({
    ...TABLE,
    rows: [
      ['一二三四五六七八九十一二三四五六七八九十', 1],
      [{ formula: 'A1', result: '第一行\n第二行\n第三行' }, 2],
      [{ text: '很长很长很长很长的链接', sheet: '试', cell: 'A1' }, 3],
      ['短', { date: day('2017-01-01') }],
      [null, { formula: '1', result: 1 }],
      ['字'.repeat(4_000), true],
    ],
  });

  test('grow with the lines a text breaks into, up to what Excel allows', () => {
    const fitted = withFittedRows(sheet).rowHeights.filter((height) => height.fitted);
    expect(fitted.map(({ row }) => row)).toEqual([4, 5, 6, 9]);
    const [first = 0, , third = 0, last] = fitted.map(({ points }) => points);
    expect(first).toBeGreaterThan(third);
    expect(last).toBe(409);
  });

  test('leave merged cells and rows of a set height alone', () => {
    const merged = { ...sheet, merges: [...sheet.merges, range(4, 1, 4, 2)] };
    const fixed = { ...sheet, rowHeights: [...sheet.rowHeights, { row: 4, points: 20 }] };
    for (const one of [merged, fixed]) {
      expect(withFittedRows(one).rowHeights.filter(({ row, fitted }) => row === 4 && fitted)).toEqual([]);
    }
  });

  test('a text that the highest row cannot show is written smaller, just enough; any other keeps its size', () => {
    const smaller = withFittedRows(sheet).formats.filter(({ format }) => format.size !== undefined);
    expect(smaller.filter(({ range: { top } }) => top > 3)).toEqual([
      { range: range(9, 1, 9, 1), format: { size: 6 } },
    ]);
    const rows = [['字'.repeat(130), 1]];
    const long = titledTable({ ...TABLE, rows });
    expect(withFittedRows(long).formats.at(-1)).toEqual({ range: range(4, 1, 4, 1), format: { size: 9 } });
    expect(withFittedRows(long).rowHeights.at(-1)?.points).toBeLessThan(409);
  });

  test('of a text too long for a row its first lines stay, and the rest is said', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `第${index + 1}家：已办`);
    expect(leadingLines(lines.slice(0, 27).join('\n'), 20, '其余')).toBe(lines.slice(0, 27).join('\n'));
    expect(leadingLines(lines.join('\n'), 20, '其余').split('\n')).toEqual([...lines.slice(0, 26), '其余']);
    expect(leadingLines('字'.repeat(900), 20, '其余')).toBe('其余');
  });

  test.each([
    ['abc', 3],
    ['措施', 4],
    ['“a”', 5],
  ])('%s is %i wide', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('reading cells', () => {
  const sheet: RawSheet = {
    name: 'x',
    visibility: 'visible',
    merges: [],
    rows: [
      {
        row: 2,
        hidden: false,
        cells: [
          { column: 1, value: '名' },
          { column: 2, value: '日' },
        ],
      },
      {
        row: 3,
        hidden: false,
        cells: [
          { column: 1, value: '甲' },
          { column: 2, value: '2017-05-06' },
        ],
      },
      { row: 4, hidden: false, cells: [{ column: 1, value: { error: '#REF!' } }] },
    ],
  };

  test('rows are known by their headers', () => {
    const [first, second] = tableRows(sheet, ['名'], false) ?? [];
    expect([first?.text('名'), first?.date('日'), first?.number('名'), first?.value('无')]).toEqual([
      '甲',
      '2017-05-06',
      null,
      null,
    ]);
    expect([second?.text('名'), second?.date('日')]).toEqual(['#REF!', null]);
    expect(tableRows(sheet, ['别的'], false)).toBeUndefined();
  });

  test('a cell by its place; texts and dates of any kind of value', () => {
    expect([cellAt(sheet, 3, 1), cellAt(sheet, 3, 9), cellAt(sheet, 9, 1)]).toEqual(['甲', null, null]);
    expect([true, false, null, 1.5, 'a\r\nb'].map((value) => cellText(value))).toEqual([
      'TRUE',
      'FALSE',
      '',
      '1.5',
      'a\nb',
    ]);
    expect([
      cellDate(42736, false),
      cellDate(41274, true),
      cellDate(true, false),
      cellDate(5, false),
    ]).toEqual(['2017-01-01', '2017-01-01', null, null]);
  });

  test('a workbook without its ledger tab, or with rows deleted from it, holds no edits there', () => {
    const raw = rawFromBlueprint(ledgerWorkbook(reported));
    const state = foldLedger(reported);
    const without = { ...raw, sheets: raw.sheets.filter(({ name }) => name !== '台账') };
    const shortened = {
      ...raw,
      sheets: raw.sheets.map((one) =>
        one.name === '台账' ? { ...one, rows: one.rows.filter(({ row }) => row !== 5) } : one,
      ),
    };
    for (const workbook of [without, shortened]) {
      expect(findHandEdits(workbook, reported.plan, state)).toEqual({
        edits: [],
        verdicts: [],
        notes: [],
        refused: [],
      });
    }
  });
});

test('a range in a formula is absolute, a single cell is written once', () => {
  expect([absolute(range(4, 1, 143, 1)), absolute(range(4, 2, 4, 2))]).toEqual(['$A$4:$A$143', '$B$4']);
});
