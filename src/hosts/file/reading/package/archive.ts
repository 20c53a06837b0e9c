import { WorkbookFileError } from '../../../../base/file-fault';
import { isLitter } from '../../../../base/litter';
import { type PackedFile } from '../../../../base/workbook-port';
import { fileKind } from './file-kind';
import { keepWithin, LIMITS } from './limits';
import { ZipPackage } from './package';

/** Parts by which a zip is one document and not an archive of files: Office, OpenDocument, OFD. */
const DOCUMENT_PARTS = ['[Content_Types].xml', '_rels/.rels', 'content.xml', 'mimetype', 'OFD.xml'];

/**
 * The files of a zip archive, those of zips inside it included; each is inflated when it is read, all counted together.
 * `undefined` when the bytes are something else.
 * @throws WorkbookFileError for an archive that is torn, encrypted, empty or beyond a limit.
 */
export function unpack(bytes: Uint8Array): readonly PackedFile[] | undefined {
  keepWithin(LIMITS.fileBytes, bytes.length);
  if (fileKind(bytes) !== 'zip') return undefined;
  const parts = new ZipPackage(bytes);
  if (isDocument(parts)) return undefined;
  const files = filesOf(parts, 1);
  if (files.length === 0) throw new WorkbookFileError('file-archive-empty');
  return files;
}

function isDocument(parts: ZipPackage): boolean {
  return (
    DOCUMENT_PARTS.some((part) => parts.has(part)) ||
    parts.partNames().some((name) => /^(?:xl|word)\//.test(name))
  );
}

function filesOf(parts: ZipPackage, depth: number): readonly PackedFile[] {
  const files: PackedFile[] = [];
  for (const name of parts.partNames().filter((one) => !isLitter(one))) {
    files.push(
      ...(nestedFiles(parts, name, depth) ?? [
        { name, read: () => Promise.resolve().then(() => parts.readBytes(name)) },
      ]),
    );
    keepWithin(LIMITS.parts, files.length);
  }
  return files;
}

/** The files of a zip inside; `undefined` for one that is a file like any other, or cannot be opened: reading it says why. */
function nestedFiles(parts: ZipPackage, name: string, depth: number): readonly PackedFile[] | undefined {
  if (!/\.zip$/iu.test(name) || depth >= LIMITS.archiveDepth.max) return undefined;
  try {
    const inner = parts.openInner(name);
    if (isDocument(inner)) return undefined;
    return filesOf(inner, depth + 1).map((file) => ({ ...file, name: `${name}/${file.name}` }));
  } catch (error) {
    if (error instanceof WorkbookFileError && error.code !== 'file-too-many-parts') return undefined;
    throw error;
  }
}
