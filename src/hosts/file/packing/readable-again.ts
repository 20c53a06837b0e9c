import { WorkbookTooLargeError } from '../../../base/file-fault';
import { LIMITS } from '../reading/package/limits';
import type { ZipFile } from './write-zip';

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/iu;
/** What ends a cell that holds something; those that only have a look are empty elements. */
const CELL_END = new TextEncoder().encode('</c>');
const [LESS_THAN = 0, SLASH, LETTER, GREATER_THAN] = CELL_END;

/**
 * The files of a package as they are, counted on the way: no workbook is written that has more cells than we read.
 * @throws WorkbookTooLargeError
 */
export function* readableAgain(
  files: Iterable<ZipFile>,
  most: number = LIMITS.cells.max,
): Generator<ZipFile> {
  let cells = 0;
  for (const file of files) {
    if (WORKSHEET.test(file.name)) cells += cellsIn(file.bytes);
    yield file;
  }
  if (cells > most) throw new WorkbookTooLargeError(cells, most);
}

function cellsIn(xml: Uint8Array): number {
  let cells = 0;
  for (let at = xml.indexOf(LESS_THAN); at !== -1; at = xml.indexOf(LESS_THAN, at + 1)) {
    if (xml[at + 1] === SLASH && xml[at + 2] === LETTER && xml[at + 3] === GREATER_THAN) cells += 1;
  }
  return cells;
}
