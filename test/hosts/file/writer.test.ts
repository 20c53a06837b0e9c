import { compare, literal, operand } from '../../../src/base/expression/expression';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { SheetBlueprint, ValidationRule } from '../../../src/base/blueprint';
import { openXmlErrors } from '../../support/open-xml';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';
import { unzipped, type Parts } from '../../support/unzipped';
import { date, richWorkbook } from './rich-workbook';

const files = createWorkbookFiles();

async function partsOf(...sheets: readonly SheetBlueprint[]): Promise<Parts> {
  return unzipped(await files.write(plainWorkbook(sheets)));
}

/** The XML of the only sheet, and the style part. */
async function sheetXml(rest: Partial<SheetBlueprint>): Promise<string> {
  return (await partsOf(plainSheet('表', rest)))['xl/worksheets/sheet1.xml'] ?? '';
}

let rich: Parts;
let ledger: string;
let summary: string;

beforeAll(async () => {
  rich = unzipped(await files.write(richWorkbook()));
  ledger = rich['xl/worksheets/sheet1.xml'] ?? '';
  summary = rich['xl/worksheets/sheet2.xml'] ?? '';
});

test('a rich workbook is valid by the Open XML SDK', async () => {
  expect(await openXmlErrors(await files.write(richWorkbook()))).toEqual([]);
});

test('the bare minimum is valid too', async () => {
  expect(await openXmlErrors(await files.write(plainWorkbook([plainSheet('表')])))).toEqual([]);
});

