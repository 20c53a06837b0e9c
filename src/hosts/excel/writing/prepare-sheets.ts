import { largestOf } from '../../../base/extremes';
import type { SheetBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { addSheet, cellsOf, isNow, sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { dropSlicers } from './write-slicers';
import { nameInTheMaking, oldSheetOf, type OldSheet, type Overwritten } from '../reading/survey';

/** About what it takes to empty one tab. */
const ACTIONS_A_SHEET = 30;

/**
 * Makes every tab of the blueprint a plain sheet at its place, by default before the foreign ones. A tab that is there is written over,
 * not deleted: deleting it would turn the clerk's own formulas that read it into #REF!. Nor is it emptied before: a request
 * that stops half way must leave the entries in it. Only a protected form, to which no formula refers, is replaced, since
 * `unprotect()` fails in some builds (OfficeDev/office-js issue 6784) and deleting does not ask for it.
 */
export function prepareSheets(
  { workbook }: Excel.RequestContext,
  { sheets }: Pick<WorkbookBlueprint, 'sheets'>,
  survey: Overwritten,
  positionOf: (blueprint: SheetBlueprint, index: number) => number | undefined = (_, index) => index,
): readonly Step[] {
  const { strayTables } = survey;
  const renameStrays: Step = {
    bytes: strayTables.size * 2 * ACTION_BYTES,
    play: () => {
      for (const [name, free] of strayTables) workbook.tables.getItem(name).name = free;
    },
  };
  return [
    ...sheets.map((blueprint) => ({
      bytes: 4 * ACTION_BYTES,
      play: () => openWindow(workbook.worksheets, blueprint, survey),
    })),
    renameStrays,
    ...sheets.map((blueprint, index) => ({
      bytes: ACTIONS_A_SHEET * ACTION_BYTES,
      play: () => {
        for (const pivot of blueprint.pivots)
          if (oldSheetOf(survey, blueprint)?.pivots.includes(pivot.name) === true)
            dropSlicers(workbook, pivot);
        const sheet = plainSheet(workbook.worksheets, blueprint, survey);
        const position = positionOf(blueprint, index);
        if (position !== undefined) sheet.position = position;
      },
    })),
  ];
}

/**
 * What Excel refuses while another workbook is in front of this one (learn.microsoft.com/office/dev/add-ins/excel/
 * excel-add-ins-troubleshooting), before anything else is done: then nothing is, and it can be asked for again. Panes of a
 * hidden sheet cannot be unfrozen in older builds (issue 1463).
 */
function openWindow(
  worksheets: Excel.WorksheetCollection,
  blueprint: SheetBlueprint,
  survey: Overwritten,
): void {
  const old = oldSheetOf(survey, blueprint);
  if (old === undefined) addSheet(worksheets, nameInTheMaking(blueprint));
  else if (old.isProtected) replaceSheet(worksheets, old.name);
  else if (!survey.spares) {
    const sheet = sheetOf(worksheets, old.name);
    for (const name of old.tables) {
      if (survey.keptTables.has(name)) sheet.tables.getItem(name).clearFilters();
    }
    if (blueprint.visibility === 'visible') sheet.freezePanes.unfreeze();
  }
}

function plainSheet(
  worksheets: Excel.WorksheetCollection,
  blueprint: SheetBlueprint,
  survey: Overwritten,
): Excel.Worksheet {
  const old = oldSheetOf(survey, blueprint);
  const sheet = sheetOf(worksheets, nameInTheMaking(blueprint));
  if (old === undefined || old.isProtected) return sheet;
  if (survey.spares) makeRoom(sheet, blueprint, old, survey.keptTables);
  else {
    clearObjects(sheet, old, survey.keptTables);
    clearLooks(sheet);
  }
  return sheet;
}

/** What Excel calls a table that nobody has named: one of ours whose making was interrupted. */
const UNNAMED = /^(?:Table|表格?|列表)_?\d+$/;

/**
 * Removes the objects of the blueprint that exist already, and the formats of its cells; everything else on the sheet
 * stays.
 */
function makeRoom(
  sheet: Excel.Worksheet,
  blueprint: SheetBlueprint,
  { pivots, charts, tables }: OldSheet,
  kept: ReadonlySet<string>,
): void {
  const isOurs = (list: readonly { readonly name: string }[], name: string) =>
    list.some((one) => one.name === name);
  for (const pivot of pivots) if (isOurs(blueprint.pivots, pivot)) sheet.pivotTables.getItem(pivot).delete();
  for (const chart of charts) if (isOurs(blueprint.charts, chart)) sheet.charts.getItem(chart).delete();
  const hasOurs = tables.some((name) => isOurs(blueprint.tables, name));
  for (const name of tables) {
    const isHalfMade = !hasOurs && blueprint.tables.length > 0 && UNNAMED.test(name);
    if (isHalfMade || (isOurs(blueprint.tables, name) && !kept.has(name))) {
      sheet.tables.getItem(name).convertToRange();
    }
  }
  const right = largestOf(
    blueprint.cells.map((row) => row.length),
    1,
  );
  const cells = cellsOf(sheet, { top: 1, left: 1, bottom: Math.max(1, blueprint.cells.length), right });
  cells.unmerge();
  for (const what of ['RemoveHyperlinks', 'Formats'] as const) cells.clear(what);
  cells.dataValidation.clear();
}

/** The new sheet comes first: a workbook keeps one visible sheet. */
function replaceSheet(worksheets: Excel.WorksheetCollection, name: string): void {
  const [fresh, old] = [worksheets.add(), worksheets.getItem(name)];
  old.visibility = 'Visible';
  old.delete();
  fresh.name = name;
  isNow(name, fresh);
}

/** Notes and comments stay: whoever wrote one over a cell of ours meant it. */
function clearObjects(
  sheet: Excel.Worksheet,
  { pivots, charts, tables }: OldSheet,
  kept: ReadonlySet<string>,
): void {
  for (const pivot of pivots) sheet.pivotTables.getItem(pivot).delete();
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  for (const name of tables) if (!kept.has(name)) sheet.tables.getItem(name).convertToRange();
}

/** Everything but what the cells hold. */
function clearLooks(sheet: Excel.Worksheet): void {
  sheet.autoFilter.remove();
  const cells = sheet.getRange();
  cells.unmerge();
  cells.clear('RemoveHyperlinks');
  cells.clear('Formats');
  cells.dataValidation.clear();
  cells.conditionalFormats.clearAll();
  cells.rowHidden = false;
  cells.columnHidden = false;
  cells.format.autofitRows();
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Below and beside what the blueprint filled, a tab that was there before may hold more. */
export function clearRestSteps(
  getSheet: () => Excel.Worksheet,
  blueprint: SheetBlueprint,
  survey: Overwritten,
): readonly Step[] {
  const { cells } = blueprint;
  const old = oldSheetOf(survey, blueprint);
  if (old === undefined || old.isProtected) return [];
  if (survey.spares) return clearOldRows(getSheet, blueprint, survey);
  const width = largestOf(
    cells.map((row) => row.length),
    1,
  );
  return [
    {
      bytes: 4 * ACTION_BYTES,
      play: () => {
        const below = { top: cells.length + 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };
        const beside = { top: 1, left: width + 1, bottom: Math.max(1, cells.length), right: LAST_COLUMN };
        for (const rest of [below, beside]) cellsOf(getSheet(), rest).clear('Contents');
      },
    },
  ];
}

/** Below what the blueprint filled, a table of ours that was there before may have had more rows. */
function clearOldRows(
  getSheet: () => Excel.Worksheet,
  blueprint: SheetBlueprint,
  survey: Overwritten,
): readonly Step[] {
  const { cells, tables } = blueprint;
  const own = survey.tables.filter(
    ({ name, sheet }) => sheet === nameInTheMaking(blueprint) && tables.some((table) => table.name === name),
  );
  const bottom = Math.max(0, ...own.map((table) => table.bottom ?? 0));
  if (bottom <= cells.length) return [];
  const right = largestOf(
    cells.map((row) => row.length),
    1,
  );
  return [
    {
      bytes: 3 * ACTION_BYTES,
      play: () => {
        cellsOf(getSheet(), { top: cells.length + 1, left: 1, bottom, right }).clear('Contents');
      },
    },
  ];
}
