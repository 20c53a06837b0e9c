import { openBook, linkFrom } from '../../src/hosts/file/grafting/book';
import type { Book } from '../../src/hosts/file/grafting/book';
import { sheetPartOf } from '../../src/hosts/file/patching/worksheet-part';
import { newKindsOfErrors } from '../support/open-xml';
import { EDITS_OF_PACKAGES } from './cases/edits-of-packages';
import { addOwnPivot, addOwnSlicer, hasOwnPivot, hasOwnSlicer } from './cases/own-pivots-and-slicers';
import { LookedAt } from './looked-at';
import { insertElement } from './package-edits';
import { figuresOf, runStep, standingWorkbook, STEPS } from './use-cases';

jest.setTimeout(240_000);

const [COLLECT] = STEPS;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const MACRO_TYPE = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

function sheetXml(book: Book, tab: string, edit: (xml: string) => string): void {
  const part = sheetPartOf(book, tab);
  if (part === undefined) throw new Error(`no ${tab}`);
  book.parts.set(part, edit(book.parts.text(part)));
}

function addPart(
  book: Book,
  from: string,
  name: string,
  type: string,
  contentType: string,
  xml: string,
): void {
  book.parts.set(name, xml);
  book.parts.types.set(name, contentType);
  linkFrom(book.parts, from, type, name);
}

interface Kind {
  /** Of its case. */
  readonly id: string;
  readonly edit: (book: Book) => void;
  /** What must be in some part, or a part that must stay byte for byte. */
  readonly stays: (before: LookedAt, after: LookedAt) => boolean;
}

const partStays = (name: string) => (before: LookedAt, after: LookedAt) =>
  before.book.parts.has(name) &&
  Buffer.from(before.book.parts.bytes(name)).equals(Buffer.from(after.book.parts.bytes(name)));

const KINDS: readonly Kind[] = [
  {
    id: 'sparklines',
    edit: (book) => {
      sheetXml(book, '台账', (xml) =>
        insertElement(
          xml,
          `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>台账!H4:H10</xm:f><xm:sqref>T4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
        ),
      );
    },
    stays: (_before, after) => /<xm:f>台账!H4:H10<\/xm:f><xm:sqref>T4</.test(after.part('台账')),
  },
  {
    id: 'newer_conditional_format',
    edit: (book) => {
      sheetXml(book, '台账', (xml) =>
        insertElement(
          xml,
          `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="expression" priority="99" id="{11111111-2222-3333-4444-555555555555}"><xm:f>$H4&lt;50</xm:f><x14:dxf/></x14:cfRule><xm:sqref>D4:D10</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
        ),
      );
    },
    stays: (_before, after) => /<xm:f>\$H4&lt;50<\/xm:f>.*<xm:sqref>D4:D10</s.test(after.part('台账')),
  },
  {
    id: 'custom_xml',
    edit: (book) => {
      const root = 'customXml/item1.xml';
      addPart(
        book,
        book.main,
        root,
        'customXml',
        'application/xml',
        '<office xmlns="urn:own">法制办</office>',
      );
    },
    stays: partStays('customXml/item1.xml'),
  },
  {
    id: 'macros',
    edit: (book) => {
      book.parts.types.set(book.main, MACRO_TYPE);
      book.parts.set('xl/vbaProject.bin', new Uint8Array([208, 207, 17, 224, 161, 177, 26, 225]));
      book.parts.types.set('xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject');
      const rels = book.parts.relationships(book.main);
      book.parts.setRelationships(book.main, [
        ...rels,
        {
          id: 'rIdVba',
          type: 'vbaProject',
          typeAddress: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          target: 'xl/vbaProject.bin',
          external: false,
        },
      ]);
    },
    stays: (before, after) =>
      partStays('xl/vbaProject.bin')(before, after) &&
      after.book.parts.types.of(after.book.main) === MACRO_TYPE,
  },
  {
    id: 'threaded_comment',
    edit: (book) => {
      const sheet = sheetPartOf(book, '填报明细') ?? '';
      const person = '{AAAAAAAA-0000-0000-0000-000000000001}';
      const thread = '{BBBBBBBB-0000-0000-0000-000000000001}';
      const address = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
      const reltype = 'http://schemas.microsoft.com/office/2017/10/relationships/';
      const put = (from: string, name: string, type: string, contentType: string, xml: string) => {
        book.parts.set(name, xml);
        book.parts.types.set(name, contentType);
        book.parts.setRelationships(from, [
          ...book.parts.relationships(from),
          { id: `rId${type}`, type, typeAddress: reltype + type, target: name, external: false },
        ]);
      };
      put(
        book.main,
        'xl/persons/person.xml',
        'person',
        'application/vnd.ms-excel.person+xml',
        `<personList xmlns="${address}"><person displayName="小王" id="${person}" userId="w" providerId="None"/></personList>`,
      );
      put(
        sheet,
        'xl/threadedComments/threadedComment1.xml',
        'threadedComment',
        'application/vnd.ms-excel.threadedcomments+xml',
        `<ThreadedComments xmlns="${address}"><threadedComment ref="D5" dT="2018-01-01T00:00:00.00" personId="${person}" id="${thread}"><text>请核实</text></threadedComment></ThreadedComments>`,
      );
      addPart(
        book,
        sheet,
        'xl/comments9.xml',
        'comments',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
        `<comments xmlns="${MAIN}"><authors><author>tc=${thread}</author></authors><commentList><comment ref="D5" authorId="0" shapeId="0"><text><t>[线程批注] 请核实</t></text></comment></commentList></comments>`,
      );
    },
    stays: (before, after) =>
      partStays('xl/persons/person.xml')(before, after) &&
      partStays('xl/threadedComments/threadedComment1.xml')(before, after) &&
      after.hanging('填报明细', 'threadedComment').length === 1 &&
      after.hanging('填报明细', 'comments').some((xml) => xml.includes('请核实')),
  },
  { id: 'own_pivot_table', edit: addOwnPivot, stays: (_before, after) => hasOwnPivot(after) },
  { id: 'own_slicer', edit: addOwnSlicer, stays: (_before, after) => hasOwnSlicer(after) },
  {
    id: 'rows_out_of_order',
    edit: (book) => {
      sheetXml(book, '台账', (xml) =>
        xml.replace(
          /(<row r="5".*?<\/row>)(<row r="6".*?<\/row>)/s,
          (_, five: string, six: string) => six + five,
        ),
      );
    },
    stays: (before, after) => before.rowOf(2) === after.rowOf(2) && before.rowOf(3) === after.rowOf(3),
  },
];

test.each(EDITS_OF_PACKAGES.map((one) => [one.edit, one.id] as const))('%s', async (_edit, id) => {
  const kind = KINDS.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`no edit ${id}`);
  const base = await standingWorkbook();
  if (COLLECT === undefined) throw new Error('no step');
  const right = figuresOf((await runStep(base, COLLECT)).ledger);
  const book = openBook(base);
  kind.edit(book);
  const edited = book.parts.toBytes();
  const before = new LookedAt(edited);
  expect(kind.stays(before, before)).toBe(true);
  const { bytes, ledger } = await runStep(edited, COLLECT);
  const after = new LookedAt(bytes);
  expect(kind.stays(before, after)).toBe(true);
  expect(figuresOf(ledger)).toEqual(right);
  const again = await runStep(bytes, { name: 'drawTabs', input: {} });
  expect(after.partsUnlike(again.bytes)).toEqual([]);
  expect(await newKindsOfErrors(edited, bytes)).toEqual([]);
});
