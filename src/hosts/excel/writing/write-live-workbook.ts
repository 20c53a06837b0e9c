import type { RawRow, RawWorkbook } from '../../../base/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint, WriteMark } from '../../../base/blueprint';
import type { KeptCells, WatchedCells } from '../../../base/workbook-port';
import { absolute } from '../../../sheets/tab-builder';
import { guardSteps, ownMarkOf, sendGuarded } from './guard';
import { deleteUnseen, keepSteps, NOTHING_KEPT, type KeepSteps } from './keep-cells';
import { LastLook } from '../reading/last-look';
import { clearRestSteps, prepareSheets } from './prepare-sheets';
import { cellsOf, quotedSheet, sheetOf } from '../ranges';
import { ACTION_BYTES, packRequests, type Step, type TellUndone } from '../requests';
import { nameInTheMaking, oldSheetOf, overwritten, type Overwritten, type Survey } from '../reading/survey';
import { cellSteps } from './write-cells';
import { closingSteps } from './closing-steps';
import { formatSteps } from './write-formats';
import { noteSteps } from './write-notes';
import { pageSteps, windowStep, windowSteps } from './write-page';
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
  given: WorkbookBlueprint,
  { survey, watching, limit, token, tell }: Circumstances,
): Promise<readonly RawRow[]> {
  const { guard } = given;
  const isGuarded = guard !== undefined && given.mark !== undefined;
  const blueprint = isGuarded ? { ...given, mark: ownMarkOf(given.mark, token) } : given;
  const { worksheets } = context.workbook;
  const { cells = NOTHING_WATCHED, read } = watching ?? {};
  const lastLook = new LastLook(survey.sheets.has(cells.sheet) ? cells : NOTHING_WATCHED);
  const kept = keepable(cells, survey);
  const before = {
    sheet: cells.sheet,
    steps: kept === undefined ? NOTHING_KEPT : keepSteps(worksheets, kept, survey),
  };
  const found = overwritten(survey, blueprint);
  const content = [
    ...guardSteps(worksheets, guard),
    ...contentSteps(context, blueprint, { survey: found, lastLook, before }),
  ];
  const requests = packRequests(content, limit);
  // Only in the first request is calculation suspended: where there are more, the last one finds computed figures.
  const isAfterFirst = requests.length > 1;
  const isSettled = () => isAfterFirst || read === undefined || lastLook.isAsIn(read);
  const closing = [
    calculateStep(context.workbook),
    ...closingSteps(context.workbook, blueprint, survey),
    ...(blueprint.mark === undefined ? [] : [markStep(worksheets, blueprint.mark, '')]),
    ...(kept === undefined ? [] : [letGoStep(worksheets, kept, isSettled)]),
  ];
  await sendGuarded(
    context,
    { guard, mark: blueprint.mark },
    isAfterFirst
      ? packRequests([...content, ...closing], limit)
      : [...requests, ...packRequests(closing, limit)],
    tell,
  );
  return lastLook.rows();
}

export interface Circumstances {
  readonly survey: Survey;
  /** Cells in which somebody may have typed since the workbook was read. */
  readonly watching?: { readonly cells: WatchedCells; readonly read: RawWorkbook };
  /** Bytes of a request, about. */
  readonly limit: number;
  /** By which marks of this pane are told from those of another. */
  readonly token: string;
  readonly tell: TellUndone;
}

interface Manner {
  readonly survey: Overwritten;
  readonly lastLook: LastLook;
  /** What is to be done right before a sheet. */
  readonly before: { readonly sheet: string; readonly steps: KeepSteps };
}

export const NOTHING_WATCHED: WatchedCells = { sheet: '', ranges: [] };

function contentSteps(
  context: Excel.RequestContext,
  blueprint: WorkbookBlueprint,
  { survey, lastLook, before }: Manner,
): readonly Step[] {
  const { worksheets } = context.workbook;
  const { mark } = blueprint;
  return [
    suspendStep(context.workbook),
    ...before.steps.sheet,
    ...prepareSheets(context, blueprint, survey),
    ...nameSteps(context.workbook, blueprint, survey),
    ...inWriteOrder(blueprint).flatMap((sheet) => [
      ...(sheet.name === before.sheet ? before.steps.copies : []),
      ...sheetSteps(worksheets, marked(sheet, mark), survey, lastLook),
    ]),
    ...apartSteps(worksheets, blueprint.sheets, survey),
  ];
}

