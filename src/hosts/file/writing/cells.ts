import { rangeAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint } from '../../../base/blueprint';
import { cellStyle, cellValue } from './cell-content';
import { CellStyles } from './cell-styles';
import type { LibrarySheet } from './package/library';
import type { PackageEdits } from './package/package-edits';
import { isLarge, SheetRows } from './sheet-rows';

/** Writes values and formats, column widths, row heights and merges. */
export function writeCells(sheet: LibrarySheet, blueprint: SheetBlueprint, edits: PackageEdits): void {
  writeColumns(sheet, blueprint);
  if (isLarge(blueprint)) {
    edits.rows.set(`xl/worksheets/sheet${sheet.id}.xml`, new SheetRows(blueprint, sheet));
  } else {
    writeLibraryCells(sheet, blueprint);
    for (const merge of blueprint.merges) sheet.mergeCellsWithoutStyle(rangeAddress(merge));
  }
}

function writeLibraryCells(sheet: LibrarySheet, blueprint: SheetBlueprint): void {
  const styles = new CellStyles(blueprint);
  for (let rowNumber = 1; rowNumber <= styles.rows; rowNumber += 1) {
    const contents = blueprint.cells[rowNumber - 1] ?? [];
    const row = sheet.getRow(rowNumber);
    for (let column = 1; column <= styles.columns; column += 1) {
      const content = contents[column - 1] ?? null;
      const style = cellStyle(styles, rowNumber, column, content);
      if (content === null && style === undefined) continue;
      const cell = row.getCell(column);
      const value = cellValue(content);
      if (value !== null) cell.value = value;
      if (style !== undefined) cell.style = style;
    }
  }
  for (const { row, points, fitted } of blueprint.rowHeights) {
    const sized = sheet.getRow(row);
    sized.height = points;
    if (fitted === true) sized.customHeight = false;
  }
}

function writeColumns(sheet: LibrarySheet, blueprint: SheetBlueprint): void {
  blueprint.columnWidths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  for (const column of blueprint.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
}
