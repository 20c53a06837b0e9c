import { yearOf } from '../../../base/calendar';
import { isDue } from '../../../ledger/figures/due';
import { lightOf } from '../../../ledger/figures/lights';
import { periodsOf, stateOfPeriod } from '../../../ledger/figures/trend';
import { foldLedger, type AssignmentState, type LedgerState, type MeasureState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { parsePeriod } from '../../../ledger/period';
import type { LedgerSettings, PeriodCode } from '../../../ledger/records';
import { placeRows } from './places/place-rows';

/** What is counted of a group of measures, and can be chosen where its rows are shown. */
export const FIGURES = [
  'measures',
  'done',
  'inProgress',
  'notStarted',
  'ongoing',
  'notReported',
  'overdue',
  'dueSoon',
] as const;

/** Figures that stand on some tabs alone: lights, and what assessment counts of what was due. */
const SPECIAL_FIGURES = [
  'doneLate',
  'red',
  'yellow',
  'blue',
  'green',
  'due',
  'dueOnTime',
  'dueLate',
  'dueUndone',
] as const;

/** Figures that count no measures of ours as they stand: returns, what points are lost by, letters, what a place below has beside ours. */
export const RECORD_FIGURES = [
  'offices',
  'returned',
  'missing',
  'lateReturns',
  'sentBack',
  'letters',
  'notListed',
  'own',
] as const;
export type RecordFigure = (typeof RECORD_FIGURES)[number];

export type Figure = (typeof FIGURES)[number] | (typeof SPECIAL_FIGURES)[number] | RecordFigure;
const ALL_FIGURES: readonly Figure[] = [...FIGURES, ...SPECIAL_FIGURES, ...RECORD_FIGURES];

/** Of what a figure can be; `assignments` counts what units owe, each unit by itself. */
const GROUPS = ['total', 'assignments', 'section', 'unit', 'year', 'place'] as const;

/**
 * A figure that was asked about: of everything, of all units one by one, of a section by its number, of a unit by its name, of what is
 * due in a year, or of a place below by its path, of all of them where it has no name.
 */
export interface AskedFigure {
  readonly of: (typeof GROUPS)[number];
  readonly name: string;
  readonly figure: Figure;
  /** At whose close it was counted; `null` for how everything stands. */
  readonly period: PeriodCode | null;
}

/** A figure whose rows are records. */
export interface AskedRecords extends AskedFigure {
  readonly figure: RecordFigure;
}

export function asksRecords(asked: AskedFigure): asked is AskedRecords {
  return RECORD_FIGURES.some((one) => one === asked.figure);
}

/** A measure, or what one unit or place owes of it. */
export interface FigureRow {
  readonly measure: number;
  readonly text: string;
  readonly units: readonly string[];
  readonly state: Pick<MeasureState, 'standing' | 'timeliness' | 'overdueDays' | 'verification' | 'deadline'>;
}

/** What a figure of measures counts, in the plan's order: as many rows as the figure says. */
export function figureRows(ledger: Ledger, asked: AskedFigure): readonly FigureRow[] {
  const { of, name, figure, period } = asked;
  if (of === 'place') return placeRows(ledger, name).filter(({ state }) => counts(state, figure));
  const folded = period === null ? foldLedger(ledger) : stateIn(ledger, period);
  if (folded === undefined) return [];
  const known = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const textOf = (no: number) => known.get(no)?.text ?? '';
  if (of === 'unit' || of === 'assignments')
    return folded.assignments
      .filter(({ assignment }) => of === 'assignments' || assignment.unit === name)
      .filter((state) => counts(state, figure) || countsDue(state, folded, figure))
      .map((state) => ({
        measure: state.assignment.measure,
        text: textOf(state.assignment.measure),
        units: [state.assignment.unit],
        state,
      }));
  return folded.measures
    .filter((state) => of === 'total' || groupOf(state) === name)
    .filter((state) => counts(state, figure) || lightOf(state, settingsOf(ledger, folded)) === figure)
    .map((state) => ({
      measure: state.measure,
      text: textOf(state.measure),
      units: state.units.map(({ assignment }) => assignment.unit),
      state,
    }));

  function groupOf({ measure, deadline }: MeasureState): string | undefined {
    if (of === 'section') return known.get(measure)?.section;
    return deadline === null ? '' : String(yearOf(deadline));
  }
}

/** A kept period may be none of the ledger any more. */
function stateIn(ledger: Ledger, period: PeriodCode): LedgerState | undefined {
  return periodsOf(ledger).includes(period) ? stateOfPeriod(ledger, period) : undefined;
}

function settingsOf(
  { settings }: Ledger,
  { asOf }: LedgerState,
): Pick<LedgerSettings, 'asOf' | 'slowStartDays'> {
  return { asOf, slowStartDays: settings.slowStartDays };
}

function counts(state: Pick<AssignmentState, 'standing' | 'timeliness'>, figure: Figure): boolean {
  if (figure === 'measures') return true;
  return figure === 'overdue' || figure === 'dueSoon' || figure === 'doneLate'
    ? state.timeliness === figure
    : state.standing === figure;
}

/** Of what was due, by what assessment gives points for. */
const DUE = {
  due: ['done', 'doneLate', 'overdue'],
  dueOnTime: ['done'],
  dueLate: ['doneLate'],
  dueUndone: ['overdue'],
} as const satisfies Partial<Record<Figure, readonly AssignmentState['timeliness'][]>>;

function countsDue(state: AssignmentState, { asOf }: LedgerState, figure: Figure): boolean {
  const times: readonly AssignmentState['timeliness'][] =
    figure in DUE ? DUE[figure as keyof typeof DUE] : [];
  return times.includes(state.timeliness) && isDue(state, asOf);
}

/** The name under which the session keeps which figure was asked about. */
export const FIGURE_ASKED = 'figures.asked';

/** In place of a period: how everything stands. */
const NOW = 'now';

/** As the session keeps it; the name may hold anything. */
export function askedText({ of, name, figure, period }: AskedFigure): string {
  return [of, figure, period ?? NOW, name].join(' ');
}

/** Reads what `askedText` writes; `null` for what is none. */
export function askedOf(text: string): AskedFigure | null {
  const [group, asked, when = '', ...name] = text.split(' ');
  const figure = ALL_FIGURES.find((one) => one === asked);
  const of = GROUPS.find((one) => one === group);
  const period = when === NOW ? null : parsePeriod(when);
  if (figure === undefined || of === undefined || period === undefined) return null;
  return { of, figure, period, name: name.join(' ') };
}
