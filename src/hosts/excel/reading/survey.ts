import { ExcelHostError } from '../excel-errors';
import { rangeAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { supportsExcelApi } from '../requirement-sets';

/** The workbook as far as writing over it must know. */
export interface Survey {
  /** By name. */
  readonly sheets: ReadonlyMap<string, OldSheet>;
  /** Defined names that exist already. */
  readonly names: ReadonlySet<string>;
  readonly tables: readonly OldTable[];
}

/** A sheet that is in the workbook already, and what stands on it. */
export interface OldSheet {
  readonly name: string;
  readonly isProtected: boolean;
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  readonly pivots: readonly string[];
  readonly comments: readonly string[];
}

export interface OldTable {
  readonly name: string;
  readonly sheet: string;
  /** Address of its header row; of one that cannot be resized, or was not asked for, there is none. */
  readonly header: string | undefined;
}

/** The name by which a tab is found until it is whole. */
export function nameInTheMaking({ workingName, name }: SheetBlueprint): string {
  return workingName ?? name;
}

/** The sheet a tab is written over. */
export function oldSheetOf(survey: Survey, blueprint: SheetBlueprint): OldSheet | undefined {
  return survey.sheets.get(nameInTheMaking(blueprint));
}

/** Names of what there is in a workbook, to be there after the next round trip. */
export function askForNames({ names, tables }: Excel.Workbook) {
  return { names: names.load('items/name'), tables: tables.load('items/name,items/worksheet/name') };
}

/** What some sheets and tables are like, to be there after the next round trip. */
export function askForSurvey(workbook: Excel.Workbook, sheets: readonly string[], tables: readonly string[]) {
  return {
    sheets: sheets.map((name) => askForSheet(workbook, name)),
    headers: supportsExcelApi('1.13') ? tables.map((name) => askForHeader(workbook, name)) : [],
  };
}

export function surveyOf(
  { names, tables }: ReturnType<typeof askForNames>,
  { sheets, headers }: ReturnType<typeof askForSurvey>,
): Survey {
  const addresses = new Map(
    headers.flatMap(({ name, table, header }) => (table.isNullObject ? [] : [[name, header.address]])),
  );
  return {
    sheets: new Map(sheets.flatMap(oldSheet).map((sheet) => [sheet.name, sheet])),
    names: new Set(names.items.map(({ name }) => name)),
    tables: tables.items.map(({ name, worksheet }) => ({
      name,
      sheet: worksheet.name,
      header: addresses.get(name),
    })),
  };
}

/** As far as a blueprint names it. One round trip. */
export async function surveyFor(
  context: Excel.RequestContext,
  { sheets }: WorkbookBlueprint,
): Promise<Survey> {
  const { workbook } = context;
  const names = askForNames(workbook);
  const tables = sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  const asked = askForSurvey(workbook, sheets.map(nameInTheMaking), tables);
  await context.sync();
  return surveyOf(names, asked);
}

function askForSheet({ worksheets }: Excel.Workbook, name: string) {
  const sheet = worksheets.getItemOrNullObject(name);
  sheet.load('name');
  return {
    sheet,
    protection: sheet.protection.load('protected'),
    tables: sheet.tables.load('items/name'),
    charts: sheet.charts.load('items/name'),
    pivots: sheet.pivotTables.load('items/name'),
    comments: supportsExcelApi('1.10') ? sheet.comments.load('items/id') : undefined,
  };
}

function askForHeader({ tables }: Excel.Workbook, name: string) {
  const table = tables.getItemOrNullObject(name);
  return { name, table, header: table.getHeaderRowRange().load('address') };
}

function oldSheet(asked: ReturnType<typeof askForSheet>): readonly OldSheet[] {
  if (asked.sheet.isNullObject) return [];
  return [
    {
      name: asked.sheet.name,
      isProtected: asked.protection.protected,
      tables: asked.tables.items.map(({ name }) => name),
      charts: asked.charts.items.map(({ name }) => name),
      pivots: asked.pivots.items.map(({ name }) => name),
      comments: asked.comments?.items.map(({ id }) => id) ?? [],
    },
  ];
}

/** A survey, and what it says of the tabs of a blueprint. */
export interface Overwritten extends Survey {
  /** Tables that stay and are only resized, so that formulas elsewhere that speak of their columns stay alive. */
  readonly keptTables: ReadonlySet<string>;
  /** Names of ours that tables on other sheets bear, and a free name for each: the user renamed a tab of ours. */
  readonly strayTables: ReadonlyMap<string, string>;
}

/** @throws ExcelHostError when the clerk protected one of our tabs: what is so guarded is not written over. */
export function overwritten(survey: Survey, blueprint: WorkbookBlueprint): Overwritten {
  refuseProtected(survey, blueprint);
  return {
    ...survey,
    keptTables: keptTables(survey, blueprint),
    strayTables: strayTables(survey, blueprint),
  };
}

function refuseProtected(survey: Survey, { sheets }: WorkbookBlueprint): void {
  const guarded = sheets.find(
    (sheet) => sheet.protection === undefined && oldSheetOf(survey, sheet)?.isProtected === true,
  );
  if (guarded === undefined) return;
  throw new ExcelHostError('sheet-protected', 'AccessDenied', 'Worksheet.protection', {}, guarded.name);
}

/** Those whose header stays in place. */
function keptTables(survey: Survey, { sheets }: WorkbookBlueprint): ReadonlySet<string> {
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

function strayTables({ tables }: Survey, { sheets }: WorkbookBlueprint): ReadonlyMap<string, string> {
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
