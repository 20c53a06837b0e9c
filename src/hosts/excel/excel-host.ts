import type { RawRow, RawWorkbook } from '../../returns/raw-sheet';
import type { WorkbookBlueprint } from '../../sheets/blueprint';
import type { ActiveSheet, CellMark, LiveWorkbook, WatchedCells } from '../../sheets/workbook-host';
import { clearMarks, markCells, type LiftedProtections } from './mark-cells';
import { openCopy } from './open-copy';
import { readActive } from './read-active';
import { readTabs } from './read-tabs';
import { readWorkbook } from './read-workbook';
import { inExcel } from './run';
import { writeWorkbook } from './write-workbook';

/** The workbook that is open in Excel around the pane. Every method throws ExcelHostError when Excel refuses. */
export class ExcelWorkbookHost implements LiveWorkbook {
  private readonly lifted: LiftedProtections = new Map();

  read(tabs?: readonly string[]): Promise<RawWorkbook> {
    return inExcel((context) => (tabs === undefined ? readWorkbook(context) : readTabs(context, tabs)));
  }

  readActive(tabs: readonly string[]): Promise<ActiveSheet> {
    return inExcel((context) => readActive(context, tabs));
  }

  write(blueprint: WorkbookBlueprint): Promise<void> {
    return inExcel(async (context) => {
      await writeWorkbook(context, blueprint);
    });
  }

  overwrite(blueprint: WorkbookBlueprint, cells: WatchedCells): Promise<readonly RawRow[]> {
    return inExcel((context) => writeWorkbook(context, blueprint, cells));
  }

  /** Does nothing when there is no such sheet. */
  select(sheet: string, cell: string): Promise<void> {
    return inExcel(async (context) => {
      const target = context.workbook.worksheets.getItemOrNullObject(sheet);
      target.activate();
      target.getRange(cell).select();
      await context.sync();
    });
  }

  /** Name of the sheet in front. */
  activeSheet(): Promise<string> {
    return inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return sheet.name;
    });
  }

  mark(active: Pick<ActiveSheet, 'sheet' | 'commented'>, marks: readonly CellMark[]): Promise<boolean> {
    return inExcel((context) => markCells(context, active, marks, this.lifted));
  }

  clearMarks(sheet: string): Promise<boolean> {
    return inExcel((context) => clearMarks(context, sheet, this.lifted));
  }

  openCopy(bytes: Uint8Array): Promise<void> {
    return openCopy(bytes);
  }
}
