import { cellAddress } from '../../../../base/raw-sheet';
import { parseColumn } from '../../reading/xlsx/references';
import { isTrue } from '../../reading/package/xml';
import { LongXml } from '../xml/long-xml';
import { attributesOf, attributeText, withAttributes } from '../xml/tag-attributes';
import { rawTagName, TagScanner } from '../xml/tag-scanner';
import { writtenContent, type WrittenContent } from './cell-xml';
import type { CellContent } from '../../../../base/blueprint';

/** What becomes of a cell; what is not named stays. */
export interface CellEdit {
  content?: CellContent | WrittenContent;
  /** The number of its style, from the one it has. */
  style?: (own: number) => number;
}

export interface RowEdit {
  /** By column. */
  readonly cells: (CellEdit | undefined)[];
  /** What becomes of the row's attributes, from those it has. */
  attributes?: (
    own: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string | number | undefined>>;
}

/** A look for cells that are not there yet, by column. */
export interface ColumnLook {
  readonly from: number;
  readonly to: number;
  readonly style: number;
}

/**
 * The rows of a sheet part (the element `sheetData`) with cells changed and added; all else stays letter by letter.
 * @throws WorkbookFileError
 */
export function changeCells(
  rows: SheetRowsPart,
  edits: ReadonlyMap<number, RowEdit>,
  columns: readonly ColumnLook[],
): LongXml {
  return new RowsPatch(rows, edits, columns).result();
}

/** The rows of a sheet part as they are. */
export interface SheetRowsPart {
  /** For faults. */
  readonly part: string;
  readonly xml: string;
  /** Serial numbers of days count from 1904. */
  readonly date1904: boolean;
}

class RowsPatch {
  private readonly scanner: TagScanner;
  private readonly out = new LongXml();
  private copied = 0;
  private readonly waiting: readonly (readonly [row: number, edit: RowEdit])[];
  private next = 0;
  private prefix = '';

  private readonly xml: string;
  private readonly date1904: boolean;
  /** Looks of columns met so far. */
  private readonly columnStyles: (number | undefined)[] = [];

  constructor(
    { part, xml, date1904 }: SheetRowsPart,
    edits: ReadonlyMap<number, RowEdit>,
    private readonly columns: readonly ColumnLook[],
  ) {
    this.xml = xml;
    this.date1904 = date1904;
    this.scanner = new TagScanner(part, xml);
    this.waiting = [...edits].sort((a, b) => a[0] - b[0]);
  }

  result(): LongXml {
    const { scanner, xml, out } = this;
    scanner.next();
    const raw = rawTagName(scanner.tag);
    this.prefix = raw.slice(0, raw.indexOf(':') + 1);
    if (scanner.kind === 'empty') {
      const rows = this.waiting.map(([row, edit]) => this.newRow(row, edit));
      const isEmpty = rows.every((row) => row === '');
      out.add(isEmpty ? xml : xml.slice(0, scanner.to).replace(/\s*\/>$/, '>'));
      for (const row of rows) out.add(row);
      if (!isEmpty) out.add(`</${raw}>${xml.slice(scanner.to)}`);
      return out.end();
    }
    let row = 0;
    while (scanner.next() && scanner.depth > 1) {
      row = rowNumber(scanner.tag) ?? row + 1;
      this.insertRows(scanner.from, row);
      const edit = this.waiting[this.next];
      if (edit?.[0] === row) {
        this.next += 1;
        this.changeRow(row, edit[1]);
      } else scanner.skipRead();
    }
    this.insertRows(scanner.from, Number.POSITIVE_INFINITY);
    out.add(xml.slice(this.copied));
    return out.end();
  }

  private insert(at: number, text: string): void {
    if (text !== '') this.replace(at, at, text);
  }

  private insertRows(at: number, before: number): void {
    if ((this.waiting[this.next]?.[0] ?? before) >= before) return;
    this.replace(at, at, '');
    this.addRowsBefore(before);
  }

  private replace(from: number, to: number, text: string): void {
    this.out.add(this.xml.slice(this.copied, from));
    this.out.add(text);
    this.copied = to;
  }

  private addRowsBefore(row: number): void {
    for (
      let edit = this.waiting[this.next];
      edit !== undefined && edit[0] < row;
      edit = this.waiting[this.next]
    ) {
      this.next += 1;
      this.out.add(this.newRow(edit[0], edit[1]));
    }
  }

  private newRow(row: number, { cells, attributes }: RowEdit): string {
    const own = attributes?.({}) ?? {};
    const rowStyle = styleOfRow(own);
    let inside = '';
    for (const [column, edit] of cells.entries())
      if (edit !== undefined) inside += this.newCell(row, column, edit, rowStyle);
    const more = Object.entries(own)
      .map(([name, value]) => attributeText(name, value))
      .join('');
    return inside === '' && more === ''
      ? ''
      : `<${this.prefix}row r="${row}"${more}>${inside}</${this.prefix}row>`;
  }

