import { isEntireColumns, type Rect } from './address';
import { sameName } from './named-items';

/** Texts; a reference with or without its sheet, of one corner or two; whole rows. */
const textOrReference =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(?:(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?|(\$?)(\d+):(\$?)(\d+))(?![\p{L}\p{N}_.(!])/gu;

/** What an insertion of rows does to places. */
export class InsertedRows {
  constructor(
    private readonly sheet: string,
    readonly at: number,
    readonly count: number,
  ) {}

  row(row: number): number {
    return row >= this.at ? row + this.count : row;
  }

  moved(rect: Rect): Rect {
    return isEntireColumns(rect) ? rect : { ...rect, top: this.row(rect.top), bottom: this.row(rect.bottom) };
  }

  /** A formula of the sheet `home`. */
  rewritten(formula: string, home: string | undefined): string {
    return formula.replaceAll(textOrReference, (match: string, ...groups: (string | undefined)[]) => {
      const [prefix, column, first, lastColumn, last, mark, top, lastMark, bottom] = groups;
      const sheet = prefix?.replace(/^'(.*)'$/su, '$1').replaceAll("''", "'") ?? home;
      if (match.startsWith('"') || sheet === undefined || !sameName(sheet, this.sheet)) return match;
      const before = prefix === undefined ? '' : `${prefix}!`;
      const at = (row: string | undefined) => String(this.row(Number(row)));
      if (column === undefined) return `${before}${mark ?? ''}${at(top)}:${lastMark ?? ''}${at(bottom)}`;
      const end = lastColumn === undefined ? '' : `:${lastColumn}${at(last)}`;
      return `${before}${column}${at(first)}${end}`;
    });
  }
}
