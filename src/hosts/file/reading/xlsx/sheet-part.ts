import { WorkbookFileError } from '../../../../base/file-fault';
import {
  isCellError,
  type CellRange,
  type RawCell,
  type Span,
  type RawFill,
  type RawRow,
  type RawValue,
} from '../../../../base/raw-sheet';
import { cellValue } from './cell-value';
import { unescapeCellText } from './cell-text';
import { keepWithin, LIMITS } from '../package/limits';
import { parseCellRange, parseColumn } from './references';
import { LAST_COLUMN, LAST_ROW, shiftFormula } from './shared-formula';
import { isTrue, type XmlAttributes, type XmlReader } from '../package/xml';

/** What the cells of a workbook share. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly fills: readonly (string | undefined)[];
  readonly date1904: boolean;
  /** Cells with a value in all sheets so far. */
  readonly count: { cells: number };
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

export const MOST_FILLS = 50_000;

type Capture = 'none' | 'value' | 'formula' | 'inline';

/** Elements that follow the merges of a sheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99): nothing after them is read. */
const AFTER_MERGES = new Set([
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'extLst',
]);

/** Reads rows, cells and merges of a sheet part. */
export class SheetReader implements XmlReader {
  readonly merges: CellRange[] = [];
  readonly fills: RawFill[] = [];
  readonly hiddenColumns: Span[] = [];
  done = false;
  private readonly found: RawRow[] = [];
  private readonly shared = new Map<string, SharedFormula>();
  private inData = false;
  private capture: Capture = 'none';
  private buffer = '';
  private inPhonetic = false;

  private row = 0;
  private rowHidden = false;
  private cells: RawCell[] = [];
  private inOrder = true;

  private column = 0;
  private type = 'n';
  private style = 0;
  private hasRichValue = false;
  private value: string | undefined;
  private formula: string | undefined;
  private sharedIndex: string | undefined;

  constructor(
    private readonly sheet: string,
    private readonly context: SheetContext,
  ) {}

  /** Rows with values, in order. */
  rows(): readonly RawRow[] {
    return this.inOrder ? this.found : sortedRows(this.found);
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (this.inData) this.openInData(name, attributes, depth);
    else if (depth === 2) {
      if (name === 'sheetData') this.inData = true;
      else if (AFTER_MERGES.has(name)) this.done = true;
    } else if (name === 'mergeCell' && depth === 3) this.addMerge(attributes['ref'] ?? '');
    else if (name === 'col' && depth === 3) this.noteColumns(attributes);
  }

  text(text: string): void {
    if (this.capture !== 'none') this.buffer += text;
  }

  close(name: string, depth: number): void {
    if (!this.inData) return;
    if (depth === 4) this.endCell();
    else if (depth === 5) this.endCellPart(name);
    else if (depth === 3) this.endRow();
    else if (depth === 2) this.inData = false;
    else if (name === 't') this.capture = 'none';
    else if (name === 'rPh') this.inPhonetic = false;
  }

