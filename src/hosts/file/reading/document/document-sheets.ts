import { squeezed } from '../../../../base/clean-text';
import type { CellRange, RawFill, RawRow, RawSheet } from '../../../../base/raw-sheet';
import { isRepeatedHeader } from '../../../../returns/locate/locate-table';
import { shownText } from '../../../../returns/locate/sheet-grid';
import { IDENTITY_SHEET, isIdentityTable } from '../../../../returns/whose/form-identity';
import { keepWithin, LIMITS } from '../package/limits';
import { MOST_FILLS } from '../xlsx/sheet-part';

/** A table in a document: rows, merges and fills count from its own first row, which is 1. */
export interface DocumentTable extends Pick<RawSheet, 'rows' | 'merges' | 'fills'> {
  /** Empty rows at its end among them. */
  readonly height: number;
}

interface OpenSheet {
  readonly rows: RawRow[];
  readonly merges: CellRange[];
  readonly fills: RawFill[];
  /** Rows of the lines around tables, which stand over all columns. */
  readonly lines: number[];
  /** The headers by column; empty until there is a table with some. */
  header: string;
  width: number;
  /** What a form says of itself, which in a workbook stands in a hidden sheet. */
  readonly isIdentity: boolean;
  /** The row last written. */
  last: number;
}

/** A head may stand below a title within the table. */
const HEAD_WITHIN = 6;

/**
 * The tables of a document as sheets, the lines around them as rows: what stands above a table says whose it is, what stands below
 * who filled it in. A table that goes on over a page, with or without its head once more, is one with the table before it; one that
 * is headed otherwise begins a sheet.
 */
export class DocumentSheets {
  private readonly sheets: OpenSheet[] = [];
  private cells = 0;

  /** @param nameOf What the first sheet is called, the second … */
  constructor(private readonly nameOf: (number: number) => string) {}

  addLine(text: string): void {
    const value = text.trim();
    if (value === '') return;
    keepWithin(LIMITS.cellCharacters, value.length);
    const sheet = this.sheets.at(-1) ?? this.begin();
    sheet.last += 1;
    sheet.lines.push(sheet.last);
    this.addRow(sheet, { row: sheet.last, hidden: false, cells: [{ column: 1, value }] });
  }

  addTable({ rows, merges, fills = [], height }: DocumentTable): void {
    const header = headerOf(rows);
    const before = this.sheets.at(-1) ?? this.begin();
    const isIdentity = isIdentityTable(rows);
    const isOther = header !== '' && before.header !== '' && before.header !== header;
    const sheet = isOther || isIdentity || before.isIdentity ? this.begin(isIdentity) : before;
    if (header !== '') sheet.header = header;
    const down = sheet.last;
    for (const row of rows) this.addRow(sheet, { ...row, row: row.row + down });
    for (const range of merges)
      sheet.merges.push({ ...range, top: range.top + down, bottom: range.bottom + down });
    const room = MOST_FILLS - sheet.fills.length;
    sheet.fills.push(...fills.slice(0, room).map((fill) => ({ ...fill, row: fill.row + down })));
    sheet.last += height;
  }

  /** There is one sheet at least. */
  read(): readonly RawSheet[] {
    if (this.sheets.length === 0) this.begin();
    const shown = this.sheets.filter(({ isIdentity }) => !isIdentity);
    return this.sheets.map((sheet) => {
      const { rows, merges, fills, lines, width, isIdentity } = sheet;
      return {
        name: isIdentity ? IDENTITY_SHEET : this.nameOf(shown.indexOf(sheet) + 1),
        visibility: isIdentity ? 'veryHidden' : 'visible',
        rows,
        merges: [...merges, ...(width > 1 ? lines.map((row) => overAll(row, width)) : [])],
        ...(fills.length === 0 ? {} : { fills }),
      };
    });
  }

  private begin(isIdentity = false): OpenSheet {
    const sheet = { rows: [], merges: [], fills: [], lines: [], header: '', width: 1, last: 0, isIdentity };
    this.sheets.push(sheet);
    keepWithin(LIMITS.sheets, this.sheets.length);
    return sheet;
  }

  private addRow(sheet: OpenSheet, row: RawRow): void {
    sheet.width = Math.max(sheet.width, row.cells.at(-1)?.column ?? 1);
    this.cells += row.cells.length;
    keepWithin(LIMITS.cells, this.cells);
    sheet.rows.push(row);
  }
}

function overAll(row: number, width: number): CellRange {
  return { top: row, bottom: row, left: 1, right: width };
}

/** The columns a table is headed with, each in its place; empty where it has no such head. */
function headerOf(rows: readonly RawRow[]): string {
  const head = rows.slice(0, HEAD_WITHIN).find((row) => isRepeatedHeader(row));
  return head?.cells.map((cell) => `${cell.column} ${squeezed(shownText(cell))}`).join('|') ?? '';
}
