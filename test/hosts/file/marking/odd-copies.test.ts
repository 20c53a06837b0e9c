import { readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import type { CellMark } from '../../../../src/base/workbook-port';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { MARK_FILL } from '../../../../src/returns/locate/form-columns';
import { openXmlErrors } from '../../../support/open-xml';
import { plainSheet, plainWorkbook } from '../../../support/sheet-blueprint';
import { unzipped, zipped, type Parts } from '../../../support/unzipped';
import { handWrittenParts, NAMESPACES, relationships } from '../hand-written';

const files = createWorkbookFiles();
const FRONT = '退回说明';
const front = plainWorkbook([plainSheet(FRONT, { cells: [['请更正']] })]);
const mark = (cell: string, note = '问题'): CellMark => ({ sheet: '表', cell, severity: 'error', note });

type Package = Readonly<Record<string, string | Uint8Array>>;

async function marked(parts: Package, marks: readonly CellMark[] = [mark('B2')]): Promise<Uint8Array> {
  const { bytes } = await files.mark(zipped(parts), front, marks);
  expect(await openXmlErrors(bytes)).toEqual([]);
  return bytes;
}

async function sheetOf(bytes: Uint8Array) {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.getWorksheet('表');
  if (sheet === undefined) throw new Error('the sheet is gone');
  return sheet;
}

function colorOf(sheet: Awaited<ReturnType<typeof sheetOf>>, cell: string): unknown {
  const { fill } = sheet.getCell(cell);
  return fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
}
const rows =
  '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>';

function singleQuoted(xml: string): string {
  return xml.replaceAll('"', "'");
}

describe('styles of which something is missing', () => {
  test.each([
    ['nothing at all', ''],
    ['empty lists', '<fonts count="0"/><fills count="0"/><borders count="0"/><cellXfs count="0"/>'],
    ['fonts alone', '<fonts count="1"><font><sz val="9"/></font></fonts>'],
    ['colours behind them', '<colors><mruColors><color rgb="FF112233"/></mruColors></colors>'],
  ])('%s: a marked cell is filled, the others are not', async (_what, styles) => {
    const sheet = await sheetOf(await marked(handWrittenParts({ rows, styles })));
    expect(colorOf(sheet, 'B2')).toBe(`FF${MARK_FILL.error}`);
    for (const cell of ['A2', 'A3']) expect(colorOf(sheet, cell)).toBeUndefined();
  });

  test('a cell with a style that is not there is filled', async () => {
    const odd = rows.replace('r="B2"', 'r="B2" s="7"');
    const styles =
      '<fonts count="1"><font><sz val="9"/></font></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>';
    const sheet = await sheetOf(await marked(handWrittenParts({ rows: odd, styles })));
    expect(colorOf(sheet, 'B2')).toBe(`FF${MARK_FILL.error}`);
  });

  test('a copy without a mark keeps the looks of its cells too', async () => {
    const sheet = await sheetOf(await marked(handWrittenParts({ rows, styles: '' }), []));
    expect(colorOf(sheet, 'A2')).toBeUndefined();
    expect(sheet.getCell('A2').font?.bold).not.toBe(true);
  });
});

describe('content types', () => {
  test('the kind of relationships that is said part by part is said of new ones as well', async () => {
    const parts = handWrittenParts({ rows });
    const types = String(parts['[Content_Types].xml'])
      .replace(/<Default Extension="rels"[^>]*>/, '')
      .replace(
        '</Types>',
        ['/_rels/.rels', '/xl/_rels/workbook.xml.rels']
          .map(
            (name) =>
              `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
          )
          .join('') + '</Types>',
      );
    const copy = unzipped(await marked({ ...parts, '[Content_Types].xml': types }));
    expect(copy['[Content_Types].xml']).toContain('Extension="rels"');
  });
});

const VML = readFileSync(`${__dirname}/note.vml`, 'utf8');

/** A sheet with a note on B2. */
function noted(author: string, more: Package = {}, related: readonly (readonly string[])[] = []): Package {
  const parts = handWrittenParts({ rows, after: '<legacyDrawing r:id="rId1"/>' });
  const types = String(parts['[Content_Types].xml']).replace(
    '</Types>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
  );
  return {
    ...parts,
    '[Content_Types].xml': types,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships([
      ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId2', 'comments', '../comments1.xml'],
      ...related,
    ]),
    'xl/drawings/vmlDrawing1.vml': VML,
    'xl/comments1.xml': `<comments ${NAMESPACES}><authors><author>${author}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>请核</t></text></comment></commentList></comments>`,
    ...more,
  };
}

const drawings = (parts: Parts) => Object.keys(parts).filter((name) => name.endsWith('.vml'));

describe('attributes in single quotes', () => {
  const quoted = (): Package => {
    const parts = noted('某人');
    const merged = String(parts['xl/worksheets/sheet1.xml'])
      .replace('<legacyDrawing', '<mergeCells count="1"><mergeCell ref="C5:D6"/></mergeCells><legacyDrawing')
      .replace(
        '<sheetData>',
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>',
      );
    return {
      ...parts,
      'xl/worksheets/sheet1.xml': singleQuoted(merged),
      'xl/drawings/vmlDrawing1.vml': singleQuoted(VML),
    };
  };

  test('the sheet keeps its one drawing of notes, which it points to', async () => {
    const copy = unzipped(await marked(quoted(), [mark('A3')]));
    expect(drawings(copy)).toEqual(['xl/drawings/vmlDrawing1.vml']);
    expect(copy['xl/worksheets/sheet1.xml']?.match(/<legacyDrawing\b/g)).toHaveLength(1);
    expect(copy['xl/drawings/vmlDrawing1.vml']?.match(/<v:shape\s/g)).toHaveLength(2);
    expect(copy['xl/drawings/vmlDrawing1.vml']?.match(/<v:shapetype\s/g)).toHaveLength(1);
  });

  test('a mark within merged cells stands at the first of them', async () => {
    const copy = unzipped(await marked(quoted(), [mark('D6')]));
    expect(copy['xl/comments1.xml']).toContain('ref="C5"');
  });

  test('of two tabs only the one in front is selected', async () => {
    const copy = unzipped(await marked(quoted()));
    expect(copy['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
  });
});

const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const RELATIONSHIPS_2017 = 'http://schemas.microsoft.com/office/2017/10/relationships';
const ROOT = '{11111111-2222-3333-4444-555555555555}';
const SOMEONE = '{99999999-2222-3333-4444-555555555555}';

/** A sheet on whose B2 people talk. */
function threaded(): Package {
  const parts = noted(`tc=${ROOT}`, {
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="B2" dT="2017-10-09T01:02:03.00" personId="${SOMEONE}" id="${ROOT}"><text>请领导看</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `<personList xmlns="${THREADS}"><person displayName="张三" id="${SOMEONE}" userId="S" providerId="None"/></personList>`,
  });
  const also = (name: string, id: string, type: string, target: string): string =>
    String(parts[name]).replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${RELATIONSHIPS_2017}/${type}" Target="${target}"/></Relationships>`,
    );
  const sheet = 'xl/worksheets/_rels/sheet1.xml.rels';
  const book = 'xl/_rels/workbook.xml.rels';
  return {
    ...parts,
    [sheet]: also(sheet, 'rId9', 'threadedComment', '../threadedComments/threadedComment1.xml'),
    [book]: also(book, 'rId9', 'person', 'persons/person.xml'),
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
      '</Types>',
      '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>' +
        '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>',
    ),
  };
}

/** What is said on a cell, in order: by whom, to which comment, and what. */
function threadOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const parts = unzipped(bytes);
  const names = new Map(
    [...(parts['xl/persons/person.xml'] ?? '').matchAll(/<person\b[^>]*>/g)].map(([tag]) => [
      / id="([^"]*)"/.exec(tag)?.[1],
      /displayName="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  const found = parts['xl/threadedComments/threadedComment1.xml'] ?? '';
  return [...found.matchAll(/<threadedComment\b([^>]*)><text>([^<]*)/g)].map(([, tag = '', text = '']) => [
    names.get(/personId="([^"]*)"/.exec(tag)?.[1]) ?? '',
    /parentId="([^"]*)"/.exec(tag)?.[1] ?? '',
    text,
  ]);
}

describe('a cell on which people talk', () => {
  test('the fault is an answer in the thread, which is what Excel shows, and stands in the note for other programs', async () => {
    const bytes = await marked(threaded(), [mark('B2', '没有填报状态'), mark('A3')]);
    expect(threadOf(bytes)).toEqual([
      ['张三', '', '请领导看'],
      ['退回说明', ROOT, '没有填报状态'],
    ]);
    expect(unzipped(bytes)['xl/comments1.xml']).toContain('没有填报状态');
  });

  test('an answer goes when its cell is marked anew, and with it when it is not', async () => {
    const first = (await files.mark(zipped(threaded()), front, [mark('B2', '一')])).bytes;
    const again = (await files.mark(first, front, [mark('B2', '二')])).bytes;
    expect(threadOf(again).map(([, , text]) => text)).toEqual(['请领导看', '二']);
    const corrected = (await files.mark(again, front, [mark('A3')])).bytes;
    expect(threadOf(corrected).map(([, , text]) => text)).toEqual(['请领导看']);
    expect(await openXmlErrors(corrected)).toEqual([]);
  });

  test('a book that names nobody is given the person who answers', async () => {
    const { 'xl/persons/person.xml': _, ...rest } = threaded();
    const book = 'xl/_rels/workbook.xml.rels';
    const nobody = {
      ...rest,
      [book]: String(rest[book]).replace(/<Relationship Id="rId9"[^>]*>/, ''),
      '[Content_Types].xml': String(rest['[Content_Types].xml']).replace(
        /<Override PartName="\/xl\/persons[^>]*>/,
        '',
      ),
    };
    const copy = unzipped((await files.mark(zipped(nobody), front, [mark('B2')])).bytes);
    expect(copy[Object.keys(copy).find((name) => name.startsWith('xl/persons/')) ?? '']).toContain(
      '退回说明',
    );
  });
});

describe('a pivot cache that no PivotTable uses', () => {
  test('goes, and with it all that names it', async () => {
    const parts = handWrittenParts({ rows });
    const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
    const bytes = await marked({
      ...parts,
      'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
        '</sheets>',
        '</sheets><pivotCaches><pivotCache cacheId="3" r:id="rId8"/></pivotCaches>',
      ),
      'xl/_rels/workbook.xml.rels': relationships([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId8', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ]),
      'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition ${NAMESPACES} r:id="rId1" refreshOnLoad="1" refreshedVersion="6" recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="A2:B3" sheet="表"/></cacheSource><cacheFields count="2"><cacheField name="a" numFmtId="0"><sharedItems/></cacheField><cacheField name="b" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
      'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords ${NAMESPACES} count="0"/>`,
      'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationships([
        ['rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml'],
      ]),
      '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
        '</Types>',
        `<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="${OFFICE}.pivotCacheDefinition+xml"/><Override PartName="/xl/pivotCache/pivotCacheRecords1.xml" ContentType="${OFFICE}.pivotCacheRecords+xml"/></Types>`,
      ),
    });
    const copy = unzipped(bytes);
    expect(Object.keys(copy).filter((name) => name.includes('pivot'))).toEqual([]);
    const saying = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
    for (const name of saying) expect(copy[name]).not.toMatch(/pivot/i);
  });
});
