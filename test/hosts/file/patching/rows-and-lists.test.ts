import { writeWorkbook } from '../../../../src/hosts/file/writing/write-xlsx';
import { RowMoves, WorkbookMoves } from '../../../../src/hosts/file/patching/inserting/row-moves';
import { hasLibreOffice, recalculateWithLibreOffice } from '../../../support/libre-office';
import { openXmlErrors } from '../../../support/open-xml';
import { plainSheet, range } from '../../../support/sheet-blueprint';
import { unzipped, type Parts } from '../../../support/unzipped';
import { richWorkbook } from '../rich-workbook';
import { cellAt, changedTab, differenceOf, played, readBack } from './differences';

jest.setTimeout(240_000);

const moves = new WorkbookMoves([['台账', new RowMoves([{ before: 5, count: 2 }])]]);

test.each<[formula: string, own: string, expected: string]>([
  ['A4+A5', '台账', 'A4+A7'],
  ['SUM(A1:A5)', '台账', 'SUM(A1:A7)'],
  ['SUM($A$1:$A$4)', '台账', 'SUM($A$1:$A$4)'],
  ['SUM(A:A)+SUM(4:5)', '台账', 'SUM(A:A)+SUM(4:7)'],
  ['A5', '汇总', 'A5'],
  ["'台账'!A5+台账!$B$9&汇总!A5", '汇总', "'台账'!A7+台账!$B$11&汇总!A5"],
  ['"台账!A5"&台账表[[#This Row],[A5]]', '汇总', '"台账!A5"&台账表[[#This Row],[A5]]'],
  ["[1]台账!A5+'[b.xlsx]台账'!A5", '汇总', "[1]台账!A5+'[b.xlsx]台账'!A5"],
  ['LOG10(A5)', '台账', 'LOG10(A7)'],
  ['SUM(A5:A1048576)', '台账', 'SUM(A7:A1048576)'],
])('%s on %s becomes %s when two rows come before the fifth of 台账', (formula, own, expected) => {
  expect(moves.formula(formula, own)).toBe(expected);
});