describe('the workbook', () => {
  test.each<[what: string, xml: string]>([
    ['the tab in front', 'activeTab="1"'],
    ['a very hidden sheet', '<sheet name="_plan" sheetId="5" state="veryHidden"'],
    ['a Chinese name for a cell', '<definedName name="统计截止日">&apos;设置&apos;!$B$1</definedName>'],
    [
      'a Chinese name for a range',
      '<definedName name="填报状态列">&apos;台账&apos;!$F$4:$F$33</definedName>',
    ],
    [
      'repeated rows',
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;台账&apos;!$1:$3</definedName>',
    ],
    [
      'the print area',
      '<definedName name="_xlnm.Print_Area" localSheetId="0">&apos;台账&apos;!$A$1:$H$33</definedName>',
    ],
  ])('%s', (_, xml) => {
    expect(rich['xl/workbook.xml']).toContain(xml);
  });

  test('the properties: a title, our own name as the program, no clock', () => {
    expect(rich['docProps/core.xml']).toContain('<dc:title>措施台账 &amp; 汇总</dc:title>');
    expect(rich['docProps/core.xml']).toContain('>2016-01-01T00:00:00Z</dcterms:created>');
    expect(rich['docProps/app.xml']).toContain('<Application>Measures Ledger</Application>');
  });

  test('the content types come first, as readers that look only at the beginning expect', () => {
    expect(Object.keys(rich).slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  });

  test('the default font is one that every Windows in China has', () => {
    expect(/<fonts[^>]*><font>(.*?)<\/font>/s.exec(rich['xl/styles.xml'] ?? '')?.[1]).toContain(
      '<name val="微软雅黑"/>',
    );
  });
});

describe('a sheet', () => {
  test.each<[what: string, xml: string]>([
    ['tab colour', '<tabColor rgb="FF1F4E79"/>'],
    ['no gridlines', 'showGridLines="0"'],
    ['frozen rows and column', '<pane xSplit="1" ySplit="3" topLeftCell="B4"'],
    ['column width', '<col min="3" max="3" width="50" customWidth="1"/>'],
    ['hidden column', '<col min="2" max="2" width="12" hidden="1" customWidth="1"/>'],
    ['row height', '<row r="1" ht="32" customHeight="1"'],
    ['merge', '<mergeCell ref="A1:H1"/>'],
    [
      'protection without a password',
      '<sheetProtection sheet="1" formatColumns="0" formatRows="0" autoFilter="0"',
    ],
    ['fit to the width, any height', 'fitToHeight="0"'],
    ['A3 landscape', '<pageSetup paperSize="8" orientation="landscape"'],
    [
      'margins in inches',
      '<pageMargins left="0.472" right="0.472" top="0.591" bottom="0.591" header="0.236" footer="0.236"/>',
    ],
    [
      'the foot, its “&” doubled',
      '<oddFooter>&amp;L台账 &amp;&amp; 汇总&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>',
    ],
    ['table', '<tablePart r:id='],
    ['notes', '<legacyDrawing r:id='],
  ])('%s', (_, xml) => {
    expect(ledger).toContain(xml);
  });

  test('cells of an unlocked range only are unlocked', () => {
    const styles = [...(rich['xl/styles.xml'] ?? '').matchAll(/<cellXfs.*<\/cellXfs>/gs)].join('');
    const xfs = styles.match(/<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/gs) ?? [];
    const unlocked = new Set(xfs.flatMap((xf, index) => (xf.includes('locked="0"') ? [String(index)] : [])));
    const locks = [...ledger.matchAll(/<c r="([A-Z]+)4" s="(\d+)"/g)].map(([, column, style]) => [
      column,
      unlocked.has(style ?? ''),
    ]);
    expect(Object.fromEntries(locks)).toEqual({
      A: false,
      B: false,
      C: false,
      D: false,
      E: false,
      F: true,
      G: true,
      H: false,
    });
  });

  test('a filter over a plain range', () => {
    expect(summary).toContain('<autoFilter ref="A2:E6"/>');
  });

  test('a link within the workbook is a real one', () => {
    expect(summary).toContain('<hyperlink ref="A8" location="&apos;台账&apos;!A4"/>');
  });

  test('a sheet whose name holds an apostrophe is quoted right', async () => {
    const [xml] = [await sheetXml({ cells: [[{ text: '去', sheet: "张三's 表", cell: 'B2' }]] })];
    expect(xml).toContain('location="&apos;张三&apos;&apos;s 表&apos;!B2"');
  });

  test('a sheet without frozen panes has none', async () => {
    expect(await sheetXml({ freeze: { rows: 0, columns: 0 } })).not.toContain('<pane');
    expect(await sheetXml({ freeze: { rows: 2, columns: 0 } })).toContain('ySplit="2" topLeftCell="A3"');
  });

  test('a fitted row may grow with its text', async () => {
    const xml = await sheetXml({ cells: [['a']], rowHeights: [{ row: 1, points: 30, fitted: true }] });
    expect(xml).toMatch(/<row r="1"[^>]* ht="30"/);
    expect(xml).not.toContain('customHeight');
  });
});

describe('formats are laid over one another, property by property', () => {
  test('a later one wins, the others stay', async () => {
    const parts = await partsOf(
      plainSheet('表', {
        cells: [['a', 'b']],
        formats: [
          {
            range: range(1, 1, 1, 2),
            format: { bold: true, color: 'AA0000', size: 9, font: '宋体', vertical: 'top' },
          },
          { range: range(1, 2, 1, 2), format: { color: '00AA00', bold: false } },
        ],
      }),
    );
    const styles = parts['xl/styles.xml'] ?? '';
    const fonts = styles.match(/<font>.*?<\/font>/gs) ?? [];
    expect(
      fonts.some((font) => font.includes('<b/>') && font.includes('FFAA0000') && font.includes('宋体')),
    ).toBe(true);
    expect(
      fonts.some((font) => !font.includes('<b/>') && font.includes('FF00AA00') && font.includes('宋体')),
    ).toBe(true);
    expect(styles).toContain('vertical="top"');
  });

  test('a format reaches beyond the cells', async () => {
    const xml = await sheetXml({ formats: [{ range: range(2, 2, 3, 3), format: { border: '000000' } }] });
    expect(xml.match(/<c r="[BC][23]" s="\d+"\/>/g)).toHaveLength(4);
  });

  test('cells of one look share one style', async () => {
    const parts = await partsOf(
      plainSheet('表', {
        cells: Array.from({ length: 50 }, (_, index) => [index]),
        formats: [{ range: range(1, 1, 50, 1), format: { bold: true } }],
      }),
    );
    expect(/<cellXfs count="(\d+)"/.exec(parts['xl/styles.xml'] ?? '')?.[1]).toBe('2');
  });
});

describe('validations', () => {
  const validated = (rule: ValidationRule, text = ''): Promise<string> =>
    sheetXml({
      validations: [
        {
          range: range(2, 1, 900, 1),
          rule,
          prompt: { title: '', text },
          error: { title: '错', text: '请改正' },
        },
      ],
    });

  test.each<[rule: ValidationRule, xml: string]>([
    [{ kind: 'list', values: ['已完成', '推进 中'] }, '<formula1>&quot;已完成,推进 中&quot;</formula1>'],
    [{ kind: 'wholeNumber', min: 1, max: 140 }, 'type="whole" allowBlank="1" showErrorMessage="1"'],
    [{ kind: 'decimal', min: 0, max: 1 }, '<formula1>0</formula1><formula2>1</formula2>'],
    [
      { kind: 'date', from: date('2016-01-01'), to: date('2020-12-31') },
      '<formula1>42370</formula1><formula2>44196</formula2>',
    ],
    [{ kind: 'textLength', max: 500 }, 'operator="lessThanOrEqual"'],
  ])('%j', async (rule, xml) => {
    const written = await validated(rule);
    expect(written).toContain(xml);
    expect(written).toContain('sqref="A2:A900"');
    expect(written).toContain('errorTitle="错" error="请改正"');
  });

  test('a prompt is shown when there is one, and cut at Excel’s limit', async () => {
    const rule = { kind: 'wholeNumber', min: 0, max: 9 } as const;
    expect(await validated(rule)).not.toContain('showInputMessage');
    const written = await validated(rule, '说明'.repeat(200));
    expect(/ prompt="([^"]*)"/.exec(written)?.[1]).toHaveLength(255);
  });

  test.each<[what: string, values: readonly string[]]>([
    ['a comma in a choice', ['一,二']],
    ['more than a list holds', Array.from({ length: 100 }, () => '市政府')],
  ])('%s is refused: Excel would call the file damaged', async (_, values) => {
    await expect(validated({ kind: 'list', values })).rejects.toThrow(RangeError);
  });
});

