import type { CellValueInput, Worksheet } from '@cj-tech-master/excelts';
import { formatRect } from '../model/address';
import type { Cell } from '../model/grid';
import type { Sheet } from '../model/sheet';
import { normalStyle, type Style } from '../model/style';
import { isError } from '../model/values';
import { toFileStyle } from './styles';
import { pointsToCharacters } from './units';

type FileStyle = ReturnType<typeof toFileStyle>;

/** Values, formulas with their results, formats, sizes and merges. */
export function saveCells(sheet: Sheet, into: Worksheet): void {
  const styles = new Map<Style, FileStyle>();
  const styleOf = (style: Style): FileStyle => {
    const known = styles.get(style) ?? toFileStyle(style);
    styles.set(style, known);
    return known;
  };
  for (const [column, data] of sheet.grid.columns) {
    const target = into.getColumn(column);
    if (data.width !== undefined) target.width = pointsToCharacters(data.width);
    if (data.hidden) target.hidden = true;
    if (data.style && data.style !== normalStyle) target.style = styleOf(data.style);
  }
  for (const [number, row] of [...sheet.grid.rows].sort(([a], [b]) => a - b)) {
    const target = into.getRow(number);
    if (row.height !== undefined) target.height = row.height;
    if (row.hidden) target.hidden = true;
    for (const [column, cell] of [...row.cells].sort(([a], [b]) => a - b)) {
      const style = sheet.grid.styleAt(number, column);
      const isBlank = cell.value === null && cell.formula === undefined;
      if (isBlank && style === normalStyle) continue;
      const saved = target.getCell(column);
      if (!isBlank) saved.value = fileValue(cell);
      if (style !== normalStyle) saved.style = styleOf(style);
    }
  }
  for (const merge of sheet.merges) into.mergeCellsWithoutStyle(formatRect(merge));
}

export function fileValue(cell: Cell): CellValueInput {
  const value = isError(cell.value) ? ({ error: cell.value.error } as CellValueInput) : cell.value;
  if (cell.formula !== undefined) {
    return { formula: cell.formula, result: value } as CellValueInput;
  }
  const target = cell.link?.documentReference ?? cell.link?.address;
  if (target === undefined || typeof cell.value !== 'string') return value;
  return { text: cell.value, hyperlink: cell.link?.documentReference === undefined ? target : `#${target}` };
}
