import type { SheetSizes } from '../../writing/note-anchor';
import { parseColumn } from '../../reading/xlsx/references';
import { isTrue } from '../../reading/package/xml';
import { SPREADSHEET_NAMESPACE, xmlElement } from '../../writing/package/xml-text';
import { cellAddress } from '../../../../base/raw-sheet';
import type { MarkStyles } from './mark-styles';
import type { Attributes, RewriteRules } from '../rewrite-xml';

/** What to do to the cells of one sheet. */
export interface CellChanges {
  /** Fill by row and column. */
  readonly fills: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Addresses of cells marked in an earlier round, which get their own look back. */
  readonly cleared: ReadonlySet<string>;
  /** Whether the part names its elements with a prefix. */
  readonly prefixed: boolean;
}

interface Waiting {
  readonly column: number;
  readonly fill: string;
}

/** Rules that fill cells of a sheet part; a cell that is not there is put in, with the look of its row or column. */
export class CellMarker implements Pick<RewriteRules, 'open' | 'before' | 'atEnd'> {
  private readonly widths = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private readonly columnStyles: { readonly from: number; readonly to: number; readonly style: number }[] =
    [];
  private readonly rows: (readonly [row: number, cells: Waiting[]])[];
  /** Raw XML that goes before the element just opened. */
  private inserted = '';
  private row = 0;
  private rowStyle: number | undefined;
  private cells: Waiting[] = [];
  private column = 0;

  constructor(
    private readonly changes: CellChanges,
    private readonly styles: MarkStyles,
  ) {
    this.rows = [...changes.fills]
      .sort(([a], [b]) => a - b)
      .map(([row, fills]) => [
        row,
        [...fills].sort(([a], [b]) => a - b).map(([column, fill]) => ({ column, fill })),
      ]);
  }

  /** Known once the part has been copied. */
  get sizes(): SheetSizes {
    return { widths: this.widths, heights: this.heights };
  }

  readonly open = (name: string, attributes: Attributes, depth: number): undefined => {
    if (name === 'col' && depth === 3) this.takeColumns(attributes);
    else if (name === 'row' && depth === 3) this.startRow(attributes);
    else if (name === 'c' && depth === 4) this.changeCell(attributes);
    return undefined;
  };

  readonly before = (): string => {
    const { inserted } = this;
    this.inserted = '';
    return inserted;
  };

  readonly atEnd = (name: string, depth: number): string => {
    if (name === 'row' && depth === 3)
      return this.cells
        .splice(0)
        .map((cell) => this.newCell(cell))
        .join('');
    return name === 'sheetData' && depth === 2 ? this.rowsBefore(Number.POSITIVE_INFINITY) : '';
  };

  private takeColumns({ min, max, width, style }: Attributes): void {
    const [from, to] = [Number(min), Number(max)];
    if (style !== undefined) this.columnStyles.push({ from, to, style: Number(style) });
    if (width === undefined) return;
    for (let column = from; column <= to && column <= 256; column += 1)
      this.widths.set(column, Number(width));
  }

  private startRow(attributes: Attributes): void {
    const { r, s, customFormat, ht } = attributes;
    this.row = r === undefined ? this.row + 1 : Number(r);
    this.inserted = this.rowsBefore(this.row);
    this.rowStyle = isTrue(customFormat) && s !== undefined ? Number(s) : undefined;
    if (ht !== undefined) this.heights.set(this.row, Number(ht));
    this.column = 0;
    this.cells = this.rows[0]?.[0] === this.row ? (this.rows.shift()?.[1] ?? []) : [];
    // Only a hint for readers, which a cell that is put in would make wrong.
    if (this.cells.length > 0) delete attributes['spans'];
  }

  private changeCell(attributes: Attributes): void {
    const { r, s } = attributes;
    this.column = r === undefined ? this.column + 1 : parseColumn(r);
    while ((this.cells[0]?.column ?? Number.POSITIVE_INFINITY) < this.column) {
      const cell = this.cells.shift();
      if (cell !== undefined) this.inserted += this.newCell(cell);
    }
    const known = s === undefined ? 0 : Number(s);
    const own = this.changes.cleared.has(cellAddress(this.row, this.column))
      ? this.styles.unmarked(known)
      : known;
    const cell = this.cells[0]?.column === this.column ? this.cells.shift() : undefined;
    const style = cell === undefined ? own : this.styles.marked(own, cell.fill);
    if (style !== known) attributes['s'] = String(style);
  }

  private rowsBefore(row: number): string {
    let inserted = '';
    while ((this.rows[0]?.[0] ?? Number.POSITIVE_INFINITY) < row) {
      const [missing, cells] = this.rows.shift() ?? [0, []];
      this.row = missing;
      this.rowStyle = undefined;
      const inside = cells.map((cell) => this.newCell(cell));
      inserted += xmlElement('row', { ...this.declaration, r: missing }, inside);
    }
    if (Number.isFinite(row)) this.row = row;
    return inserted;
  }

  private newCell({ column, fill }: Waiting): string {
    const own =
      this.rowStyle ?? this.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0;
    const style = this.styles.marked(own, fill);
    return xmlElement('c', { ...this.declaration, r: cellAddress(this.row, column), s: style });
  }

  private get declaration(): Readonly<Record<string, string>> {
    return this.changes.prefixed ? { xmlns: SPREADSHEET_NAMESPACE } : {};
  }
}
