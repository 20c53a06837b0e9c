import { newKindsOfErrors } from '../support/open-xml';
import { unzipped, zipped, type Parts } from '../support/unzipped';
import { LookedAt } from './looked-at';
import { insertCells, insertElement, partNameOf, withPart } from './package-edits';
import { STEPS, figuresOf, runStep, standingWorkbook } from './use-cases';

jest.setTimeout(240_000);

/** What only Excel, WPS or another program writes: the edit, and whether it is still there. */
interface PackageCase {
  readonly edit: (parts: Parts) => Parts;
  readonly holds: (book: LookedAt) => boolean;
}

const cell = (address: string, rest: string): string => `<c r="${address}"${rest}</c>`;
const onLedger =
  (edit: (xml: string) => string) =>
  (parts: Parts): Parts =>
    withPart(parts, '台账', edit);
const written =
  (sheet: string, ...pieces: readonly (RegExp | string)[]) =>
  (book: LookedAt): boolean =>
    pieces.every((piece) =>
      typeof piece === 'string' ? book.part(sheet).includes(piece) : piece.test(book.part(sheet)),
    );

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

function withType(parts: Parts, part: string, type: string): string {
  return (parts['[Content_Types].xml'] ?? '').replace(
    '</Types>',
    `<Override PartName="/${part}" ContentType="${type}"/></Types>`,
  );
}

