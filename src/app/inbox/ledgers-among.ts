import { WorkbookFileError } from '../../base/file-fault';
import type { WorkbookFiles } from '../../base/workbook-port';
import { isLedgerWorkbook } from '../../sheets/reading/read-ledger';
import type { Progress } from './check-returns';

interface SomeFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Those of some files that are ledgers, by what is in them; what cannot be read is none. */
export async function ledgersAmong<File extends SomeFile>(
  candidates: readonly File[],
  files: WorkbookFiles,
  progress: Progress,
): Promise<readonly File[]> {
  const ledgers: File[] = [];
  for (const [index, file] of candidates.entries()) {
    await progress(index, candidates.length, file.name);
    if (await isLedger(file, files)) ledgers.push(file);
  }
  return ledgers;
}

async function isLedger(file: SomeFile, files: WorkbookFiles): Promise<boolean> {
  const content = await file.arrayBuffer().catch(() => undefined);
  if (content === undefined) return false;
  const bytes = new Uint8Array(content);
  // A ledger is an .xlsx, and what may hang is none.
  if (files.mayHang(bytes)) return false;
  try {
    return isLedgerWorkbook(await files.read(bytes, file.name));
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    return false;
  }
}
