import { LOST_TEXT, type RawCell, type RawSheet, type RawWorkbook } from '../../../src/base/raw-sheet';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { unzipped, zipped } from '../../support/unzipped';
import { faultOf } from './faults';
import { handWritten, handWrittenParts, NAMESPACES, relationships, type HandWritten } from './hand-written';
import { streamedZip, zip64 } from './zip-writers';

const read = (options: HandWritten): RawWorkbook => readWorkbook(handWritten(options), 'file.xlsx');
const sheetOf = (options: HandWritten): RawSheet => read(options).sheets[0] as RawSheet;
/** The cells of row 1. */
const cellsOf = (cells: string, rest: HandWritten = {}): readonly RawCell[] =>
  sheetOf({ ...rest, rows: `<row r="1">${cells}</row>` }).rows[0]?.cells ?? [];

describe('values by cell type', () => {
  test.each<[what: string, cell: string, value: unknown]>([
    ['a number', '<c r="A1"><v>1.5</v></c>', 1.5],
    ['a number in scientific notation', '<c r="A1"><v>1.2E-3</v></c>', 0.0012],
    ['a number that says its type', '<c r="A1" t="n"><v>-7</v></c>', -7],
    ['what is no number stays a text', '<c r="A1"><v>七</v></c>', '七'],
    ['a shared string', '<c r="A1" t="s"><v>1</v></c>', '乙'],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', '甲'],
    [
      'an inline string of several runs',
      '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>',
      '甲乙',
    ],
    [
      'a phonetic guide is not part of the text',
      '<c r="A1" t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>',
      '甲',
    ],
    ['the text of a formula', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', 'a'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['a date in words', '<c r="A1" t="d"><v>2017-03-31</v></c>', 42825],
    ['a date and time in words', '<c r="A1" t="d"><v>2017-03-31T12:00:00</v></c>', 42825.5],
    [
      'an instant, as the offices’ clocks showed it',
      '<c r="A1" t="d"><v>2017-03-30T16:00:00Z</v></c>',
      42825,
    ],
    ['another one', '<c r="A1" t="d"><v>2017-03-31T00:00:00.000Z</v></c>', 42825 + 1 / 3],
    ['a time with its zone', '<c r="A1" t="d"><v>2017-03-31T12:00:00+08:00</v></c>', 42825.5],
    ['a date there is not stays a text', '<c r="A1" t="d"><v>2017-02-30</v></c>', '2017-02-30'],
    ['words of a cell that says it is a number', '<c r="A1"><is><t>甲</t></is></c>', '甲'],
    ['words of a cell that says they are elsewhere', '<c r="A1" t="s"><is><t>甲</t></is></c>', '甲'],
    ['words that are missing from the list', '<c r="A1" t="s"><v>9</v></c>', { error: LOST_TEXT }],
    ['a number of words that is none', '<c r="A1" t="s"><v>-1</v></c>', { error: LOST_TEXT }],
    ['another such number', '<c r="A1" t="s"><v>x</v></c>', { error: LOST_TEXT }],
    ['a CDATA section', '<c r="A1" t="str"><v><![CDATA[a<b]]></v></c>', 'a<b'],
    ['entities', '<c r="A1" t="str"><v>a&lt;b&#20013;</v></c>', 'a<b中'],
    ['an escaped return', '<c r="A1" t="inlineStr"><is><t>一_x000D__x000a_二</t></is></c>', '一\r\n二'],
    ['an escaped underscore', '<c r="A1" t="str"><v>_x005F_x0041_</v></c>', '_x0041_'],
    ['spaces are kept', '<c r="A1" t="str"><v xml:space="preserve"> 甲 </v></c>', ' 甲 '],
  ])('%s', (_, cell, value) => {
    const strings = '<si><t>甲</t></si><si><t>乙</t></si>';
    expect(cellsOf(cell, { strings })[0]?.value).toEqual(value);
  });

  test.each<[what: string, cell: string]>([
    ['a cell with a style only', '<c r="A1" s="1"/>'],
    ['an empty value', '<c r="A1"><v></v></c>'],
    ['a value of spaces', '<c r="A1"><v> </v></c>'],
    ['an empty inline string', '<c r="A1" t="inlineStr"><is><t/></is></c>'],
    ['an empty shared string', '<c r="A1" t="s"><v>0</v></c>'],
    ['a shared string without a number', '<c r="A1" t="s"><v/></c>'],
  ])('%s is no cell', (_, cell) => {
    expect(sheetOf({ rows: `<row r="1">${cell}</row>`, strings: '<si><t/></si>' }).rows).toEqual([]);
  });

  test('shared strings: runs joined, guides left out, order kept', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>推进</t></r><r><t xml:space="preserve">中 </t></r><rPh sb="0" eb="2"><t>tui</t></rPh><phoneticPr fontId="1"/></si><si><t>完成</t></si>';
    const cells = cellsOf('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>', { strings });
    expect(cells.map(({ value }) => value)).toEqual(['推进中 ', '完成']);
  });
});

