import { issueLetters, type IssuedLetter } from '../../ledger/change/acts';
import type { Ledger } from '../../ledger/ledger';
import { lettersIssued } from '../../ledger/letters';
import type { CalendarDate } from '../../base/calendar';
import {
  composeLetters,
  type ComposedLetters,
  type LetterOptions,
} from '../../documents/letters/compose-letters';
import type { Letter } from '../../documents/letters/letter';
import { isOfficeKnown, issuingOffice, type IssuingOffice } from '../../documents/office';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

export interface LettersInput extends Pick<LetterOptions, 'withCircular' | 'only'> {
  /** The day of the letters; default: the ledger's. */
  readonly asOf?: CalendarDate;
  /** Details of the coordinating office for these letters only; they override the settings. */
  readonly office?: Partial<IssuingOffice>;
}

/** Letters due on a day, and the ledger that remembers them. */
export interface DueDraft extends ComposedLetters, Revision {
  readonly asOf: CalendarDate;
  /** What the letters are remembered as; `null` when they all were before. */
  readonly batch: string | null;
  /** How many entries that took. */
  readonly entriesAdded: number;
  /** Whether the letters say who sends them; else that is left to fill in. */
  readonly isOfficeKnown: boolean;
}

/** 督办发文: the letters due on a day as values, remembered but not yet written. */
export function rememberLetters(
  { ledger, findings, at }: OpenedLedger,
  { asOf = ledger.settings.asOf, office, ...wanted }: LettersInput,
): DueDraft {
  const composed = composeLetters(ledger, {
    ...wanted,
    asOf,
    findings,
    office: issuingOffice(ledger, office),
  });
  const remembered = issueLetters(ledger, newMatters(ledger, composed.letters, asOf), at);
  const { batch, added } = remembered;
  return {
    ...composed,
    asOf,
    ledger: remembered.ledger,
    batch,
    entriesAdded: added.length,
    isOfficeKnown: isOfficeKnown({ ...ledger.settings.office, ...office }),
  };
}

/** What the ledger does not remember yet, an entry for each unit and stage. */
function newMatters(ledger: Ledger, letters: readonly Letter[], on: CalendarDate): readonly IssuedLetter[] {
  const issued = lettersIssued(ledger).filter((entry) => entry.on === on);
  return letters.flatMap(({ kind, office, year, serial, matters }) =>
    matters.flatMap(({ unit, stage, measures }): IssuedLetter[] => {
      const known = issued.filter(
        (entry) =>
          entry.letter === kind && entry.serial === serial && entry.unit === unit && entry.stage === stage,
      );
      const added = measures.filter((no) => !known.some((entry) => entry.measures.includes(no)));
      if (known.length > 0 && added.length === 0) return [];
      return [{ unit, office, letter: kind, stage, year, serial, measures: added, on }];
    }),
  );
}
