import { WorkbookFileError } from '../../../../base/file-fault';
import { keepWithin, LIMITS } from './limits';

/** One file inside a zip, as the central directory describes it; sizes may lie until the part has been inflated. */
export interface ZipEntry {
  /** With forward slashes, without a leading one. */
  readonly name: string;
  readonly method: 'stored' | 'deflated' | 'unknown';
  readonly crc: number;
  readonly compressedBytes: number;
  readonly declaredBytes: number;
  /** Of the entry's local header. */
  readonly offset: number;
}

const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const MAX_COMMENT = 0xffff;
const SIGNATURE = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, central: 0x02014b50 } as const;
const IN_ZIP64 = 0xffffffff;

/** An entry, and why it is not to be read, whatever becomes of the others. */
export interface ListedEntry extends ZipEntry {
  readonly fault?: WorkbookFileError;
}

/**
 * The entries of a package by lower-case name, since part names ignore case (ECMA-376 part 2, 9.1.1.3).
 * @throws WorkbookFileError when the directory is missing or inconsistent, or an entry doubled, encrypted, unsafe or beyond a limit.
 */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const { fault, ...entry } of listedEntries(bytes)) {
    if (fault !== undefined) throw fault;
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw torn(entry.name);
    entries.set(key, entry);
  }
  return entries;
}

/**
 * The files a zip lists, in its order.
 * @throws WorkbookFileError when the directory is missing or inconsistent, or all together are beyond a limit.
 */
export function listedEntries(bytes: Uint8Array): readonly ListedEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view);
  keepWithin(LIMITS.parts, count);
  const entries: ListedEntry[] = [];
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== SIGNATURE.central) throw torn('directory');
    const { entry, next } = readEntry(bytes, view, at, end);
    at = next;
    if (entry.name.endsWith('/')) continue;
    if (entry.fault === undefined) declared += entry.declaredBytes;
    keepWithin(LIMITS.totalBytes, declared);
    entries.push(entry);
  }
  return entries;
}

function torn(detail: string): WorkbookFileError {
  return new WorkbookFileError('file-torn', detail);
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** The end record stands last, before a comment of at most 64 KB or the bytes a mail gateway appended. */
function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === SIGNATURE.end) return directoryAt(view, at);
  }
  throw torn('end of archive');
}

function directoryAt(view: DataView, end: number): Directory {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const wide = count === 0xffff || size === IN_ZIP64 || start === IN_ZIP64;
  if (wide) return directory64(view, end);
  // Anything before the archive or between directory and end shifts the offsets: some readers would then see other parts.
  if (start + size !== end) throw torn('directory');
  return { count, start, end };
}

function directory64(view: DataView, end: number): Directory {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== SIGNATURE.locator64) throw torn('directory');
  const at = safeUint64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== SIGNATURE.end64) throw torn('directory');
  const start = safeUint64(view, at + 48);
  if (start + safeUint64(view, at + 40) !== at) throw torn('directory');
  return { count: safeUint64(view, at + 32), start, end: at };
}

function safeUint64(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw torn('directory');
  return Number(view.getBigUint64(at, true));
}

const METHOD = new Map<number, ZipEntry['method']>([
  [0, 'stored'],
  [8, 'deflated'],
]);

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): { entry: ListedEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const nameAt = at + CENTRAL_BYTES;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) throw torn('directory');
  const name = decodeEntryName(bytes.subarray(nameAt, extraAt));
  const [declaredBytes, compressedBytes, offset] = wideFields(view, extraAt, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const method = METHOD.get(view.getUint16(at + 10, true)) ?? 'unknown';
  const entry = { name, method, crc: view.getUint32(at + 16, true), compressedBytes, declaredBytes, offset };
  const fault = faultOf(entry, (flags & 1) !== 0);
  return { entry: fault === undefined ? entry : { ...entry, fault }, next };
}

function faultOf(entry: ZipEntry, isEncrypted: boolean): WorkbookFileError | undefined {
  if (isEncrypted) return new WorkbookFileError('file-encrypted', entry.name);
  return isUnsafe(entry.name) ? torn(entry.name) : beyondLimit(entry);
}

/** Fields too wide for the record stand in the zip64 extra field, in this order and only those (APPNOTE 4.5.3). */
function wideFields(
  view: DataView,
  from: number,
  to: number,
  fields: readonly [number, number, number],
): readonly [number, number, number] {
  if (!fields.includes(IN_ZIP64)) return fields;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const [declared, compressed, offset] = fields.map((field) => {
      if (field !== IN_ZIP64) return field;
      next += 8;
      return safeUint64(view, next - 8);
    });
    return [declared ?? 0, compressed ?? 0, offset ?? 0];
  }
  throw torn('directory');
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** With forward slashes. Chinese Windows writes names in its own encoding and does not always say so. */
export function decodeEntryName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = UTF_8.decode(bytes);
  } catch {
    name = new TextDecoder('gb18030').decode(bytes);
  }
  return name.replaceAll('\\', '/');
}

/** A name that could leave the folder it is unpacked in, or mean another file to another reader, is no honest one. */
export function isUnsafe(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\0') || /^[a-z]:/i.test(name)) return true;
  return name.split('/').some((segment) => segment === '..' || segment === '.');
}

function beyondLimit({ name, declaredBytes, compressedBytes }: ZipEntry): WorkbookFileError | undefined {
  try {
    keepWithin(LIMITS.partBytes, declaredBytes, name);
    if (declaredBytes > LIMITS.ratioFreeBytes.max)
      keepWithin(LIMITS.ratio, declaredBytes / Math.max(compressedBytes, 1), name);
    return undefined;
  } catch (error) {
    if (error instanceof WorkbookFileError) return error;
    throw error;
  }
}
