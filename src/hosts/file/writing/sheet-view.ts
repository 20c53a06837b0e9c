import type { WorksheetView } from '@cj-tech-master/excelts';
import { cellAddress, rangeAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint } from '../../../base/blueprint';
import { argb } from './cell-styles';
import type { LibrarySheet } from './package/library';

/** Height of a line of the default font, in points. */
export const DEFAULT_ROW_POINTS = 16.5;

/** Visibility, tab colour, gridlines, frozen panes, filter and protection. */
export function writeSheetView(sheet: LibrarySheet, blueprint: SheetBlueprint): void {
  sheet.state = blueprint.visibility;
  sheet.properties.defaultRowHeight = DEFAULT_ROW_POINTS;
  if (blueprint.tabColor !== undefined) sheet.properties.tabColor = argb(blueprint.tabColor);
  sheet.views = [view(blueprint)];
  if (blueprint.autoFilter !== undefined) sheet.autoFilter = rangeAddress(blueprint.autoFilter);
  if (blueprint.protection !== undefined) protect(sheet);
}

function view({ freeze, showGridlines }: SheetBlueprint): Partial<WorksheetView> {
  if (freeze === undefined || (freeze.rows === 0 && freeze.columns === 0)) {
    return { state: 'normal', showGridLines: showGridlines };
  }
  return {
    state: 'frozen',
    xSplit: freeze.columns,
    ySplit: freeze.rows,
    topLeftCell: cellAddress(freeze.rows + 1, freeze.columns + 1),
    showGridLines: showGridlines,
  };
}

/** Without a password: anyone may lift it on purpose; columns and rows can be sized and filters used all the same. */
function protect(sheet: LibrarySheet): void {
  sheet.sheetProtection = {
    sheet: true,
    objects: false,
    scenarios: false,
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  };
}