function inWriteOrder({ sheets, writeOrder = [] }: WorkbookBlueprint): readonly SheetBlueprint[] {
  const place = new Map(writeOrder.map((name, index) => [name, index]));
  const placeOf = ({ name }: SheetBlueprint): number => place.get(name) ?? writeOrder.length;
  return sheets.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** With the mark among its cells: as soon as the workbook says what it is, it also says that it is not whole. */
function marked(sheet: SheetBlueprint, mark: WriteMark | undefined): SheetBlueprint {
  if (sheet.name !== mark?.sheet) return sheet;
  const cells = sheet.cells.map((row, index) => {
    if (index !== mark.row - 1) return row;
    const others = Array.from({ length: mark.column - 1 }, (_, column) => row[column] ?? null);
    return [...others, mark.text, ...row.slice(mark.column)];
  });
  return { ...sheet, cells };
}

/** Puts a text into the cell that says whether a write is under way, or empties it. */
export function markStep(
  worksheets: Excel.WorksheetCollection,
  { sheet, row, column }: WriteMark,
  text: string,
): Step {
  return {
    bytes: 3 * ACTION_BYTES,
    play: () => {
      const cell = { top: row, left: column, bottom: row, right: column };
      cellsOf(sheetOf(worksheets, sheet), cell).formulas = [[text]];
    },
  };
}

/** Both last until the end of the first request of changes. */
export function suspendStep({ application }: Excel.Workbook): Step {
  return {
    bytes: 2 * ACTION_BYTES,
    play: () => {
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
    },
  };
}

/**
 * Before anything that stands on figures: with calculation set to manual, as the clerk may have it, Excel works out nothing by
 * itself, and the mode is the clerk's. Learn, “Excel.CalculationMode”: then calculations occur only when asked for.
 */
export function calculateStep({ application }: Excel.Workbook): Step {
  return {
    bytes: ACTION_BYTES,
    play: () => {
      application.calculate('Recalculate');
    },
  };
}

/** A name that is there is pointed anew, so that formulas of the clerk's own that use it stay alive. */
function nameSteps({ names }: Excel.Workbook, blueprint: WorkbookBlueprint, survey: Survey): readonly Step[] {
  return blueprint.names.map(({ name, sheet, range }) => ({
    bytes: 3 * ACTION_BYTES,
    play: () => {
      const formula = `=${quotedSheet(sheet)}!${absolute(range)}`;
      if (survey.names.has(name)) names.getItem(name).formula = formula;
      else names.add(name, formula);
    },
  }));
}

/** Cells before the tables over them, sizes after the fonts they depend on. */
export function sheetSteps(
  worksheets: Excel.WorksheetCollection,
  blueprint: SheetBlueprint,
  survey: Overwritten,
  lastLook: LastLook,
): readonly Step[] {
  let known: Excel.Worksheet | undefined;
  const getSheet = () => (known ??= sheetOf(worksheets, nameInTheMaking(blueprint)));
  return [
    ...cellSteps(getSheet, blueprint, lastLook),
    ...clearRestSteps(getSheet, blueprint, survey),
    ...tableSteps(getSheet, blueprint, survey.keptTables),
    ...formatSteps(getSheet, blueprint),
    ...sizeSteps(getSheet, blueprint),
    ...ruleSteps(getSheet, blueprint),
    ...pageSteps(getSheet, blueprint),
  ];
}

/** What stands on the tabs once they are written, and nothing else depends on. */
export function apartSteps(
  worksheets: Excel.WorksheetCollection,
  sheets: readonly SheetBlueprint[],
  survey: Survey,
): readonly Step[] {
  return [
    ...windowSteps(worksheets, sheets),
    ...sheets.flatMap((sheet) =>
      noteSteps(
        () => sheetOf(worksheets, nameInTheMaking(sheet)),
        sheet,
        oldSheetOf(survey, sheet)?.notes ?? NO_NOTES,
      ),
    ),
  ];
}

const NO_NOTES: ReadonlySet<string> = new Set();

/** Nothing where a sheet it is to be copied from is gone. */
export function keepable({ sheet, kept }: WatchedCells, { sheets }: Survey): KeptCells | undefined {
  const sources = [sheet, ...(kept?.copies.map((copy) => copy.sheet) ?? [])];
  return sources.every((source) => sheets.has(source)) ? kept : undefined;
}

/** @param isSettled Asked when the cells have been written and, unless that took several requests, were answered. */
export function letGoStep(
  worksheets: Excel.WorksheetCollection,
  { sheet }: KeptCells,
  isSettled: () => boolean,
): Step {
  return windowStep(4, () => {
    if (isSettled()) deleteUnseen(worksheets, sheet);
  });
}
