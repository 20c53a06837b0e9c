import { WorkbookFileError } from '../../base/file-fault';
import type { Ledger } from '../../ledger/ledger';
import type { Finding, ReturnContext } from '../../returns/checked-return';
import type { WorkbookFiles } from '../../base/workbook-port';
import { checkFile, refusedFile, type CheckedFile, type LeftOut } from './check-file';
import { OverBudgetError, WorkerLostError, type CheckPool } from './check-pool';
import { returnContext } from './return-context';
import { must } from '../../base/invariant';

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
  return withDuplicates(checked.flat());
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

/** Unit and period of a return that could be merged; a rejected one stands in nobody's way. */
function returnKey(checked: CheckedFile): string | undefined {
  if (checked.verdict === 'rejected' || checked.office === null || checked.period === null) return undefined;
  return `${checked.office} ${checked.period}`;
}

function fileFinding(
  checked: CheckedFile,
  code: 'same-file-twice' | 'several-files',
  other: string,
): Finding {
  return {
    code,
    severity: code === 'several-files' ? 'warning' : 'corrected',
    where: { file: checked.file, sheet: '', cell: '' },
    measure: null,
    field: 'file',
    value: checked.file,
    details: { other, unit: checked.office ?? '' },
  };
}

/**
 * Notes files that are byte for byte the same, and different files of one unit and period: of these none can be merged
 * until the clerk chooses. What an earlier call noted is noted anew.
 */
export function withDuplicates(checks: readonly CheckedFile[]): readonly CheckedFile[] {
  const files = checks.map(withoutNotes);
  const firstOf = new Map(files.toReversed().map((checked) => [checked.sha256, checked]));
  const ofReturn = new Map<string | undefined, CheckedFile[]>();
  for (const checked of files) {
    const key = returnKey(checked);
    const known = ofReturn.get(key);
    if (known === undefined) ofReturn.set(key, [checked]);
    else known.push(checked);
  }
  return files.map((checked) => {
    const key = returnKey(checked);
    if (key === undefined) return checked;
    const twin = firstOf.get(checked.sha256);
    if (twin !== undefined && twin !== checked)
      return noted(checked, fileFinding(checked, 'same-file-twice', twin.file));
    const rivals = must(ofReturn.get(key), `the files for ${key}`).filter(
      ({ sha256 }) => sha256 !== checked.sha256,
    );
    if (rivals.length === 0) return checked;
    const others = [...new Set(rivals.map(({ file }) => file))].join('、');
    return noted(checked, fileFinding(checked, 'several-files', others));
  });
}

function withoutNotes(checked: CheckedFile): CheckedFile {
  const findings = checked.findings.filter(
    ({ code }) => code !== 'same-file-twice' && code !== 'several-files',
  );
  return findings.length === checked.findings.length ? checked : { ...checked, findings };
}

function noted(checked: CheckedFile, finding: Finding): CheckedFile {
  return { ...checked, findings: [...checked.findings, finding] };
}
