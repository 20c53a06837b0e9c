import { ExcelHostError } from '../excel-errors';
import { cellAddress, rangeAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { notesOf } from '../cell-notes';
import { supportsExcelApi } from '../requirement-sets';

/** What a write has to know of the workbook before it begins. */
export interface Survey {
  /** By name. */
  readonly sheets: ReadonlyMap<string, OldSheet>;
  /** Formulas of the defined names that exist already. */
  readonly names: ReadonlyMap<string, string>;
  readonly tables: readonly OldTable[];
  /** The title among the file's properties. */
  readonly title: string;
}

/** A sheet that is in the workbook already, and what stands on it. */
export interface OldSheet {
  readonly name: string;
  readonly isProtected: boolean;
  /** Some of its rows are hidden by a filter. */
  readonly isFiltered: boolean;
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  readonly pivots: readonly string[];
  /** Over which of the cells that are to have a note there is one; none where nobody asked. */
  readonly notes: ReadonlySet<string>;
}

export interface OldTable {
  readonly name: string;
  readonly sheet: string;
  /** Address of its header row; of one that cannot be resized, or was not asked for, there is none. */
  readonly header: string | undefined;
  /** Its last row, where it was asked for. */
  readonly bottom: number | undefined;
}

/** The name by which a tab is found until it is whole. */
export function nameInTheMaking({ workingName, name }: SheetBlueprint): string {
  return workingName ?? name;
}

/** The sheet a tab is written over. */
export function oldSheetOf(survey: Survey, blueprint: SheetBlueprint): OldSheet | undefined {
  return survey.sheets.get(nameInTheMaking(blueprint));
}

/** What is asked about the workbook; by their paths from it, all is one action. */
const FACTS = [
  'name',
  'properties/title',
  'worksheets/name',
  'worksheets/visibility',
  'worksheets/protection/protected',
  'worksheets/charts/name',
  'worksheets/tables/name',
  'worksheets/tables/autoFilter/isDataFiltered',
  'worksheets/autoFilter/isDataFiltered',
  'names/name',
  'names/formula',
  'tables/name',
  'tables/worksheet/name',
  'pivotTables/name',
  'pivotTables/worksheet/name',
].join(',');

/** What there is in a workbook, to be there after the next round trip. */
export function askForNames(workbook: Excel.Workbook): Excel.Workbook {
  return workbook.load(FACTS);
}

/** What some sheets and tables are like, to be there after the next round trip. */
export function askForSurvey(
  workbook: Excel.Workbook,
  sheets: readonly SheetBlueprint[],
  tables: readonly string[],
) {
  return {
    notes: sheets.filter(({ notes }) => notes.length > 0).map((sheet) => askForNotes(workbook, sheet)),
    headers: tables.map((name) => askForExtent(workbook, name)),
  };
}

export function surveyOf(
  { worksheets, names, tables, pivotTables, properties }: Excel.Workbook,
  { notes, headers }: ReturnType<typeof askForSurvey> = { notes: [], headers: [] },
): Survey {
  const extents = new Map(
    headers.flatMap(({ name, table, header, whole }) =>
      table.isNullObject
        ? []
        : [[name, { header: header?.address, bottom: whole.rowIndex + whole.rowCount }] as const],
    ),
  );
  const found = worksheets.items.map((sheet): readonly [string, OldSheet] => [
    sheet.name,
    {
      name: sheet.name,
      isProtected: sheet.protection.protected,
      isFiltered: [sheet, ...sheet.tables.items].some(({ autoFilter }) => autoFilter.isDataFiltered),
      tables: sheet.tables.items.map(({ name }) => name),
      charts: sheet.charts.items.map(({ name }) => name),
      pivots: pivotTables.items
        .filter(({ worksheet }) => worksheet.name === sheet.name)
        .map(({ name }) => name),
      notes: notesOn(sheet.name, notes),
    },
  ]);
  return {
    sheets: new Map(found),
    names: new Map(names.items.map(({ name, formula }) => [name, String(formula)])),
    tables: tables.items.map(({ name, worksheet }) => ({
      name,
      sheet: worksheet.name,
      header: extents.get(name)?.header,
      bottom: extents.get(name)?.bottom,
    })),
    title: properties.title,
  };
}

/** As far as a blueprint names it. One round trip. */
export async function surveyFor(
  context: Excel.RequestContext,
  { sheets }: Pick<WorkbookBlueprint, 'sheets'>,
): Promise<Survey> {
  const { workbook } = context;
  const found = askForNames(workbook);
  const tables = sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  const asked = askForSurvey(workbook, sheets, tables);
  await context.sync();
  return surveyOf(found, asked);
}

function askForNotes({ worksheets }: Excel.Workbook, blueprint: SheetBlueprint) {
  const name = nameInTheMaking(blueprint);
  const standing = notesOf(worksheets.getItemOrNullObject(name));
  const cells = blueprint.notes.map(({ row, column }) => cellAddress(row, column));
  return {
    name,
    notes: cells.flatMap((cell) => {
      const note = standing?.getItemOrNullObject(cell).load('content');
      return note === undefined ? [] : [{ cell, note }];
    }),
  };
}

/** Of a sheet that is gone by now there are none. */
function notesOn(name: string, asked: readonly ReturnType<typeof askForNotes>[]): OldSheet['notes'] {
  const found = asked.find((one) => one.name === name)?.notes ?? [];
  return new Set(found.flatMap(({ cell, note }) => (note.isNullObject ? [] : [cell])));
}

function askForExtent({ tables }: Excel.Workbook, name: string) {
  const table = tables.getItemOrNullObject(name);
  const header = supportsExcelApi('1.13') ? table.getHeaderRowRange().load('address') : undefined;
  return { name, table, header, whole: table.getRange().load('rowIndex,rowCount') };
}

/** A survey, and what it says of the tabs of a blueprint. */
export interface Overwritten extends Survey {
  /** Tables that stay and are only resized, so that formulas elsewhere that speak of their columns stay alive. */
  readonly keptTables: ReadonlySet<string>;
  /** Names of ours that tables on other sheets bear, and a free name for each: the user renamed a tab of ours. */
  readonly strayTables: ReadonlyMap<string, string>;
  /** What on a tab that is there is not the blueprint's stays: it may be the clerk's. */
  readonly spares: boolean;
}

/** @throws ExcelHostError when the clerk protected one of our tabs: what is so guarded is not written over. */
export function overwritten(
  survey: Survey,
  blueprint: Pick<WorkbookBlueprint, 'sheets'>,
  spares = false,
): Overwritten {
  refuseProtected(survey, blueprint);
  return {
    ...survey,
    spares,
    keptTables: keptTables(survey, blueprint),
    strayTables: strayTables(survey, blueprint),
  };
}

function refuseProtected(survey: Survey, { sheets }: Pick<WorkbookBlueprint, 'sheets'>): void {
  const guarded = sheets.find(
    (sheet) => sheet.protection === undefined && oldSheetOf(survey, sheet)?.isProtected === true,
  );
  if (guarded !== undefined) throw protectedSheet(guarded.name);
}

/** What is told of a sheet that the clerk protected. */
export function protectedSheet(name: string): ExcelHostError {
  return new ExcelHostError('sheet-protected', 'AccessDenied', 'Worksheet.protection', {}, name);
}

/** Those whose header stays in place. */
function keptTables(survey: Survey, { sheets }: Pick<WorkbookBlueprint, 'sheets'>): ReadonlySet<string> {
  const isKept = (sheet: SheetBlueprint, table: SheetBlueprint['tables'][number]): boolean => {
    const old = survey.tables.find(({ name }) => name === table.name);
    const wanted = rangeAddress({ ...table.range, bottom: table.range.top });
    return old?.sheet === nameInTheMaking(sheet) && old.header?.endsWith(`!${wanted}`) === true;
  };
  return new Set(
    sheets.flatMap((sheet) =>
      oldSheetOf(survey, sheet)?.isProtected === false
        ? sheet.tables.filter((table) => isKept(sheet, table)).map(({ name }) => name)
        : [],
    ),
  );
}

function strayTables(
  { tables }: Survey,
  { sheets }: Pick<WorkbookBlueprint, 'sheets'>,
): ReadonlyMap<string, string> {
  const ours = new Set(sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)));
  const tabs = new Set(sheets.map(({ name }) => name));
  const taken = new Set(tables.map(({ name }) => name.toLowerCase()));
  const stray = tables.filter(({ name, sheet }) => ours.has(name) && !tabs.has(sheet));
  return new Map(stray.map(({ name }) => [name, freeName(name, taken)]));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${name}_${number}`.toLowerCase())) number += 1;
  return `${name}_${number}`;
}