describe('places', () => {
  test('rows and cells without an address follow the one before', () => {
    const rows =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    const found = sheetOf({ rows }).rows.map(({ row, cells }) => [row, ...cells.map(({ column }) => column)]);
    expect(found).toEqual([
      [1, 1, 2],
      [5, 3, 4],
      [6, 1],
    ]);
  });

  test('rows and cells out of order are put in order; of two for one place the later stands', () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="3" hidden="1"><c r="A3"><v>4</v></c></row>';
    expect(sheetOf({ rows }).rows).toEqual([
      { row: 1, hidden: false, cells: [{ column: 1, value: 3 }] },
      {
        row: 3,
        hidden: true,
        cells: [
          { column: 1, value: 4 },
          { column: 2, value: 1 },
        ],
      },
    ]);
  });

  test.each<[attributes: string, hidden: boolean]>([
    ['', false],
    ['hidden="1"', true],
    ['hidden="true"', true],
    ['hidden="0"', false],
    ['ht="0" customHeight="1"', true],
    ['ht="15"', false],
  ])('a row with %s', (attributes, hidden) => {
    const rows = `<row r="1" ${attributes}><c r="A1"><v>1</v></c></row>`;
    expect(sheetOf({ rows }).rows[0]?.hidden).toBe(hidden);
  });

  test('merges, with or without locks, in any direction', () => {
    const after = '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="$E$9:$D$4"/></mergeCells>';
    expect(sheetOf({ after }).merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 3 },
      { top: 4, left: 4, bottom: 9, right: 5 },
    ]);
  });
});

describe('number formats', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="GENERAL"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="31"/><xf numFmtId="49"/><xf numFmtId="165"/><xf numFmtId="99"/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>';

  test.each<[style: string, format: string | undefined]>([
    ['', undefined],
    ['s="0"', undefined],
    ['s="1"', 'yyyy/m/d'],
    ['s="2"', 'yyyy"年"m"月"'],
    ['s="3"', 'yyyy"年"m"月"d"日"'],
    ['s="4"', '@'],
    ['s="5"', undefined],
    ['s="6"', undefined],
    ['s="77"', undefined],
  ])('%s', (style, format) => {
    expect(cellsOf(`<c r="A1" ${style}><v>1</v></c>`, { styles })[0]?.format).toBe(format);
  });

  test('a date in words has a date format even when its style has none', () => {
    expect(cellsOf('<c r="A1" t="d"><v>2017-03-31</v></c>')[0]?.format).toBe('yyyy-mm-dd');
    expect(cellsOf('<c r="A1" s="1" t="d"><v>2017-03-31</v></c>', { styles })[0]?.format).toBe('yyyy/m/d');
  });
});

describe('formulas', () => {
  test('a formula stands beside its value', () => {
    expect(cellsOf('<c r="A1"><f>SUM(B1:B9)</f><v>3</v></c>')).toEqual([
      { column: 1, value: 3, formula: 'SUM(B1:B9)' },
    ]);
  });

  test('a formula that nobody has worked out yet is a cell all the same', () => {
    expect(cellsOf('<c r="A1"><f>TODAY()</f></c>')).toEqual([{ column: 1, value: '', formula: 'TODAY()' }]);
  });

  test('a shared formula is written out for each cell', () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1</f><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><f t="shared" si="7"/><v>9</v></c></row>' +
      '<row r="3"><c r="C3"><f t="shared" si="0"></f><v>3</v></c></row>';
    const found = sheetOf({ rows }).rows.flatMap(({ cells }) => cells.map(({ formula }) => formula));
    expect(found).toEqual(['A1*$C$1', 'A2*$C$1', undefined, 'B3*$C$1']);
  });

  test('an array formula is its text', () => {
    expect(cellsOf('<c r="A1"><f t="array" ref="A1">SUM(B1:B9*1)</f><v>3</v></c>')[0]?.formula).toBe(
      'SUM(B1:B9*1)',
    );
  });
});

