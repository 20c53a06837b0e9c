import { invalidArgument } from './protocol/errors';
import { formatRect, parseRect, splitSheet, type Rect } from './model/address';
import { setRowsHidden } from './bindings/hidden';
import { protectSheet, unprotectSheet } from './model/protection';
import { sortRows } from './model/sort-rows';
import type { Sheet } from './model/sheet';
import type { CellValue } from './model/values';
import type { Workbook } from './model/workbook';
import { writeCells } from './model/write-cells';

/** The person in front of the workbook: what they do goes through Excel's own rules and raises its events. */
export class User {
  constructor(
    private readonly workbook: Workbook,
    private readonly deliver: () => void,
  ) {}

  /** Types into one cell (“台账!K5”). @throws when Excel would not take it. */
  type(address: string, entry: string | number | boolean): void {
    const { sheet, rect } = this.place(address);
    writeCells(sheet, rect, entry);
    this.deliver();
  }

  /** Pastes values from a top left cell on; data validation does not see it. */
  paste(address: string, values: readonly (readonly CellValue[])[]): void {
    const { sheet, rect } = this.place(address);
    const width = values[0]?.length ?? 0;
    if (values.some((row) => row.length !== width) || width === 0) throw invalidArgument('pasted values');
    const block = { ...rect, bottom: rect.top + values.length - 1, right: rect.left + width - 1 };
    writeCells(
      sheet,
      block,
      values.map((row) => row.map((value) => (value === null ? '' : (value as string | number)))),
    );
    this.deliver();
  }

  clear(address: string): void {
    const { sheet, rect } = this.place(address);
    sheet.clear(rect, 'Contents');
    this.deliver();
  }

  renameSheet(from: string, to: string): void {
    this.workbook.renameSheet(this.workbook.sheet(from), to);
    this.deliver();
  }

  deleteSheet(name: string): void {
    this.workbook.deleteSheet(this.workbook.sheet(name));
    this.deliver();
  }

  addSheet(name: string): void {
    this.workbook.addSheet(name);
    this.deliver();
  }

  activate(name: string): void {
    this.workbook.activate(this.workbook.sheet(name));
    this.deliver();
  }

  select(address: string): void {
    const { sheet, rect } = this.place(address);
    this.workbook.select(sheet, [rect], formatRect(rect));
    this.deliver();
  }

  hideRows(address: string): void {
    const { sheet, rect } = this.place(address);
    setRowsHidden(sheet, rect, true);
    this.deliver();
  }

  /** Sorts the rows of a range by one of the columns of its sheet, from 1. */
  sort(address: string, column: number): void {
    const { sheet, rect } = this.place(address);
    sortRows(sheet, rect, column);
    this.deliver();
  }

  protect(name: string, password: string | null = null): void {
    protectSheet(this.workbook.sheet(name), null, password);
    this.deliver();
  }

  unprotect(name: string, password: string | null = null): void {
    unprotectSheet(this.workbook.sheet(name), password);
    this.deliver();
  }

  private place(address: string): { readonly sheet: Sheet; readonly rect: Rect } {
    const { sheet, local } = splitSheet(address);
    return {
      sheet: sheet === undefined ? this.workbook.activeSheet : this.workbook.sheet(sheet),
      rect: parseRect(local),
    };
  }
}
