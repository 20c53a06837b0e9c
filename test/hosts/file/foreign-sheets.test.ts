import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import type { RawWorkbook } from '../../../src/base/raw-sheet';
import { hasLibreOffice, LIBRE_OFFICE_TIMEOUT, recalculateWithLibreOffice } from '../../support/libre-office';
import { openXmlErrors } from '../../support/open-xml';
import { rawFromBlueprint } from '../../support/raw-from-blueprint';
import { plainSheet, plainWorkbook } from '../../support/sheet-blueprint';
import { unzipped, zipped, type Parts } from '../../support/unzipped';
import { foreignWorkbook, OWN_SHEET } from './foreign-workbook';
import { handWrittenParts, NAMESPACES, relationships } from './hand-written';
import { richWorkbook } from './rich-workbook';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

let opened: Uint8Array;
let written: Uint8Array;
let before: Parts;
let after: Parts;
let read: RawWorkbook;

/** The part whose text holds something. */
function partWith(parts: Parts, text: string): [name: string, xml: string] {
  const found = Object.entries(parts).find(([, xml]) => xml.includes(text));
  if (found === undefined) throw new Error(text);
  return found;
}

beforeAll(async () => {
  opened = await foreignWorkbook();
  const host = await FileWorkbookHost.open(opened, '台账.xlsx');
  await host.write(richWorkbook());
  written = await host.toBytes();
  before = unzipped(opened);
  after = unzipped(written);
  read = await host.read();
});

test('the result is valid by the Open XML SDK', async () => {
  expect(await openXmlErrors(written)).toEqual([]);
});

test('our tabs come first, in the blueprint’s order; the clerk’s follow', () => {
  expect(read.sheets.map(({ name }) => name)).toEqual([
    '台账',
    '汇总',
    '单位透视',
    '设置',
    '_plan',
    OWN_SHEET,
  ]);
});

test('our tabs hold what the blueprint says, in an opened workbook as in a new one', () => {
  const expected = rawFromBlueprint(richWorkbook()).sheets.find(({ name }) => name === '汇总');
  const found = read.sheets.find(({ name }) => name === '汇总');
  expect(found?.rows).toEqual(expected?.rows);
  expect(found?.merges).toEqual(expected?.merges);
});

