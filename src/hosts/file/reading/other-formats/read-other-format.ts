import { read, type WorkBook } from '@e965/xlsx';
import { WorkbookFileError } from '../../../../base/file-fault';
import type { RawSheet, RawWorkbook } from '../../../../base/raw-sheet';
import { decodeText } from '../document/decode-text';
import { tablesIn, withCharacters } from '../document/page-text';
import { oleStreamNames, streamsEnd, withoutProperties, withWholeSectors } from '../package/ole-directory';
import { ZipPackage } from '../package/package';
import { keepWithin, LIMITS } from '../package/limits';
import { useOwnCodePages } from './code-pages';
import { withKnownLengths } from './known-lengths';
import { PICTURE_SIGN, rawSheet, type CellCount, type LibrarySheet } from './library-sheet';
import { quietly } from './quietly';
import { visibilityOf, type TableVisibility } from './open-document-visibility';
import type { LibraryFormat } from './other-format';
import { pagesOfArchive } from './web-archive';

/**
 * Reads a workbook of another format through the library: the same raw sheets as an .xlsx gives. The library was seen to run
 * for ever over damaged files: only call this where it can be ended from outside.
 * @param file Its name without folders, or with its path inside an archive.
 * @throws WorkbookFileError
 */
export function readOtherFormat(bytes: Uint8Array, file: string, format: LibraryFormat): RawWorkbook {
  keepWithin(LIMITS.otherFormatBytes, bytes.length);
  const parts = PACKED.has(format) ? inflated(bytes) : undefined;
  const workbook = parsed(bytes, format);
  const shown = format === 'ods' && parts ? visibilityOf(parts) : undefined;
  const sheets = sheetsOf(workbook, shown);
  if (sheets.length === 0) throw new WorkbookFileError('file-no-sheet');
  return {
    file,
    source: { format, encoding: '' },
    sheets,
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
    hasMacros: hasMacros(bytes, parts),
    hasExternalLinks: sheets.some(hasExternalLink),
  };
}

/** The web pages of which a file consists; `undefined` where it is something else. @throws WorkbookFileError */
export function pagesOf(bytes: Uint8Array, format: LibraryFormat): readonly string[] | undefined {
  if (format === 'html') return [decodeText(bytes).text];
  return format === 'mhtml' ? pagesOfArchive(bytes) : undefined;
}

/** Values, formulas, formats and looks; no shown texts, which cost half of the time but where the file itself has them. */
const OPTIONS = {
  type: 'array',
  dense: true,
  cellFormula: true,
  cellHTML: false,
  cellText: false,
  cellStyles: true,
} as const;

/** What the library says of passwords, of the ways of old Excel and of those it knows nothing of. */
const LOCKED = /password|encrypt|version code/iu;

const PACKED: ReadonlySet<LibraryFormat> = new Set(['ods', 'xlsb']);

/** The parts of a package, each inflated once within the limits before the library does. */
function inflated(bytes: Uint8Array): ZipPackage {
  const parts = new ZipPackage(bytes);
  for (const name of parts.partNames()) parts.readBytes(name);
  return parts;
}

function parsed(bytes: Uint8Array, format: LibraryFormat): WorkBook {
  useOwnCodePages();
  const pages = pagesOf(bytes, format);
  if (pages !== undefined) return tablesOf(pages);
  if (format === 'xml') return readText(decodeText(bytes).text, {});
  try {
    const known = format === 'xls' ? oldWorkbook(bytes) : bytes;
    return quietly(() => withKnownLengths(() => read(known, { ...OPTIONS, cellText: format === 'ods' })));
  } catch (error) {
    const isLocked = LOCKED.test(String(error));
    throw new WorkbookFileError(isLocked ? 'file-encrypted' : 'file-torn', isLocked ? '' : 'workbook');
  }
}

/**
 * What the library may see of an old workbook: it would go round a stream that leads back to itself until memory is used up, which can
 * take the whole process with it, and believe whatever number of properties a file names, for which nobody asks.
 */