describe('conditional formats', () => {
  test('rules in order, fills as differential styles', () => {
    expect(ledger).toContain(
      '<conditionalFormatting sqref="A4:H33"><cfRule type="expression" dxfId="0" priority="1"><formula>$H4&gt;0</formula>',
    );
    expect(ledger).toContain(
      '<conditionalFormatting sqref="F4:F33"><cfRule type="expression" dxfId="1" priority="2">',
    );
    expect(rich['xl/styles.xml']).toMatch(
      /<dxf><font><b( val="1")?\/><color rgb="FF9B1C1C"\/><\/font><fill><patternFill patternType="solid"><bgColor rgb="FFFDE2E0"\/>/,
    );
  });
});

test('a conditional format may ask for one thing alone', async () => {
  const rule = { range: range(1, 1, 9, 1), condition: compare(operand(1), '>', literal(1)) };
  const parts = await partsOf(
    plainSheet('表', {
      conditionalFormats: [
        { ...rule, format: { fill: '111111' } },
        { ...rule, format: { color: '222222' } },
        { ...rule, format: { bold: true } },
      ],
    }),
  );
  const dxfs = /<dxfs count="3">(.*)<\/dxfs>/s.exec(parts['xl/styles.xml'] ?? '')?.[1] ?? '';
  const [fill, color, bold] = dxfs.match(/<dxf>.*?<\/dxf>/gs) ?? [];
  expect(fill).toMatch(/^<dxf><fill>.*FF111111/s);
  expect(color).toBe('<dxf><font><color rgb="FF222222"/></font></dxf>');
  expect(bold).toBe('<dxf><font><b/></font></dxf>');
});

test('a page may keep its own scale, repeat nothing and print all', async () => {
  const margins = { top: 20, bottom: 4, left: 20, right: 20 };
  const sheet = plainSheet('表', {
    cells: [[1]],
    print: { paper: 'A4', orientation: 'portrait', fitWidth: false, margins, footerLeft: '' },
  });
  const parts = await partsOf(sheet);
  const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(xml).toContain('<pageSetup paperSize="9" orientation="portrait"/>');
  expect(xml).not.toContain('fitToPage');
  // The foot stays within a margin narrower than its usual distance from the edge.
  expect(xml).toContain('bottom="0.157" header="0.236" footer="0.157"');
  expect(parts['xl/workbook.xml']).not.toContain('definedName');
});

