import { WorkbookFileError, type FileFaultCode } from '../../../../base/file-fault';
import { fileKind, type FileKind } from './file-kind';
import { KnownParts } from './known-parts';
import { keepWithin, LIMITS } from './limits';
import { ZipPackage } from './package';
import type { XmlAttributes, XmlReader } from './xml';

/** A file that may be parsed: a zip within the limits whose main part is a workbook. */
export interface AdmittedWorkbook {
  readonly parts: ZipPackage;
  /** Name of the main part, usually `xl/workbook.xml`. */
  readonly main: string;
}

const REFUSED: Readonly<Record<Exclude<FileKind, 'zip'>, readonly [code: FileFaultCode, detail: string]>> = {
  empty: ['file-empty', ''],
  'encrypted-workbook': ['file-encrypted', ''],
  'legacy-workbook': ['file-legacy-xls', ''],
  word: ['file-word-or-pdf', 'Word'],
  pdf: ['file-word-or-pdf', 'PDF'],
  picture: ['file-picture', ''],
  rar: ['file-archive', 'RAR'],
  '7z': ['file-archive', '7z'],
  markup: ['file-not-workbook', 'HTML'],
  text: ['file-not-workbook', 'text'],
  other: ['file-not-workbook', ''],
};

const WPS_NAME = /\.ett?$/iu;

/**
 * Lets a workbook in before any parser sees it.
 * @throws WorkbookFileError that names what the file is instead, or the limit it breaks.
 */
export function admit(bytes: Uint8Array, file = ''): AdmittedWorkbook {
  const parts = openPackage(bytes, file);
  return { parts, main: mainPart(parts) };
}

/** Lets a package in, whatever it holds. @throws WorkbookFileError */
export function openPackage(bytes: Uint8Array, file = ''): ZipPackage {
  keepWithin(LIMITS.fileBytes, bytes.length);
  const kind = fileKind(bytes);
  // The bytes of WPS's own format are those of an old workbook: only the name tells them apart.
  if (kind === 'legacy-workbook' && WPS_NAME.test(file)) throw new WorkbookFileError('file-wps');
  if (kind !== 'zip') throw new WorkbookFileError(...REFUSED[kind]);
  return new ZipPackage(bytes);
}

/** The main part of a text document, “word/document.xml”; `undefined` when the package is no such document. */
export function wordPart(parts: ZipPackage): string | undefined {
  const main = officePart(parts);
  return main !== undefined && WORD_TYPE.test(contentType(parts, main)) ? main : undefined;
}

/** Zip files of other offices' formats, by a part that only they have. */
const OTHER_PACKAGES: readonly (readonly [part: string, code: FileFaultCode, detail: string])[] = [
  ['word/document.xml', 'file-word-or-pdf', 'Word'],
  ['OFD.xml', 'file-word-or-pdf', 'OFD'],
  ['xl/workbook.bin', 'file-legacy-xls', 'xlsb'],
  ['content.xml', 'file-not-workbook', 'OpenDocument'],
  ['ppt/presentation.xml', 'file-not-workbook', 'PowerPoint'],
];

const WORKBOOK_TYPE = /(spreadsheetml|ms-excel)\.\w+(\.macroEnabled)?\.main\+xml$/i;
const WORD_TYPE = /(wordprocessingml|ms-word)\.\w+(\.macroEnabled\w*)?\.main\+xml$/i;

function officePart(parts: ZipPackage): string | undefined {
  const office = parts.relationships('').find(({ type }) => type === 'officeDocument');
  return office !== undefined && parts.has(office.target) ? office.target : undefined;
}

function mainPart(parts: ZipPackage): string {
  const main = officePart(parts);
  if (main !== undefined && WORKBOOK_TYPE.test(contentType(parts, main))) return main;
  const other = OTHER_PACKAGES.find(([part]) => parts.has(part));
  if (other !== undefined) throw new WorkbookFileError(other[1], other[2]);
  throw new WorkbookFileError('file-not-workbook', 'zip');
}

/** The content type tells a workbook from a document wherever its parts lie. */
function contentType(parts: ZipPackage, part: string): string {
  if (!parts.has('[Content_Types].xml')) return '';
  const types = parts.readKnown('[Content_Types].xml', CONTENT_TYPES, part);
  return types.type ?? types.byExtension ?? '';
}

class ContentTypeReader implements XmlReader {
  type: string | undefined;
  byExtension: string | undefined;

  constructor(private readonly part: string) {}

  open(name: string, attributes: XmlAttributes): void {
    const part = this.part.toLowerCase();
    const type = attributes['ContentType'];
    if (name === 'Override' && attributes['PartName']?.toLowerCase() === `/${part}`) this.type = type;
    const extension = attributes['Extension']?.toLowerCase();
    if (name === 'Default' && extension !== undefined && part.endsWith(`.${extension}`))
      this.byExtension = type;
  }

  close(): void {}
}

const CONTENT_TYPES = new KnownParts((part) => new ContentTypeReader(part));