describe('the workbook', () => {
  const threeSheets = {
    'xl/workbook.xml': `<workbook ${NAMESPACES}><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="3" r:id="rId9"/><sheet name="二_x005F_x0041_" sheetId="1" state="hidden" r:id="rId1"/><sheet name="图" sheetId="4" r:id="rId5"/><sheet name="三" sheetId="2" state="veryHidden" r:id="rId7"/><sheet name="无" sheetId="5"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ['rId9', 'worksheet', '..\\other\\s.xml'],
      ['rId7', 'worksheet', './worksheets/../worksheets/sheet1.xml'],
      ['rId5', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId6', 'vbaProject', 'vbaProject.bin'],
      ['rId8', 'externalLink', 'externalLinks/externalLink1.xml'],
    ]),
    'other/s.xml': `<worksheet ${NAMESPACES}><sheetData/></worksheet>`,
  };

  test('sheets in the order of the tabs, wherever their parts lie; chart sheets are none', () => {
    expect(read({ parts: threeSheets }).sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['一', 'visible'],
      ['二_x0041_', 'hidden'],
      ['三', 'veryHidden'],
    ]);
  });

  test('date system, macros and links to other workbooks', () => {
    expect(read({ parts: threeSheets })).toMatchObject({
      file: 'file.xlsx',
      date1904: true,
      hasMacros: true,
      hasExternalLinks: true,
    });
    expect(read({})).toMatchObject({ date1904: false, hasMacros: false, hasExternalLinks: false });
  });

  test('a date in words counts from 1904 where the file does', () => {
    const rows = '<row r="1"><c r="A1" t="d"><v>2017-03-31</v></c></row>';
    const workbook = `<workbook ${NAMESPACES}><workbookPr date1904="true"/><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>`;
    expect(sheetOf({ rows, parts: { 'xl/workbook.xml': workbook } }).rows[0]?.cells[0]?.value).toBe(
      42825 - 1462,
    );
  });

  test('part names ignore case', () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...rest } = handWrittenParts({
      rows: '<row r="1"><c><v>1</v></c></row>',
    });
    expect(
      readWorkbook(zipped({ ...rest, 'XL/Worksheets/Sheet1.xml': sheet }), 'x').sheets[0]?.rows,
    ).toHaveLength(1);
  });
});

describe('what does not show', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>';
  const withBefore = (before: string): RawSheet => {
    const xml = String(handWrittenParts({ rows })['xl/worksheets/sheet1.xml']);
    return sheetOf({
      parts: { 'xl/worksheets/sheet1.xml': xml.replace('<sheetData>', `${before}<sheetData>`) },
    });
  };

  test('hidden columns, and those without width', () => {
    const cols =
      '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="5" max="16384" width="0"/></cols>';
    expect(withBefore(cols).hiddenColumns).toEqual([
      { from: 2, to: 3 },
      { from: 5, to: 16_384 },
    ]);
  });

  test('where rows are hidden unless written, those that are written show, as in LibreOffice and gnumeric', () => {
    const sheet = withBefore('<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>');
    expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
  });
});

describe('the same workbook as other writers put it', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>2</v></c></row>';
  const expected = [
    {
      row: 1,
      hidden: false,
      cells: [
        { column: 1, value: '甲' },
        { column: 2, value: 2 },
      ],
    },
  ];

  test('every name with a prefix', () => {
    const parts = Object.fromEntries(
      Object.entries(handWrittenParts({ rows })).map(([name, xml]) => [
        name,
        String(xml)
          .replace(/<(\/?)(\w)/g, '<$1x:$2')
          .replace('xmlns="', 'xmlns:x="')
          .replaceAll('r:id', 'rel:id')
          .replaceAll('xmlns:r=', 'xmlns:rel='),
      ]),
    );
    expect(String(parts['xl/worksheets/sheet1.xml'])).toContain('<x:row');
    expect(readWorkbook(zipped(parts), 'x').sheets[0]?.rows).toEqual(expected);
  });

  test('strict OOXML', () => {
    const parts = Object.fromEntries(
      Object.entries(handWrittenParts({ rows })).map(([name, xml]) => [
        name,
        String(xml)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/',
            'http://purl.oclc.org/ooxml/spreadsheetml/',
          ),
      ]),
    );
    expect(readWorkbook(zipped(parts), 'x').sheets[0]?.rows).toEqual(expected);
  });

  test.each<[encoding: string, encode: (text: string) => Uint8Array]>([
    ['UTF-8 with a mark', (text) => new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, low byte first', (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['UTF-16, high byte first', (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
  ])('%s', (_, encode) => {
    const parts = handWrittenParts({ rows });
    const sheet = encode(`<?xml version="1.0"?>${String(parts['xl/worksheets/sheet1.xml'])}`);
    expect(
      readWorkbook(zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet }), 'x').sheets[0]?.rows,
    ).toEqual(expected);
  });

  test('without rows, styles or strings', () => {
    expect(sheetOf({})).toEqual({ name: '表', visibility: 'visible', rows: [], merges: [] });
    expect(Object.keys(unzipped(handWritten({})))).toHaveLength(5);
  });

  test('a zip written as a stream, with the sizes behind the data', () => {
    expect(readWorkbook(streamedZip(handWrittenParts({ rows })), 'x').sheets[0]?.rows).toEqual(expected);
  });

  test('a zip with 64-bit fields', () => {
    const wide = zip64(handWritten({ rows }));
    expect(readWorkbook(wide, 'x').sheets[0]?.rows).toEqual(expected);
  });

  test('a zip with 64-bit fields, torn', () => {
    const wide = zip64(handWritten({ rows }));
    const without = (signature: number[]): Uint8Array => {
      const at = Buffer.from(wide).lastIndexOf(Buffer.from(signature));
      const torn = wide.slice();
      torn[at] = 0;
      return torn;
    };
    expect(faultOf(without([0x50, 0x4b, 6, 7]))).toBe('file-torn');
    expect(faultOf(without([0x50, 0x4b, 6, 6]))).toBe('file-torn');
  });
});
