import { WorkbookFileError } from '../../../../base/file-fault';
import type { RawSource } from '../../../../base/raw-sheet';
import { tablesIn } from '../document/page-text';
import { encodingOf } from '../package/encoding';
import { fileKind } from '../package/file-kind';
import { wordPart } from '../package/gate';
import { ZipPackage } from '../package/package';
import { isWebArchive } from './web-archive';

/** Whatever is neither an .xlsx nor a table kept as text. */
export type OtherFormat = Exclude<RawSource['format'], 'xlsx' | 'csv'>;

/** Formats that are read by the library of this room, which may never come to an end. */
export type LibraryFormat = Exclude<OtherFormat, 'docx'>;

/** Whether the library of this room reads it; text documents have a reader of our own. */
export function isOfLibrary(format: OtherFormat | undefined): format is LibraryFormat {
  return format !== undefined && format !== 'docx';
}

/** The format, by its bytes; `undefined` when the file is none of these. */
export function otherFormat(bytes: Uint8Array): OtherFormat | undefined {
  switch (fileKind(bytes)) {
    case 'legacy-workbook':
      return 'xls';
    case 'zip':
      return packedFormat(bytes);
    case 'markup':
      return markupFormat(bytes);
    case 'text':
      return isWebArchive(bytes) ? 'mhtml' : undefined;
    default:
      return undefined;
  }
}

const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?\s*$/;

/** A zip that cannot be opened is left to the reader of .xlsx, which says why. */
function packedFormat(bytes: Uint8Array): OtherFormat | undefined {
  try {
    const parts = new ZipPackage(bytes);
    if (parts.has('xl/workbook.xml')) return undefined;
    if (parts.has('xl/workbook.bin')) return 'xlsb';
    if (parts.has('word/document.xml') || wordPart(parts) !== undefined) return 'docx';
    if (!parts.has('mimetype') || !parts.has('content.xml')) return undefined;
    return OPEN_DOCUMENT.test(new TextDecoder().decode(parts.readBytes('mimetype'))) ? 'ods' : undefined;
  } catch (error) {
    if (error instanceof WorkbookFileError) return undefined;
    throw error;
  }
}

/** As much as stands before the first element of a workbook. */
const SNIFFED = 4096;
const EXCEL_2003 = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

/** A web page counts only with a table in it. */
function markupFormat(bytes: Uint8Array): OtherFormat | undefined {
  const start = bytes.subarray(0, SNIFFED);
  const decoder = new TextDecoder(encodingOf(start));
  const words = decoder.decode(start);
  if (EXCEL_2003.test(words)) return 'xml';
  if (!/<(?:!doctype html|html|head|meta|body|table|div|style)\b/iu.test(words)) return undefined;
  return tablesIn(decoder.decode(bytes)).length > 0 ? 'html' : undefined;
}
