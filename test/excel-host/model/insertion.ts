import { columnLetters, columnNumber, isEntireColumns, isEntireRows, type Rect } from './address';
import { sameName } from './named-items';

/** Texts; a reference with or without its sheet, of one corner or two; whole rows; whole columns. */
const textOrReference =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?(?:[A-Z]{1,3}\$?\d+|\d+(?=:)|[A-Z]{1,3}(?=:))(?::\$?(?:[A-Z]{1,3}\$?\d+|\d+|[A-Z]{1,3}))?)(?![\p{L}\p{N}_.(!:])/gu;

/** What an insertion of whole rows or columns does to places. */
export class Insertion {
  constructor(
    private readonly sheet: string,
    readonly axis: 'rows' | 'columns',
    readonly at: number,
    readonly count: number,
  ) {}

  row(row: number): number {
    return this.axis === 'rows' ? this.shifted(row) : row;
  }

  column(column: number): number {
    return this.axis === 'columns' ? this.shifted(column) : column;
  }

  moved(rect: Rect): Rect {
    if (this.axis === 'rows' ? isEntireColumns(rect) : isEntireRows(rect)) return rect;
    const { top, bottom, left, right } = rect;
    return {
      top: this.row(top),
      bottom: this.row(bottom),
      left: this.column(left),
      right: this.column(right),
    };
  }

  /** A formula of the sheet `home`. */
  rewritten(formula: string, home: string | undefined): string {
    return formula.replaceAll(
      textOrReference,
      (match: string, prefix: string | undefined, reference: string | undefined) => {
        const sheet = prefix?.replace(/^'(.*)'$/su, '$1').replaceAll("''", "'") ?? home;
        if (reference === undefined || sheet === undefined || !sameName(sheet, this.sheet)) return match;
        const moved = reference
          .replace(/[A-Z]+/g, (letters) => columnLetters(this.column(columnNumber(letters))))
          .replace(/\d+/g, (digits) => String(this.row(Number(digits))));
        return prefix === undefined ? moved : `${prefix}!${moved}`;
      },
    );
  }

  private shifted(place: number): number {
    return place >= this.at ? place + this.count : place;
  }
}
