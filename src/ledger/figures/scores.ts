import type { CalendarDate } from '../../base/calendar';
import { grouped } from '../../base/grouped';
import { must } from '../../base/invariant';
import { liveEntries } from '../entries';
import { foldLedger, type AssignmentState, type LedgerState } from '../fold';
import type { Ledger } from '../ledger';
import { officesOf, officesOfPeriod } from '../units/offices';
import { returnDue } from '../period';
import { orderRule } from '../units/addressee';
import { isDue } from './due';
import { liveSubmissions, submissionsFor } from './submissions';
import { periodsOf } from './trend';
import type { AssessmentWeights, PeriodCode, SubmissionRecord } from '../records';
import { MEASURE_POINTS, RETURN_POINTS, SCORE, WORK_SCORE, ruleOf } from '../stated-rules';

/** Why points were lost; the first two are a measure's, by being worth less than done in time. */
export type DeductionKind = 'late' | 'overdue' | 'lateReturn' | 'missingReturn' | 'sentBack' | 'returnedForm';

export interface Deduction {
  readonly unit: string;
  readonly kind: DeductionKind;
  /** `null` for what concerns a whole return. */
  readonly measure: number | null;
  /** The period of the return; `null` for a late or overdue measure. */
  readonly period: PeriodCode | null;
  /** Points lost, above 0 unless the weights say that it costs nothing. */
  readonly points: number;
}

export interface UnitScore {
  readonly unit: string;
  /** Its measures whose deadline has passed: done in time or late, or overdue. */
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  /** The mean of the marks its due measures earn; full marks while none is due. */
  readonly workScore: number;
  /** Returns that came late or are missing after their last day. */
  readonly lateReturns: number;
  /** Claims and returns that were sent back for correction. */
  readonly sentBack: number;
  /** 0 to the full mark, to one decimal: so what looks equal is. */
  readonly score: number;
  /** From 1; equal scores share a rank. `null` for whom there is none: nothing was due of it, or it may not be ranked. */
  readonly rank: number | null;
  /** Whether it is among those that are ranked: offices that may not be ordered are not. */
  readonly isRanked: boolean;
  readonly deductions: readonly Deduction[];
}

/** 考核: a score for each lead unit of the plan, in the directory's order (plan's measures 132, 133). */
export function scoreUnits(
  ledger: Ledger,
  asOf: CalendarDate = ledger.settings.asOf,
  state: LedgerState = foldLedger(ledger, asOf),
): readonly UnitScore[] {
  const faults = grouped(returnFaults(ledger, asOf), ({ unit }) => unit);
  const own = grouped(state.assignments, ({ assignment }) => assignment.unit);
  const mayRank = orderRule(ledger);
  const unranked = ledger.directory.units.map(({ name }) => {
    const found = { states: own.get(name) ?? [], faults: faults.get(name) ?? [], asOf: state.asOf };
    return { ...unitScore(ledger, name, found), isRanked: mayRank(name) };
  });
  const isCounted = ({ isRanked, due }: (typeof unranked)[number]) => isRanked && due > 0;
  const scores = unranked.filter(isCounted).map(({ score }) => score);
  scores.sort((a, b) => b - a);
  const rankOf = new Map(scores.toReversed().map((score, index) => [score, scores.length - index]));
  return unranked.map((one) => ({
    ...one,
    rank: isCounted(one) ? must(rankOf.get(one.score), `rank of ${one.unit}`) : null,
  }));
}

const rules = {
  workScore: ruleOf(WORK_SCORE),
  returnPoints: ruleOf(RETURN_POINTS),
  measurePoints: ruleOf(MEASURE_POINTS),
  score: ruleOf(SCORE),
};

type Fault = Omit<Deduction, 'points'>;

