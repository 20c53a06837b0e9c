import {
  dateToExcel,
  type Cell as FileCell,
  type Style as FileStyle,
  type Worksheet,
} from '@cj-tech-master/excelts';
import type { Cell } from '../model/grid';
import type { Sheet } from '../model/sheet';
import { normalStyle, type Style } from '../model/style';
import type { CellValue } from '../model/values';
import { fromFileStyle } from './styles';
import { charactersToPoints } from './units';

/** Values, formulas with their cached results, formats, sizes and merges. */
export function loadCells(from: Worksheet, sheet: Sheet): void {
  const styles = new Map<Partial<FileStyle>, Style>();
  const styleOf = (style: Partial<FileStyle>): Style => {
    const known = styles.get(style) ?? fromFileStyle(style);
    styles.set(style, known);
    return known;
  };
  for (const merge of from.mergedRegions) {
    const { top, left, bottom, right } = merge;
    sheet.merges.push({ top, left, bottom, right });
  }
  loadColumns(from, sheet, styleOf);
  from.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height !== undefined && row.customHeight !== false)
      sheet.grid.ensureRow(number).height = row.height;
    if (row.hidden) sheet.grid.ensureRow(number).hidden = true;
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const content = sheet.isCovered(number, column) ? { value: null } : readCell(cell);
      const style = styleOf(cell.style);
      if (content.value === null && content.formula === undefined && style === normalStyle) return;
      Object.assign(sheet.grid.ensureCell(number, column), content, style === normalStyle ? {} : { style });
    });
  });
}

function loadColumns(from: Worksheet, sheet: Sheet, styleOf: (style: Partial<FileStyle>) => Style): void {
  for (let number = 1; number <= from.columnCount; number += 1) {
    const column = from.getColumn(number);
    const style = styleOf(column.style);
    if (column.width === undefined && !column.hidden && style === normalStyle) continue;
    Object.assign(sheet.grid.ensureColumn(number), {
      ...(column.width !== undefined && { width: charactersToPoints(column.width) }),
      hidden: column.hidden,
      ...(style !== normalStyle && { style }),
    });
  }
}

function readCell(cell: FileCell): Cell {
  const { formula, value } = cell;
  // The library loses results that are empty texts.
  if (formula !== undefined) return { value: readValue(cell.result) ?? '', formula };
  if (typeof value === 'object' && value !== null && 'hyperlink' in value)
    return readLinkCell(value.text, value.hyperlink);
  return { value: readValue(value) };
}

function readLinkCell(text: string, target: string): Cell {
  const isInside = target.startsWith('#');
  return {
    value: text,
    link: isInside
      ? { documentReference: target.slice(1), textToDisplay: text }
      : { address: target, textToDisplay: text },
  };
}

/** Dates come as Date objects: in the model they are serial numbers, as in the file. */
function readValue(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return dateToExcel(value, false);
  if (typeof value === 'object' && 'error' in value) return { error: String(value.error) };
  if (typeof value === 'object' && 'richText' in value) {
    return (value.richText as readonly { readonly text: string }[]).map(({ text }) => text).join('');
  }
  return null;
}
