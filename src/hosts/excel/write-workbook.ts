import type { RawRow } from '../../returns/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../sheets/blueprint';
import type { WatchedCells } from '../../sheets/workbook-host';
import { absolute } from '../../sheets/tab-builder';
import { LastLook } from './last-look';
import { clearRestSteps, prepareSheets } from './prepare-sheets';
import { cellsOf, quotedSheet } from './ranges';
import { ACTION_BYTES, packRequests, sendRequests, type Step } from './requests';
import { nameInTheMaking, overwritten, type Overwritten, type Survey } from './survey';
import { cellSteps } from './write-cells';
import { chartSteps } from './write-charts';
import { formatSteps } from './write-formats';
import { noteSteps } from './write-notes';
import { pageSteps } from './write-page';
import { pivotSteps } from './write-pivots';
import { ruleSteps } from './write-rules';
import { sizeSteps } from './write-sizes';
import { tableSteps } from './write-tables';

/**
 * Plays a blueprint into the open workbook: one round trip for the cells and what belongs to them (more only where they
 * outgrow a request), one for what stands on computed figures.
 * @throws ExcelHostError
 */
export async function writeWorkbook(
  context: Excel.RequestContext,
  blueprint: WorkbookBlueprint,
  { survey, watched = NOTHING_WATCHED, limit }: Circumstances,
): Promise<readonly RawRow[]> {
  const lastLook = new LastLook(survey.sheets.has(watched.sheet) ? watched : NOTHING_WATCHED);
  const content = contentSteps(context, blueprint, overwritten(survey, blueprint), lastLook);
  const closing = closingSteps(context.workbook, blueprint);
  const requests = packRequests(content, limit);
  // Only in the first request is calculation suspended: where there are more, the last one finds computed figures.
  const isAfterFirst = requests.length > 1;
  await sendRequests(
    context,
    isAfterFirst
      ? packRequests([...content, ...closing], limit)
      : [...requests, ...packRequests(closing, limit)],
  );
  return lastLook.rows();
}

interface Circumstances {
  readonly survey: Survey;
  readonly watched?: WatchedCells;
  /** Bytes of a request, about. */
  readonly limit: number;
}

const NOTHING_WATCHED: WatchedCells = { sheet: '', ranges: [] };

function contentSteps(
  context: Excel.RequestContext,
  blueprint: WorkbookBlueprint,
  survey: Overwritten,
  lastLook: LastLook,
): readonly Step[] {
  const { worksheets } = context.workbook;
  return [
    suspendStep(context.workbook),
    ...prepareSheets(context, blueprint, survey),
    ...nameSteps(context.workbook, blueprint, survey),
    ...inWriteOrder(blueprint).flatMap((sheet) => sheetSteps(worksheets, sheet, survey, lastLook)),
  ];
}

function inWriteOrder({ sheets, writeOrder = [] }: WorkbookBlueprint): readonly SheetBlueprint[] {
  const place = new Map(writeOrder.map((name, index) => [name, index]));
  const placeOf = ({ name }: SheetBlueprint): number => place.get(name) ?? writeOrder.length;
  return sheets.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Both last until the end of the first request of changes. */
function suspendStep({ application }: Excel.Workbook): Step {
  return {
    bytes: 2 * ACTION_BYTES,
    play: () => {
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
    },
  };
}

/** A name that is there is pointed anew, so that formulas of the clerk's own that use it stay alive. */
function nameSteps(
  { names, worksheets }: Excel.Workbook,
  blueprint: WorkbookBlueprint,
  survey: Survey,
): readonly Step[] {
  return blueprint.names.map(({ name, sheet, range }) => ({
    bytes: 3 * ACTION_BYTES,
    play: () => {
      if (survey.names.has(name)) names.getItem(name).formula = `=${quotedSheet(sheet)}!${absolute(range)}`;
      else names.add(name, cellsOf(worksheets.getItem(sheet), range));
    },
  }));
}

/** Cells before the tables over them, sizes after the fonts they depend on. */
function sheetSteps(
  worksheets: Excel.WorksheetCollection,
  blueprint: SheetBlueprint,
  survey: Overwritten,
  lastLook: LastLook,
): readonly Step[] {
  let known: Excel.Worksheet | undefined;
  const getSheet = () => (known ??= worksheets.getItem(nameInTheMaking(blueprint)));
  return [
    ...cellSteps(getSheet, blueprint, lastLook),
    ...clearRestSteps(getSheet, blueprint, survey),
    ...tableSteps(getSheet, blueprint, survey.keptTables),
    ...formatSteps(getSheet, blueprint),
    ...sizeSteps(getSheet, blueprint),
    ...ruleSteps(getSheet, blueprint),
    ...noteSteps(getSheet, blueprint),
    ...pageSteps(getSheet, blueprint),
  ];
}

/** What needs computed figures, and what would be in the way of anything before it. */
function closingSteps(workbook: Excel.Workbook, blueprint: WorkbookBlueprint): readonly Step[] {
  return [
    ...chartSteps(workbook.worksheets, blueprint),
    ...pivotSteps(workbook, blueprint),
    {
      bytes: blueprint.sheets.length * 8 * ACTION_BYTES,
      play: () => {
        workbook.properties.title = blueprint.title;
        showSheets(workbook.worksheets, blueprint);
        for (const sheet of blueprint.sheets) finish(workbook.worksheets, sheet);
      },
    },
  ];
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** The visible ones first: a workbook keeps one, and the one in front cannot be hidden. */
function showSheets(worksheets: Excel.WorksheetCollection, { sheets, activeSheet }: WorkbookBlueprint): void {
  const isHidden = ({ visibility }: SheetBlueprint): boolean => visibility !== 'visible';
  for (const sheet of sheets.filter((one) => !isHidden(one))) {
    worksheets.getItem(nameInTheMaking(sheet)).visibility = 'Visible';
  }
  worksheets.getItem(activeSheet).activate();
  for (const { name, visibility } of sheets.filter(isHidden)) {
    worksheets.getItem(name).visibility = VISIBILITY[visibility];
  }
}

/** A tab has its own name only when it is whole. */
function finish(worksheets: Excel.WorksheetCollection, blueprint: SheetBlueprint): void {
  const sheet = worksheets.getItem(nameInTheMaking(blueprint));
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
