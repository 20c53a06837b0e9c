import { daysBetween, type CalendarDate } from '../../base/calendar';
import { assignmentKey } from '../units/assignments';
import { liveEntries } from '../entries';
import { foldLedger, type AssignmentState } from '../fold';
import type { Ledger } from '../ledger';
import { orderRule } from '../units/addressee';
import { officesOfPeriod, type OfficeCharge } from '../units/offices';
import { returnDue } from '../period';
import { returnsOwed, submissionRecord } from './submissions';
import type { PeriodCode } from '../records';
import { must } from '../../base/invariant';

/** What one office is to be reminded of; at least one of its parts holds. */
export interface Reminder {
  /** The unit, or the successor in charge of its measures. */
  readonly office: string;
  /** The plan's units it answers for, when they are others. */
  readonly formerUnits: readonly string[];
  readonly contact: string;
  /** Whether it may be ordered; else it is asked. */
  readonly isOrdered: boolean;
  /** Its return for the period is not in. */
  readonly notReturned: boolean;
  /** Findings of its return, when that has to be corrected. */
  readonly findings: number | null;
  readonly sentBack: readonly { readonly measure: number; readonly reason: string }[];
  /** What is past its deadline, the longest first. */
  readonly overdue: readonly {
    readonly measure: number;
    readonly deadline: CalendarDate;
    readonly days: number;
  }[];
  readonly dueSoon: readonly {
    readonly measure: number;
    readonly deadline: CalendarDate;
    readonly daysLeft: number;
  }[];
}

export interface Reminders {
  readonly period: PeriodCode;
  readonly asOf: CalendarDate;
  /** Last day on which a return is in time. */
  readonly due: CalendarDate;
  /** Offices that need none are left out. */
  readonly offices: readonly Reminder[];
}

/** 催报、催办: who has not returned, who has to correct, what is overdue, what falls due soon. */
export function remindersFor(ledger: Ledger, period: PeriodCode): Reminders {
  const { settings } = ledger;
  const { asOf } = settings;
  const states = new Map(
    foldLedger(ledger).assignments.map((state) => [
      assignmentKey(state.assignment.measure, state.assignment.unit),
      state,
    ]),
  );
  const owed = returnsOwed(ledger, period);
  const missing = new Set(owed.flatMap((one) => (one.submission === 'missing' ? [one.office] : [])));
  const isOrdered = orderRule(ledger);
  const reasons = sentBackReasons(ledger);
  const contacts = new Map(ledger.directory.units.map(({ name, contact }) => [name, contact]));
  const offices = officesOfPeriod(ledger, period).map((charge): Reminder => {
    const { office } = charge;
    const held = statesOf(charge, states);
    const units = [...new Set(charge.assignments.map(({ unit }) => unit))];
    const record = submissionRecord(ledger, office, period);
    return {
      office,
      formerUnits: units.filter((unit) => unit !== office),
      contact: [office, ...units].map((name) => contacts.get(name) ?? '').find((one) => one !== '') ?? '',
      isOrdered: isOrdered(office),
      notReturned: missing.has(office),
      findings: record?.verdict === 'needs-correction' ? record.findings : null,
      sentBack: held
        .filter(({ verification }) => verification === 'sentBack')
        .map(({ assignment: { measure, unit } }) => ({
          measure,
          reason: must(reasons.get(assignmentKey(measure, unit)), `why ${measure} ${unit} was sent back`),
        })),
      overdue: held
        .flatMap(({ assignment, deadline, timeliness, overdueDays }) =>
          deadline !== null && timeliness === 'overdue'
            ? [{ measure: assignment.measure, deadline, days: overdueDays }]
            : [],
        )
        .toSorted((a, b) => b.days - a.days || a.measure - b.measure),
      dueSoon: held.flatMap(({ assignment, deadline, timeliness }) =>
        deadline !== null && timeliness === 'dueSoon'
          ? [{ measure: assignment.measure, deadline, daysLeft: daysBetween(asOf, deadline) }]
          : [],
      ),
    };
  });
  const due = returnDue(period, settings.returnWithinDays);
  return { period, asOf, due, offices: offices.filter(needsReminding) };
}

function statesOf(
  { assignments }: OfficeCharge,
  states: ReadonlyMap<string, AssignmentState>,
): readonly AssignmentState[] {
  return assignments.map(({ measure, unit }) =>
    must(states.get(assignmentKey(measure, unit)), `the state of ${measure} ${unit}`),
  );
}

function sentBackReasons(ledger: Ledger): ReadonlyMap<string, string> {
  return new Map(
    liveEntries(ledger.entries).flatMap((entry) =>
      entry.kind === 'verification'
        ? [[assignmentKey(entry.measure, entry.unit), entry.reason] as const]
        : [],
    ),
  );
}

function needsReminding({ notReturned, findings, sentBack, overdue, dueSoon }: Reminder): boolean {
  return notReturned || findings !== null || [sentBack, overdue, dueSoon].some(({ length }) => length > 0);
}
