import { WorkbookFileError, type FileFaultCode } from '../../../sheets/workbook-host';
import { fileKind, type FileKind } from './file-kind';
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
  text: ['file-not-workbook', 'text'],
  other: ['file-not-workbook', ''],
};

/**
 * Lets a workbook in before any parser sees it.
 * @throws WorkbookFileError that names what the file is instead, or the limit it breaks.
 */
export function admit(bytes: Uint8Array): AdmittedWorkbook {
  keepWithin(LIMITS.fileBytes, bytes.length);
  const kind = fileKind(bytes);
  if (kind !== 'zip') throw new WorkbookFileError(...REFUSED[kind]);
  const parts = new ZipPackage(bytes);
  return { parts, main: mainPart(parts) };
}

/** Zip files of other offices' formats, by a part that only they have. */
const OTHER_PACKAGES: readonly (readonly [part: string, code: FileFaultCode, detail: string])[] = [
  ['word/document.xml', 'file-word-or-pdf', 'Word'],
  ['OFD.xml', 'file-word-or-pdf', 'OFD'],
  ['xl/workbook.bin', 'file-legacy-xls', 'xlsb'],
  ['content.xml', 'file-not-workbook', 'OpenDocument'],
  ['ppt/presentation.xml', 'file-not-workbook', 'PowerPoint'],
];

function mainPart(parts: ZipPackage): string {
  const office = parts.relationships('').find(({ type }) => type === 'officeDocument');
  if (office !== undefined && parts.has(office.target) && isWorkbook(parts, office.target)) {
    return office.target;
  }
  const other = OTHER_PACKAGES.find(([part]) => parts.has(part));
  if (other !== undefined) throw new WorkbookFileError(other[1], other[2]);
  throw new WorkbookFileError('file-not-workbook', 'zip');
}

/** By the content type, which tells a workbook from a document wherever its parts lie. */
function isWorkbook(parts: ZipPackage, part: string): boolean {
  if (!parts.has('[Content_Types].xml')) return false;
  const types = new ContentTypeReader(part);
  parts.readXml('[Content_Types].xml', types);
  return /(spreadsheetml|ms-excel)\.\w+(\.macroEnabled)?\.main\+xml$/i.test(
    types.type ?? types.byExtension ?? '',
  );
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
