import type { CalendarDate } from '../base/calendar';
import { onceFor } from '../base/once-for';
import { assignmentKey } from './units/assignments';
import { liveEntries } from './entries';
import { ledgerAssignments, type Ledger } from './ledger';
import type { Assignment, Entry, ExtensionEntry } from './records';

/** What became of an assignment's deadline. */
export interface ExtensionState {
  /** The last approved one: its new deadline is the one in force. */
  readonly approved: ExtensionEntry | null;
  /** The last one of any kind: an application not decided on, or how it was decided. */
  readonly latest: ExtensionEntry;
}

/** Extensions by `assignmentKey`. A refusal leaves an earlier approval in force. */
export const extensionStates = onceFor((entries: readonly Entry[]): ReadonlyMap<string, ExtensionState> => {
  const states = new Map<string, ExtensionState>();
  for (const entry of liveEntries(entries)) {
    if (entry.kind !== 'extension') continue;
    const key = assignmentKey(entry.measure, entry.unit);
    states.set(key, nextExtension(states.get(key) ?? null, entry));
  }
  return states;
});

export function nextExtension(before: ExtensionState | null, entry: ExtensionEntry): ExtensionState {
  return { approved: entry.decision === 'approved' ? entry : (before?.approved ?? null), latest: entry };
}

/** The deadline in force: the approved new one, else the plan's. */
export function effectiveDeadline(
  planned: CalendarDate | null,
  extension: ExtensionState | null | undefined,
): CalendarDate | null {
  return extension?.approved?.newDeadline ?? planned;
}

/** 应报项 with the deadline in force in place of the plan's. */
export function assignmentsInForce(ledger: Ledger): readonly Assignment[] {
  const states = extensionStates(ledger.entries);
  return ledgerAssignments(ledger).map((assignment) => ({
    ...assignment,
    deadline: effectiveDeadline(
      assignment.deadline,
      states.get(assignmentKey(assignment.measure, assignment.unit)),
    ),
  }));
}
