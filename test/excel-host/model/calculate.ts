import {
  calculateFormulas,
  type CellLike,
  type RowLike,
  type WorkbookLike,
  type WorksheetLike,
} from '@cj-tech-master/excelts/formula';
import type { DefinedNameEntry, DimensionsLike, FormulaResultLike } from '@cj-tech-master/excelts/formula';
import { maxColumn, maxRow } from './address';
import { columnNamesOf, dataRowCount } from './table';
import type { Cell, RowData } from './grid';
import type { Sheet } from './sheet';
import { isError, type CellValue } from './values';
import type { Workbook } from './workbook';

type TableRefLike = ReturnType<NonNullable<WorksheetLike['getTables']>>[number];

const emptyType = 0;
const literalType = 2;
const formulaType = 6;
const wholeSheet = { top: 1, left: 1, bottom: maxRow, right: maxColumn };

/** Shows the model to the formula engine of the spreadsheet library, which writes results straight into the cells. */
export class Calculator implements WorkbookLike {
  /** @param computed Sheets whose formulas are computed; those of all others count as the values they have. */
  constructor(
    private readonly workbook: Workbook,
    private readonly computed: ReadonlySet<Sheet>,
  ) {}

  run(): void {
    calculateFormulas(this);
  }

  get worksheets(): WorksheetLike[] {
    return this.workbook.sheets.map((sheet) => this.shown(sheet));
  }

  getWorksheet(id?: number | string): WorksheetLike | undefined {
    const sheet = this.workbook.sheets.find((candidate) => candidate.name === id || candidate.number === id);
    return sheet && this.shown(sheet);
  }

  private shown(sheet: Sheet): EngineSheet {
    return new EngineSheet(sheet, this.computed.has(sheet));
  }

  get definedNames(): { getAllEntries(): DefinedNameEntry[]; getAllNames(): DefinedNameEntry[] } {
    const entries = this.workbook.names.all.map((item) => ({
      name: item.name,
      ranges: [item.formula],
      ...(item.scope && { localSheetId: this.workbook.sheets.indexOf(item.scope) }),
    }));
    return { getAllEntries: () => entries, getAllNames: () => entries };
  }
}

class EngineSheet implements WorksheetLike {
  constructor(
    private readonly sheet: Sheet,
    private readonly computes: boolean,
  ) {}

  get id(): number {
    return this.sheet.number;
  }

  get name(): string {
    return this.sheet.name;
  }

  get dimensions(): DimensionsLike | null {
    return this.sheet.grid.usedRect(wholeSheet, true) ?? null;
  }

  get mergedRegions(): readonly DimensionsLike[] {
    return this.sheet.merges;
  }

  eachRow(...args: readonly unknown[]): void {
    const callback = args.at(-1) as (row: RowLike, rowNumber: number) => void;
    const rows = [...this.sheet.grid.rows].sort(([a], [b]) => a - b);
    for (const [number, data] of rows) callback(new EngineRow(number, data, this.computes), number);
  }

  findCell(row: number, column: number): CellLike | undefined {
    const cell = this.sheet.grid.cell(row, column);
    return cell && new EngineCell(row, column, cell, this.computes);
  }

  getCell(row: number, column: number): CellLike {
    return new EngineCell(row, column, this.sheet.grid.ensureCell(row, column), this.computes);
  }

  getTables(): TableRefLike[] {
    return this.sheet.tables.map((table) => ({
      table: {
        name: table.name,
        tl: { row: table.rect.top, col: table.rect.left },
        columns: columnNamesOf(table).map((name) => ({ name })),
        rows: new Array<unknown>(dataRowCount(table)),
        headerRow: table.showHeaders,
        totalsRow: table.showTotals,
      },
    }));
  }
}

class EngineRow implements RowLike {
  constructor(
    private readonly row: number,
    private readonly data: RowData,
    private readonly computes: boolean,
  ) {}

  get hidden(): boolean {
    return this.data.hidden;
  }

  eachCell(...args: readonly unknown[]): void {
    const callback = args.at(-1) as (cell: CellLike, columnNumber: number) => void;
    for (const [column, cell] of this.data.cells)
      callback(new EngineCell(this.row, column, cell, this.computes), column);
  }
}

class EngineCell implements CellLike {
  readonly formula?: string;

  constructor(
    readonly row: number,
    readonly col: number,
    private readonly cell: Cell,
    computes: boolean,
  ) {
    if (computes && cell.formula !== undefined) this.formula = cell.formula;
  }

  get type(): number {
    if (this.formula !== undefined) return formulaType;
    return this.cell.value === null ? emptyType : literalType;
  }

  get model(): { readonly formula?: string } {
    return this.formula === undefined ? {} : { formula: this.formula };
  }

  get value(): unknown {
    return this.cell.value;
  }

  /** The engine fills and clears the cells a formula spills into. */
  set value(spilled: unknown) {
    this.cell.value = spilled === null ? null : resultValue(spilled as FormulaResultLike);
    this.cell.spilled = spilled !== null;
  }

  get result(): FormulaResultLike {
    return this.cell.value ?? undefined;
  }

  /** A formula that gives nothing gives 0 in Excel. */
  set result(result: FormulaResultLike) {
    this.cell.value = result === undefined ? 0 : resultValue(result);
  }
}

function resultValue(result: FormulaResultLike): CellValue {
  if (result === undefined || result === null) return null;
  if (result instanceof Date) return result.getTime() / 86400000 + 25569;
  if (typeof result === 'object') return isError(result) ? { error: result.error } : null;
  return result;
}
