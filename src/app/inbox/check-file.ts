import { WorkbookFileError, type FileFaultCode } from '../../base/file-fault';
import { checkReturn } from '../../returns/check-return';
import { refusedReturn } from '../../returns/findings/refused';
import type { CheckedReturn, OfferedFinding, ReturnContext } from '../../returns/checked-return';
import { isConfirmation } from '../../sheets/confirmation/is-confirmation';
import { isLevelReport } from '../../sheets/levels/read-level-report';
import { isLedgerWorkbook } from '../../sheets/reading/read-ledger';
import { type PackedFile, type WorkbookFiles } from '../../base/workbook-port';
import { fileDigest } from '../../base/file-digest';
import { checkLevelFile, type LevelFile } from './level-files';

/** Past its time, or its memory. */
export type BudgetFault = Extract<FileFaultCode, 'file-too-slow' | 'file-too-heavy'>;

export interface CheckedFile extends CheckedReturn {
  /** Of its own bytes, whether it came alone or inside an archive. */
  readonly sha256: string;
  /** Name of the file handed in: its own, or that of the archive it lay in. */
  readonly source: string;
  /** Of a report of a lower place. */
  readonly level?: LevelFile;
}

/**
 * Checks one file handed in; an archive answers with a check for each file inside it, shown as “回收.zip/市审计局.xlsx”. What
 * cannot be read is refused with a finding: nothing a file holds makes this throw.
 */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
  files: WorkbookFiles,
  context: ReturnContext,
  { begun, leftOut, isBounded }: PartWatch = UNWATCHED,
): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  begun(0);
  for (const [index, part] of (await partsOf(name, bytes, files)).entries()) {
    begun(index);
    const over = leftOut.find((one) => one.part === index);
    const fault = over && { fault: new WorkbookFileError(over.code) };
    checked.push(await checkPart({ ...part, ...fault }, { source: name, isBounded }, files, context, []));
  }
  return checked;
}

/** A file inside what was handed in, by its place there, that took more than it may. */
export interface LeftOut {
  readonly part: number;
  readonly code: BudgetFault;
}

/** Who keeps the time of a check from outside: a check cannot stop itself. */
export interface PartWatch {
  /** Told before each file inside is looked into. */
  readonly begun: (part: number) => void;
  /** Files inside that are refused unread. */
  readonly leftOut: readonly LeftOut[];
  /** A check that takes too long is ended: what may hang is read. */
  readonly isBounded: boolean;
}

const UNWATCHED: PartWatch = { begun: () => undefined, leftOut: [], isBounded: false };

/**
 * Checks again the one file of what was handed in, with the corrections agreed to so far; none gives the first check back.
 * @param bytes Those of `source`. `undefined` comes back when they hold no file of that digest.
 */
export async function recheckFile(
  checked: Whereabouts,
  bytes: Uint8Array,
  files: WorkbookFiles,
  context: ReturnContext,
  agreed: readonly OfferedFinding[],
): Promise<CheckedFile | undefined> {
  const found = await findPart(checked, bytes, files);
  // The same bytes came to an end when they were checked first.
  return found && checkPart(found.part, { source: checked.source, isBounded: true }, files, context, agreed);
}

/** The bytes of one checked file among those that were handed in; `undefined` when it is not among them. */
export async function ownBytes(
  checked: Whereabouts,
  bytes: Uint8Array,
  files: WorkbookFiles,
): Promise<Uint8Array | undefined> {
  return (await findPart(checked, bytes, files))?.content;
}

/** By what a checked file is found again: its bytes, and where it most likely lies. */
export type Whereabouts = Pick<CheckedFile, 'file' | 'source' | 'sha256'>;

/** What bears its name is looked at first: to look through an archive for each of a thousand files of it would not end. */
async function findPart(
  { file, source, sha256 }: Whereabouts,
  bytes: Uint8Array,
  files: WorkbookFiles,
): Promise<{ readonly part: FilePart; readonly content: Uint8Array } | undefined> {
  const parts = await partsOf(source, bytes, files);
  const isNamed = ({ name }: FilePart): boolean => name === file;
  for (const part of [...parts.filter(isNamed), ...parts.filter((one) => !isNamed(one))]) {
    const content = await part.read().catch(() => undefined);
    if (content !== undefined && fileDigest(content) === sha256) return { part, content };
  }
  return undefined;
}

interface FilePart extends PackedFile {
  /** Why nobody needs to look into it. */
  readonly fault?: WorkbookFileError;
}

/** The answer to a file that is not looked into any more. */
export function refusedFile(name: string, bytes: Uint8Array, code: FileFaultCode): CheckedFile {
  return { ...refusedReturn(name, code, ''), sha256: fileDigest(bytes), source: name };
}

async function partsOf(name: string, bytes: Uint8Array, files: WorkbookFiles): Promise<readonly FilePart[]> {
  const itself = { name, read: () => Promise.resolve(bytes) };
  try {
    const inside = await files.unpack(bytes);
    return inside?.map((part) => ({ name: `${name}/${part.name}`, read: () => part.read() })) ?? [itself];
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    return [{ ...itself, fault: error }];
  }
}

async function checkPart(
  part: FilePart,
  { source, isBounded }: { readonly source: string; readonly isBounded: boolean },
  files: WorkbookFiles,
  context: ReturnContext,
  agreed: readonly OfferedFinding[],
): Promise<CheckedFile> {
  let sha256 = '';
  try {
    const bytes = await part.read();
    sha256 = fileDigest(bytes);
    if (part.fault !== undefined) throw part.fault;
    if (!isBounded && files.mayHang(bytes)) throw new WorkbookFileError('file-legacy-xls');
    const workbook = await files.read(bytes, part.name);
    if (isLedgerWorkbook(workbook)) throw new WorkbookFileError('file-is-ledger');
    if (isConfirmation(workbook)) throw new WorkbookFileError('file-is-confirmation');
    if (isLevelReport(workbook)) return { ...checkLevelFile(workbook), sha256, source };
    return { ...checkReturn(workbook, context, agreed), sha256, source };
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    return { ...refusedReturn(part.name, error.code, error.detail), sha256, source };
  }
}
