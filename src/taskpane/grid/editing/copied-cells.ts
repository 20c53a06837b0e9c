import type { CellRange } from '../../../base/raw-sheet';
import type { SheetGridModel } from '../sheet-grid-model';

/** What a selection is on the clipboard: for a text editor, and for a spreadsheet or word processor. */
export interface Copied {
  readonly text: string;
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** How a text begins that a spreadsheet takes for a formula. */
const FORMULA_START = /^[=+\-@\t]/;

/**
 * The cells of a range that are shown, as text with tabs and as a table. What a unit typed never becomes a formula where it
 * is pasted: as text it gets an apostrophe before it, in the table its cell says that it is text.
 */
export function copied(model: SheetGridModel, range: CellRange): Copied {
  const columns = model.columns.filter(({ at }) => at >= range.left && at <= range.right);
  const lines: string[] = [];
  const rows: string[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const texts = columns.map(({ at }) => ({ text: model.text(row, at), isText: isText(model, row, at) }));
    lines.push(texts.map(({ text, isText }) => tabbed(isText ? inert(text) : text)).join('\t'));
    rows.push(`<tr>${texts.map(({ text, isText }) => tableCell(text, isText)).join('')}</tr>`);
  }
  return {
    text: lines.join('\r\n'),
    html: `<meta charset="utf-8"><table>${rows.join('')}</table>`,
  };
}

function isText(model: SheetGridModel, row: number, column: number): boolean {
  const content = model.content(row, column);
  return (
    typeof content === 'string' || (typeof content === 'object' && content !== null && 'text' in content)
  );
}

function inert(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** A text with a tab, line break or quotation mark is quoted, as Excel does. */
function tabbed(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tableCell(text: string, isText: boolean): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll('\n', '<br>');
  return isText ? `<td style="mso-number-format:'\\@'">${escaped}</td>` : `<td>${escaped}</td>`;
}

/** Pasted text as rows of cells: tabs between, quoted cells as Excel and `copied` write them. */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end] of cellsOf(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''))) {
    row.push(/^"[\s\S]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function* cellsOf(text: string): Generator<RegExpExecArray> {
  const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)(\t|\n|$)/y;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    yield match;
    if (match[2] === '') return;
  }
}
