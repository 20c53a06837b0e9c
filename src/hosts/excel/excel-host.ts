import type { RawWorkbook } from '../../returns/raw-sheet';
import type { WorkbookBlueprint } from '../../sheets/blueprint';
import type { WorkbookHost } from '../../sheets/workbook-host';
import { readWorkbook } from './read-workbook';
import { inExcel } from './run';
import { writeWorkbook } from './write-workbook';

/** The workbook that is open in Excel around the pane. Every method throws ExcelHostError when Excel refuses. */
export class ExcelWorkbookHost implements WorkbookHost {
  read(): Promise<RawWorkbook> {
    return inExcel(readWorkbook);
  }

  write(blueprint: WorkbookBlueprint): Promise<void> {
    return inExcel((context) => writeWorkbook(context, blueprint));
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
}
