import type { CalendarDate } from '../base/calendar';
import { onceFor, onceForGrowing } from '../base/once-for';
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
export function extensionStates(entries: readonly Entry[]): ReadonlyMap<string, ExtensionState> {
  return statesOf(liveEntries(entries));
}

const statesOf = onceForGrowing(
  (live: readonly Entry[]): ReadonlyMap<string, ExtensionState> => {
    const states = new Map<string, ExtensionState>();
    for (const entry of live) {
      if (entry.kind !== 'extension') continue;
      const key = assignmentKey(entry.measure, entry.unit);
      states.set(key, nextExtension(states.get(key) ?? null, entry));
    }
    return states;
  },
  (states, added) => (added.some(({ kind }) => kind === 'extension') ? undefined : states),
);

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
  return withExtensions(ledgerAssignments(ledger))(extensionStates(ledger.entries));
}

const withExtensions = onceFor((planned: readonly Assignment[]) =>
  onceFor((states: ReadonlyMap<string, ExtensionState>): readonly Assignment[] =>
    planned.map((assignment) => ({
      ...assignment,
      deadline: effectiveDeadline(
        assignment.deadline,
        states.get(assignmentKey(assignment.measure, assignment.unit)),
      ),
    })),
  ),
);
