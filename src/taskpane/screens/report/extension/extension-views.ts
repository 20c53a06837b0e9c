import type { ActTarget } from '../../../../ledger/change/acts';
import { assignmentKey, responsibleUnits } from '../../../../ledger/units/assignments';
import { extensionStates } from '../../../../ledger/extensions';
import { foldLedger } from '../../../../ledger/fold';
import type { Ledger } from '../../../../ledger/ledger';
import type { ExtensionEntry } from '../../../../ledger/records';
import type { CalendarDate } from '../../../../base/calendar';

/** Applications that wait for a decision first, then those decided on, the latest first. */
export function extensionsOf(ledger: Ledger): readonly ExtensionEntry[] {
  const latest = [...extensionStates(ledger.entries).values()].map((state) => state.latest);
  const waits = ({ decision }: ExtensionEntry) => (decision === 'pending' ? 0 : 1);
  return latest.toSorted((a, b) => waits(a) - waits(b) || b.id - a.id);
}

/** The units that owe a measure; none for a number the plan does not have. */
export function unitsOwing(ledger: Ledger, measure: number): readonly string[] {
  const found = ledger.plan.measures.find(({ no }) => no === measure);
  return found === undefined ? [] : responsibleUnits(found, ledger.directory);
}

/** The deadline in force of one unit's measure; `null` when it has none. */
export function deadlineOf(ledger: Ledger, { measure, unit }: ActTarget): CalendarDate | null {
  const key = assignmentKey(measure, unit);
  const state = foldLedger(ledger).assignments.find(
    ({ assignment }) => assignmentKey(assignment.measure, assignment.unit) === key,
  );
  return state?.deadline ?? null;
}

/** Whether any unit can apply for an extension of a measure on a day. */
export function canBeExtended(ledger: Ledger, measure: number, on: CalendarDate): boolean {
  return unitsOwing(ledger, measure).some((unit) => {
    const deadline = deadlineOf(ledger, { measure, unit });
    return deadline !== null && on <= deadline;
  });
}

/** What was typed of an application. */
export interface TypedApplication {
  /** Whether the plan has the measure and a unit owes it. */
  readonly isOwed: boolean;
  readonly deadline: CalendarDate | null;
  readonly appliedOn: CalendarDate;
  readonly newDeadline: CalendarDate | null;
  readonly reason: string;
}

export type ApplicationFault =
  'noMeasure' | 'noDeadline' | 'deadlinePassed' | 'noNewDeadline' | 'notLater' | 'noReason';

/** What is missing or wrong, the first of it; `null` when it can be entered. The rules are those of `applyForExtension`. */
export function applicationFault(typed: TypedApplication): ApplicationFault | null {
  const { isOwed, deadline, appliedOn, newDeadline, reason } = typed;
  if (!isOwed) return 'noMeasure';
  if (deadline === null) return 'noDeadline';
  if (appliedOn > deadline) return 'deadlinePassed';
  if (newDeadline === null) return 'noNewDeadline';
  if (newDeadline <= deadline) return 'notLater';
  return reason.trim() === '' ? 'noReason' : null;
}
