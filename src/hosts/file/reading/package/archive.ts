import { WorkbookFileError } from '../../../../base/file-fault';
import { isLitter } from '../../../../base/litter';
import { type PackedFile } from '../../../../base/workbook-port';
import { fileKind } from './file-kind';
import { inflateWhole, type InflationCount } from './inflate';
import { keepWithin, LIMITS } from './limits';
import { isUnsafe, listedEntries, type ListedEntry } from './zip-directory';

/** Parts by which a zip is one document and not an archive of files: Office, OpenDocument, OFD. */
const DOCUMENT_PARTS: ReadonlySet<string> = new Set([
  '[content_types].xml',
  '_rels/.rels',
  'content.xml',
  'mimetype',
  'ofd.xml',
]);

/**
 * The files of a zip archive, those of zips inside it included; each is inflated when it is read, all counted together. One that
 * cannot be read, for its name or its size, is refused when it is asked for, alone.
 * `undefined` when the bytes are something else.
 * @throws WorkbookFileError for an archive that is torn, empty or beyond a limit.
 */
export function unpack(bytes: Uint8Array): readonly PackedFile[] | undefined {
  keepWithin(LIMITS.fileBytes, bytes.length);
  if (fileKind(bytes) !== 'zip') return undefined;
  const entries = listedEntries(bytes);
  if (isDocument(entries)) return undefined;
  const files = filesOf({ bytes, entries, count: { bytes: 0 } }, 1);
  if (files.length === 0) throw new WorkbookFileError('file-archive-empty');
  return files;
}

interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ListedEntry[];
  /** What was inflated of the file handed in, archives inside it included. */
  readonly count: InflationCount;
}

function isDocument(entries: readonly ListedEntry[]): boolean {
  return entries.some(({ name }) => DOCUMENT_PARTS.has(name.toLowerCase()) || /^(?:xl|word)\//.test(name));
}

function filesOf(archive: Archive, depth: number): readonly PackedFile[] {
  const files: PackedFile[] = [];
  const names = new Set<string>();
  for (const entry of archive.entries.filter((one) => isUnsafe(one.name) || !isLitter(one.name))) {
    const { name } = entry;
    // Names that differ in case alone are two files, as they were where somebody packed them.
    const isMisnamed = names.has(name) || isUnsafe(name);
    const fault = isMisnamed ? new WorkbookFileError('file-name-in-archive', name) : entry.fault;
    names.add(name);
    if (fault === undefined) files.push(...readable(archive, entry, depth));
    else files.push({ name, read: () => Promise.reject(fault) });
    keepWithin(LIMITS.parts, files.length);
  }
  return files;
}

function readable(archive: Archive, entry: ListedEntry, depth: number): readonly PackedFile[] {
  const { bytes, count } = archive;
  const read = (): Uint8Array => inflateWhole(bytes, entry, count);
  return (
    nestedFiles(entry.name, { read, count, depth }) ?? [
      { name: entry.name, read: () => Promise.resolve().then(read) },
    ]
  );
}

interface Inner extends Pick<Archive, 'count'> {
  readonly read: () => Uint8Array;
  readonly depth: number;
}

/** The files of a zip inside; `undefined` for one that is a file like any other, or cannot be opened: reading it says why. */
function nestedFiles(name: string, { read, count, depth }: Inner): readonly PackedFile[] | undefined {
  if (!/\.zip$/iu.test(name) || depth >= LIMITS.archiveDepth.max) return undefined;
  try {
    const bytes = read();
    const entries = listedEntries(bytes);
    if (isDocument(entries)) return undefined;
    const files = filesOf({ bytes, entries, count }, depth + 1);
    return files.map((file) => ({ ...file, name: `${name}/${file.name}` }));
  } catch (error) {
    if (error instanceof WorkbookFileError && error.code !== 'file-too-many-parts') return undefined;
    throw error;
  }
}
