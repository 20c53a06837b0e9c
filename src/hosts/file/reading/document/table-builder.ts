import type { PlanTable } from '../../../../plan/layout/plan-table';
import { keepWithin, LIMITS } from '../package/limits';
import type { XmlAttributes } from '../package/xml';
import { valueOf } from './attributes';

/** A table of a text document, with what a table of a plan has no use for. */
export interface WordTable extends PlanTable {
  /** Cells that stand over several columns, and how many; rows and columns count from 0. */
  readonly spans: readonly { readonly row: number; readonly column: number; readonly columns: number }[];
  /** Cells that are coloured in. */
  readonly fills: readonly { readonly row: number; readonly column: number; readonly color: string }[];
  /** Cells that hold a picture and no words. */
  readonly pictures: readonly { readonly row: number; readonly column: number }[];
}

interface Cell {
  readonly lines: string[];
  columns: number;
  /** As written, “FFFF00”; empty for none. */
  fill: string;
  hasPicture: boolean;
  /** The cell is merged with the one above it. */
  goesOn: boolean;
}

/** Word's tables have at most 63 columns. */
const COLUMNS = 63;

function count(written: string | undefined): number {
  return Math.min(COLUMNS, Math.max(0, Number(written) || 0));
}

/** Collects the cells of one table. */
export class TableBuilder {
  private readonly rows: string[][] = [];
  private readonly merges: { column: number; top: number; bottom: number }[] = [];
  private readonly spans: { row: number; column: number; columns: number }[] = [];
  private readonly fills: { row: number; column: number; color: string }[] = [];
  private readonly pictures: { row: number; column: number }[] = [];
  private row: Cell[] = [];
  private cell: Cell | undefined;
  private columnsBefore = 0;
  private isDropped = false;
  private cells = 0;

  /** @param parent The element it stands in: characters and paragraphs are coloured in by the same name as cells. */
  property(name: string, attributes: XmlAttributes, parent: string): void {
    const value = valueOf(attributes, 'val');
    if (name === 'tc') this.cell = { lines: [], columns: 1, fill: '', hasPicture: false, goesOn: false };
    if (name === 'gridBefore') this.columnsBefore = count(value);
    if (!this.cell) return;
    if (name === 'gridSpan') this.cell.columns = Math.max(1, count(value));
    if (name === 'vMerge') this.cell.goesOn = value !== 'restart';
    if (name === 'pic' || name === 'imagedata') this.cell.hasPicture = true;
    if (name === 'shd' && parent === 'tcPr') this.cell.fill = valueOf(attributes, 'fill') ?? '';
  }

  add(text: string): void {
    this.cell?.lines.push(text);
  }

  /** A row that tracked changes delete. */
  dropRow(): void {
    this.isDropped = true;
  }

  closeCell(): void {
    if (this.cell) this.row.push(this.cell);
    this.cell = undefined;
  }

  closeRow(): void {
    if (!this.isDropped) this.keepRow();
    this.row = [];
    this.columnsBefore = 0;
    this.isDropped = false;
  }

  table(): WordTable {
    return {
      rows: this.rows,
      merges: this.merges,
      spans: this.spans,
      fills: this.fills,
      pictures: this.pictures,
    };
  }

  private keepRow(): void {
    const row: string[] = Array<string>(this.columnsBefore).fill('');
    for (const { lines, columns, fill, hasPicture, goesOn } of this.row) {
      const at = { row: this.rows.length, column: row.length };
      if (goesOn) this.extend(row.length);
      else if (columns > 1) this.spans.push({ ...at, columns });
      if (/^[\da-f]{6}$/iu.test(fill)) this.fills.push({ ...at, color: fill.toUpperCase() });
      const text = goesOn ? '' : lines.join('\n').trim();
      if (hasPicture && text === '') this.pictures.push(at);
      row.push(text, ...Array<string>(columns - 1).fill(''));
    }
    this.cells += row.length;
    keepWithin(LIMITS.cells, this.cells);
    this.rows.push(row);
  }

  /** Merges the cell of this row at a column with the one above. */
  private extend(column: number): void {
    const at = this.rows.length;
    const open = this.merges.findLast((merge) => merge.column === column && merge.bottom === at - 1);
    if (open) open.bottom = at;
    else if (at > 0) this.merges.push({ column, top: at - 1, bottom: at });
  }
}
