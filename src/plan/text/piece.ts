import type { ClauseReading } from '../clause/clause';
import type { Doubt } from '../clause/dates';
import type { Marker } from './markers';
import type { TextSpan } from '../plan';

/** A stretch of the text that is one thing: a heading, a measure or a passage. */
export interface Piece extends TextSpan {
  readonly marker: Marker | undefined;
  /** The words without number and clause; two spans when some stand behind the clause. */
  readonly body: readonly TextSpan[];
  readonly clause: PieceClause | undefined;
  /** On how the text was cut here. */
  readonly doubts: readonly Doubt[];
}

export interface PieceClause extends TextSpan {
  readonly reading: ClauseReading;
  /** It stands on lines of its own, below the words it may belong to. */
  readonly ownLine: boolean;
  /** It is a sentence, with neither bracket nor label. */
  readonly inSentence: boolean;
}
