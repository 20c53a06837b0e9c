import { ExcelHostError } from './errors';
import { rangeAddress } from '../../returns/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../sheets/blueprint';
import { supportsExcelApi } from './requirement-sets';

/** A tab of ours that is in the workbook already, and what stands on it. */
export interface OldSheet {
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  readonly pivots: readonly string[];
  readonly comments: readonly string[];
}

/** The workbook as far as a blueprint names it. */
export interface Survey {
  readonly sheets: ReadonlyMap<string, OldSheet>;
  /** Defined names that exist already. */
  readonly names: ReadonlySet<string>;
  /** Tables that stay and are only resized, so that formulas elsewhere that speak of their columns stay alive. */
  readonly keptTables: ReadonlySet<string>;
  /** Names of ours that tables on other sheets bear, and a free name for each: the user renamed a tab of ours. */
  readonly strayTables: ReadonlyMap<string, string>;
}

/** The name by which a tab is found until it is whole. */
export function nameInTheMaking({ workingName, name }: SheetBlueprint): string {
  return workingName ?? name;
}

/** One round trip. @throws ExcelHostError when the clerk protected one of our tabs: what is so guarded is not written over. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  blueprint: WorkbookBlueprint,
): Promise<Survey> {
  const { workbook } = context;
  const sheets = blueprint.sheets.map((sheet) => askForSheet(workbook, sheet));
  const names = blueprint.names.map(({ name }) => workbook.names.getItemOrNullObject(name).load('name'));
  const tables = workbook.tables.load('items/name,items/worksheet/name');
  await context.sync();
  refuseProtected(sheets);
  const old = sheets.flatMap((asked) => oldSheet(asked));
  return {
    sheets: new Map(old.map(({ name, sheet }) => [name, sheet])),
    names: new Set(names.flatMap((item) => (item.isNullObject ? [] : [item.name]))),
    keptTables: new Set(
      sheets.flatMap((asked) => (asked.sheet.isNullObject || asked.protection.protected ? [] : kept(asked))),
    ),
    strayTables: strayTables(blueprint, tables.items),
  };
}

function refuseProtected(sheets: readonly AskedSheet[]): void {
  const guarded = sheets.find(
    ({ sheet, protection, isForm }) => !isForm && !sheet.isNullObject && protection.protected,
  );
  if (guarded === undefined) return;
  throw new ExcelHostError('sheet-protected', 'AccessDenied', 'Worksheet.protection', {}, guarded.name);
}

function strayTables(
  { sheets }: WorkbookBlueprint,
  tables: readonly Excel.Table[],
): ReadonlyMap<string, string> {
  const ours = new Set(sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)));
  const tabs = new Set(sheets.map(({ name }) => name));
  const taken = new Set(tables.map(({ name }) => name.toLowerCase()));
  const stray = tables.filter(({ name, worksheet }) => ours.has(name) && !tabs.has(worksheet.name));
  return new Map(stray.map(({ name }) => [name, freeName(name, taken)]));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${name}_${number}`.toLowerCase())) number += 1;
  return `${name}_${number}`;
}

type AskedSheet = ReturnType<typeof askForSheet>;

function askForSheet(workbook: Excel.Workbook, blueprint: SheetBlueprint) {
  const sheet = workbook.worksheets.getItemOrNullObject(nameInTheMaking(blueprint));
  sheet.load('name');
  return {
    name: blueprint.name,
    isForm: blueprint.protection !== undefined,
    sheet,
    protection: sheet.protection.load('protected'),
    tables: sheet.tables.load('items/name'),
    charts: sheet.charts.load('items/name'),
    pivots: sheet.pivotTables.load('items/name'),
    comments: supportsExcelApi('1.10') ? sheet.comments.load('items/id') : undefined,
    resizable: supportsExcelApi('1.13') ? blueprint.tables.map((table) => askForTable(sheet, table)) : [],
  };
}

function askForTable(sheet: Excel.Worksheet, blueprint: SheetBlueprint['tables'][number]) {
  const table = sheet.tables.getItemOrNullObject(blueprint.name);
  return { blueprint, table, header: table.getHeaderRowRange().load('address') };
}

function oldSheet(asked: AskedSheet): readonly { readonly name: string; readonly sheet: OldSheet }[] {
  if (asked.sheet.isNullObject) return [];
  const sheet: OldSheet = {
    sheet: asked.sheet,
    isProtected: asked.protection.protected,
    tables: asked.tables.items.map(({ name }) => name),
    charts: asked.charts.items.map(({ name }) => name),
    pivots: asked.pivots.items.map(({ name }) => name),
    comments: asked.comments?.items.map(({ id }) => id) ?? [],
  };
  return [{ name: asked.name, sheet }];
}

/** A table can be resized where its header stays in place. */
function kept({ resizable }: AskedSheet): readonly string[] {
  return resizable.flatMap(({ blueprint, table, header }) => {
    if (table.isNullObject) return [];
    const wanted = rangeAddress({ ...blueprint.range, bottom: blueprint.range.top });
    return header.address.endsWith(`!${wanted}`) ? [blueprint.name] : [];
  });
}
