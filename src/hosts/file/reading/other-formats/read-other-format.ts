import { read, type WorkBook } from '@e965/xlsx';
import { WorkbookFileError } from '../../../../base/file-fault';
import type { RawSheet, RawWorkbook } from '../../../../base/raw-sheet';
import { oleStreamNames } from '../package/ole-directory';
import { keepWithin, LIMITS } from '../package/limits';
import { useOwnCodePages } from './code-pages';
import { rawSheet, type CellCount, type LibrarySheet } from './library-sheet';
import type { OtherFormat } from './other-format';

/**
 * Reads a workbook of another format through the library: the same raw sheets as an .xlsx gives. The library was seen to run
 * for ever over damaged files: only call this where it can be ended from outside.
 * @param file Its name without folders, or with its path inside an archive.
 * @throws WorkbookFileError
 */
export function readOtherFormat(bytes: Uint8Array, file: string, format: OtherFormat): RawWorkbook {
  keepWithin(LIMITS.otherFormatBytes, bytes.length);
  const workbook = parsed(bytes);
  const sheets = sheetsOf(workbook);
  if (sheets.length === 0) throw new WorkbookFileError('file-no-sheet');
  return {
    file,
    source: { format, encoding: '' },
    sheets,
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
    hasMacros: hasMacros(bytes),
    hasExternalLinks: sheets.some(hasExternalLink),
  };
}

/** Values, formulas, formats and looks; no shown texts, which cost half of the time. */
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

function parsed(bytes: Uint8Array): WorkBook {
  useOwnCodePages();
  try {
    return read(bytes, OPTIONS);
  } catch (error) {
    const isLocked = LOCKED.test(String(error));
    throw new WorkbookFileError(isLocked ? 'file-encrypted' : 'file-torn', isLocked ? '' : 'workbook');
  }
}

/** A sheet that is listed and was not come to is where a torn file ends. */
function sheetsOf({ SheetNames: names, Sheets, Workbook: workbook }: WorkBook): readonly RawSheet[] {
  keepWithin(LIMITS.sheets, names.length);
  const count: CellCount = { cells: 0 };
  return names.flatMap((name) => {
    const sheet: LibrarySheet | undefined = Sheets[name];
    if (sheet === undefined) throw new WorkbookFileError('file-torn', name);
    const kind = sheet['!type'];
    if (kind !== undefined && kind !== 'sheet') return [];
    const hidden = workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0;
    return [rawSheet(name, sheet, VISIBILITY[hidden], count)];
  });
}

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const satisfies readonly RawSheet['visibility'][];

const MACRO_STREAMS = ['_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA'];

function hasMacros(bytes: Uint8Array): boolean {
  const streams = oleStreamNames(bytes);
  return MACRO_STREAMS.some((name) => streams.has(name));
}

/** A formula names another workbook in square brackets. */
function hasExternalLink({ rows }: RawSheet): boolean {
  return rows.some(({ cells }) => cells.some(({ formula }) => formula?.includes('[') === true));
}
