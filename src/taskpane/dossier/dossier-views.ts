import { must } from '../../base/invariant';
import { liveEntries } from '../../ledger/entries';
import { papersKept, type KeptPaper } from '../../ledger/figures/receipts';
import { liveSubmissions, submissionsFor } from '../../ledger/figures/submissions';
import { foldLedger, type AssignmentState, type MeasureState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { comparePeriods } from '../../ledger/period';
import type {
  ExtensionEntry,
  LetterEntry,
  PeriodCode,
  ReportEntry,
  Submission,
  Unit,
  VerificationEntry,
} from '../../ledger/records';
import { officesOn } from '../../ledger/units/offices';
import type { Measure } from '../../plan/plan';

/** What the office did about a measure or a unit, the latest first. */
export interface ActsOf {
  readonly verifications: readonly VerificationEntry[];
  readonly extensions: readonly ExtensionEntry[];
  readonly letters: readonly LetterEntry[];
}

/** Everything that is known of a measure. */
export interface MeasureView extends ActsOf {
  readonly measure: Measure;
  readonly state: MeasureState;
  /** Every report that was not taken back, the latest period first, in it the latest to come. */
  readonly reports: readonly ReportEntry[];
  readonly contacts: readonly Unit[];
}

/** Everything that is known of a unit, or of the office that took over from one. */
export interface UnitView extends ActsOf {
  readonly name: string;
  /** `null` for an office that the directory has only as a successor. */
  readonly unit: Unit | null;
  readonly states: readonly AssignmentState[];
  readonly returns: readonly { readonly period: PeriodCode; readonly submission: Submission }[];
  readonly papers: readonly KeptPaper[];
}

function actsWhere(ledger: Ledger, concerns: (measure: number, unit: string) => boolean): ActsOf {
  const acts = liveEntries(ledger.entries).toReversed();
  return {
    verifications: acts
      .filter((entry) => entry.kind === 'verification')
      .filter(({ measure, unit }) => concerns(measure, unit)),
    extensions: acts
      .filter((entry) => entry.kind === 'extension')
      .filter(({ measure, unit }) => concerns(measure, unit)),
    letters: acts
      .filter((entry) => entry.kind === 'letter')
      .filter(({ measures, unit }) => measures.some((no) => concerns(no, unit))),
  };
}

/** `null` for a number the plan does not have. */
export function measureView(ledger: Ledger, no: number): MeasureView | null {
  const measure = ledger.plan.measures.find((one) => one.no === no);
  if (measure === undefined) return null;
  const state = must(
    foldLedger(ledger).measures.find((one) => one.measure === no),
    'the state of a measure of the plan',
  );
  const owing = new Set(state.units.map(({ assignment }) => assignment.unit));
  return {
    measure,
    state,
    reports: liveEntries(ledger.entries)
      .filter((entry) => entry.kind === 'report')
      .filter((entry) => entry.measure === no)
      .toSorted((a, b) => comparePeriods(b.period, a.period) || b.id - a.id),
    contacts: ledger.directory.units.filter(({ name }) => owing.has(name)),
    ...actsWhere(ledger, (of) => of === no),
  };
}

/** `null` for a name that neither the directory nor anybody in charge has. */
export function unitView(ledger: Ledger, name: string): UnitView | null {
  const unit = ledger.directory.units.find((one) => one.name === name) ?? null;
  const charge = officesOn(ledger, ledger.settings.asOf).find(({ office }) => office === name);
  if (unit === null && charge === undefined) return null;
  const inCharge = new Set(charge?.assignments.map(keyOf));
  const states = foldLedger(ledger).assignments.filter(
    ({ assignment }) => assignment.unit === name || inCharge.has(keyOf(assignment)),
  );
  const own = new Set(states.map(({ assignment }) => keyOf(assignment)));
  return {
    name,
    unit,
    states,
    returns: periodsOf(ledger).map((period) => ({
      period,
      submission: submissionsFor(ledger, period)(name),
    })),
    papers: papersKept(ledger).filter(({ office }) => office === name),
    ...actsWhere(ledger, (measure, of) => own.has(keyOf({ measure, unit: of }))),
  };
}

function keyOf({ measure, unit }: { readonly measure: number; readonly unit: string }): string {
  return `${measure} ${unit}`;
}

/** The periods anybody returned anything for, and the one being collected; the latest first. */
function periodsOf(ledger: Ledger): readonly PeriodCode[] {
  const periods = new Set([ledger.settings.period, ...liveSubmissions(ledger).map(({ period }) => period)]);
  return [...periods].sort((a, b) => comparePeriods(b, a));
}
