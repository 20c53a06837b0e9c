import type { RawCell, RawSheet, RawWorkbook } from '../../src/base/raw-sheet';
import { readWorkbook } from '../../src/hosts/file/reading/xlsx/read-xlsx';
import { openBook, type Book } from '../../src/hosts/file/grafting/book';
import { sheetPartOf } from '../../src/hosts/file/patching/worksheet-part';

/** A workbook as a test looks at it: what its cells hold, and its parts as they are written. */
export class LookedAt {
  readonly raw: RawWorkbook;
  readonly book: Book;

  constructor(readonly bytes: Uint8Array) {
    this.raw = readWorkbook(bytes, '台账.xlsx');
    this.book = openBook(bytes);
  }

  sheet(name: string): RawSheet | undefined {
    return this.raw.sheets.find((sheet) => sheet.name === name);
  }

  cells(name: string): readonly (RawCell & { readonly row: number })[] {
    return (this.sheet(name)?.rows ?? []).flatMap(({ row, cells }) =>
      cells.map((cell) => ({ ...cell, row })),
    );
  }

  /** Whether some cell of a sheet holds a text. */
  has(name: string, text: string): boolean {
    return this.cells(name).some(({ value }) => String(value).includes(text));
  }

  /** The row of 台账, or of another table, whose first cell of ours is a number. */
  rowOf(measure: number): number {
    return this.cells('台账').find(({ value, column }) => value === measure && column <= 3)?.row ?? 0;
  }

  /** The part of a sheet as it is written. */
  part(name: string): string {
    const part = sheetPartOf(this.book, name);
    return part === undefined ? '' : readable(this.book.parts.text(part));
  }

  /** The parts that hang on a sheet, of one kind. */
  hanging(name: string, type: string): readonly string[] {
    const part = sheetPartOf(this.book, name);
    return (part === undefined ? [] : this.book.parts.relationships(part))
      .filter((one) => one.type === type && !one.external)
      .map(({ target }) => readable(this.book.parts.text(target)));
  }

  /** All parts whose name says what they are. */
  parts(pattern: RegExp): readonly string[] {
    return this.book.parts
      .names()
      .filter((name) => pattern.test(name))
      .map((name) => readable(this.book.parts.text(name)));
  }

  /** Parts that another workbook holds otherwise, or does not hold, or holds alone. */
  partsUnlike(other: Uint8Array): readonly string[] {
    const { parts } = openBook(other);
    const names = new Set([...this.book.parts.names(), ...parts.names()]);
    return [...names].filter((name) => {
      if (!this.book.parts.has(name) || !parts.has(name)) return true;
      return !Buffer.from(parts.bytes(name)).equals(this.book.parts.bytes(name));
    });
  }

  workbookPart(): string {
    return readable(this.book.parts.text(this.book.main));
  }

  /** The style of a cell, as the styles part has it. */
  style(name: string, address: string): string {
    const index = Number(
      new RegExp(`<(?:\\w+:)?c r="${address}"[^>]*? s="(\\d+)"`).exec(this.part(name))?.[1] ?? 0,
    );
    const styles = this.book.parts.names().find((part) => /styles\.xml$/.test(part)) ?? '';
    const section = /<cellXfs.*?<\/cellXfs>/s.exec(this.book.parts.text(styles))?.[0] ?? '';
    return [...section.matchAll(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs)][index]?.[0] ?? '';
  }
}

/** Some programs write all letters but the plainest by their numbers. */
function readable(xml: string): string {
  return xml.replace(/&#(\d{3,7});/g, (_, number: string) => String.fromCodePoint(Number(number)));
}
