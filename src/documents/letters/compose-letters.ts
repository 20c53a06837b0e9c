import { foldLedger } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import type { LetterStage } from '../../ledger/records';
import { orderRule } from '../../ledger/units/addressee';
import type { CalendarDate } from '../../base/calendar';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import type { IssuingOffice } from '../office';
import { ALL_UNITS, circular } from './circular';
import { LetterNumbers, dueLetters, type DueLetters, type OverdueOffice } from './due-letters';
import type { Letter, LetterMatter } from './letter';
import { faultyReturns, sendBackLetter } from './send-back-letter';
import { supervisionLetter, type SupervisionContext } from './supervision-letter';

export interface LetterOptions {
  readonly asOf: CalendarDate;
  readonly office: IssuingOffice;
  /** Findings of the last check, for the returns that go back. */
  readonly findings: readonly FindingLine[];
  /** A circular with the ranking even when no measure has come so far. */
  readonly withCircular: boolean;
  /** The letters wanted; default: every one that is due. They are numbered among themselves. */
  readonly only?: readonly LetterChoice[];
}

/** One of the letters due on a day. */
export type LetterChoice = Pick<Letter, 'kind' | 'office'>;

export interface ComposedLetters extends Pick<DueLetters, 'own' | 'waiting'> {
  readonly letters: readonly Letter[];
}

/** A letter that is due, before it has a number. */
interface DueLetter extends LetterChoice {
  readonly matters: readonly LetterMatter[];
  readonly paper: (context: SupervisionContext) => Letter['paper'];
}

/** Every letter due on a day. The same ledger and day give the same letters, also once they are remembered in it. */
export function composeLetters(ledger: Ledger, options: LetterOptions): ComposedLetters {
  const { asOf, office, only } = options;
  const due = dueLetters(ledger, asOf, office);
  const wanted = allDue(ledger, due, options).filter(
    (letter) => only?.some(({ kind, office: to }) => kind === letter.kind && to === letter.office) ?? true,
  );
  const numbers = new LetterNumbers(ledger, asOf);
  const mayOrder = orderRule(ledger);
  const letters = wanted.map(({ kind, office: addressee, matters, paper }): Letter => {
    const { isReprint, ...number } = numbers.numberFor(kind, kind === 'circular' ? null : addressee);
    const isOrdered = kind === 'circular' || mayOrder(addressee);
    const context = { plan: ledger.plan, office, asOf, number, isOrdered, sample: ledger.settings.sample };
    return { kind, office: addressee, ...number, matters, isReprint, paper: paper(context) };
  });
  return { letters, own: due.own, waiting: due.waiting };
}

function allDue(
  ledger: Ledger,
  due: DueLetters,
  { asOf, findings, withCircular }: LetterOptions,
): readonly DueLetter[] {
  const isOrdered = orderRule(ledger);
  const supervision = due.offices.map((overdue): DueLetter => ({
    kind: isOrdered(overdue.office) ? 'supervision' : 'request',
    office: overdue.office,
    matters: mattersOf([overdue]),
    paper: (context) => supervisionLetter(overdue, context),
  }));
  const toAll: DueLetter = {
    kind: 'circular',
    office: ALL_UNITS,
    matters: circularMatters(due.circular),
    paper: (context) => circular(ledger, foldLedger(ledger, asOf), due.circular, context),
  };
  const sentBack = faultyReturns(ledger, findings, asOf).map((faulty): DueLetter => ({
    kind: 'sendBack',
    office: faulty.office,
    matters: [{ unit: faulty.office, stage: 'first', measures: measuresOf(faulty.errors) }],
    paper: (context) => sendBackLetter(faulty, context, ledger.settings.period),
  }));
  const isCircularDue = due.circular.length > 0 || withCircular;
  return [...supervision, ...(isCircularDue ? [toAll] : []), ...sentBack];
}

function measuresOf(lines: readonly FindingLine[]): readonly number[] {
  return [...new Set(lines.flatMap(({ measure }) => (measure === null ? [] : [measure])))];
}

/** What a letter has the ledger remember: a matter for each unit and stage, since each escalates by itself. */
function mattersOf(offices: readonly OverdueOffice[]): readonly LetterMatter[] {
  const matters = new Map<string, { unit: string; stage: LetterStage; measures: number[] }>();
  for (const { measure, state, stage } of offices.flatMap((one) => one.matters)) {
    const { unit } = state.assignment;
    const key = `${unit} ${stage}`;
    const known = matters.get(key) ?? { unit, stage, measures: [] };
    known.measures.push(measure.no);
    matters.set(key, known);
  }
  return [...matters.values()];
}

/** A circular with nothing but the ranking is remembered for its number. */
function circularMatters(named: readonly OverdueOffice[]): readonly LetterMatter[] {
  return named.length === 0 ? [{ unit: ALL_UNITS, stage: 'circular', measures: [] }] : mattersOf(named);
}