function unitScore(
  ledger: Ledger,
  unit: string,
  found: {
    readonly states: readonly AssignmentState[];
    readonly faults: readonly Fault[];
    readonly asOf: CalendarDate;
  },
): Omit<UnitScore, 'rank' | 'isRanked'> {
  const { weights } = ledger.settings;
  const of = (timeliness: string) =>
    found.states.filter((one) => one.timeliness === timeliness && isDue(one, found.asOf));
  const onTime = of('done').length;
  const [late, overdue] = [of('doneLate'), of('overdue')];
  const due = onTime + late.length + overdue.length;
  const workScore = rules.workScore({
    due,
    onTime,
    late: late.length,
    overdue: overdue.length,
    onTimePoints: weights.onTime,
    latePoints: weights.late,
    overduePoints: weights.overdue,
  });
  const lost = (kind: 'late' | 'overdue', states: readonly AssignmentState[]) =>
    states.map(({ assignment }): Deduction => ({
      unit,
      kind,
      measure: assignment.measure,
      period: null,
      points: rules.measurePoints({ onTimePoints: weights.onTime, earnedPoints: weights[kind], due }),
    }));
  const returns = found.faults.map((fault): Deduction => ({
    ...fault,
    points: weights[WEIGHT_OF[fault.kind]],
  }));
  const lateReturns = returns.filter(({ kind }) => WEIGHT_OF[kind] === 'lateReturn').length;
  const sentBack = returns.length - lateReturns;
  return {
    unit,
    due,
    onTime,
    late: late.length,
    overdue: overdue.length,
    workScore,
    lateReturns,
    sentBack,
    score: rules.score({ workScore, returnPoints: returnPoints({ lateReturns, sentBack }, weights) }),
    deductions: [...lost('overdue', overdue), ...lost('late', late), ...returns],
  };
}

/** The rule `RETURN_POINTS`. */
export function returnPoints(
  { lateReturns, sentBack }: Pick<UnitScore, 'lateReturns' | 'sentBack'>,
  weights: AssessmentWeights,
): number {
  return rules.returnPoints({
    lateReturns,
    lateReturnPoints: weights.lateReturn,
    sentBack,
    sentBackPoints: weights.sentBack,
  });
}

/** Which weight each deduction follows. */
export const WEIGHT_OF = {
  late: 'late',
  overdue: 'overdue',
  lateReturn: 'lateReturn',
  missingReturn: 'lateReturn',
  sentBack: 'sentBack',
  returnedForm: 'sentBack',
} as const satisfies Record<DeductionKind, keyof Ledger['settings']['weights']>;

/** The returns that had to be corrected, each once however often it was taken in. */
function faultyFiles(ledger: Ledger, period: PeriodCode): readonly SubmissionRecord[] {
  const records = liveSubmissions(ledger).filter(
    (record) => record.period === period && record.verdict === 'needs-correction',
  );
  return [...new Map(records.map((record) => [`${record.sha256} ${record.office}`, record])).values()];
}

/** Late, missing and returned returns of every period that was due, and claims sent back, by the plan's units. */
function returnFaults(ledger: Ledger, asOf: CalendarDate): readonly Fault[] {
  const { settings, directory } = ledger;
  const faults = periodsOf(ledger).flatMap((period): Fault[] => {
    const isDue = asOf > returnDue(period, settings.returnWithinDays);
    const submissionOf = submissionsFor(ledger, period);
    const charges = officesOfPeriod(ledger, period);
    const faulty = grouped(faultyFiles(ledger, period), ({ office }) => office);
    return directory.units.flatMap(({ name: unit }): Fault[] => {
      const offices = officesOf(unit, charges);
      const submission = submissionOf(unit);
      const fault = { unit, measure: null, period };
      const returnedForms = offices.flatMap((office) => faulty.get(office) ?? []);
      return [
        ...(submission === 'late' ? [{ ...fault, kind: 'lateReturn' } as const] : []),
        ...(submission === 'missing' && isDue && offices.length > 0
          ? [{ ...fault, kind: 'missingReturn' } as const]
          : []),
        ...returnedForms.map(() => ({ ...fault, kind: 'returnedForm' }) as const),
      ];
    });
  });
  const sentBack = liveEntries(ledger.entries).flatMap((entry): Fault[] =>
    entry.kind === 'verification' && entry.verification === 'sentBack'
      ? [{ kind: 'sentBack', unit: entry.unit, measure: entry.measure, period: entry.period }]
      : [],
  );
  return [...faults, ...sentBack];
}