  private openInData(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 4) this.startCell(attributes);
    else if (depth === 5) this.startCellPart(name, attributes);
    else if (depth === 3) this.startRow(attributes);
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't' && !this.inPhonetic) this.capture = 'inline';
  }

  private startRow(attributes: XmlAttributes): void {
    const { r, hidden, ht } = attributes;
    const row = r === undefined ? this.row + 1 : Number(r);
    if (!(Number.isInteger(row) && row >= 1 && row <= LAST_ROW)) this.fail();
    if (row <= this.row) this.inOrder = false;
    this.row = row;
    this.rowHidden = isTrue(hidden) || ht === '0';
    this.cells = [];
    this.column = 0;
  }

  private startCell(attributes: XmlAttributes): void {
    const { r, t, s, vm } = attributes;
    const column = r === undefined ? this.column + 1 : parseColumn(r);
    if (!(column >= 1 && column <= LAST_COLUMN)) this.fail();
    if (column <= this.column) this.inOrder = false;
    this.column = column;
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.hasRichValue = vm !== undefined && vm !== '0';
    this.value = undefined;
    this.formula = undefined;
    this.sharedIndex = undefined;
  }

  private startCellPart(name: string, attributes: XmlAttributes): void {
    this.buffer = '';
    if (name === 'v') this.capture = 'value';
    else if (name === 'f') {
      this.capture = 'formula';
      this.sharedIndex = attributes['t'] === 'shared' ? attributes['si'] : undefined;
    }
  }

  private endCellPart(name: string): void {
    if (name === 'v') this.value = this.buffer;
    else if (name === 'is') this.takeInline();
    else if (name === 'f') this.formula = this.sharedIndex === undefined ? this.buffer : this.endShared();
    this.capture = 'none';
    if (this.buffer.length > LIMITS.cellCharacters.max)
      keepWithin(LIMITS.cellCharacters, this.buffer.length, this.sheet);
  }

  /** Words within the cell are its words, whatever kind of value it says it has. */
  private takeInline(): void {
    this.type = 'inlineStr';
    this.value = this.buffer;
  }

  private endShared(): string | undefined {
    const index = this.sharedIndex ?? '';
    const { row, column, buffer } = this;
    if (buffer !== '') {
      this.shared.set(index, { formula: buffer, row, column });
      return buffer;
    }
    const master = this.shared.get(index);
    return master && shiftFormula(master.formula, row - master.row, column - master.column);
  }

  private endCell(): void {
    const formula =
      this.formula === undefined || this.formula === '' ? undefined : unescapeCellText(this.formula);
    const value = this.value === undefined ? undefined : cellValue(this.type, this.value, this.context);
    if (formula === undefined && (value === undefined || value === '')) {
      this.noteFill();
      return;
    }
    // Excel keeps a picture as an error for programs that know none; what else it keeps so comes of a formula.
    if (this.hasRichValue && formula === undefined && isCellError(value)) {
      this.cells.push({ column: this.column, value: '', picture: true });
      this.context.count.cells += 1;
      return;
    }
    this.cells.push(this.rawCell(value ?? '', formula));
    this.context.count.cells += 1;
  }

  /** Only so many: a sheet painted all over says nothing by it. */
  private noteFill(): void {
    const color = this.context.fills[this.style];
    if (color === undefined || this.fills.length >= MOST_FILLS) return;
    this.fills.push({ row: this.row, column: this.column, color });
  }

  private rawCell(value: RawValue, formula: string | undefined): RawCell {
    const { column } = this;
    const format = this.context.formats[this.style] ?? (this.type === 'd' ? 'yyyy-mm-dd' : undefined);
    if (format === undefined) return formula === undefined ? { column, value } : { column, value, formula };
    return formula === undefined ? { column, value, format } : { column, value, format, formula };
  }

  private endRow(): void {
    if (this.cells.length === 0) return;
    keepWithin(LIMITS.cells, this.context.count.cells, this.sheet);
    this.found.push({ row: this.row, hidden: this.rowHidden, cells: this.cells });
  }

  private noteColumns({ min, max, hidden, width }: XmlAttributes): void {
    if (!isTrue(hidden) && !(width !== undefined && Number(width) === 0)) return;
    const [from, to] = [Number(min), Number(max)];
    if (from >= 1 && to >= from && this.hiddenColumns.length < LAST_COLUMN)
      this.hiddenColumns.push({ from, to });
  }

  /** One that is no range of cells, “N:N”, changes no cell: it is passed over. */
  private addMerge(reference: string): void {
    const range = parseCellRange(reference);
    if (range === undefined) return;
    this.merges.push(range);
    keepWithin(LIMITS.merges, this.merges.length, this.sheet);
  }

  private fail(): never {
    throw new WorkbookFileError('file-bad-xml', this.sheet);
  }
}

/** For writers that do not keep the order of rows and cells: sorted, and of two for one place the later one stands. */
function sortedRows(found: readonly RawRow[]): readonly RawRow[] {
  const rows = new Map<number, { hidden: boolean; cells: Map<number, RawCell> }>();
  for (const { row, hidden, cells } of found) {
    const known = rows.get(row) ?? { hidden: false, cells: new Map<number, RawCell>() };
    rows.set(row, known);
    known.hidden ||= hidden;
    for (const cell of cells) known.cells.set(cell.column, cell);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, { hidden, cells }]) => ({
      row,
      hidden,
      cells: [...cells.values()].sort((a, b) => a.column - b.column),
    }));
}
