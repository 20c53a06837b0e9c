import type { Source } from '../../base/fold-text';
import type { Piece } from './piece';
import { firstWords, parentsAmong, titleLike, unnumberedAfter } from './structure';

/** Paragraphs that are one measure: from the first word of the first to the clause of the last. */
function joined(source: Source, first: Piece, last: Piece): Piece {
  const body = { start: first.body[0]?.start ?? first.start, end: last.body[0]?.end ?? last.start };
  const doubt = { code: 'joinedParagraphs' as const, found: firstWords(source, first) };
  return { ...last, start: first.start, marker: first.marker, body: [body], doubts: [...last.doubts, doubt] };
}

/** How many pieces without number, from the one after `index` on, end in the only clause among them; 0 for none. */
function upToOnlyClause(below: readonly Piece[]): number {
  const withClause = below.filter(({ clause }) => clause);
  const [only] = withClause;
  return withClause.length === 1 && only?.body.length === 1 ? below.indexOf(only) + 1 : 0;
}

/**
 * A numbered paragraph and the ones without number below it are one measure when a single one of them ends in a
 * clause; what can be a heading stays one, and the paragraphs below it are joined.
 */
export function joinParagraphs(source: Source, pieces: readonly Piece[]): readonly Piece[] {
  const parents = parentsAmong(pieces);
  const result: Piece[] = [];
  let index = 0;
  for (const piece of pieces) {
    index += 1;
    if (result.length > 0 && piece.end <= (result.at(-1)?.end ?? 0)) continue;
    const leaf = piece.marker && !piece.clause && parents[index - 1] === false;
    const below = leaf ? unnumberedAfter(pieces, index - 1) : [];
    const count = upToOnlyClause(below);
    const last = below[count - 1];
    const [next] = below;
    if (!last || !next) result.push(piece);
    else if (!titleLike(source, piece)) result.push(joined(source, piece, last));
    else result.push(piece, ...(count > 1 ? [joined(source, next, last)] : [last]));
  }
  return result;
}
