import { WorkbookTooLargeError } from '../../../base/file-fault';
import { LIMITS } from '../reading/package/limits';
import type { ZipFile } from './write-zip';

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/iu;
const [LESS_THAN = 0, SLASH, COLON, LETTER, GREATER_THAN = 0] = new TextEncoder().encode('</:c>');

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

/** By what ends them, with or without a prefix: those that have a look alone are empty elements. */
function cellsIn(xml: Uint8Array): number {
  let cells = 0;
  // Of two bytes that end a tag one is met by every second step.
  for (let at = 1; at < xml.length; at += 2) {
    const byte = xml[at];
    if (byte !== GREATER_THAN && byte !== LETTER) continue;
    const end = byte === LETTER ? at + 1 : at;
    if (xml[end] !== GREATER_THAN || xml[end - 1] !== LETTER) continue;
    if (xml[end - 2] === COLON ? isEndTag(xml, end) : xml[end - 2] === SLASH && xml[end - 3] === LESS_THAN)
      cells += 1;
  }
  return cells;
}

/** Whether the tag that ends there, whose name has a prefix, is one that closes. */
function isEndTag(xml: Uint8Array, end: number): boolean {
  return xml[xml.lastIndexOf(LESS_THAN, end) + 1] === SLASH;
}
