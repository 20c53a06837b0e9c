import type { Worksheet } from '@cj-tech-master/excelts';
import { columnLetters, formatRect, maxColumn, maxRow, type Rect } from '../model/address';
import type { HeaderFooterPart, PageSetup } from '../model/page';
import type { ProtectionOptions } from '../model/protection';
import type { Sheet } from '../model/sheet';
import { argb } from './styles';
import { pointsToInches } from './units';

export const paperNumbers: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};

/** How a sheet stands on screen and on paper: tab, panes, print set-up, protection. */
export function saveSheetSettings(sheet: Sheet, into: Worksheet, isActive: boolean): void {
  into.state =
    sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden';
  if (sheet.tabColor !== '') into.properties.tabColor = argb(sheet.tabColor);
  into.views = [viewOf(sheet, isActive)];
  if (sheet.autoFilter) into.autoFilter = formatRect(sheet.autoFilter.rect);
  savePage(sheet.page, into);
  if (sheet.protection) into.sheetProtection = { sheet: true, ...fileOptions(sheet.protection.options) };
}

function viewOf(sheet: Sheet, isActive: boolean): Worksheet['views'][number] {
  const common = {
    showGridLines: sheet.showGridlines,
    showRowColHeaders: sheet.showHeadings,
    ...(isActive && { tabSelected: true }),
  };
  if (!sheet.freeze) return { ...common, state: 'normal' };
  const ySplit = sheet.freeze.bottom === maxRow ? 0 : sheet.freeze.bottom;
  const xSplit = sheet.freeze.right === maxColumn ? 0 : sheet.freeze.right;
  return {
    ...common,
    state: 'frozen',
    xSplit,
    ySplit,
    topLeftCell: `${columnLetters(xSplit + 1)}${ySplit + 1}`,
  };
}

function savePage(page: PageSetup, into: Worksheet): void {
  const { zoom, margins } = page;
  const fits = zoom.scale === undefined;
  Object.assign(into.pageSetup, {
    orientation: page.orientation.toLowerCase(),
    paperSize: paperNumbers[page.paperSize],
    fitToPage: fits,
    ...(fits && { fitToWidth: zoom.horizontalFitToPages ?? 0, fitToHeight: zoom.verticalFitToPages ?? 0 }),
    ...(!fits && { scale: zoom.scale }),
    horizontalCentered: page.centerHorizontally,
    verticalCentered: page.centerVertically,
    showGridLines: page.printGridlines,
    showRowColHeaders: page.printHeadings,
    blackAndWhite: page.blackAndWhite,
    draft: page.draftMode,
    pageOrder: page.printOrder === 'DownThenOver' ? 'downThenOver' : 'overThenDown',
    margins: Object.fromEntries(
      Object.entries(margins).map(([side, points]) => [side, pointsToInches(points)]),
    ),
    ...(page.printArea && { printArea: page.printArea.map(cornersOf).join('&&') }),
    ...(page.titleRows && { printTitlesRow: `${page.titleRows.top}:${page.titleRows.bottom}` }),
    ...(page.titleColumns && {
      printTitlesColumn: `${columnLetters(page.titleColumns.left)}:${columnLetters(page.titleColumns.right)}`,
    }),
  });
  for (const column of page.columnBreaks) into.colBreaks.push({ id: column - 1, max: maxRow - 1, man: 1 });
  for (const row of page.rowBreaks) into.rowBreaks.push({ id: row - 1, max: maxColumn - 1, man: 1 });
  const header = sectionText(page, ['LeftHeader', 'CenterHeader', 'RightHeader']);
  const footer = sectionText(page, ['LeftFooter', 'CenterFooter', 'RightFooter']);
  if (header !== '') into.headerFooter.oddHeader = header;
  if (footer !== '') into.headerFooter.oddFooter = footer;
}

/** “&L…&C…&R…” of the parts that say something. */
function sectionText({ headersFooters }: PageSetup, parts: readonly HeaderFooterPart[]): string {
  return parts
    .map((part) => (headersFooters[part] === '' ? '' : `&${part.charAt(0)}${headersFooters[part]}`))
    .join('');
}

/** Pairs of the API's option and the file's flag. */
export const protectionFlags: readonly (readonly [
  Exclude<keyof ProtectionOptions, 'selectionMode'>,
  string,
])[] = [
  ['allowAutoFilter', 'autoFilter'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowEditObjects', 'objects'],
  ['allowEditScenarios', 'scenarios'],
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowInsertHyperlinks', 'insertHyperlinks'],
  ['allowInsertRows', 'insertRows'],
  ['allowPivotTables', 'pivotTables'],
  ['allowSort', 'sort'],
];

/** The library says what is allowed, as the API does. */
function fileOptions(options: ProtectionOptions): Record<string, boolean> {
  return {
    ...Object.fromEntries(protectionFlags.map(([option, flag]) => [flag, options[option]])),
    selectLockedCells: options.selectionMode === 'Normal',
    selectUnlockedCells: options.selectionMode !== 'None',
  };
}

/** Whole columns by their corners too, as the library of files has them. */
function cornersOf({ top, left, bottom, right }: Rect): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
}
