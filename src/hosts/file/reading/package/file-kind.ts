import { encodingOf, hasControls } from './encoding';
import { OLE_MAGIC, oleStreamNames } from './ole-directory';

/** What the bytes are, whatever the file is called. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'rar'
  | '7z'
  | 'encrypted-workbook'
  | 'legacy-workbook'
  | 'word'
  | 'pdf'
  | 'picture'
  | 'markup'
  | 'text'
  | 'other';

interface Magic {
  readonly kind: FileKind;
  readonly at: number;
  readonly bytes: readonly number[];
}

const MAGIC: readonly Magic[] = [
  { kind: 'zip', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'rar', at: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: '7z', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'pdf', at: 0, bytes: ascii('%PDF-') },
  { kind: 'word', at: 0, bytes: ascii('{\\rtf') },
  { kind: 'picture', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'picture', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'picture', at: 0, bytes: ascii('GIF8') },
  { kind: 'picture', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'picture', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'picture', at: 8, bytes: ascii('WEBP') },
  { kind: 'picture', at: 4, bytes: ascii('ftyphei') },
  { kind: 'picture', at: 4, bytes: ascii('ftypmif1') },
  // BIFF streams of Excel 2 to 4, which came without a compound file around them.
  { kind: 'legacy-workbook', at: 0, bytes: [0x09, 0x00, 0x04, 0x00] },
  { kind: 'legacy-workbook', at: 0, bytes: [0x09, 0x02, 0x06, 0x00] },
  { kind: 'legacy-workbook', at: 0, bytes: [0x09, 0x04, 0x06, 0x00] },
];

/** Stream names in capitals by which a compound file tells what it is ([MS-XLS] 2.1, [MS-DOC] 2.1, [MS-OFFCRYPTO] 2.3). */
const OLE_KINDS: readonly (readonly [stream: string, kind: FileKind])[] = [
  ['ENCRYPTEDPACKAGE', 'encrypted-workbook'],
  ['WORKBOOK', 'legacy-workbook'],
  ['BOOK', 'legacy-workbook'],
  ['WORDDOCUMENT', 'word'],
];

const SNIFFED = 4096;

/** Tells a file by its first bytes, a compound file by its streams. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (isBlank(bytes)) return 'empty';
  if (startsWith(bytes, OLE_MAGIC, 0)) return oleKind(bytes);
  if (isBitmap(bytes)) return 'picture';
  const magic = MAGIC.find((known) => startsWith(bytes, known.bytes, known.at));
  if (magic !== undefined) return magic.kind;
  const start = bytes.subarray(0, SNIFFED);
  if (!isText(start)) return 'other';
  return isMarkup(start) ? 'markup' : 'text';
}

/** Whether the first bytes of the file look like a table written as text. */
export function isTextTable(bytes: Uint8Array): boolean {
  return fileKind(bytes) === 'text';
}

function oleKind(bytes: Uint8Array): FileKind {
  const names = oleStreamNames(bytes);
  return OLE_KINDS.find(([stream]) => names.has(stream))?.[1] ?? 'other';
}

function ascii(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** “BM” alone would also be the start of a text, so the reserved zeros are asked for as well. */
function isBitmap(bytes: Uint8Array): boolean {
  return startsWith(bytes, ascii('BM'), 0) && startsWith(bytes, [0, 0, 0, 0], 6);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** A web page or other mark-up, which many systems hand out with the name of an old workbook. */
function isMarkup(start: Uint8Array): boolean {
  return /^\s*<[!?a-z]/iu.test(new TextDecoder(encodingOf(start)).decode(start));
}

/** Any encoding that offices use. */
function isText(bytes: Uint8Array): boolean {
  return encodingOf(bytes) !== 'utf-8' || !hasControls(bytes);
}
