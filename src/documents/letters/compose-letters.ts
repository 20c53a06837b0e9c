import { foldLedger } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import type { LetterKind, LetterStage } from '../../ledger/types';
import type { CalendarDate } from '../../plan/calendar';
import { isGovernmentDepartment } from '../../plan/unit-nature';
import type { FindingLine } from '../../sheets/findings-tab';
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
}

export interface ComposedLetters extends Pick<DueLetters, 'own' | 'waiting'> {
  readonly letters: readonly Letter[];
}

/** Every letter due on a day. The same ledger and day give the same letters, also once they are remembered in it. */
export function composeLetters(ledger: Ledger, options: LetterOptions): ComposedLetters {
  const { asOf, office, findings, withCircular } = options;
  const due = dueLetters(ledger, asOf, office);
  const numbers = new LetterNumbers(ledger, asOf);
  const compose = (
    kind: LetterKind,
    addressee: string,
    matters: readonly LetterMatter[],
    paper: (context: SupervisionContext) => Letter['paper'],
  ): Letter => {
    const { isReprint, ...number } = numbers.numberFor(kind, kind === 'circular' ? null : addressee);
    const context = { plan: ledger.plan, office, asOf, number, sample: ledger.settings.sample };
    return { kind, office: addressee, ...number, matters, isReprint, paper: paper(context) };
  };
  const supervision = due.offices.map((overdue) =>
    compose(
      isGovernmentDepartment(overdue.office) ? 'supervision' : 'request',
      overdue.office,
      mattersOf([overdue]),
      (context) => supervisionLetter(overdue, context),
    ),
  );
  const circulars =
    due.circular.length === 0 && !withCircular
      ? []
      : [
          compose('circular', ALL_UNITS, circularMatters(due.circular), (context) =>
            circular(ledger, foldLedger(ledger, asOf), due.circular, context),
          ),
        ];
  const sentBack = faultyReturns(ledger, findings, asOf).map((faulty) =>
    compose(
      'sendBack',
      faulty.office,
      [{ unit: faulty.office, stage: 'first', measures: measuresOf(faulty.errors) }],
      (context) => sendBackLetter(faulty, context, ledger.settings.period),
    ),
  );
  const { own, waiting } = due;
  return { letters: [...supervision, ...circulars, ...sentBack], own, waiting };
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