function oldWorkbook(bytes: Uint8Array): Uint8Array {
  const whole = withWholeSectors(bytes);
  if (!streamsEnd(whole)) throw new WorkbookFileError('file-torn', 'workbook');
  return withoutProperties(whole);
}

function readText(text: string, options: { readonly raw?: true }): WorkBook {
  try {
    return quietly(() => read(withWholeCharacters(text), { ...OPTIONS, ...options, type: 'string' }));
  } catch {
    throw new WorkbookFileError('file-torn', 'workbook');
  }
}

/**
 * The tables of some pages, a sheet each. They keep their words: what looks like a number or a day is for our own readers to tell. The
 * library is given one table at a time, with a bare tag first, since it guesses by the first signs what a text is, and with characters
 * in place of references, of which it knows seven.
 */
function tablesOf(pages: readonly string[]): WorkBook {
  const tables = pages.flatMap((html) => tablesIn(html).map(({ start, end }) => html.slice(start, end)));
  keepWithin(LIMITS.sheets, tables.length);
  const book: WorkBook = { SheetNames: [], Sheets: {} };
  for (const [index, table] of tables.entries()) {
    const name = `Sheet${index + 1}`;
    const { SheetNames, Sheets } = readText(bareTable(table), { raw: true });
    book.SheetNames.push(name);
    book.Sheets[name] = Sheets[SheetNames[0] ?? ''] ?? {};
  }
  return book;
}

function bareTable(html: string): string {
  return withCharacters(html)
    .replace(/^<table[^>]*>/i, '<table>')
    .replace(/<img\b[^>]*>/gi, PICTURE_SIGN);
}

/** The library makes another character of “&#134071;”: those that take two units of UTF-16 are decoded before. */
function withWholeCharacters(text: string): string {
  return text.replace(/&#(x[\da-f]{5,6}|\d{5,7});/giu, (whole, number: string) => {
    const code = Number(number.startsWith('x') || number.startsWith('X') ? `0${number}` : number);
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A sheet that is listed and was not come to is where a torn file ends. */
function sheetsOf(
  { SheetNames: names, Sheets, Workbook: workbook }: WorkBook,
  shown: readonly TableVisibility[] = [],
): readonly RawSheet[] {
  keepWithin(LIMITS.sheets, names.length);
  const count: CellCount = { cells: 0 };
  return names.flatMap((name, index) => {
    const sheet: LibrarySheet | undefined = Sheets[name];
    if (sheet === undefined) throw new WorkbookFileError('file-torn', name);
    const kind = sheet['!type'];
    if (kind !== undefined && kind !== 'sheet') return [];
    const hidden = workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0;
    const own = shown[index];
    const visibility = own?.isHidden === true ? 'hidden' : VISIBILITY[hidden];
    return [withHidden(rawSheet(name, sheet, visibility, count), own)];
  });
}

function withHidden(sheet: RawSheet, shown: TableVisibility | undefined): RawSheet {
  if (shown === undefined) return sheet;
  const { hiddenRows, hiddenColumns } = shown;
  const isHidden = (row: number) => hiddenRows.some(({ from, to }) => row >= from && row <= to);
  return {
    ...sheet,
    rows:
      hiddenRows.length === 0 ? sheet.rows : sheet.rows.map((row) => ({ ...row, hidden: isHidden(row.row) })),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
  };
}

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const satisfies readonly RawSheet['visibility'][];

const MACRO_PARTS = /^(?:Basic|Scripts)\/|vbaProject\.bin$/i;
const MACRO_STREAMS = ['_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA'];

function hasMacros(bytes: Uint8Array, parts: ZipPackage | undefined): boolean {
  if (parts !== undefined) return parts.partNames().some((name) => MACRO_PARTS.test(name));
  const streams = oleStreamNames(bytes);
  return MACRO_STREAMS.some((name) => streams.has(name));
}

/** A formula names another workbook in square brackets. */
function hasExternalLink({ rows }: RawSheet): boolean {
  return rows.some(({ cells }) => cells.some(({ formula }) => formula?.includes('[') === true));
}
