import { yearOf, type CalendarDate } from '../../base/calendar';
import { grouped } from '../../base/grouped';
import { foldLedger, type LedgerState } from '../fold';
import type { Ledger } from '../ledger';
import { submissionsFor } from './submissions';
import type { Standing } from './timeliness';
import type { PeriodCode, Submission, Timeliness } from '../records';

/** Counts over a set of measures or assignments; the five standings add up to `measures`. */
export interface Tally {
  readonly measures: number;
  readonly done: number;
  /** Of `done`: completed after the deadline. */
  readonly doneLate: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly ongoing: number;
  readonly notReported: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

/** A unit's `measures` are its assignments, so the units add up to more than the plan's measures. */
export interface UnitTally extends Tally {
  readonly unit: string;
  /** Whether the return for the summary's period is in. */
  readonly returned: boolean;
  readonly submission: Submission;
}

export interface SectionTally extends Tally {
  readonly section: string;
  readonly title: string;
}

export interface YearTally extends Tally {
  /** Year of the deadline in force; `null` for measures without one. */
  readonly year: number | null;
}

export interface Summary {
  readonly asOf: CalendarDate;
  readonly period: PeriodCode;
  readonly total: Tally;
  readonly units: readonly UnitTally[];
  readonly sections: readonly SectionTally[];
  /** By year, measures without a deadline last. */
  readonly years: readonly YearTally[];
}

interface Counted {
  readonly standing: Standing;
  readonly timeliness: Timeliness;
}

export function tally(states: readonly Counted[]): Tally {
  const standings = grouped(states, (state) => state.standing);
  const times = grouped(states, (state) => state.timeliness);
  const standing = (one: Standing) => standings.get(one)?.length ?? 0;
  const timeliness = (one: Timeliness) => times.get(one)?.length ?? 0;
  return {
    measures: states.length,
    done: standing('done'),
    doneLate: timeliness('doneLate'),
    inProgress: standing('inProgress'),
    notStarted: standing('notStarted'),
    ongoing: standing('ongoing'),
    notReported: standing('notReported'),
    overdue: timeliness('overdue'),
    dueSoon: timeliness('dueSoon'),
  };
}

/** The figures of a state: in all, by the plan's units, by section. */
export function tallyBy(
  { plan, directory }: Ledger,
  state: LedgerState,
): {
  readonly total: Tally;
  readonly units: readonly (Tally & { readonly unit: string })[];
  readonly sections: readonly SectionTally[];
} {
  const sectionOf = new Map(plan.measures.map((measure) => [measure.no, measure.section]));
  const ofUnit = grouped(state.assignments, ({ assignment }) => assignment.unit);
  const ofSection = grouped(state.measures, ({ measure }) => sectionOf.get(measure));
  return {
    total: tally(state.measures),
    units: directory.units.map(({ name }) => ({
      unit: name,
      ...tally(ofUnit.get(name) ?? []),
    })),
    sections: plan.sections.map((section) => ({
      section: section.no,
      title: section.title,
      ...tally(ofSection.get(section.no) ?? []),
    })),
  };
}

/** Counts everything on the given day; the period decides only who has returned. */
export function summarise(
  ledger: Ledger,
  asOf: CalendarDate = ledger.settings.asOf,
  state: LedgerState = foldLedger(ledger, asOf),
): Summary {
  const { period } = ledger.settings;
  const figures = tallyBy(ledger, state);
  const ofYear = grouped(state.measures, ({ deadline }) => (deadline === null ? null : yearOf(deadline)));
  const years = [...ofYear.keys()].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const submissionOf = submissionsFor(ledger, period);
  return {
    asOf,
    period,
    total: figures.total,
    units: figures.units.map((unit) => {
      const submission = submissionOf(unit.unit);
      return { ...unit, returned: submission !== 'missing', submission };
    }),
    sections: figures.sections,
    years: years.map((year) => ({ year, ...tally(ofYear.get(year) ?? []) })),
  };
}

/** Figure by figure; of none, nought. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    measures: sum('measures'),
    done: sum('done'),
    doneLate: sum('doneLate'),
    inProgress: sum('inProgress'),
    notStarted: sum('notStarted'),
    ongoing: sum('ongoing'),
    notReported: sum('notReported'),
    overdue: sum('overdue'),
    dueSoon: sum('dueSoon'),
  };
}
