import type { ClauseContext } from '../clause/clause';
import { Cutter } from './cutter';
import { Numbering } from './inline-markers';
import type { Paragraph } from './paragraphs';
import type { Piece } from './piece';

/** Cuts the text into pieces, in order; together they hold every character that is not white space. */
export function piecesOf(context: ClauseContext, paragraphs: readonly Paragraph[]): readonly Piece[] {
  const numbering = new Numbering();
  return paragraphs.flatMap((paragraph) => new Cutter(context, paragraph, numbering).cut());
}
