import { foldLedger, type AssignmentState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { daysBetween, type CalendarDate } from '../../../base/calendar';
import { must } from '../../../base/invariant';

/** An assignment that is overdue or soon due. */
export interface Warning {
  readonly measure: number;
  readonly unit: string;
  readonly text: string;
  readonly deadline: CalendarDate;
  readonly kind: 'overdue' | 'dueSoon';
  /** Days over when overdue, days left when not. */
  readonly days: number;
  /** What the unit last said. */
  readonly progress: string;
}

export interface WarningGroup {
  /** A unit, or a deadline. */
  readonly name: string;
  readonly warnings: readonly Warning[];
}

export type Grouping = 'unit' | 'deadline';
export type WarningKind = 'all' | Warning['kind'];

/** Everything that is overdue or due soon, the oldest deadline first. */
export function warningsOf(ledger: Ledger): readonly Warning[] {
  const texts = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const { assignments, asOf } = foldLedger(ledger);
  return assignments
    .flatMap((state) => warningOf(state, texts, asOf))
    .sort((a, b) => (a.deadline === b.deadline ? a.measure - b.measure : a.deadline < b.deadline ? -1 : 1));
}

function warningOf(
  { assignment: { measure, unit }, deadline, timeliness, overdueDays, entry }: AssignmentState,
  texts: ReadonlyMap<number, string>,
  asOf: CalendarDate,
): readonly Warning[] {
  if (deadline === null || (timeliness !== 'overdue' && timeliness !== 'dueSoon')) return [];
  return [
    {
      measure,
      unit,
      text: must(texts.get(measure), `the text of measure ${measure}`),
      deadline,
      kind: timeliness,
      days: timeliness === 'overdue' ? overdueDays : daysBetween(asOf, deadline),
      progress: entry?.report.progress ?? '',
    },
  ];
}

/** By unit, whoever has most overdue first; or by deadline, the oldest first. */
export function groupWarnings(warnings: readonly Warning[], by: Grouping): readonly WarningGroup[] {
  const groups = new Map<string, Warning[]>();
  for (const warning of warnings) {
    const group = groups.get(warning[by]);
    if (group === undefined) groups.set(warning[by], [warning]);
    else group.push(warning);
  }
  const overdue = (group: WarningGroup) => group.warnings.filter(({ kind }) => kind === 'overdue').length;
  const found = [...groups].map(([name, ofGroup]) => ({ name, warnings: ofGroup }));
  if (by === 'deadline') return found;
  return found.sort((a, b) => overdue(b) - overdue(a) || b.warnings.length - a.warnings.length);
}
