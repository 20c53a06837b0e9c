import { largestOf } from '../../../base/extremes';
import type { CellContent, SheetBlueprint } from '../../../base/blueprint';
import type { RawCell } from '../../../base/raw-sheet';
import { cellWords } from '../../../returns/locate/cell-words';
import type { StandingTab } from '../../../sheets/layout/standing-tab';
import { textWidth } from '../../../sheets/row-heights';
import type { CellPlace } from '../selecting/selection';

/** What the clerk has far from anything of ours is not worth thousands of empty rows. */
const MOST_OWN_ROWS = 2_000;
const MOST_OWN_COLUMNS = 60;
const NARROWEST = 6;
const WIDEST = 36;
const LINE_PX = 20;

/** Where what is drawn of a tab is shown, and what the clerk has there beside it. */
export class StandingPlaces {
  private readonly rows: ReadonlyMap<number, number>;
  private readonly columns: ReadonlyMap<number, number>;
  /** Of columns that hold something of the clerk's, in characters. */
  private readonly widths: ReadonlyMap<number, number>;
  readonly rowCount: number;
  readonly columnCount: number;

  constructor(
    private readonly sheet: SheetBlueprint,
    private readonly standing: StandingTab,
    /** Serial numbers of its days count from 1904. */
    readonly date1904: boolean,
  ) {
    const { stands, own, lastRow, lastColumn } = standing;
    this.rows = inverted(stands.rows);
    this.columns = inverted(stands.columns);
    this.widths = this.ownWidths();
    const ownRows = [...own.keys()].filter((row) => row <= lastRow + MOST_OWN_ROWS);
    this.rowCount = largestOf(ownRows, lastRow);
    this.columnCount = largestOf(this.widths.keys(), lastColumn);
  }

  /** The drawn row that is shown in a row; `undefined` where it is the clerk's. */
  drawnRow(row: number): number | undefined {
    return this.rows.get(row);
  }

  drawnColumn(column: number): number | undefined {
    return this.columns.get(column);
  }

  /** What is drawn in a place; `undefined` where it is the clerk's own. */
  drawnPlace(row: number, column: number): CellPlace | undefined {
    const drawn = this.rows.get(row);
    if (drawn === undefined) return undefined;
    const { head } = this.standing.stands;
    const isHead = head !== undefined && drawn <= head.last;
    const across = isHead ? column - head.column + 1 : this.columns.get(column);
    const width = this.sheet.cells[drawn - 1]?.length ?? 0;
    return across === undefined || across < 1 || across > width ? undefined : { row: drawn, column: across };
  }

  /** Where a drawn place is shown. */
  shown({ row, column }: CellPlace): CellPlace {
    const { rows, columns } = this.standing.stands;
    return { row: rows.get(row) ?? row, column: columns.get(column) ?? column };
  }

  /** What the clerk has in a place. */
  own(row: number, column: number): CellContent {
    const cell = this.standing.own.get(row)?.get(column);
    if (cell === undefined) return null;
    return typeof cell.value === 'number' ? cell.value : this.words(cell);
  }

  /** Its format code, where it has one. */
  ownFormat(row: number, column: number): string | undefined {
    return this.standing.own.get(row)?.get(column)?.format;
  }

  /** In characters; `undefined` where the clerk has nothing in a column. */
  ownWidth(column: number): number | undefined {
    return this.widths.get(column);
  }

  /** Of a row of the clerk's, in pixels. @param widthOf Of a column, in characters. */
  ownHeight(row: number, widthOf: (column: number) => number): number {
    const lines = [...(this.standing.own.get(row)?.values() ?? [])].map((cell) =>
      this.words(cell)
        .split('\n')
        .reduce((count, line) => count + Math.max(1, Math.ceil(textWidth(line) / widthOf(cell.column))), 0),
    );
    return LINE_PX * Math.max(1, ...lines);
  }

  private words(cell: RawCell): string {
    return cellWords(cell, this.date1904);
  }

  private ownWidths(): ReadonlyMap<number, number> {
    const { own, lastColumn } = this.standing;
    const widths = new Map<number, number>();
    for (const cell of [...own.values()].flatMap((cells) => [...cells.values()])) {
      if (cell.column > lastColumn + MOST_OWN_COLUMNS) continue;
      const wanted = Math.max(...this.words(cell).split('\n').map(textWidth)) + 2;
      const width = Math.min(WIDEST, Math.max(NARROWEST, wanted));
      widths.set(cell.column, Math.max(widths.get(cell.column) ?? 0, width));
    }
    return widths;
  }
}

/** Which drawn line stands in a line. */
export function inverted(lines: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...lines].map(([drawn, at]) => [at, drawn]));
}
