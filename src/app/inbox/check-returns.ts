import { WorkbookFileError } from '../../base/file-fault';
import type { Ledger } from '../../ledger/ledger';
import type { ReturnContext } from '../../returns/checked-return';
import type { WorkbookFiles } from '../../base/workbook-port';
import { checkFile, refusedFile, type CheckedFile, type LeftOut } from './check-file';
import { OverBudgetError, WorkerLostError, type CheckPool } from './check-pool';
import { withDuplicates } from './duplicates';
import { withLevels } from './level-files';
import { returnContext } from './return-context';

export type { CheckedFile };

/** A file handed in, as the clerk picked it. */
export interface ReturnFile {
  /** Name without folders. */
  readonly name: string;
  /** @throws WorkbookFileError where this file is to be refused and the others go on */
  read(): Promise<Uint8Array>;
}

/** Told before each piece of long work; what it gives back is awaited, so that a page can draw it and hear a click. */
export type Progress = (done: number, total: number, file: string) => unknown;

/**
 * Checks every file, an archive's one by one; one that cannot be read is refused with a finding and never stops the others.
 * With a pool as many files are in hand as it has workers and one more, so that memory does not grow with the number of
 * files; the answer is the same, in the order of the files. A file that takes more than its budget there is refused, of an
 * archive that file alone; a file whose worker is lost is checked here.
 */
export async function checkReturns(
  ledger: Ledger,
  returned: readonly ReturnFile[],
  files: WorkbookFiles,
  progress: Progress = () => undefined,
  pool?: CheckPool,
): Promise<readonly CheckedFile[]> {
  const check = checker(ledger, files, pool);
  const checked: (readonly CheckedFile[])[] = [];
  const waiting = returned.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [index, file] of waiting) {
      if (failed) return;
      await progress(index, returned.length, file.name);
      checked[index] = await check(file).catch(refused(file));
    }
  };
  const stop = (error: unknown): never => {
    failed = true;
    throw error;
  };
  const lanes = Array.from({ length: pool === undefined ? 1 : pool.width + 1 }, () => work().catch(stop));
  await Promise.all(lanes);
  await progress(returned.length, returned.length, '');
  return withLevels(ledger, withDuplicates(checked.flat())).files;
}

/** What a file holds is told by its check: here it is the file itself that could not be read. */
function refused({ name }: ReturnFile) {
  return (error: unknown): readonly CheckedFile[] => {
    if (!(error instanceof WorkbookFileError)) throw error;
    return [refusedFile(name, new Uint8Array(), error.code)];
  };
}

type Check = (file: ReturnFile) => Promise<readonly CheckedFile[]>;

function checker(ledger: Ledger, files: WorkbookFiles, pool: CheckPool | undefined): Check {
  let context: ReturnContext | undefined;
  const checkHere: Check = async (file) => {
    context ??= returnContext(ledger);
    return checkFile(file.name, await file.read(), files, context);
  };
  if (pool === undefined) return checkHere;
  const checkThere = async (
    file: ReturnFile,
    leftOut: readonly LeftOut[],
  ): Promise<readonly CheckedFile[]> => {
    try {
      return await pool.check(file.name, await file.read(), leftOut);
    } catch (error) {
      if (error instanceof WorkerLostError) return checkHere(file);
      if (!(error instanceof OverBudgetError)) throw error;
      const { code, part } = error;
      const isHopeless = leftOut.length === MOST_LEFT_OUT || leftOut.some((one) => one.part === part);
      if (isHopeless) return [refusedFile(file.name, await file.read(), code)];
      return checkThere(file, [...leftOut, { part, code }]);
    }
  };
  return (file) => checkThere(file, []);
}

/** Of an archive so many files over their budget are left out; one more, and nothing of it is looked at. */
const MOST_LEFT_OUT = 3;
