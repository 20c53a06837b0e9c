import type { Style } from '@cj-tech-master/excelts';
import { toSerial } from '../../../base/calendar';
import type { CellContent } from '../../../base/blueprint';
import type { CellStyles, ContentKind } from './cell-styles';
import { quotedSheet } from './sheet-reference';

export type CellStyle = Partial<Style>;

/** A cell's value as the file holds it. */
export type WrittenValue =
  | string
  | number
  | boolean
  | null
  | { readonly formula: string; readonly result: string | number | boolean }
  | { readonly text: string; readonly hyperlink: string };

/** What makes a spreadsheet take an edited text for a formula, or a pasted .csv for one (CWE-1236). */
const RISKY_START = /^[=+\-@\t\r]/;

/** Excel's limit for one cell; more would make it call the file damaged. */
const MAX_CELL_TEXT = 32_767;

/** The style of a cell with this content; `undefined` when it has none. */
export function cellStyle(
  styles: CellStyles,
  row: number,
  column: number,
  content: CellContent,
): CellStyle | undefined {
  return styles.style(row, column, contentKind(content));
}

/** Whether an edited text would be taken for a formula. */
function isRisky(content: CellContent): boolean {
  return typeof content === 'string' && RISKY_START.test(content);
}

export function contentKind(content: CellContent): ContentKind {
  if (typeof content === 'string') return isRisky(content) ? 'riskyText' : 'other';
  if (content === null || typeof content !== 'object') return 'other';
  if ('date' in content) return 'date';
  return 'text' in content ? 'link' : 'other';
}

/** Lines in a cell end with a line feed alone: XML readers would make one of a return anyway. */
export function cellText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.length > MAX_CELL_TEXT ? lines.slice(0, MAX_CELL_TEXT) : lines;
}

export function cellValue(content: CellContent): WrittenValue {
  if (typeof content === 'string') return content === '' ? null : cellText(content);
  if (content === null || typeof content !== 'object') return content;
  if ('date' in content) return toSerial(content.date);
  if ('formula' in content) return { formula: content.formula, result: content.result };
  if (content.text === '') return null;
  return { text: cellText(content.text), hyperlink: `#${quotedSheet(content.sheet)}!${content.cell}` };
}
