import { XmlElement } from '../../../src/hosts/file/patching/xml/xml-element';
import { withAttributes } from '../../../src/hosts/file/patching/xml/tag-attributes';
import { insertRows } from '../../../src/hosts/file/patching/inserting/insert-rows';
import { openBook, type Book } from '../../../src/hosts/file/grafting/book';
import { sheetPartOf } from '../../../src/hosts/file/patching/worksheet-part';
import { cellAddress } from '../../../src/base/raw-sheet';
import { TAB } from '../../../src/sheets/words';
import { LookedAt } from '../looked-at';
import { insertCells } from '../package-edits';

/** Whether something that a clerk put into a workbook is there. */
export type Mark = (book: LookedAt) => boolean;

/** Numbers by which an edit chooses its place, taken modulo whatever there is to choose from. */
export interface Choice {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  /** Unlike that of every other edit of the sequence. */
  readonly serial: number;
}

export interface Edited {
  readonly bytes: Uint8Array;
  readonly marks: readonly Mark[];
}

type OwnEdit = (look: LookedAt, book: Book, choice: Choice) => readonly Mark[];

const TABLES = [
  TAB.ledger,
  TAB.entries,
  TAB.submissions,
  TAB.findings,
  TAB.acts,
  TAB.units,
  TAB.log,
] as const;
const REPORTS = [TAB.summary, TAB.leaders, TAB.trend, TAB.scores, TAB.pivot] as const;
const SHOWN = [...TABLES, ...REPORTS, TAB.settings] as const;

function chosen<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

function extent(look: LookedAt, tab: string): { readonly rows: number; readonly columns: number } {
  const cells = look.cells(tab).filter(({ value }) => value !== null && value !== '');
  return {
    rows: Math.max(1, ...cells.map(({ row }) => row)),
    columns: Math.max(1, ...cells.map(({ column }) => column)),
  };
}

function change(book: Book, tab: string, edit: (xml: string) => string): void {
  const part = sheetPartOf(book, tab);
  if (part === undefined) throw new Error(`no ${tab}`);
  book.parts.set(part, edit(book.parts.text(part)));
}

function write(book: Book, tab: string, row: number, column: number, text: string): Mark {
  change(book, tab, (xml) => insertCells(xml, { [cellAddress(row, column)]: text }));
  return (look) => look.has(tab, text);
}

/** A sheet part with one row as `edit` makes it of its tag and cells. */
function withRow(xml: string, row: number, edit: (element: XmlElement) => XmlElement): string {
  const root = XmlElement.parse('', xml);
  root.change('sheetData', (data) => {
    data.change('row', (element) => (Number(element.attribute('r')) === row ? edit(element) : element));
    return data;
  });
  return root.toString();
}

/** The rows of measures: the row of each, by its number. */
function measureRows(look: LookedAt): readonly (readonly [measure: number, row: number])[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((measure) => {
    const row = look.rowOf(measure);
    return row === 0 ? [] : [[measure, row] as const];
  });
}

