import type { Placed } from './outline';
import { numberOf, titleEnd, titleOfPiece, type NamingContext } from '../layout/sections';
import type { Heading, Passage } from '../plan';
import { wordsOf } from '../heading-words';

/** A heading ends with its first sentence, or with its clause when it has one; the rest of the line is a passage. */
function headingEnd({ source }: NamingContext, { piece, role }: Placed): number {
  if (role === 'title' || piece.clause) return piece.end;
  const stop = titleEnd(source, piece);
  return stop + (/^[。;!?\s]*/.exec(source.folded.slice(stop, piece.end))?.[0].length ?? 0);
}

/** The heading that a piece is, if it is one. */
export function headingOf(naming: NamingContext, placed: Placed): readonly Heading[] {
  const { piece, role } = placed;
  const { source } = naming;
  const span = { start: piece.start, end: headingEnd(naming, placed) };
  if (role === 'title')
    return [{ no: '', title: wordsOf(source, piece), level: 0, clause: '', source: span }];
  if (role !== 'heading' || !piece.marker) return [];
  return [
    {
      no: numberOf(source, piece),
      title: titleOfPiece(naming, piece),
      level: piece.marker.level,
      clause: piece.clause ? wordsOf(source, piece.clause) : '',
      source: span,
    },
  ];
}

/** The part of a piece that is neither heading nor measure, if there is one. */
export function passageOf(naming: NamingContext, placed: Placed): readonly Passage[] {
  const { piece, role } = placed;
  if (role === 'title' || role === 'measure') return [];
  const start = role === 'heading' ? headingEnd(naming, placed) : piece.start;
  const span = { start, end: piece.end };
  return start < piece.end ? [{ text: wordsOf(naming.source, span), source: span }] : [];
}
