import type { LetterKind, LetterStage } from '../../ledger/records';
import type { Paper } from '../paper';

/** What a letter has the ledger remember: a stage of the measures of one unit. */
export interface LetterMatter {
  readonly unit: string;
  readonly stage: LetterStage;
  readonly measures: readonly number[];
}

/** A letter ready to be written. */
export interface Letter {
  readonly kind: LetterKind;
  /** Whom it goes to; of a circular, 各牵头单位. */
  readonly office: string;
  readonly year: number;
  readonly serial: number;
  readonly matters: readonly LetterMatter[];
  /** Issued on this very day before: written again under its number, not to be remembered twice. */
  readonly isReprint: boolean;
  readonly paper: Paper;
}
