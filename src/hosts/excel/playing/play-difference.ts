import type { RawRow } from '../../../base/raw-sheet';
import type { SheetBlueprint, WriteMark } from '../../../base/blueprint';
import type { KeptCells, WatchedCells } from '../../../base/workbook-port';
import type {
  CellChange,
  ChangedTab,
  TabDifference,
  WorkbookDifference,
} from '../../../base/workbook-difference';
import { ExcelHostError } from '../excel-errors';
import { LastLook } from '../reading/last-look';
import {
  oldSheetOf,
  overwritten,
  protectedSheet,
  surveyFor,
  type Overwritten,
  type Survey,
} from '../reading/survey';
import { sheetOf } from '../ranges';
import { packRequests, type Step } from '../requests';
import { entryBytes } from '../writing/fills';
import { cellEntry } from '../writing/cell-entries';
import { guardSteps, ownMarkOf, sendGuarded } from '../writing/guard';
import { closingSteps } from '../writing/closing-steps';
import { keepSteps, NOTHING_KEPT, type KeepSteps } from '../writing/keep-cells';
import { prepareSheets } from '../writing/prepare-sheets';
import {
  apartSteps,
  calculateStep,
  keepable,
  letGoStep,
  markStep,
  NOTHING_WATCHED,
  sheetSteps,
  suspendStep,
  type Circumstances,
} from '../writing/write-live-workbook';
import { changeSteps } from './change-cells';
import { chartSteps } from './change-charts';
import { nameSteps } from './change-names';
import type { TwoPartChange } from './change-rules';
import { chartSheets, tabSteps, type TabChange } from './change-tab';
import { hiddenRows, type HiddenRows } from './hidden-rows';
import { positionsOf } from './tab-positions';

/**
 * Plays a difference into the open workbook: one round trip for the cells and what belongs to them (more only where they
 * outgrow a request), one for what needs computed figures or to know how a tab is; and one before them where a tab is
 * filtered. Gives what stood in the watched cells, where they were before.
 * @throws ExcelHostError
 */
export async function playDifference(
  context: Excel.RequestContext,
  difference: WorkbookDifference,
  { survey, watching, limit, token, tell }: Circumstances,
): Promise<readonly RawRow[]> {
  const { cells = NOTHING_WATCHED, read } = watching ?? {};
  const drawn = difference.tabs.flatMap((tab) => (tab.kind === 'draw' ? [tab.sheet] : []));
  const changed = difference.tabs.flatMap((tab) => (tab.kind === 'change' ? [tab] : []));
  refuseUnready(survey, changed);
  const found = overwritten(await surveyOver(context, drawn, survey), { sheets: drawn }, true);
  const hidden = await hiddenRows(context, difference, survey);
  const watched = changed.find(({ sheet }) => sheet === cells.sheet);
  const lastLook = new LastLook(
    survey.sheets.has(cells.sheet) ? cells : NOTHING_WATCHED,
    watched?.insertedRows,
  );
  const overwrites = drawn.some(({ name }) => name === cells.sheet) || touches(lastLook, watched);
  const kept = overwrites ? keepable(cells, survey) : undefined;
  const { worksheets } = context.workbook;
  const keeping = {
    sheet: cells.sheet,
    steps: kept === undefined ? NOTHING_KEPT : keepSteps(worksheets, kept, survey),
  };
  const parts = partsOf(context, difference, { survey: found, lastLook, hidden, keeping, limit });
  const isSettled = () => read === undefined || lastLook.isAsIn(read);
  const left = kept ?? keptBefore(cells, survey);
  const { guard } = difference;
  const ownMark = difference.mark && ownMarkOf(difference.mark, token);
  const mark = markSteps(worksheets, { tabs: difference.tabs, mark: ownMark }, survey);
  const then = [...parts.then, ...(left === undefined ? [] : [letGoStep(worksheets, left, isSettled)])];
  const requests = [
    // Where no sheet may be added nothing else has been changed by then.
    ...packRequests([...guardSteps(worksheets, guard), ...parts.added, ...mark.set, ...parts.first], limit),
    ...packRequests(then, limit),
  ];
  await sendGuarded(
    context,
    { guard, mark: ownMark },
    requests.map((request, index) => (index === requests.length - 1 ? [...request, ...mark.clear] : request)),
    tell,
  );
  return lastLook.rows();
}

