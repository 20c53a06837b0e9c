import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { cellAddress } from '../../../src/base/raw-sheet';
import type { SheetBlueprint, WorkbookBlueprint } from '../../../src/base/blueprint';

/**
 * How a saved workbook looks: everything about its sheets but what their cells hold, as one map from places to looks.
 * Differences that must be between a file written by us and one saved by Excel are levelled here, each with its reason.
 */
export async function lookOf(
  bytes: Uint8Array,
  blueprint: WorkbookBlueprint,
): Promise<ReadonlyMap<string, string>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return new Map(
    blueprint.sheets.flatMap((sheet) => {
      const found = workbook.getWorksheet(sheet.name);
      return found === undefined ? [] : [...sheetLook(found, sheet), ...cellLooks(found, sheet)];
    }),
  );
}

function sheetLook(sheet: Worksheet, blueprint: SheetBlueprint): readonly (readonly [string, string])[] {
  const look: readonly (readonly [string, unknown])[] = [
    ['state', sheet.state],
    // Excel knows which tabs are selected; a file of ours says only which is in front.
    ['views', sheet.views.map((view) => ({ ...view, tabSelected: undefined }))],
    // Excel's standard height is that of its own default font.
    ['tabColor', sheet.properties.tabColor],
    ['autoFilter', sheet.autoFilter],
    ['protection', switchedOn(sheet.sheetProtection)],
    ['page', pageLook(sheet, blueprint)],
    ['footer', (sheet.headerFooter as Worksheet['headerFooter'] | undefined)?.oddFooter],
    ['validations', sheet.dataValidations.model],
    ['conditional formats', sheet.conditionalFormattings],
    ['columns', blueprint.columnWidths.map((_, index) => columnLook(sheet, index + 1))],
    ['heights', heights(sheet, blueprint)],
    ['tables', sheet.getTables().map(({ table }) => [table?.name, table?.style, table?.columns.length])],
    ['charts', sheet.getCharts().length],
  ];
  return look.map(([what, value]) => [`${blueprint.name} ${what}`, JSON.stringify(ordered(value)) ?? 'none']);
}

/** What is off is off whether the file says so or not. */
function switchedOn(protection: object | null | undefined): unknown {
  if (protection === null || protection === undefined) return protection;
  return Object.fromEntries(Object.entries(protection).filter(([, value]) => value !== false));
}

/** Excel counts margins in points, the file in inches; a page that nobody set up is the application's own. */
function pageLook(sheet: Worksheet, { print }: SheetBlueprint): unknown {
  if (print === undefined) return null;
  const { margins, ...setup } = sheet.pageSetup;
  const rounded = Object.entries(margins ?? {}).map(([side, inches]) => [side, inches.toFixed(3)]);
  return { ...setup, margins: Object.fromEntries(rounded) as unknown };
}

function columnLook(sheet: Worksheet, column: number): unknown {
  const { width, hidden } = sheet.getColumn(column);
  return [width, hidden];
}

/** A fitted row is as high as Excel finds its text to be; the file carries an estimate. */
function heights(sheet: Worksheet, { rowHeights }: SheetBlueprint): unknown {
  return rowHeights.flatMap(({ row, fitted }) => (fitted === true ? [] : [[row, sheet.getRow(row).height]]));
}

function cellLooks(sheet: Worksheet, { cells }: SheetBlueprint): readonly (readonly [string, string])[] {
  return cells.flatMap((contents, row) =>
    contents.map((_, column) => {
      const place = cellAddress(row + 1, column + 1);
      const { font, fill, border, alignment, numFmt, protection } = sheet.getCell(place).style;
      const look = {
        // The character set says nothing of a font that is named; the default font may be left unsaid.
        font: { name: '微软雅黑', size: 10, family: 2, ...font, charset: undefined },
        fill: fill?.type === 'pattern' && fill.pattern === 'none' ? undefined : fill,
        border,
        alignment,
        numFmt,
        protection,
      };
      return [`${sheet.name}!${place}`, JSON.stringify(ordered(look))] as const;
    }),
  );
}

/** Keys in one order, so that equal things are equal texts. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