const EDITS = {
  /** A text to the right of everything. */
  textBeside: (look, book, { tab, row, column, serial }) => {
    const sheet = chosen(SHOWN, tab);
    const { rows, columns } = extent(look, sheet);
    return [write(book, sheet, 1 + (row % (rows + 2)), columns + 1 + (column % 3), `旁注${serial}`)];
  },
  /** A text under everything, close by or not. */
  textBelow: (look, book, { tab, row, column, serial }) => {
    const sheet = chosen(SHOWN, tab);
    const { rows, columns } = extent(look, sheet);
    return [write(book, sheet, rows + 1 + (row % 4), 1 + (column % columns), `附言${serial}`)];
  },
  /** A row with a text put in anywhere, as Excel does it. */
  rowInserted: (look, book, { tab, row, column, serial }) => {
    const sheet = chosen([...TABLES, TAB.summary, TAB.trend, TAB.scores, TAB.settings], tab);
    const { rows, columns } = extent(look, sheet);
    const before = 1 + (row % (rows + 1));
    insertRows(book, new Map([[sheet, [{ before, count: 1 }]]]));
    return [write(book, sheet, before, 2 + (column % columns), `小标题${serial}`)];
  },
  /** A remark of the clerk's to one measure, in a column of their own. */
  remark: (look, book, { row, serial }) => {
    const { columns } = extent(look, TAB.ledger);
    const [measure, at] = chosen(measureRows(look), row);
    const text = `批示${serial}`;
    write(book, TAB.ledger, at, columns + 1, text);
    return [
      (later) => {
        const found = later.cells(TAB.ledger).find(({ value }) => value === text);
        return found !== undefined && found.row === later.rowOf(measure);
      },
    ];
  },
  /** Two measures change places with everything in their rows, as a sort does it. */
  sorted: (look, book, { row, column }) => {
    const [, one] = chosen(measureRows(look), row);
    const [, other] = chosen(measureRows(look), column);
    if (one === other) return [];
    const moved = (xml: string, from: number, to: number) =>
      xml
        .replace(/(<(?:\w+:)?row\s[^>]*?\br=")\d+"/, `$1${to}"`)
        .replace(/(<(?:\w+:)?c\s[^>]*?\br="[A-Z]+)\d+"/g, `$1${to}"`)
        .replace(/<(?:\w+:)?f>[^<]*</g, (formula) =>
          formula.replace(new RegExp(`(\\$?[A-Z]{1,2})${from}(?!\\d)`, 'g'), `$1${to}`),
        );
    change(book, TAB.ledger, (xml) => {
      const root = XmlElement.parse('', xml);
      root.change('sheetData', (data) => {
        const piece = (number: number) =>
          data.pieces.findIndex((each) => new RegExp(`^<(?:\\w+:)?row [^>]*\\br="${number}"`).test(each.xml));
        const [first, second] = [piece(one), piece(other)];
        const [a, b] = [data.pieces[first], data.pieces[second]];
        if (a === undefined || b === undefined) return data;
        data.pieces[first] = { name: 'row', xml: moved(b.xml, other, one) };
        data.pieces[second] = { name: 'row', xml: moved(a.xml, one, other) };
        return data;
      });
      return root.toString();
    });
    return [];
  },
  /** A row that is not to be seen. */
  rowHidden: (look, book, { tab, row }) => {
    const sheet = chosen(SHOWN, tab);
    const at = 1 + (row % extent(look, sheet).rows);
    let done = false;
    change(book, sheet, (xml) =>
      withRow(xml, at, (element) => {
        done = true;
        element.tag = withAttributes(element.tag, { hidden: 1 });
        return element;
      }),
    );
    const hidden = (later: LookedAt) => (later.part(sheet).match(/<row [^>]*hidden="1"/g) ?? []).length;
    const count = hidden(new LookedAt(book.parts.toBytes()));
    return done ? [(later) => hidden(later) >= count] : [];
  },
  /** A cell of a report written over. */
  reportTypedOver: (look, book, { tab, row, serial }) => {
    const sheet = chosen(REPORTS.slice(0, 4), tab);
    const filled = look.cells(sheet).filter(({ value }) => typeof value === 'number');
    if (filled.length === 0) return [];
    const cell = chosen(filled, row);
    write(book, sheet, cell.row, cell.column, `改${serial}`);
    return [];
  },
  /** All cells of a row of a report emptied. */
  reportRowEmptied: (look, book, { tab, row }) => {
    const sheet = chosen(REPORTS.slice(0, 3), tab);
    const at = 1 + (row % extent(look, sheet).rows);
    change(book, sheet, (xml) =>
      withRow(xml, at, (element) => {
        element.pieces = [];
        return element;
      }),
    );
    return [];
  },
} as const satisfies Readonly<Record<string, OwnEdit>>;

export type OwnEditName = keyof typeof EDITS;
export const OWN_EDITS = Object.keys(EDITS) as readonly OwnEditName[];

/** A workbook after one edit, made in its package as Excel would. */
export function editedByHand(bytes: Uint8Array, name: OwnEditName, choice: Choice): Edited {
  const look = new LookedAt(bytes);
  const book = openBook(bytes);
  const marks = EDITS[name](look, book, choice);
  return { bytes: book.parts.toBytes(), marks };
}
