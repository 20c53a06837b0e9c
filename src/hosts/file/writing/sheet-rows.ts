import { joined } from '../packing/joined';
import { cellAddress, columnLetters, rangeAddress } from '../../../base/raw-sheet';
import type { CellContent, SheetBlueprint } from '../../../base/blueprint';
import { cellStyle, cellValue, type CellStyle, type WrittenValue } from './cell-content';
import { CellStyles } from './cell-styles';
import type { LibrarySheet } from './package/library';
import { cellXmlText, xmlText } from './package/xml-text';
import type { SharedTexts } from './shared-texts';
import { must } from '../../../base/invariant';

/**
 * Above this many cells a sheet's rows are written here: the library holds some 5 KB a cell, which a ledger of a thousand
 * returns would pay half a million times.
 */
const MOST_LIBRARY_CELLS = 20_000;
/** Rows turned into bytes at a time, so that no text of a whole sheet is ever held. */
const ROWS_AT_A_TIME = 256;

export function isLarge(sheet: SheetBlueprint): boolean {
  return sheet.cells.reduce((count, row) => count + row.length, 0) > MOST_LIBRARY_CELLS;
}

/**
 * The rows of a large sheet. The library is given one cell of each style, below the sheet's own rows, one with a text, so that its
 * package has shared texts, the cells that hold links, and one merge of all, since it compares each with all before; once it
 * has written the part, the rows and the merges take the place of what it wrote, in the styles it numbered.
 */
export class SheetRows {
  private readonly styles: CellStyles;
  /** Number of the sample row of each style, from 0. */
  private readonly samples = new Map<CellStyle, number>();
  /** How many cells with a text the library was given. */
  private texts = 0;

  constructor(
    private readonly blueprint: SheetBlueprint,
    sheet: LibrarySheet,
  ) {
    this.styles = new CellStyles(blueprint);
    this.eachCell((row, column, content, style) => {
      if (style !== undefined && !this.samples.has(style)) {
        sheet.getCell(cellAddress(this.styles.rows + 1 + this.samples.size, 1)).style = style;
        this.samples.set(style, this.samples.size);
      }
      const value = cellValue(content);
      if (typeof value === 'object' && value !== null && 'hyperlink' in value) {
        sheet.getCell(cellAddress(row, column)).value = value;
        this.texts += 1;
      } else if (typeof value === 'string' && this.texts === 0) {
        sheet.getCell(cellAddress(this.styles.rows + 1, 1)).value = value;
        this.texts += 1;
      }
    });
    const [merge] = blueprint.merges;
    if (merge !== undefined) sheet.mergeCellsWithoutStyle(rangeAddress(merge));
  }

  /**
   * @param sheet The sheet as the library wrote it.
   * @param texts Those of the package, to which the texts of the rows are added.
   */
  written(sheet: string, texts: SharedTexts): Uint8Array {
    texts.release(this.texts);
    // Where no cell has a style or a link, the library was given none.
    const part = sheet.replace(/<sheetData\s*\/>/, '<sheetData></sheetData>');
    const numbers = this.styleNumbers(part);
    const from = part.indexOf('<sheetData>');
    const to = part.indexOf('</sheetData>');
    const area = `A1:${cellAddress(Math.max(1, this.styles.rows), Math.max(1, this.styles.columns))}`;
    const head = part.slice(0, from).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${area}"/>`);
    const encoder = new TextEncoder();
    const pieces = [encoder.encode(`${head}<sheetData>`)];
    let xml = '';
    let opened = 0;
    let waiting = 0;
    const close = (next: number): void => {
      if (opened > 0) xml += '</row>';
      waiting += 1;
      if (waiting < ROWS_AT_A_TIME && next > 0) return;
      pieces.push(encoder.encode(xml));
      [xml, waiting] = ['', 0];
    };
    const heights = new Map(this.blueprint.rowHeights.map((height) => [height.row, height]));
    const letters = Array.from({ length: this.styles.columns }, (_, index) => columnLetters(index + 1));
    this.eachCell((row, column, content, style) => {
      if (row !== opened) {
        close(row);
        opened = row;
        xml += rowTag(row, heights.get(row));
      }
      const number = style === undefined ? undefined : numbers.get(style);
      xml += cellXml(`${letters[column - 1]}${row}`, number, cellValue(content), texts);
    });
    close(0);
    pieces.push(encoder.encode(withMerges(part.slice(to), this.blueprint.merges)));
    return joined(pieces);
  }

  /** Every cell with content or style, row by row. */
  private eachCell(
    visit: (row: number, column: number, content: CellContent, style: CellStyle | undefined) => void,
  ): void {
    const { rows, columns } = this.styles;
    for (let row = 1; row <= rows; row += 1) {
      const contents = this.blueprint.cells[row - 1] ?? [];
      for (let column = 1; column <= columns; column += 1) {
        const content = contents[column - 1] ?? null;
        const style = cellStyle(this.styles, row, column, content);
        if (content !== null || style !== undefined) visit(row, column, content, style);
      }
    }
  }

  private styleNumbers(part: string): ReadonlyMap<CellStyle, number> {
    const first = this.styles.rows + 1;
    const byRow = new Map(
      [...part.matchAll(/<c r="A(\d+)" s="(\d+)"/g)].map(([, row, style]) => [Number(row), Number(style)]),
    );
    return new Map(
      [...this.samples].map(([style, index]) => [
        style,
        must(byRow.get(first + index), 'the number of a style'),
      ]),
    );
  }
}

function withMerges(part: string, merges: SheetBlueprint['merges']): string {
  const all = merges.map((merge) => `<mergeCell ref="${rangeAddress(merge)}"/>`).join('');
  return part.replace(
    /<mergeCells.*?<\/mergeCells>/s,
    `<mergeCells count="${merges.length}">${all}</mergeCells>`,
  );
}

function rowTag(row: number, height: SheetBlueprint['rowHeights'][number] | undefined): string {
  if (height === undefined) return `<row r="${row}">`;
  const custom = height.fitted === true ? '' : ' customHeight="1"';
  return `<row r="${row}" ht="${height.points}"${custom}>`;
}

function cellXml(
  address: string,
  style: number | undefined,
  value: WrittenValue,
  texts: SharedTexts,
): string {
  const start = `<c r="${address}"${style === undefined ? '' : ` s="${style}"`}`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object' && 'formula' in value) return formulaXml(start, value);
  const text = typeof value === 'string' ? value : value.text;
  return `${start} t="s"><v>${texts.take(text)}</v></c>`;
}

function formulaXml(
  start: string,
  { formula, result }: { readonly formula: string; readonly result: string | number | boolean },
): string {
  const written = `<f>${xmlText(formula)}</f>`;
  if (typeof result === 'string') {
    return `${start} t="str">${written}<v>${cellXmlText(result)}</v></c>`;
  }
  const type = typeof result === 'boolean' ? ' t="b"' : '';
  return `${start}${type}>${written}<v>${Number(result)}</v></c>`;
}