describe('tables', () => {
  test('name, range, filter, columns and style', () => {
    const table = rich['xl/tables/table1.xml'] ?? '';
    expect(table).toContain('name="台账表" displayName="台账表" ref="A3:H33"');
    expect(table).toContain('<autoFilter ref="A3:H33">');
    expect(table).toContain('name="措施内容"');
    expect(table).toContain('<tableStyleInfo name="TableStyleLight9"');
    expect(table).toContain('showRowStripes="1"');
  });

  test.each<[what: string, headers: readonly (string | number)[]]>([
    ['empty', ['甲', '']],
    ['double, whatever the case', ['Unit', 'unit']],
    ['no text', ['甲', 2016]],
  ])('a header that is %s is refused', async (_, headers) => {
    const table = {
      name: '表一',
      range: range(1, 1, 2, 2),
      style: 'TableStyleLight1',
      banded: false,
    } as const;
    await expect(partsOf(plainSheet('表', { cells: [headers, [1, 2]], tables: [table] }))).rejects.toThrow(
      RangeError,
    );
  });
});

describe('charts', () => {
  const chart = (number: number): string => rich[`xl/charts/chart${number}.xml`] ?? '';

  test.each<[number: number, what: string, xml: readonly string[]]>([
    [
      1,
      'stacked bars, first row on top, figures below',
      [
        '<c:barDir val="bar"/><c:grouping val="stacked"/>',
        '<c:overlap val="100"/>',
        '<c:orientation val="maxMin"/>',
        '<c:crosses val="max"/>',
      ],
    ],
    [2, 'stacked columns', ['<c:barDir val="col"/><c:grouping val="stacked"/>', '<c:gapWidth val="60"/>']],
    [3, 'bars side by side', ['<c:barDir val="bar"/><c:grouping val="clustered"/>']],
    [
      4,
      'columns side by side',
      ['<c:barDir val="col"/><c:grouping val="clustered"/>', '<c:gapWidth val="80"/>'],
    ],
    [5, 'lines', ['<c:lineChart>', '<c:symbol val="circle"/>']],
  ])('%i: %s', (number, _, xml) => {
    for (const part of xml) expect(chart(number)).toContain(part);
  });

  test('titles, series, colours, cached figures and fonts', () => {
    expect(chart(1)).toContain('<a:t>各单位填报状态 &lt;1&gt;</a:t>');
    expect(chart(1)).toContain('<a:t>应报项数</a:t>');
    expect(chart(5)).not.toContain('应报项数');
    expect(chart(1)).toContain('<c:f>&apos;汇总&apos;!$B$3:$B$6</c:f><c:numCache>');
    expect(chart(1)).toContain('<c:v>市政府法制办</c:v>');
    expect(chart(1)).toContain('<a:srgbClr val="2E7D4F"/>');
    expect(chart(1)).toContain('<a:ea typeface="微软雅黑"/>');
    expect(chart(1)).toContain('<c:minorTickMark val="none"/>');
  });

  test('the chart’s own name and a description for those who cannot see it', () => {
    expect(rich['xl/drawings/drawing1.xml']).toContain('name="Status1" descr="各单位填报状态 &lt;1&gt;"');
    expect(rich['xl/drawings/drawing1.xml']).toContain('name="Status5"');
  });

  test('it lies where the blueprint says', () => {
    expect(rich['xl/drawings/drawing1.xml']).toContain(
      '<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row>',
    );
  });
});

describe('notes', () => {
  test('are written in the body font', () => {
    expect(rich['xl/comments1.xml']).toContain('截止日当天不算逾期。');
    expect(rich['xl/comments1.xml']).toContain('微软雅黑');
  });

  test('have a box as large as their text, whatever the columns and rows', async () => {
    const text = '这里应填：已完成、推进中、未启动、长期坚持之一。\n请改正后重新报送。';
    const parts = await partsOf(
      plainSheet('空'),
      plainSheet('表', {
        cells: [[1], [2], [3]],
        columnWidths: [8, 20, 10, 10],
        rowHeights: [{ row: 1, points: 30 }],
        notes: [
          { row: 1, column: 1, text },
          { row: 3, column: 2, text: '短' },
        ],
      }),
    );
    const anchors = [
      ...(parts['xl/drawings/vmlDrawing2.vml'] ?? '').matchAll(/<x:Anchor>(.*?)<\/x:Anchor>/g),
    ];
    // Columns B to D are 145, 75 and 75 pixels wide; the rows 40, then 22 high.
    expect(anchors.map(([, anchor]) => anchor)).toEqual([
      '1, 12, 0, 4, 3, 40, 2, 18',
      '2, 12, 1, 4, 5, 46, 2, 18',
    ]);
  });
});
