import { LAST_ROW } from '../../reading/xlsx/shared-formula';
import { mapReferences } from '../../reading/xlsx/formula-references';

export interface InsertedRows {
  readonly before: number;
  readonly count: number;
}

/** Where the rows of a sheet go when rows are inserted, topmost first. */
export class RowMoves {
  constructor(private readonly inserted: readonly InsertedRows[]) {}

  row(row: number): number {
    return this.inserted.reduce(
      (now, { before, count }) => (now >= before ? Math.min(now + count, LAST_ROW) : now),
      row,
    );
  }

  /** “A1”, “$A$1:B2”, “3:5”; also several with spaces between, as lists of ranges have them. */
  areas(areas: string): string {
    return areas.replace(
      /(\$?[A-Za-z]{0,3}\$?)(\d+)/g,
      (_, before: string, row: string) => before + this.row(Number(row)),
    );
  }
}

/** The moves of all sheets of a workbook; names of sheets ignore case. */
export class WorkbookMoves {
  private readonly sheets: ReadonlyMap<string, RowMoves>;

  constructor(sheets: Iterable<readonly [sheet: string, moves: RowMoves]>) {
    this.sheets = new Map([...sheets].map(([sheet, moves]) => [sheet.toLowerCase(), moves]));
  }

  of(sheet: string): RowMoves | undefined {
    return this.sheets.get(sheet.toLowerCase());
  }

  /** Whether a formula that stands on `own` looks at a sheet whose rows move. */
  concern(formula: string, own: string): boolean {
    let found = false;
    mapReferences(formula, (area, sheet) => {
      found ||= this.of(sheet ?? own) !== undefined;
      return area;
    });
    return found;
  }

  /** @param own Sheet the formula stands on: references without a sheet mean it. */
  formula(formula: string, own: string): string {
    return mapReferences(formula, (area, sheet) => this.of(sheet ?? own)?.areas(area) ?? area);
  }
}
