import type { CellValueInput } from '@cj-tech-master/excelts';
import { toSerial } from '../../../plan/calendar';
import { rangeAddress } from '../../../returns/raw-sheet';
import type { CellContent, SheetBlueprint } from '../../../sheets/blueprint';
import { CellStyles, type ContentKind } from './cell-styles';
import type { LibrarySheet } from './library';
import { quotedSheet } from './sheet-reference';

/** What makes a spreadsheet take an edited text for a formula, or a pasted .csv for one (CWE-1236). */
const RISKY_START = /^[=+\-@\t\r]/;

/** Excel's limit for one cell; more would make it call the file damaged. */
const MAX_CELL_TEXT = 32_767;

/** Writes values and formats, column widths, row heights and merges. */
export function writeCells(sheet: LibrarySheet, blueprint: SheetBlueprint): void {
  const styles = new CellStyles(blueprint);
  for (let rowNumber = 1; rowNumber <= styles.rows; rowNumber += 1) {
    const contents = blueprint.cells[rowNumber - 1] ?? [];
    const row = sheet.getRow(rowNumber);
    for (let column = 1; column <= styles.columns; column += 1) {
      const content = contents[column - 1] ?? null;
      const style = styles.style(rowNumber, column, contentKind(content));
      if (content === null && style === undefined) continue;
      const cell = row.getCell(column);
      const value = cellValue(content);
      if (value !== null) cell.value = value;
      if (style !== undefined) cell.style = style;
    }
  }
  writeSizes(sheet, blueprint);
  for (const merge of blueprint.merges) sheet.mergeCellsWithoutStyle(rangeAddress(merge));
}

function writeSizes(sheet: LibrarySheet, blueprint: SheetBlueprint): void {
  blueprint.columnWidths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  for (const column of blueprint.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
  for (const { row, points, fitted } of blueprint.rowHeights) {
    const sized = sheet.getRow(row);
    sized.height = points;
    if (fitted === true) sized.customHeight = false;
  }
}

function contentKind(content: CellContent): ContentKind {
  if (typeof content === 'string') return RISKY_START.test(content) ? 'riskyText' : 'other';
  if (content === null || typeof content !== 'object') return 'other';
  if ('date' in content) return 'date';
  return 'text' in content ? 'link' : 'other';
}

/** Lines in a cell end with a line feed alone: XML readers would make one of a return anyway. */
function cellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').slice(0, MAX_CELL_TEXT);
}

function cellValue(content: CellContent): CellValueInput {
  if (typeof content === 'string') return content === '' ? null : cellText(content);
  if (content === null || typeof content !== 'object') return content;
  if ('date' in content) return toSerial(content.date);
  if ('formula' in content) return { formula: content.formula, result: content.result };
  if (content.text === '') return null;
  return { text: cellText(content.text), hyperlink: `#${quotedSheet(content.sheet)}!${content.cell}` };
}