  /** A cell that is not there looks as its row does, or its column. */
  private newCell(row: number, column: number, edit: CellEdit, rowStyle: number | undefined): string {
    const own = rowStyle ?? this.columnStyle(column);
    const style = edit.style?.(own) ?? own;
    const { type, inside } = this.written(edit.content ?? null);
    if (inside === '' && style === own) return '';
    const name = `${this.prefix}c`;
    const styled = style === 0 ? '' : ` s="${style}"`;
    const typed = type === undefined ? '' : ` t="${type}"`;
    const tag = `<${name} r="${cellAddress(row, column)}"${styled}${typed}`;
    return inside === '' ? `${tag}/>` : `${tag}>${inside}</${name}>`;
  }

  private columnStyle(column: number): number {
    return (this.columnStyles[column] ??=
      this.columns.find(({ from, to }) => column >= from && column <= to)?.style ?? 0);
  }

  private written(content: CellContent | WrittenContent): WrittenContent {
    if (typeof content === 'object' && content !== null && 'inside' in content) return content;
    return writtenContent(content, this.prefix, this.date1904);
  }

  private changeRow(row: number, { cells, attributes }: RowEdit): void {
    const { scanner } = this;
    const waiting = [...cells.entries()].flatMap(([column, edit]) =>
      edit === undefined ? [] : [[column, edit] as const],
    );
    let at = 0;
    // Only a hint for readers, which a cell that is put in would make wrong.
    const tag = withAttributes(scanner.tag, {
      ...attributes?.(attributesOf(scanner.tag)),
      ...(waiting.length > 0 ? { spans: undefined } : {}),
    });
    const raw = rawTagName(tag);
    const rowStyle = styleOfRow(attributesOf(tag));
    const cellsBefore = (column: number): string => {
      let added = '';
      for (let edit = waiting[at]; edit !== undefined && edit[0] < column; edit = waiting[at]) {
        at += 1;
        added += this.newCell(row, edit[0], edit[1], rowStyle);
      }
      return added;
    };
    if (scanner.kind === 'empty') {
      const inside = cellsBefore(Number.POSITIVE_INFINITY);
      this.replace(
        scanner.from,
        scanner.to,
        inside === '' ? tag : `${tag.replace(/\s*\/>$/, '>')}${inside}</${raw}>`,
      );
      return;
    }
    this.replace(scanner.from, scanner.to, tag);
    let column = 0;
    while (scanner.next() && scanner.depth > 2) {
      const cellTag = scanner.tag;
      const written = parseColumn(/\sr\s*=\s*["']([^"']*)["']/.exec(cellTag)?.[1] ?? '');
      column = written === 0 ? column + 1 : written;
      this.insert(scanner.from, cellsBefore(column));
      const edit = waiting[at]?.[0] === column ? waiting[at++]?.[1] : undefined;
      if (edit === undefined) scanner.skip();
      else this.changeCell(cellAddress(row, column), cellTag, edit);
    }
    this.insert(scanner.from, cellsBefore(Number.POSITIVE_INFINITY));
  }

  private changeCell(address: string, tag: string, { content, style }: CellEdit): void {
    const { scanner, xml } = this;
    const { from, to, kind } = scanner;
    scanner.skip();
    const end = scanner.to;
    const own = Number(/\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? 0);
    const changed = style?.(own) ?? own;
    const styled = changed === own ? tag : withAttributes(tag, { s: changed });
    if (content === undefined) {
      if (styled !== tag) this.replace(from, to, styled);
      return;
    }
    const { type, inside } = this.written(content);
    // Numbers of a cell's metadata speak of the value that was there.
    const attributes = { r: address, t: type, cm: undefined, vm: undefined, ph: undefined };
    const before = kind === 'open' ? xml.slice(to, end) : '';
    const element = cellElement(styled, attributes, inside);
    if (element === tag + before) return;
    this.replace(from, end, element);
  }
}

function cellElement(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inside: string,
): string {
  const opened = withAttributes(tag.replace(/\s*\/>$/, '>'), attributes);
  return inside === '' ? opened.replace(/>$/, '/>') : `${opened}${inside}</${rawTagName(tag)}>`;
}

function rowNumber(tag: string): number | undefined {
  const written = /\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
  return written === undefined ? undefined : Number(written);
}

function styleOfRow({
  s,
  customFormat,
}: Readonly<Record<string, string | number | undefined>>): number | undefined {
  return s !== undefined && isTrue(String(customFormat)) ? Number(s) : undefined;
}