describe('rows inserted, and all that follows them', () => {
  let before: Parts;
  let changed: Uint8Array;
  let after: Parts;

  beforeAll(async () => {
    const bytes = await writeWorkbook(richWorkbook());
    before = unzipped(bytes);
    changed = await played(
      bytes,
      differenceOf([
        changedTab('台账', {
          insertedRows: [
            { before: 3, count: 1 },
            { before: 10, count: 2 },
          ],
          cells: [
            { row: 10, column: 1, content: 101 },
            { row: 10, column: 6, content: '已完成' },
            { row: 11, column: 1, content: 102 },
            { row: 11, column: 4, content: '市编办' },
          ],
        }),
        changedTab('汇总', {
          insertedRows: [{ before: 2, count: 1 }],
          charts: { removed: [], added: [] },
        }),
      ]),
    );
    after = unzipped(changed);
  });

  test('cells and formulas on both sheets', async () => {
    const read = await readBack(changed);
    expect(cellAt(read, '台账', 9, 1)?.value).toBe(5);
    expect(cellAt(read, '台账', 10, 1)?.value).toBe(101);
    expect(cellAt(read, '台账', 12, 1)?.value).toBe(6);
    expect(cellAt(read, '台账', 12, 8)?.formula).toContain('IF(AND(F12<>"已完成",E12<统计截止日)');
    expect(cellAt(read, '汇总', 4, 2)?.formula).toBe('COUNTIFS(台账!$D$5:$D$36,$A4,填报状态列,B$3)');
    expect(cellAt(read, '汇总', 8, 2)?.formula).toBe('SUM(B4:B7)');
  });

  test('table, rules, notes, names, links, filter, print area, charts', () => {
    expect(after['xl/tables/table1.xml']).toContain('ref="A4:H36"');
    const sheet = after['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<conditionalFormatting sqref="A5:H36"');
    expect(sheet).toContain('<formula>$H5&gt;0</formula>');
    expect(sheet).toContain('sqref="F5:F36"');
    expect(after['xl/comments1.xml']).toContain('ref="H4"');
    expect(after['xl/drawings/vmlDrawing1.vml']).toContain('<x:Row>3</x:Row>');
    expect(after['xl/workbook.xml']).toMatch(/'?(?:'|&apos;)台账(?:'|&apos;)!\$F\$5:\$F\$36/);
    expect(after['xl/workbook.xml']).toContain('!$A$1:$H$36');
    expect(after['xl/worksheets/sheet2.xml']).toContain('<autoFilter ref="A3:E7"/>');
    expect(after['xl/worksheets/sheet2.xml']).toContain('ref="A9"');
    expect(after['xl/charts/chart1.xml']).toContain('!$B$4:$B$7');
    expect(after['xl/drawings/drawing1.xml']).toContain('<xdr:row>10</xdr:row>');
  });

  test('inserted rows look like the row above', () => {
    const style = (row: number): string | undefined =>
      new RegExp(`<c r="D${row}" s="(\\d+)"`).exec(after['xl/worksheets/sheet1.xml'] ?? '')?.[1];
    expect(style(11)).toBe(style(9));
  });

  test('parts that name no moved cell stay byte for byte', () => {
    const parts = Object.keys(before).filter((name) => after[name] !== before[name]);
    for (const name of [
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet4.xml',
      'xl/theme/theme1.xml',
    ])
      expect(parts).not.toContain(name);
  });

  test('the Open XML SDK finds nothing', async () => {
    expect(await openXmlErrors(changed)).toEqual([]);
  });

  (hasLibreOffice ? test : test.skip)('LibreOffice works out what is to be expected', async () => {
    const read = await readBack(await recalculateWithLibreOffice(changed));
    expect(cellAt(read, '汇总', 8, 5)?.value).toBe(30);
    expect(cellAt(read, '汇总', 9, 2)?.value).toBe('相符');
  });
});

describe('lists of a tab', () => {
  const blueprint = richWorkbook();
  const ledger = blueprint.sheets[0];
  const summary = blueprint.sheets[1];
  let changed: Uint8Array;
  let after: Parts;

  beforeAll(async () => {
    if (ledger === undefined || summary === undefined) throw new Error('sheets');
    const [status] = ledger.validations;
    const [late] = ledger.conditionalFormats;
    const [chart] = summary.charts;
    if (status === undefined || late === undefined || chart === undefined) throw new Error('rules');
    const bytes = await writeWorkbook(blueprint);
    changed = await played(
      bytes,
      differenceOf(
        [
          changedTab('台账', {
            cells: [{ row: 34, column: 1, content: 31 }],
            tables: [{ name: '台账表', range: range(3, 1, 34, 8) }],
            validations: { removed: [status], added: [{ ...status, range: range(4, 6, 34, 6) }] },
            conditionalFormats: { removed: [late], added: [{ ...late, range: range(4, 1, 34, 8) }] },
            notes: {
              removed: [{ row: 3, column: 8, text: '截止日当天不算逾期。' }],
              added: [{ row: 3, column: 7, text: '进度 <&>' }],
            },
            print: { ...(ledger.print ?? never()), repeatRows: { from: 2, to: 3 }, footerLeft: '新的 & 脚' },
          }),
          changedTab('汇总', {
            cells: [
              { row: 8, column: 1, content: '不再是链接', wasLink: true },
              { row: 9, column: 1, content: { text: '去设置', sheet: '设置', cell: 'B1' } },
            ],
            merges: { removed: [range(1, 1, 1, 5)], added: [range(1, 1, 1, 4)] },
            charts: {
              removed: summary.charts.slice(0, 2),
              added: [
                {
                  ...chart,
                  title: '新题',
                  categories: range(3, 1, 5, 1),
                  series: chart.series.map((series) => ({
                    ...series,
                    values: { ...series.values, bottom: 5 },
                  })),
                },
                { ...chart, name: 'New', place: range(110, 1, 120, 5) },
              ],
            },
          }),
          { kind: 'draw', sheet: plainSheet('新表', { cells: [['新', 1]] }) },
        ],
        {
          order: ['台账', '新表', '汇总'],
          names: [{ name: '统计截止日', sheet: '设置', range: range(2, 2, 2, 2) }],
          title: '题',
        },
      ),
    );
    after = unzipped(changed);
  });

  function never(): never {
    throw new Error('print');
  }

  test('change where they are named', async () => {
    const sheet = after['xl/worksheets/sheet1.xml'] ?? '';
    expect(after['xl/tables/table1.xml']).toMatch(/ref="A3:H34".*<autoFilter ref="A3:H34"/);
    expect(sheet).toContain('sqref="F4:F34"');
    expect(sheet).not.toContain('sqref="F4:F33"><formula1>');
    expect(sheet.match(/<dataValidation /g)).toHaveLength(5);
    expect(sheet).toMatch(/<conditionalFormatting sqref="A4:H34"><cfRule type="expression"[^>]*priority="1"/);
    expect(after['xl/comments1.xml']).not.toContain('H3');
    expect(after['xl/comments1.xml']).toContain('进度 &lt;&amp;&gt;');
    expect(after['xl/drawings/vmlDrawing1.vml']?.match(/<v:shape /g)).toHaveLength(1);
    expect(sheet).toContain('&amp;L新的 &amp;&amp; 脚&amp;C第');
    expect(after['xl/workbook.xml']).toContain('!$2:$3');
    const summarySheet = after['xl/worksheets/sheet2.xml'] ?? '';
    expect(summarySheet).toContain('<hyperlinks><hyperlink ref="A9"');
    expect(summarySheet).toContain('<mergeCell ref="A1:D1"/>');
    const read = await readBack(changed);
    expect(read.sheets.map(({ name }) => name)).toEqual([
      '台账',
      '新表',
      '汇总',
      '单位透视',
      '设置',
      '_plan',
    ]);
    expect(cellAt(read, '新表', 1, 1)?.value).toBe('新');
  });

  test('charts change their ranges and what they show, go and come', () => {
    const chart = after['xl/charts/chart1.xml'] ?? '';
    expect(chart).toContain('!$A$3:$A$5');
    expect(chart).toContain('<c:ptCount val="3"/>');
    expect(chart).toContain('<c:v>市编办</c:v>');
    expect(chart).toContain('新题');
    const drawing = after['xl/drawings/drawing1.xml'] ?? '';
    expect(drawing).not.toContain('name="Status2"');
    expect(drawing).toContain('name="New"');
    expect(drawing.match(/twoCellAnchor>/g)).toHaveLength(10);
  });

  test('the Open XML SDK finds nothing', async () => {
    expect(await openXmlErrors(changed)).toEqual([]);
  });
});