/** Copies that an earlier change left, which did not come to its end: the ledger has taken them in by now. */
function keptBefore({ kept }: WatchedCells, { sheets }: Survey): KeptCells | undefined {
  return kept !== undefined && sheets.has(kept.sheet) ? kept : undefined;
}

interface MarkSteps {
  readonly set: readonly Step[];
  readonly clear: readonly Step[];
}

/** A cell says from the first change to the last that the workbook is being changed. */
function markSteps(
  worksheets: Excel.WorksheetCollection,
  { mark, tabs }: Pick<WorkbookDifference, 'tabs'> & { readonly mark: WriteMark | undefined },
  survey: Survey,
): MarkSteps {
  if (mark === undefined || tabs.length === 0 || !survey.sheets.has(mark.sheet))
    return { set: [], clear: [] };
  return { set: [markStep(worksheets, mark, mark.text)], clear: [markStep(worksheets, mark, '')] };
}

/** What stands on the tabs that are drawn over others: one round trip where there are such, none otherwise. */
async function surveyOver(
  context: Excel.RequestContext,
  drawn: readonly SheetBlueprint[],
  survey: Survey,
): Promise<Survey> {
  const over = drawn.filter((sheet) => oldSheetOf(survey, sheet)?.isProtected === false);
  return over.length === 0 ? survey : surveyFor(context, { sheets: over });
}

interface Manner {
  readonly survey: Overwritten;
  readonly lastLook: LastLook;
  readonly hidden: HiddenRows;
  /** What is to be done right before a sheet. */
  readonly keeping: { readonly sheet: string; readonly steps: KeepSteps };
  readonly limit: number;
}

function partsOf(
  context: Excel.RequestContext,
  difference: WorkbookDifference,
  manner: Manner,
): TwoPartChange & { readonly added: readonly Step[] } {
  const { workbook } = context;
  const { survey, keeping, lastLook } = manner;
  const drawn = difference.tabs.flatMap((tab) => (tab.kind === 'draw' ? [tab.sheet] : []));
  const names = nameSteps(workbook, difference, survey);
  const positions = positionsOf(drawn, difference.order, [...survey.sheets.keys()]);
  const fromTheLeft = drawn.toSorted((one, other) => placeOf(positions, one) - placeOf(positions, other));
  const tabs = difference.tabs.map((tab) => ({ name: nameOf(tab), ...tabParts(workbook, tab, manner) }));
  const copiesBefore = (part: 'moves' | 'first', name: string) =>
    name === keeping.sheet && part === copiedBefore(tabs, name) ? keeping.steps.copies : [];
  const look = tabs.some(({ name }) => name === keeping.sheet)
    ? []
    : [lookStep(workbook.worksheets, keeping.sheet, lastLook)];
  const prepared = prepareSheets(context, { sheets: fromTheLeft }, survey, ({ name }) => positions.get(name));
  const onlyAdds = drawn.every((sheet) => oldSheetOf(survey, sheet) === undefined);
  return {
    added: [...keeping.steps.sheet, ...(onlyAdds ? prepared : [])],
    first: [
      suspendStep(workbook),
      ...look,
      ...(onlyAdds ? [] : prepared),
      ...tabs.flatMap(({ name, moves }) => [...copiesBefore('moves', name), ...moves]),
      ...names.before,
      ...tabs.flatMap(({ name, first }) => [...copiesBefore('first', name), ...first]),
      ...names.after,
      ...apartSteps(workbook.worksheets, drawn, survey),
    ],
    then: [
      ...(tabs.length === 0 ? [] : [calculateStep(workbook)]),
      ...tabs.flatMap(({ then }) => then),
      ...closing(workbook, difference, survey, drawn),
    ],
  };
}

/** What of a tab comes first that its cells have to be copied before: they are copied from where they were read. */
function copiedBefore(tabs: readonly (TabChange & { readonly name: string })[], name: string) {
  return tabs.some((tab) => tab.name === name && tab.moves.length > 0) ? 'moves' : 'first';
}

/** Those that stay where they are first. */
function placeOf(positions: ReadonlyMap<string, number>, { name }: SheetBlueprint): number {
  return positions.get(name) ?? -1;
}

function nameOf(tab: TabDifference): string {
  return tab.kind === 'draw' ? tab.sheet.name : tab.sheet;
}

