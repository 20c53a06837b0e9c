import type { SheetBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { cellsOf, sheetOf } from '../ranges';
import { nameInTheMaking, oldSheetOf, type Survey } from '../reading/survey';
import { ACTION_BYTES, type Step } from '../requests';
import { chartSteps } from './write-charts';
import { windowStep } from './write-page';
import { pivotSteps } from './write-pivots';
import { slicerSteps } from './write-slicers';

interface ClosedBlueprint extends Pick<WorkbookBlueprint, 'sheets'> {
  /** Nothing where there is one that stays. */
  readonly title: string | undefined;
  /** Nothing where what is in front stays there. */
  readonly activeSheet: string | undefined;
}

/**
 * What needs computed figures, and what would be in the way of anything before it.
 * @param survey A sheet that was not there is visible as it is added.
 */
export function closingSteps(
  workbook: Excel.Workbook,
  blueprint: ClosedBlueprint,
  survey: Survey,
): readonly Step[] {
  return [
    ...chartSteps(workbook.worksheets, blueprint),
    ...pivotSteps(workbook, blueprint),
    ...slicerSteps(workbook, blueprint.sheets),
    {
      bytes: (4 + blueprint.sheets.length * 2) * ACTION_BYTES,
      play: () => {
        if (blueprint.title !== undefined) workbook.properties.title = blueprint.title;
        const old = blueprint.sheets.filter((sheet) => oldSheetOf(survey, sheet) !== undefined);
        showSheets(workbook.worksheets, old);
      },
    },
    ...activateSteps(workbook.worksheets, blueprint.activeSheet),
    {
      bytes: blueprint.sheets.length * 6 * ACTION_BYTES,
      play: () => {
        hideSheets(workbook.worksheets, blueprint.sheets);
        for (const sheet of blueprint.sheets) finish(workbook.worksheets, sheet);
      },
    },
  ];
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** The visible ones first: a workbook keeps one, and the one in front cannot be hidden. */
function showSheets(worksheets: Excel.WorksheetCollection, sheets: readonly SheetBlueprint[]): void {
  for (const sheet of sheets) {
    if (sheet.visibility === 'visible') sheetOf(worksheets, nameInTheMaking(sheet)).visibility = 'Visible';
  }
}

function activateSteps(worksheets: Excel.WorksheetCollection, name: string | undefined): readonly Step[] {
  if (name === undefined) return [];
  return [windowStep(2, () => worksheets.getItem(name).activate())];
}

function hideSheets(worksheets: Excel.WorksheetCollection, sheets: readonly SheetBlueprint[]): void {
  for (const { name, visibility } of sheets) {
    if (visibility !== 'visible') sheetOf(worksheets, name).visibility = VISIBILITY[visibility];
  }
}

/** A tab has its own name only when it is whole. */
function finish(worksheets: Excel.WorksheetCollection, blueprint: SheetBlueprint): void {
  if (blueprint.protection === undefined && blueprint.workingName === undefined) return;
  const sheet = sheetOf(worksheets, nameInTheMaking(blueprint));
  protect(sheet, blueprint);
  if (blueprint.workingName !== undefined) sheet.name = blueprint.name;
}

/** Without a password: anyone may lift it on purpose; columns and rows can be sized and filters used all the same. */
function protect(sheet: Excel.Worksheet, { protection }: SheetBlueprint): void {
  if (protection === undefined) return;
  for (const range of protection.unlocked) cellsOf(sheet, range).format.protection.locked = false;
  sheet.protection.protect({
    allowAutoFilter: true,
    allowEditObjects: true,
    allowEditScenarios: true,
    allowFormatColumns: true,
    allowFormatRows: true,
  });
}
