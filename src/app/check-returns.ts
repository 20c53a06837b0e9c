import { assignmentKey } from '../ledger/assignments';
import { liveEntries } from '../ledger/entries';
import type { Ledger } from '../ledger/ledger';
import { officesOfPeriod, type OfficeCharge } from '../ledger/offices';
import { comparePeriods } from '../ledger/period';
import type { PeriodCode, ReportEntry } from '../ledger/types';
import { placeOf } from '../plan/place';
import type { Finding, ReturnContext } from '../returns/types';
import type { WorkbookFiles } from '../sheets/workbook-host';
import { checkFile, type CheckedFile } from './check-file';
import type { CheckPool } from './check-pool';

export type { CheckedFile };

/** A file handed in, as the clerk picked it. */
export interface ReturnFile {
  /** Name without folders. */
  readonly name: string;
  read(): Promise<Uint8Array>;
}

export type Progress = (done: number, total: number, file: string) => void;

/** What the rules across periods and units need of a ledger; built once for any number of files. */
export function returnContext(ledger: Ledger): ReturnContext {
  const reports = new Map<string, ReportEntry[]>();
  for (const entry of liveEntries(ledger.entries)) {
    if (entry.kind !== 'report') continue;
    const key = assignmentKey(entry.measure, entry.unit);
    const known = reports.get(key);
    if (known === undefined) reports.set(key, [entry]);
    else known.push(entry);
  }
  const later = (a: ReportEntry, b: ReportEntry) => comparePeriods(a.period, b.period) || a.id - b.id;
  const charges = new Map<PeriodCode, readonly OfficeCharge[]>();
  const offices = (period: PeriodCode) => {
    const known = charges.get(period) ?? officesOfPeriod(ledger, period);
    charges.set(period, known);
    return known;
  };
  return {
    plan: ledger.plan,
    directory: ledger.directory,
    place: placeOf(ledger.plan),
    offices,
    period: ledger.settings.period,
    asOf: ledger.settings.asOf,
    lastReport: (measure, office, before) =>
      (offices(before).find((charge) => charge.office === office)?.assignments ?? [])
        .filter((assignment) => assignment.measure === measure)
        .flatMap(({ unit }) => reports.get(assignmentKey(measure, unit)) ?? [])
        .filter((entry) => comparePeriods(entry.period, before) < 0)
        .sort(later)
        .at(-1),
  };
}

/**
 * Checks every file, an archive's one by one; one that cannot be read is refused with a finding and never stops the others.
 * With a pool as many files are in hand as it has workers and one more, so that memory does not grow with the number of
 * files; the answer is the same, in the order of the files.
 */
export async function checkReturns(
  ledger: Ledger,
  returned: readonly ReturnFile[],
  files: WorkbookFiles,
  progress: Progress = () => undefined,
  pool?: CheckPool,
): Promise<readonly CheckedFile[]> {
  const check = pool === undefined ? checkerHere(ledger, files) : pool.check.bind(pool);
  const checked: (readonly CheckedFile[])[] = [];
  const waiting = returned.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [index, file] of waiting) {
      if (failed) return;
      progress(index, returned.length, file.name);
      checked[index] = await check(file.name, await file.read());
    }
  };
  const stop = (error: unknown): never => {
    failed = true;
    throw error;
  };
  const lanes = Array.from({ length: pool === undefined ? 1 : pool.width + 1 }, () => work().catch(stop));
  await Promise.all(lanes);
  progress(returned.length, returned.length, '');
  return withDuplicates(checked.flat());
}

function checkerHere(ledger: Ledger, files: WorkbookFiles): CheckPool['check'] {
  const context = returnContext(ledger);
  return (name, bytes) => checkFile(name, bytes, files, context);
}

/** Unit and period of a return that could be merged; a rejected one stands in nobody's way. */
function returnKey(checked: CheckedFile): string | undefined {
  if (checked.verdict === 'rejected' || checked.unit === null || checked.period === null) return undefined;
  return `${checked.unit} ${checked.period}`;
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
    details: { other, unit: checked.unit ?? '' },
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
    const rivals = (ofReturn.get(key) ?? []).filter(({ sha256 }) => sha256 !== checked.sha256);
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