describe('the clerk’s own sheet', () => {
  test('is the very part it was', () => {
    const [name, xml] = partWith(before, '<v>1234.5</v>');
    expect(after[name]).toBe(xml);
  });

  test.each<[what: string, text: string]>([
    ['its chart', '我的图'],
    ['its table', 'displayName="我的表"'],
    ['its note', '批注'],
  ])('keeps %s', (_, text) => {
    const [name, xml] = partWith(before, text);
    expect(after[name]).toBe(xml);
  });

  test('keeps its picture', () => {
    const picture = Object.keys(before).find((name) => name.endsWith('.png')) ?? '';
    expect(after[picture]).toBe(before[picture]);
  });

  test('keeps its look: the styles it names stand where they stood', () => {
    const styles = (parts: Parts): string => parts['xl/styles.xml'] ?? '';
    const list = (parts: Parts, name: string): readonly string[] =>
      new RegExp(`<${name}s? .*?</${name}s?>`, 's')
        .exec(styles(parts))?.[0]
        .match(/<(font|fill|xf|dxf)>?.*?(?=<(font|fill|xf|dxf)[ >]|<\/\w+s>)/gs) ?? [];
    for (const name of ['cellXfs', 'dxfs', 'fonts', 'fills']) {
      const own = list(before, name);
      expect(own.length).toBeGreaterThan(0);
      expect(list(after, name).length).toBeGreaterThanOrEqual(own.length);
    }
    expect(styles(after)).toContain('FF123456');
    expect(styles(after)).toContain('#,##0.00 &quot;元&quot;');
  });

  test('keeps its names and print area, at its new place', () => {
    const xml = after['xl/workbook.xml'] ?? '';
    expect(xml).toMatch(/<definedName name="我的数"[^>]*>'我的草稿'!\$B\$2</);
    expect(xml).toMatch(
      /<definedName name="_xlnm.Print_Area" localSheetId="5"[^>]*>'我的草稿'!\$A\$1:\$D\$10</,
    );
  });

  test('keeps a formula that looks at our tabs, to be worked out when the file is opened', () => {
    const own = read.sheets.at(-1);
    expect(own?.rows[0]?.cells[1]).toEqual({ column: 2, value: -1, formula: 'SUM(汇总!B3:B6)' });
    expect(after['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  (hasLibreOffice ? test : test.skip)('which LibreOffice does', async () => {
    const recalculated = await FileWorkbookHost.open(await recalculateWithLibreOffice(written), 'x');
    const own = (await recalculated.read()).sheets.at(-1);
    expect(own?.rows[0]?.cells[1]?.value).toBe(10);
  });
});

describe('the tabs that were replaced', () => {
  test.each(['旧的汇总', '旧图', '旧列'])('leave nothing behind: %s', (text) => {
    const holding = Object.entries(after).filter(
      ([name, xml]) => name !== 'xl/sharedStrings.xml' && xml.includes(text),
    );
    expect(holding.map(([name]) => name)).toEqual([]);
  });

  test('their names are ours now, once', () => {
    expect(after['xl/workbook.xml']?.match(/name="统计截止日"/g)).toHaveLength(1);
    expect(after['xl/workbook.xml']).toContain("'设置'!$B$1</definedName>");
  });

  test('no part is there without a type, and no type without a part', () => {
    const listed = [...(after['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(listed.filter((name) => after[name ?? ''] === undefined)).toEqual([]);
  });
});

test('writing again changes nothing: neither styles nor texts pile up', async () => {
  const host = await FileWorkbookHost.open(written, '台账.xlsx');
  await host.write(richWorkbook());
  const again = unzipped(await host.toBytes());
  expect(again['xl/styles.xml']).toBe(after['xl/styles.xml']);
  expect(again['xl/sharedStrings.xml']).toBe(after['xl/sharedStrings.xml']);
  expect(Object.keys(again).sort()).toEqual(Object.keys(after).sort());
});

test('a workbook with our tabs alone is written anew', async () => {
  const host = await FileWorkbookHost.open(opened, '台账.xlsx');
  await host.write(plainWorkbook([plainSheet('汇总'), plainSheet(OWN_SHEET)]));
  const fresh = FileWorkbookHost.create();
  await fresh.write(plainWorkbook([plainSheet('汇总'), plainSheet(OWN_SHEET)]));
  expect(await host.toBytes()).toEqual(await fresh.toBytes());
});

test('names of sheets are compared as Excel does, whatever the case', async () => {
  const host = FileWorkbookHost.create();
  await host.write(
    plainWorkbook([plainSheet('Sheet', { cells: [[1]] }), plainSheet('Own', { cells: [[2]] })]),
  );
  await host.write(plainWorkbook([plainSheet('SHEET', { cells: [[3]] })]));
  expect((await host.read()).sheets.map(({ name }) => name)).toEqual(['SHEET', 'Own']);
});

describe('workbooks of other writers take our tabs in', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>';

  async function withOurs(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
    const host = await FileWorkbookHost.open(zipped(parts), '表.xlsx');
    await host.write(richWorkbook());
    return host.toBytes();
  }

  async function checked(bytes: Uint8Array): Promise<readonly string[]> {
    expect(await openXmlErrors(bytes)).toEqual([]);
    const workbook = await (await FileWorkbookHost.open(bytes, 'x')).read();
    expect(workbook.sheets.at(-1)?.rows[0]?.cells[0]?.value).toBe('甲');
    return workbook.sheets.map(({ name }) => name);
  }

  const all = ['台账', '汇总', '单位透视', '设置', '_plan', '表'];

  test('one without styles or strings', async () => {
    expect(await checked(await withOurs(handWrittenParts({ rows })))).toEqual(all);
  });

  test('one with every name prefixed', async () => {
    const prefixed = (xml: string): string =>
      xml
        .replace(/<(\/?)(\w)/g, '<$1x:$2')
        .replace('xmlns="', 'xmlns:x="')
        .replaceAll('r:id', 'rel:id')
        .replaceAll('xmlns:r=', 'xmlns:rel=');
    const styles =
      '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>';
    const parts = handWrittenParts({ rows, styles });
    const changed = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((name) => [
      name,
      prefixed(String(parts[name])),
    ]);
    expect(await checked(await withOurs({ ...parts, ...Object.fromEntries(changed) }))).toEqual(all);
  });

  test('a strict one becomes an ordinary one', async () => {
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
          )
          .replace('<workbook ', '<workbook conformance="strict" '),
      ]),
    );
    const bytes = await withOurs(parts);
    expect(await checked(bytes)).toEqual(all);
    expect(Object.values(unzipped(bytes)).join('')).not.toContain('purl.oclc.org');
  });

  test('macros, a chart sheet and the order of calculation: the first two stay, the last goes', async () => {
    const parts = handWrittenParts({
      rows,
      parts: {
        'xl/workbook.xml': `<workbook ${NAMESPACES}><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="7" r:id="rId2"/></sheets><calcPr calcId="1"/></workbook>`,
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId3', 'calcChain', 'calcChain.xml'],
          ['rId4', 'vbaProject', 'vbaProject.bin'],
        ]),
        'xl/chartsheets/sheet1.xml': `<chartsheet ${NAMESPACES}><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews></chartsheet>`,
        'xl/calcChain.xml': '<calcChain/>',
        'xl/vbaProject.bin': 'macros',
      },
    });
    const after = unzipped(await withOurs(parts));
    expect(after['xl/vbaProject.bin']).toBe('macros');
    expect(after['xl/calcChain.xml']).toBeUndefined();
    expect(after['xl/chartsheets/sheet1.xml']).toContain('<sheetView workbookViewId="0"/>');
    expect(after['xl/workbook.xml']).toMatch(/name="表" sheetId="1".*name="图" sheetId="7"/);
    expect(after['xl/workbook.xml']).toContain('<workbookView activeTab="1"');
  });

  test('one whose dates count from 1904 cannot', async () => {
    const xml = `<workbook ${NAMESPACES}><workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    await expect(withOurs(handWrittenParts({ rows, parts: { 'xl/workbook.xml': xml } }))).rejects.toThrow(
      '1904',
    );
  });
});

test('a file that is broken where reading does not look is refused when written into, and stays as it was', async () => {
  const broken = zipped(
    handWrittenParts({ parts: { 'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships>' } }),
  );
  const host = await FileWorkbookHost.open(broken, 'x');
  await expect(host.write(richWorkbook(3))).rejects.toMatchObject({ code: 'file-bad-xml' });
  await expect(host.toBytes()).resolves.toEqual(broken);
});
