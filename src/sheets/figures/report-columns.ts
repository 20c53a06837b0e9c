import { must } from '../../base/invariant';
import { columnLetters, type CellRange } from '../../base/raw-sheet';
import type { CellContent } from '../../base/blueprint';
import { range } from '../tab-builder';

/** A column of a block, by key and header; `span`: how many columns of the sheet it lies over, 1 where nothing is said. */
export type ReportColumn<Key extends string> = readonly [key: Key, header: string, span?: number];

/** The columns of a block of a report, from the sheet's first column on: everything about a block's places is asked here. */
export class ReportColumns<Key extends string> {
  private readonly places: ReadonlyMap<Key, { readonly left: number; readonly right: number }>;
  readonly width: number;

  constructor(private readonly columns: readonly ReportColumn<Key>[]) {
    const places = new Map<Key, { readonly left: number; readonly right: number }>();
    let right = 0;
    for (const [key, , span = 1] of columns) {
      places.set(key, { left: right + 1, right: right + span });
      right += span;
    }
    this.places = places;
    this.width = right;
  }

  /** From 1; the first of the columns it lies over. */
  at(key: Key): number {
    return this.place(key).left;
  }

  /** As a formula of a row names it: “$D12”. */
  cell(key: Key, row: number): string {
    return `$${columnLetters(this.at(key))}${row}`;
  }

  header(key: Key): string {
    return must(
      this.columns.find(([known]) => known === key),
      `column ${key} of a report`,
    )[1];
  }

  get headers(): readonly string[] {
    return this.columns.flatMap(([, header, span = 1]) => [header, ...blanks(span, '')]);
  }

  /** One row of the sheet. */
  cells(write: (key: Key) => CellContent): readonly CellContent[] {
    return this.columns.flatMap(([key, , span = 1]) => [write(key), ...blanks(span, null)]);
  }

  /** Cells of one or several neighbouring columns in rows of the sheet. */
  body(from: Key, first: number, last: number, to: Key = from): CellRange {
    return range(first, this.place(from).left, last, this.place(to).right);
  }

  /** What is one cell over several columns of the sheet, row by row. */
  merges(first: number, last: number): readonly CellRange[] {
    const wide = [...this.places.values()].filter(({ left, right }) => right > left);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((row) =>
      wide.map(({ left, right }) => range(row, left, row, right)),
    );
  }

  private place(key: Key): { readonly left: number; readonly right: number } {
    return must(this.places.get(key), `column ${key} of a report`);
  }
}

function blanks<Blank>(span: number, blank: Blank): readonly Blank[] {
  return Array.from({ length: span - 1 }, () => blank);
}
