import type { KeptCells } from '../../../base/workbook-port';
import { cellsOf, sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import type { Survey } from '../reading/survey';

const ACTIONS_A_COPY = 5;
const ACTIONS_A_SHEET = 8;

/** Steps that keep copies of cells. */
export interface KeepSteps {
  /** The sheet that nobody sees, in place of the one an interrupted write left: before anything else, as `prepareSheets`. */
  readonly sheet: readonly Step[];
  /** Right before the cells are overwritten. */
  readonly copies: readonly Step[];
}

export const NOTHING_KEPT: KeepSteps = { sheet: [], copies: [] };

export function keepSteps(
  worksheets: Excel.WorksheetCollection,
  { sheet, copies }: KeptCells,
  survey: Survey,
): KeepSteps {
  const make: Step = {
    bytes: ACTIONS_A_SHEET * ACTION_BYTES,
    play: () => {
      if (survey.sheets.has(sheet)) deleteUnseen(worksheets, sheet);
      worksheets.add(sheet).visibility = 'VeryHidden';
    },
  };
  const copy: Step = {
    bytes: (1 + copies.length * ACTIONS_A_COPY) * ACTION_BYTES,
    play: () => {
      const keeper = sheetOf(worksheets, sheet);
      for (const { sheet: source, from, column } of copies) {
        const target = cellsOf(keeper, { top: from.top, left: column, bottom: from.top, right: column });
        target.copyFrom(cellsOf(sheetOf(worksheets, source), from), 'Values');
      }
    },
  };
  return { sheet: [make], copies: [copy] };
}

/**
 * A sheet that is very hidden cannot be deleted (learn.microsoft.com/javascript/api/excel/excel.worksheet, `delete`). One that is
 * gone by now stays so.
 */
export function deleteUnseen(worksheets: Excel.WorksheetCollection, name: string): void {
  const sheet = worksheets.getItemOrNullObject(name);
  sheet.visibility = 'Hidden';
  sheet.delete();
}
