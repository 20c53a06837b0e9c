import { fold, squeeze } from '../../base/fold-text';
import { grouped } from '../../base/grouped';
import { periodLabel } from '../period';
import type { Ledger } from '../ledger';
import { expectedPlaces, handDownsTo, liveLevels } from './in-force';
import type { LevelReport, LevelReportRecord, LevelRow } from './levels';
import { ownPlace } from './own-place';

/** A report as it was read from its file. */
export interface ReadLevelReport {
  readonly report: LevelReport;
  readonly file: string;
  readonly sha256: string;
  readonly digest: string;
}

export type LevelFindingCode =
  | 'level-other-plan'
  | 'level-place-unknown'
  | 'level-own-place'
  | 'level-period'
  | 'level-older'
  | 'level-known'
  | 'level-numbers-unknown'
  | 'level-text-equal'
  | 'level-own-measures';

export interface LevelFinding {
  readonly code: LevelFindingCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a report is to a ledger: its measures as those of the ledger, and what is to be said of it. */
export interface MatchedReport {
  readonly findings: readonly LevelFinding[];
  /** `null` where it cannot be taken in, or nothing in it is new. */
  readonly record: Omit<LevelReportRecord, 'id' | 'batch' | 'at'> | null;
}

/**
 * Holds a report against the ledger it was sent to. Measures are matched by the link with which they were handed down; of a
 * plan that has none, by equal text, once the clerk has said so of the place.
 * @param matched Places of which the clerk says that measures of equal text are the same.
 */
export function matchReport(
  ledger: Ledger,
  { report, ...file }: ReadLevelReport,
  matched: ReadonlySet<string>,
): MatchedReport {
  const { place } = report;
  const details = { place, period: periodLabel(report.period) };
  const refusal = refusalOf(ledger, report, file.digest, matched);
  if (refusal !== undefined) {
    return { findings: [{ ...refusal, details: { ...details, ...refusal.details } }], record: null };
  }
  const isLinked = report.handDown !== '';
  const last = liveLevels(ledger).reports.findLast((one) => one.place === place);
  const isMatched = !isLinked && (matched.has(place) || last?.isMatched === true);
  const found = isLinked ? byLink(ledger, report) : byText(ledger, report);
  const numbers = isLinked || isMatched ? found : NO_NUMBERS;
  const rows = report.rows.map((row): LevelRow => {
    const own = row.path === place ? row.measure : row.upper;
    return { ...row, upper: own === null ? null : (numbers.get(own) ?? null) };
  });
  const own = new Map(
    report.rows.filter(({ path }) => path === place).map((row) => [row.measure, row.upper]),
  );
  const unmatched = [...own].filter(([no]) => !numbers.has(no));
  const counts: readonly (readonly [LevelFindingCode, number])[] = [
    ['level-text-equal', isLinked || isMatched ? 0 : found.size],
    ['level-numbers-unknown', unmatched.filter(([, upper]) => upper !== null).length],
    ['level-own-measures', unmatched.filter(([, upper]) => upper === null).length],
  ];
  const findings = counts
    .filter(([, count]) => count > 0)
    .map(([code, count]): LevelFinding => ({ code, details: { ...details, count } }));
  return { findings, record: { ...report, ...file, isMatched, rows } };
}

type Numbers = ReadonlyMap<number, number>;
const NO_NUMBERS: Numbers = new Map();

/** Why a report cannot be taken in, or need not be. */
function refusalOf(
  ledger: Ledger,
  report: LevelReport,
  digest: string,
  matched: ReadonlySet<string>,
): LevelFinding | undefined {
  const { place, period } = report;
  const { period: expected } = ledger.settings;
  if (place === ownPlace(ledger.plan)) return { code: 'level-own-place', details: {} };
  const unknown = unknownPlace(ledger, report, matched);
  if (unknown !== undefined) return { code: unknown, details: {} };
  if (period !== expected) return { code: 'level-period', details: { expected: periodLabel(expected) } };
  const last = liveLevels(ledger).reports.findLast((one) => one.place === place && one.period === period);
  if (last === undefined) return undefined;
  if (last.digest === digest) return { code: 'level-known', details: {} };
  const details = { edition: report.edition, known: last.edition };
  return isOlder(report, last) ? { code: 'level-older', details } : undefined;
}

/** Whether nobody can tell which measures of the ledger a report is about. */
function unknownPlace(
  ledger: Ledger,
  { place, handDown, upperPlan }: LevelReport,
  matched: ReadonlySet<string>,
): LevelFindingCode | undefined {
  if (handDown === '') {
    const isKnown = expectedPlaces(ledger).includes(place) || matched.has(place);
    return isKnown ? undefined : 'level-place-unknown';
  }
  const ofPlan = handDownsTo(ledger, place).filter(({ plan }) => plan === upperPlan);
  if (ofPlan.some(({ batch }) => batch === handDown)) return undefined;
  return upperPlan === ledger.plan.id || ofPlan.length > 0 ? 'level-place-unknown' : 'level-other-plan';
}

/** Editions rise with everything that is done; a report of the same edition may be of another day. */
function isOlder(report: LevelReport, last: LevelReportRecord): boolean {
  return report.edition < last.edition || (report.edition === last.edition && report.asOf < last.asOf);
}

/** By the number in the plan of the place, the number in the plan of the ledger. */
function byLink(ledger: Ledger, { place, rows, handDown }: LevelReport): Numbers {
  const planned = new Set(ledger.plan.measures.map(({ no }) => no));
  const records = handDownsTo(ledger, place);
  const inOrder = [...records.filter(({ batch }) => batch === handDown), ...records];
  const nowOf = (handed: number): number | undefined => {
    for (const { measures } of inOrder) {
      const found = measures.find((one) => one.handed === handed);
      if (found !== undefined) return planned.has(found.now) ? found.now : undefined;
    }
    return undefined;
  };
  return new Map(
    rows.flatMap(({ path, measure, upper }): [number, number][] => {
      const now = path === place && upper !== null ? nowOf(upper) : undefined;
      return now === undefined ? [] : [[measure, now]];
    }),
  );
}

/** A text that stands twice in either plan tells nothing. */
function byText(ledger: Ledger, { place, rows }: LevelReport): Numbers {
  const key = (text: string) => squeeze(fold(text));
  const upper = grouped(ledger.plan.measures, ({ text }) => key(text));
  const own = new Map(
    rows.filter(({ path }) => path === place).map(({ measure, text }) => [measure, key(text)]),
  );
  const lower = grouped([...own], ([, text]) => text);
  return new Map(
    [...own].flatMap(([measure, text]): [number, number][] => {
      const [one, second] = upper.get(text) ?? [];
      const isOne = one !== undefined && second === undefined && lower.get(text)?.length === 1;
      return isOne ? [[measure, one.no]] : [];
    }),
  );
}
