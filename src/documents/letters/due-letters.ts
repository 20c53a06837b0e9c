import { foldLedger, type AssignmentState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { lettersIssued, nextSerial, nextStage } from '../../ledger/letters';
import { orderRule } from '../../ledger/units/addressee';
import { officeInCharge } from '../../ledger/units/offices';
import type { LetterEntry, LetterKind, LetterStage } from '../../ledger/records';
import { yearOf, type CalendarDate } from '../../base/calendar';
import type { Measure } from '../../plan/plan';
import { ownUnit, replyBy, type IssuingOffice } from '../office';

/** An overdue measure of one unit that is due for a letter. */
export interface OverdueMatter {
  readonly measure: Measure;
  readonly state: AssignmentState;
  readonly stage: LetterStage;
  /** Letters about it before this day, in order. */
  readonly earlier: readonly LetterEntry[];
}

/** An office and its overdue measures. */
export interface OverdueOffice {
  readonly office: string;
  readonly matters: readonly OverdueMatter[];
}

export interface DueLetters {
  /** To each a 督办单 or a 商请函. */
  readonly offices: readonly OverdueOffice[];
  /** For the circular: after two letters still overdue. */
  readonly circular: readonly OverdueOffice[];
  /** Overdue measures of the coordinating office itself, which does not write to itself. */
  readonly own: readonly number[];
  /** Overdue measures whose last letter still gives time for an answer. */
  readonly waiting: readonly number[];
}

/** The ledger as it was before the letters of a day, so that a second run on that day comes to the same. */
function beforeLettersOf(ledger: Ledger, day: CalendarDate): Ledger {
  return { ...ledger, entries: ledger.entries.filter((entry) => entry.kind !== 'letter' || entry.on < day) };
}

/**
 * Whom to write to on a day about what is overdue. The first letter about a measure is followed by a second once its
 * time for an answer is over, and that by a circular; offices that may not be ordered are not named in one,
 * but asked again.
 */
export function dueLetters(ledger: Ledger, asOf: CalendarDate, office: IssuingOffice): DueLetters {
  const before = beforeLettersOf(ledger, asOf);
  const issued = lettersIssued(before).filter(({ letter }) => letter !== 'sendBack');
  const measures = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const self = ownUnit(office, ledger);
  const isOrdered = orderRule(ledger);
  const [own, waiting]: [Set<number>, Set<number>] = [new Set(), new Set()];
  const [written, named]: [Matters, Matters] = [new Map(), new Map()];
  for (const state of foldLedger(ledger, asOf).assignments) {
    const { assignment } = state;
    const measure = measures.get(assignment.measure);
    if (state.timeliness !== 'overdue' || measure === undefined) continue;
    if (assignment.unit === self) {
      own.add(measure.no);
      continue;
    }
    const earlier = issued.filter(
      (letter) => letter.unit === assignment.unit && letter.measures.includes(measure.no),
    );
    const last = earlier.at(-1);
    if (last !== undefined && replyBy(last.on, office) >= asOf) {
      waiting.add(measure.no);
      continue;
    }
    const addressee = officeInCharge(ledger.directory, assignment, asOf);
    const reached = nextStage(before, assignment.unit, [measure.no]);
    const stage = reached === 'circular' && !isOrdered(addressee) ? 'second' : reached;
    const matters = stage === 'circular' ? named : written;
    matters.set(addressee, [...(matters.get(addressee) ?? []), { measure, state, stage, earlier }]);
  }
  return { offices: asOffices(written), circular: asOffices(named), own: [...own], waiting: [...waiting] };
}

type Matters = Map<string, OverdueMatter[]>;

function asOffices(matters: Matters): readonly OverdueOffice[] {
  return [...matters].map(([office, list]) => ({ office, matters: list }));
}

/** Numbers for the letters of one day: a letter issued on it keeps its own, any other gets the next of its kind. */
export class LetterNumbers {
  private readonly taken = new Map<LetterKind, number>();

  constructor(
    private readonly ledger: Ledger,
    private readonly day: CalendarDate,
  ) {}

  numberFor(kind: LetterKind, office: string | null): { year: number; serial: number; isReprint: boolean } {
    const year = yearOf(this.day);
    const issued = lettersIssued(this.ledger).find(
      (letter) =>
        letter.letter === kind && letter.on === this.day && (office === null || letter.office === office),
    );
    if (issued !== undefined) return { year: issued.year, serial: issued.serial, isReprint: true };
    const serial = this.taken.get(kind) ?? nextSerial(this.ledger, kind, year);
    this.taken.set(kind, serial + 1);
    return { year, serial, isReprint: false };
  }
}
