import type { KeptCells } from '../../../base/workbook-port';
import { cellsOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import type { Survey } from '../reading/survey';

const ACTIONS_A_COPY = 5;
const ACTIONS_A_SHEET = 8;

/** Copies cells to a sheet that nobody sees, in place of the copies an interrupted write left there. */
export function keepSteps(
  worksheets: Excel.WorksheetCollection,
  { sheet, copies }: KeptCells,
  survey: Survey,
): readonly Step[] {
  return [
    {
      bytes: (ACTIONS_A_SHEET + copies.length * ACTIONS_A_COPY) * ACTION_BYTES,
      play: () => {
        if (survey.sheets.has(sheet)) deleteUnseen(worksheets, sheet);
        const keeper = worksheets.add(sheet);
        keeper.visibility = 'VeryHidden';
        for (const { sheet: source, from, column } of copies) {
          const target = keeper.getCell(from.top - 1, column - 1);
          target.copyFrom(cellsOf(worksheets.getItem(source), from), 'Values');
        }
      },
    },
  ];
}

/** A sheet that is very hidden cannot be deleted (learn.microsoft.com/javascript/api/excel/excel.worksheet, `delete`). */
export function deleteUnseen(worksheets: Excel.WorksheetCollection, name: string): void {
  const sheet = worksheets.getItem(name);
  sheet.visibility = 'Hidden';
  sheet.delete();
}
