import { importReturns, type AcceptedReturn, type Change } from '../../ledger/change/changes';
import { takeLevelReports } from '../../ledger/change/take-level-reports';
import { takeReceipts, type NewReceipt } from '../../ledger/change/take-receipts';
import type { Ledger } from '../../ledger/ledger';
import { comparePeriods } from '../../ledger/period';
import type { PeriodCode, ReceiptRecord } from '../../ledger/records';
import type { LevelReportRecord } from '../../ledger/levels/levels';
import { inChinese } from '../../locales/chinese';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import type { CheckedFile } from '../inbox/check-returns';
import { withLevels } from '../inbox/level-files';
import type { OpenedLedger } from '../runner/open-ledger';
import { findingLines } from '../wording/describe-finding';
import { stillInCharge } from './still-in-charge';

export interface Collected extends Change {
  /**
   * As checked, but for rivals, of which those not chosen are no longer accepted, and for what an office that is no longer in
   * charge says.
   */
  readonly files: readonly CheckedFile[];
}

export interface CollectInput {
  readonly checked: readonly CheckedFile[];
  /** SHA-256 of the files chosen where an office sent several. */
  readonly chosen?: readonly string[];
  /** Photos, scans and evidence that came with them. */
  readonly papers?: readonly NewReceipt[];
  /** Lower places of whose measures the clerk says that those of equal text are ours. */
  readonly matched?: readonly string[];
}

/** 汇入: takes the sound rows of checked returns in, with the findings of all of them. */
export function collect(
  { ledger, at }: OpenedLedger,
  { checked, chosen = [], papers = [], matched = [] }: CollectInput,
): Collected & {
  readonly findings: readonly FindingLine[];
  readonly receipts: readonly ReceiptRecord[];
  readonly levels: readonly LevelReportRecord[];
} {
  const lower = withLevels(ledger, checked, matched);
  const collected = collectReturns(ledger, lower.files, { at, chosen });
  const levels = takeLevelReports(collected.ledger, lower.reports, at, collected.batch ?? undefined);
  const received = takeReceipts(levels.ledger, papers, at);
  const findings = findingLines(collected.files, inChinese);
  const batch = collected.batch ?? levels.batch;
  return {
    ...collected,
    batch,
    ledger: received.ledger,
    findings,
    receipts: received.added,
    levels: levels.added,
  };
}

interface Mergeable extends CheckedFile {
  readonly office: string;
  readonly period: PeriodCode;
}

function isMergeable(file: CheckedFile): file is Mergeable {
  return file.verdict !== 'rejected' && file.office !== null && file.period !== null;
}

/**
 * 汇入: merges the sound rows of checked returns as one batch. The same bytes count once. Of different files for one unit
 * and period only the one whose SHA-256 is in `chosen` is merged, and none while not exactly one is. The order of files
 * does not matter.
 */
export function collectReturns(
  ledger: Ledger,
  checked: readonly CheckedFile[],
  options: { readonly at: string; readonly chosen?: readonly string[] },
): Collected {
  const standing = stillInCharge(ledger, checked);
  const heldBack = heldBackDigests(standing, new Set(options.chosen ?? []));
  const files = standing.map((file) =>
    heldBack.has(file.sha256) && file.verdict === 'accepted'
      ? { ...file, verdict: 'needs-correction' as const }
      : file,
  );
  // An office that took over need not be in the directory itself: it comes first.
  const order = new Map(ledger.directory.units.map(({ name }, index) => [name, index]));
  const merged = files
    .filter(isMergeable)
    .filter((file) => !heldBack.has(file.sha256))
    .sort(
      (a, b) =>
        comparePeriods(a.period, b.period) ||
        (order.get(a.office) ?? 0) - (order.get(b.office) ?? 0) ||
        (a.file < b.file ? -1 : 1),
    );
  const first = new Map(merged.toReversed().map((file) => [file.sha256, file]));
  const change = importReturns(
    ledger,
    merged.filter((file) => first.get(file.sha256) === file).map((file) => acceptedReturn(ledger, file)),
    options.at,
  );
  return { ...change, files };
}

/** Digests of the files that compete for one unit and period and were not the one chosen. */
function heldBackDigests(checked: readonly CheckedFile[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const byReturn = new Map<string, Set<string>>();
  for (const file of checked.filter(isMergeable)) {
    const key = `${file.office} ${file.period}`;
    byReturn.set(key, (byReturn.get(key) ?? new Set()).add(file.sha256));
  }
  const heldBack = [...byReturn.values()].flatMap((digests) => {
    if (digests.size === 1) return [];
    const picked = [...digests].filter((digest) => chosen.has(digest));
    return [...digests].filter((digest) => picked.length !== 1 || digest !== picked[0]);
  });
  return new Set(heldBack);
}

function acceptedReturn(ledger: Ledger, file: Mergeable): AcceptedReturn {
  return {
    office: file.office,
    period: file.period,
    file: file.file,
    sha256: file.sha256,
    returnedOn: file.returnedOn ?? ledger.settings.asOf,
    verdict: file.verdict,
    findings: file.findings.filter(isForOffice).length,
    reports: file.rows.filter(({ sound }) => sound).map(({ measure, report }) => ({ measure, report })),
  };
}

/** What the office has to see to; that it sent several files is settled by then. */
function isForOffice({ severity, code }: CheckedFile['findings'][number]): boolean {
  return severity !== 'corrected' && code !== 'several-files';
}
