/**
 * A workbook as it lies in the file, before anyone says what it means. Rows and columns count from 1, as in Excel.
 * Both hosts produce it: the file host from bytes, the Excel host from used ranges.
 */
export interface RawWorkbook {
  /** File name without folders, or the workbook's name in Excel. */
  readonly file: string;
  /** What the bytes turned out to be, and for a text in which encoding; nothing for a workbook that is open in Excel. */
  readonly source?: RawSource;
  readonly sheets: readonly RawSheet[];
  /** Serial numbers count from 1904. */
  readonly date1904: boolean;
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
}

export interface RawSource {
  /** `xml` is Excel 2003's, `html` a table kept as a web page, `mhtml` one kept with what belongs to it in one file. */
  readonly format: 'xlsx' | 'csv' | 'xls' | 'xlsb' | 'ods' | 'xml' | 'html' | 'mhtml' | 'docx';
  /** Of a text; else empty. */
  readonly encoding: string;
}

export interface RawSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Only rows that hold a value, in order; inside a row only cells that do, by column. */
  readonly rows: readonly RawRow[];
  readonly merges: readonly CellRange[];
  /** Cells without a value that are coloured in; nothing where the host does not tell. */
  readonly fills?: readonly RawFill[];
  /** Hidden by hand, or made as narrow as nothing; nothing where there are none, or the host does not tell. */
  readonly hiddenColumns?: readonly Span[];
}

/** From the first to the last, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A fill, with its colour in whatever words the file has for it: two that are equal look alike. */
export interface RawFill {
  readonly row: number;
  readonly column: number;
  readonly color: string;
}

export interface RawRow {
  readonly row: number;
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean;
  readonly cells: readonly RawCell[];
}

export interface RawCell {
  readonly column: number;
  readonly value: RawValue;
  /** Excel's number format code, when it is not General. */
  readonly format?: string;
  /** What the file itself says that the cell shows of its number, where it does. */
  readonly shown?: string;
  /** Without the leading “=”. */
  readonly formula?: string;
  /** A picture stands in place of a value, which is empty. */
  readonly picture?: true;
}

/** Numbers include dates (serials): what they mean depends on `format`. */
export type RawValue = string | number | boolean | CellError;

/** An error cell: `#REF!`, `#N/A`, … */
export interface CellError {
  readonly error: string;
}

/** The error of a cell whose words are not in the file, although it says they are. */
export const LOST_TEXT = '〔文字缺失〕';

/** Corners included, counted from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function isCellError(value: RawValue | null | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** “A” for 1, “AA” for 27. */
export function columnLetters(column: number): string {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  LETTERS[column] = letters;
  return letters;
}

/** Of columns asked for before: a workbook asks for the same few a million times. */
const LETTERS: string[] = [];

/** “C12” for row 12, column 3. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** “A4:O144”; a single cell is written once. */
export function rangeAddress(range: CellRange): string {
  const start = cellAddress(range.top, range.left);
  const end = cellAddress(range.bottom, range.right);
  return start === end ? start : `${start}:${end}`;
}
