import { readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { demoLedger } from '../../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import type { RawSheet } from '../../../src/base/raw-sheet';
import { MARK_FILL } from '../../../src/returns/locate/form-columns';
import type { CellMark } from '../../../src/base/workbook-port';
import { hasLibreOffice, LIBRE_OFFICE_TIMEOUT, recalculateWithLibreOffice } from '../../support/libre-office';
import { openXmlErrors } from '../../support/open-xml';
import { plainSheet, plainWorkbook } from '../../support/sheet-blueprint';
import { unzipped, zipped, type Parts } from '../../support/unzipped';
import { foreignWorkbook, OWN_SHEET } from './foreign-workbook';
import { handWrittenParts, NAMESPACES, relationships } from './hand-written';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const files = createWorkbookFiles();
const FRONT = '退回说明';
const front = plainWorkbook([
  plainSheet(FRONT, { cells: [['单元格', { text: '表!B2', sheet: '表', cell: 'B2' }]] }),
]);

function mark(
  sheet: string,
  cell: string,
  severity: CellMark['severity'] = 'error',
  note = '问题',
): CellMark {
  return { sheet, cell, severity, note };
}

/** Sheets, fills and notes as another library sees them. */
async function opened(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

function looks(workbook: Workbook, sheet: string, cell: string): { fill: unknown; note: string } {
  const found = workbook.getWorksheet(sheet)?.getCell(cell);
  const { fill, note } = found ?? {};
  const color =
    fill?.type === 'pattern' ? (fill.fgColor as { argb?: string } | undefined)?.argb?.slice(2) : undefined;
  const texts = typeof note === 'object' && 'texts' in note ? (note.texts ?? []) : [];
  return {
    fill: color,
    note: typeof note === 'string' ? note : texts.map(({ text }) => text).join(''),
  };
}

describe('a form of ours, a protected sheet with validations and repeated rows', () => {
  const ledger = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  let original: Uint8Array;
  let copy: Uint8Array;
  let before: Parts;
  let after: Parts;
  const marks = [
    mark('填报表', 'F5', 'error', '没有填报状态。\n请选择。'),
    mark('填报表', 'H6', 'warning', '=1+1 <请> & “核实”'),
    mark('填报表', 'G5', 'corrected', '按 80 读取。'),
    mark('填报表', 'F5', 'warning', '再看一眼。'),
    mark('填报表', 'P99', 'error', '远处'),
  ];

  beforeAll(async () => {
    original = await files.write(formWorkbook(ledger, '市教育局', ledger.settings.period));
    copy = (await files.mark(original, front, marks)).bytes;
    before = unzipped(original);
    after = unzipped(copy);
  });

  test('is valid by the Open XML SDK', async () => {
    expect(await openXmlErrors(copy)).toEqual([]);
  });

  test.each<[cell: string, fill: string, note: string]>([
    ['F5', MARK_FILL.error, '没有填报状态。\n请选择。\n再看一眼。'],
    ['H6', MARK_FILL.warning, '=1+1 <请> & “核实”'],
    ['G5', MARK_FILL.corrected, '按 80 读取。'],
    ['P99', MARK_FILL.error, '远处'],
  ])('shows %s in its colour, with its note', async (cell, fill, note) => {
    expect(looks(await opened(copy), '填报表', cell)).toEqual({ fill, note });
  });

  test('keeps the rest of a marked cell’s look: border, format, and whether it is locked', async () => {
    const [was, is] = await Promise.all(
      [original, copy].map(async (bytes) => (await opened(bytes)).getWorksheet('填报表')?.getCell('H6')),
    );
    expect(was?.protection).toMatchObject({ locked: false });
    expect({ ...is?.style, fill: undefined }).toEqual({ ...was?.style, fill: undefined });
  });

  test('reads the same as the original, with the tab in front', async () => {
    const [was, is] = await Promise.all([files.read(original, 'x'), files.read(copy, 'x')]);
    expect(is.sheets.map(({ name }) => name)).toEqual([FRONT, ...was.sheets.map(({ name }) => name)]);
    const unfilled = ({ fills: _, ...sheet }: RawSheet) => sheet;
    expect(is.sheets.slice(1).map(unfilled)).toEqual(was.sheets.map(unfilled));
  });

  test('keeps protection, validations, conditional formats and the frozen header word for word', () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const sections = (parts: Parts): readonly string[] =>
      parts[sheet]
        ?.replaceAll('&quot;', '"')
        .match(
          /<(sheetProtection|dataValidations|conditionalFormatting|pane|pageSetup)\b.*?(\/>|<\/\1>)/gs,
        ) ?? [];
    expect(sections(before).length).toBeGreaterThan(4);
    expect(sections(after)).toEqual(sections(before));
  });

  test('lets the repeated header rows follow their sheet to its new place', () => {
    expect(before['xl/workbook.xml']).toMatch(/_xlnm.Print_Titles" localSheetId="0"/);
    expect(after['xl/workbook.xml']).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="1"[^>]*>'?填报表/,
    );
    expect(after['xl/workbook.xml']).toMatch(/activeTab="0"/);
    expect(after['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
  });

  test('gives the same bytes each time, and leaves the original alone', async () => {
    const kept = Uint8Array.from(original);
    expect((await files.mark(original, front, marks)).bytes).toEqual(copy);
    expect(original).toEqual(kept);
  });

  (hasLibreOffice ? test : test.skip)('opens in LibreOffice with fills and notes', async () => {
    const saved = await opened(await recalculateWithLibreOffice(copy));
    expect(looks(saved, '填报表', 'F5')).toMatchObject({ fill: MARK_FILL.error });
    expect(looks(saved, '填报表', 'F5').note).toContain('没有填报状态');
    expect(saved.worksheets.map(({ name }) => name)[0]).toBe(FRONT);
  });

  test('marked again after a correction: the old marks are gone, the cells look as they did', async () => {
    const again = (await files.mark(copy, front, [mark('填报表', 'H6', 'error', '仍未改')])).bytes;
    expect(await openXmlErrors(again)).toEqual([]);
    const [was, is] = await Promise.all([opened(original), opened(again)]);
    for (const cell of ['F5', 'G5']) expect(looks(is, '填报表', cell)).toEqual(looks(was, '填报表', cell));
    expect(looks(is, '填报表', 'H6')).toEqual({ fill: MARK_FILL.error, note: '仍未改' });
    expect(is.worksheets.filter(({ name }) => name.startsWith(FRONT))).toHaveLength(1);
    const drawing = Object.entries(unzipped(again)).find(([name]) => name.endsWith('.vml'))?.[1];
    expect(drawing?.match(/<v:shape\s/g)).toHaveLength(1);
  });
});

describe('a workbook with a bit of everything', () => {
  let before: Parts;
  let after: Parts;
  let copy: Uint8Array;

  beforeAll(async () => {
    const original = await foreignWorkbook();
    copy = (await files.mark(original, front, [mark(OWN_SHEET, 'A5'), mark(OWN_SHEET, 'D4', 'warning')]))
      .bytes;
    before = unzipped(original);
    after = unzipped(copy);
  });

  test('is valid by the Open XML SDK', async () => {
    expect(await openXmlErrors(copy)).toEqual([]);
  });

  test('keeps every part that has nothing to do with the marks byte for byte', () => {
    const changed = Object.keys(before).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/styles.xml', 'xl/workbook.xml']),
    );
    expect(changed.filter((name) => /chart|table|media|drawing\d|sheet1\.xml$/.test(name))).toEqual([]);
  });

  test('goes on with a note that stood there', async () => {
    const { note, fill } = looks(await opened(copy), OWN_SHEET, 'A5');
    expect(note).toBe('批注\n问题');
    expect(fill).toBe(MARK_FILL.error);
  });

  test('marks the first cell of a merged range, where the text stands', async () => {
    expect(looks(await opened(copy), OWN_SHEET, 'C3')).toEqual({ fill: MARK_FILL.warning, note: '问题' });
  });
});

describe('files of other writers', () => {
  const rows =
    '<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="D2"><v>4</v></c></row><row r="5" spans="1:1"/>';
  const marks = ['B2', 'A1', 'E2', 'C5', 'B9'].map((cell) => mark('表', cell));

  async function allMarked(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
    const { bytes } = await files.mark(zipped(parts), front, marks);
    expect(await openXmlErrors(bytes)).toEqual([]);
    const workbook = await opened(bytes);
    for (const { cell } of marks) {
      expect(looks(workbook, '表', cell)).toEqual({ fill: MARK_FILL.error, note: '问题' });
    }
    expect(workbook.getWorksheet('表')?.getCell('D2').value).toBe(4);
    return bytes;
  }

  test('cells and rows that are not there are put in, in order, without styles to begin with', async () => {
    const after = unzipped(await allMarked(handWrittenParts({ rows })));
    const sheet = after['xl/worksheets/sheet1.xml'] ?? '';
    const order = [...sheet.matchAll(/<c r="(\w+)"/g)].map(([, cell]) => cell);
    expect(order).toEqual(['A1', 'A2', 'B2', 'D2', 'E2', 'C5', 'B9']);
    expect(sheet).not.toContain('spans');
  });

  test('rows and cells without an address', async () => {
    await allMarked(
      handWrittenParts({ rows: '<row/><row><c><v>1</v></c><c><v>2</v></c><c/><c><v>4</v></c></row>' }),
    );
  });

  test('every name prefixed', async () => {
    const prefixed = (xml: string): string =>
      xml
        .replace(/<(\/?)(\w)/g, '<$1x:$2')
        .replace('xmlns="', 'xmlns:x="')
        .replaceAll('r:id', 'rel:id')
        .replaceAll('xmlns:r=', 'xmlns:rel=');
    const styles =
      '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf><alignment wrapText="1"/></xf></cellXfs>';
    const parts = handWrittenParts({ rows, styles });
    const names = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml'];
    const changed = Object.fromEntries(names.map((name) => [name, prefixed(String(parts[name]))]));
    await allMarked({ ...parts, ...changed });
  });

  test('the drawing of the notes comes before the tables, where the schema wants it', async () => {
    const after = '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst/>';
    const copy = unzipped(await allMarked(handWrittenParts({ rows, after })));
    expect(copy['xl/worksheets/sheet1.xml']).toMatch(/<pageMargins[^>]*\/><legacyDrawing [^>]*\/><extLst\/>/);
  });

  test('dates that count from 1904', async () => {
    const xml = `<workbook ${NAMESPACES}><workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const bytes = await allMarked(handWrittenParts({ rows, parts: { 'xl/workbook.xml': xml } }));
    expect((await files.read(bytes, 'x')).date1904).toBe(true);
  });

  test('macros and links to other workbooks stay, and the name tells of the macros', async () => {
    const base = handWrittenParts({ rows });
    const macro = String(base['[Content_Types].xml'])
      .replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      )
      .replace(
        '</Types>',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      );
    const { bytes, extension } = await files.mark(
      zipped({
        ...base,
        '[Content_Types].xml': macro,
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'vbaProject', 'vbaProject.bin'],
        ]),
        'xl/vbaProject.bin': 'macros',
      }),
      front,
      marks,
    );
    expect(extension).toBe('xlsm');
    expect(unzipped(bytes)['xl/vbaProject.bin']).toBe('macros');
    expect(unzipped(bytes)['[Content_Types].xml']).toContain('macroEnabled.main+xml');
  });

  test('a mark for a sheet that is not there is passed over', async () => {
    const { bytes } = await files.mark(zipped(handWrittenParts({ rows })), front, [mark('无', 'A1')]);
    expect(unzipped(bytes)['xl/worksheets/sheet1.xml']).toBe(
      handWrittenParts({ rows })['xl/worksheets/sheet1.xml'],
    );
  });
});

test('bytes that are no workbook are refused', async () => {
  await expect(files.mark(new TextEncoder().encode('序号,状态'), front, [])).rejects.toMatchObject({
    code: 'file-not-workbook',
  });
});