function withRelationship(rels: string, id: string, type: string, target: string): string {
  return rels.replace(
    '</Relationships>',
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`,
  );
}

const CASES: Readonly<Record<string, PackageCase>> = {
  "a formula of the clerk's filled down as a shared one": {
    edit: onLedger((xml) =>
      insertCells(xml, {
        Q4: cell('Q4', '><f t="shared" ref="Q4:Q10" si="0">100-N(H4)</f><v>0</v>'),
        ...Object.fromEntries(
          [5, 6, 7, 8, 9, 10].map((row) => [`Q${row}`, cell(`Q${row}`, '><f t="shared" si="0"/><v>0</v>')]),
        ),
      }),
    ),
    holds: (book) =>
      book.cells('台账').filter(({ formula }) => /^100-N\(H\d+\)$/.test(formula ?? '')).length === 7,
  },
  'an array formula': {
    edit: onLedger((xml) =>
      insertCells(xml, { Q4: cell('Q4', '><f t="array" ref="Q4">SUM(H4:H10*1)</f><v>0</v>') }),
    ),
    holds: written('台账', /<f t="array" ref="Q4">SUM\(H4:H10\*1\)<\/f>/),
  },
  'rich text and spaces that count': {
    edit: onLedger((xml) =>
      insertCells(xml, {
        Q4: cell(
          'Q4',
          ' t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">  粗 </t></r><r><t>细</t></r></is>',
        ),
      }),
    ),
    holds: written('台账', '<r><rPr><b/></rPr><t xml:space="preserve">  粗 </t></r><r><t>细</t></r>'),
  },
  'a sheet that does not say its dimension': {
    edit: onLedger((xml) => insertCells(xml.replace(/<dimension [^>]*\/>/, ''), { Q4: '批示' })),
    holds: (book) => book.has('台账', '批示') && !book.part('台账').includes('<dimension'),
  },
  sparklines: {
    edit: onLedger((xml) =>
      insertElement(
        xml,
        `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>台账!H4:H10</xm:f><xm:sqref>R4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
      ),
    ),
    holds: written('台账', '<xm:f>台账!H4:H10</xm:f><xm:sqref>R4</xm:sqref>'),
  },
  'a conditional format and a list that look at another sheet (x14)': {
    edit: onLedger((xml) =>
      insertElement(
        xml,
        `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="expression" priority="99" id="{00000000-000E-0000-0000-000001000000}"><xm:f>设置!$B$6&gt;40</xm:f></x14:cfRule><xm:sqref>D4:D10</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
      ),
    ),
    holds: written('台账', '<xm:f>设置!$B$6&gt;40</xm:f>', '<xm:sqref>D4:D10</xm:sqref>'),
  },
  'custom XML': {
    edit: (parts) => ({
      ...parts,
      'customXml/item1.xml': '<office xmlns="urn:example">密级：内部</office>',
      'xl/_rels/workbook.xml.rels': withRelationship(
        parts['xl/_rels/workbook.xml.rels'] ?? '',
        'rId901',
        CUSTOM_XML,
        '../customXml/item1.xml',
      ),
    }),
    holds: (book) =>
      book.parts(/customXml\/item1\.xml$/).join('') === '<office xmlns="urn:example">密级：内部</office>',
  },
  'a link to another workbook': {
    edit: (parts) => ({
      ...parts,
      '[Content_Types].xml': withType(
        parts,
        'xl/externalLinks/externalLink1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
      ),
      'xl/externalLinks/externalLink1.xml':
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"><sheetNames><sheetName val="预算"/></sheetNames></externalBook></externalLink>',
      'xl/externalLinks/_rels/externalLink1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="budget.xlsx" TargetMode="External"/></Relationships>',
      'xl/_rels/workbook.xml.rels': withRelationship(
        parts['xl/_rels/workbook.xml.rels'] ?? '',
        'rId902',
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink',
        'externalLinks/externalLink1.xml',
      ),
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        '<definedNames>',
        '<externalReferences><externalReference r:id="rId902"/></externalReferences><definedNames>',
      ),
    }),
    holds: (book) =>
      book
        .parts(/externalLink1\.xml$/)
        .join('')
        .includes('预算') && book.workbookPart().includes('rId902'),
  },
  macros: {
    edit: (parts) => ({
      ...parts,
      '[Content_Types].xml': withType(
        parts,
        'xl/vbaProject.bin',
        'application/vnd.ms-office.vbaProject',
      ).replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
      'xl/vbaProject.bin': 'macro',
      'xl/_rels/workbook.xml.rels': withRelationship(
        parts['xl/_rels/workbook.xml.rels'] ?? '',
        'rId903',
        'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        'vbaProject.bin',
      ),
    }),
    holds: (book) =>
      book.parts(/vbaProject\.bin$/).join('') === 'macro' &&
      book.book.parts.types.of(book.book.main).includes('macroEnabled'),
  },
  'a part that only newer programs read': {
    edit: (parts) => ({
      ...parts,
      [partNameOf(parts, '汇总')]: insertElement(
        parts[partNameOf(parts, '汇总')] ?? '',
        `<extLst><ext uri="{FFFFFFFF-0000-4000-8000-000000000001}"><own xmlns="urn:example">留着</own></ext></extLst>`,
      ),
    }),
    holds: written('汇总', '<own xmlns="urn:example">留着</own>'),
  },
};

const PLAYED = STEPS.slice(0, 2);
/** What is counted after each of the use cases where nobody did anything to the workbook. */
const right: unknown[] = [];

beforeAll(async () => {
  let bytes = await standingWorkbook();
  for (const step of PLAYED) {
    const after = await runStep(bytes, step);
    right.push(figuresOf(after.ledger));
    bytes = after.bytes;
  }
});

test.each(Object.entries(CASES))('%s stays, and nothing of it breaks', async (_name, { edit, holds }) => {
  const base = await standingWorkbook();
  const bytes = zipped(edit(unzipped(base)));
  expect(holds(new LookedAt(bytes))).toBe(true);
  let at = bytes;
  for (const [index, step] of PLAYED.entries()) {
    const after = await runStep(at, step);
    expect(figuresOf(after.ledger)).toEqual(right[index]);
    at = after.bytes;
  }
  expect(holds(new LookedAt(at))).toBe(true);
  expect(await newKindsOfErrors(bytes, at)).toEqual([]);
});