function tabParts(workbook: Excel.Workbook, tab: TabDifference, manner: Manner): TabChange {
  const { survey, lastLook, hidden } = manner;
  const isChart = (sheet: string) => (name: string) =>
    survey.sheets.get(sheet)?.charts.includes(name) === true;
  if (tab.kind === 'draw') {
    const { name } = tab.sheet;
    const home = () => sheetOf(workbook.worksheets, name);
    const sheets = chartSheets(workbook, name, home, isChart(name));
    return {
      moves: [],
      first: sheetSteps(workbook.worksheets, tab.sheet, survey, lastLook),
      then: chartSteps(sheets, { removed: [], added: tab.sheet.charts }),
    };
  }
  const tables = new Set(survey.tables.filter(({ sheet }) => sheet === tab.sheet).map(({ name }) => name));
  const isApart = (row: number) => hidden.get(tab.sheet)?.has(row) === true;
  return tabSteps(
    workbook,
    tab,
    { table: (name) => tables.has(name), chart: isChart(tab.sheet) },
    (getSheet) =>
      tab.sheet === manner.keeping.sheet
        ? watchedSteps(getSheet, tab, isApart, manner)
        : changeSteps(getSheet, tab.cells, isApart),
  );
}

const LAST_ROW = 1_048_576;

/**
 * The cells of the watched tab, each looked at in the very request that changes it: as one step, or some rows after others
 * where they are more than a request holds.
 */
function watchedSteps(
  getSheet: () => Excel.Worksheet,
  { sheet, cells }: ChangedTab,
  isApart: (row: number) => boolean,
  { lastLook, limit }: Manner,
): readonly Step[] {
  const bands = bandsOf(cells, limit / 2);
  return bands.map(({ top, cells: some }, index) => {
    const steps = changeSteps(getSheet, some, isApart);
    return {
      bytes: steps.reduce((sum, { bytes }) => sum + bytes, lastLook.bytes(sheet)),
      play: () => {
        lastLook.ask(getSheet(), sheet, top, (bands[index + 1]?.top ?? LAST_ROW + 1) - 1);
        for (const step of steps) step.play();
      },
    };
  });
}

/** Rows one below the other, each band as large as may be; the first begins at the top. */
function bandsOf(
  cells: readonly CellChange[],
  limit: number,
): readonly { readonly top: number; readonly cells: readonly CellChange[] }[] {
  const bands: { readonly top: number; readonly cells: CellChange[] }[] = [{ top: 1, cells: [] }];
  let [bytes, row] = [0, 0];
  for (const cell of cells.toSorted((one, other) => one.row - other.row)) {
    bytes += entryBytes(cellEntry(cell.content, cell.numberFormat));
    if (bytes > limit && cell.row > row) {
      bands.push({ top: cell.row, cells: [] });
      bytes = 0;
    }
    row = cell.row;
    bands.at(-1)?.cells.push(cell);
  }
  return bands;
}

function lookStep(worksheets: Excel.WorksheetCollection, sheet: string, lastLook: LastLook): Step {
  return {
    bytes: lastLook.bytes(sheet),
    play: () => {
      if (lastLook.bytes(sheet) > 0) lastLook.ask(sheetOf(worksheets, sheet), sheet, 1, LAST_ROW);
    },
  };
}

/** New tabs are shown and protected; what is in front stays, unless the difference says otherwise. */
function closing(
  workbook: Excel.Workbook,
  { title, activeSheet }: WorkbookDifference,
  survey: Survey,
  drawn: readonly SheetBlueprint[],
): readonly Step[] {
  const isTitled = survey.title !== '';
  if (drawn.length === 0 && activeSheet === undefined && isTitled) return [];
  // Their charts have steps of their own.
  const sheets = drawn.map((sheet) => ({ ...sheet, charts: [] }));
  return closingSteps(workbook, { sheets, title: isTitled ? undefined : title, activeSheet }, survey);
}

function touches(lastLook: LastLook, tab: ChangedTab | undefined): boolean {
  return tab !== undefined && lastLook.touches(tab.sheet, tab.cells);
}

/** What the clerk protected, or took away, is not changed, nor is anything else then. */
function refuseUnready(survey: Survey, tabs: readonly ChangedTab[]): void {
  const gone = tabs.find(({ sheet }) => !survey.sheets.has(sheet));
  if (gone !== undefined) {
    throw new ExcelHostError('item-gone', 'ItemNotFound', 'WorksheetCollection.getItem', {}, gone.sheet);
  }
  const guarded = tabs.find(({ sheet }) => survey.sheets.get(sheet)?.isProtected === true);
  if (guarded !== undefined) throw protectedSheet(guarded.sheet);
}
