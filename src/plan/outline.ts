import type { ClauseReading } from './clause';
import type { Doubt } from './dates';
import type { Source } from './fold';
import type { Piece, PieceClause } from './piece';
import { isTitleLike } from './title-like';
import type { TextSpan } from './types';
import { wordsOf } from './words';

export type Role = 'title' | 'heading' | 'measure' | 'passage';

/** What a piece is, and under which headings it stands. */
export interface Placed {
  readonly piece: Piece;
  readonly role: Role;
  /** The headings above, outermost first. */
  readonly above: readonly Piece[];
  /** A clause that stands elsewhere and holds for this measure too. */
  readonly borrowed: PieceClause | undefined;
  readonly doubts: readonly Doubt[];
}

function wordsIn(source: Source, spans: readonly TextSpan[]): string {
  return spans.map(({ start, end }) => source.folded.slice(start, end)).join('');
}

function titleLike(source: Source, piece: Piece): boolean {
  return isTitleLike(wordsIn(source, piece.body));
}

/** The pieces without number that follow a piece, as far as the next number. */
function unnumberedAfter(pieces: readonly Piece[], index: number): readonly Piece[] {
  let end = index + 1;
  while (pieces[end] && pieces[end]?.marker === undefined) end += 1;
  return pieces.slice(index + 1, end);
}

/** For each piece whether the next number after it is deeper: it has children. */
function parentsAmong(pieces: readonly Piece[]): readonly boolean[] {
  const parents: boolean[] = [];
  let nextLevel = 0;
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const level = pieces[index]?.marker?.level;
    parents[index] = level !== undefined && nextLevel > level;
    nextLevel = level ?? nextLevel;
  }
  return parents;
}

function joined(source: Source, parts: readonly Piece[]): Piece | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const bodies = parts.flatMap(({ body }) => body);
  const body = { start: bodies[0]?.start ?? first.start, end: bodies.at(-1)?.end ?? last.end };
  return {
    start: first.start,
    end: last.end,
    marker: first.marker,
    body: [body],
    clause: last.clause,
    doubts: [
      ...parts.flatMap(({ doubts }) => doubts),
      { code: 'joinedParagraphs', found: firstWords(source, first) },
    ],
  };
}

/**
 * A numbered paragraph and the ones without number below it are one measure when only the last of them has a clause;
 * a heading among them stays a heading.
 */
export function joinParagraphs(source: Source, pieces: readonly Piece[]): readonly Piece[] {
  const parents = parentsAmong(pieces);
  const result: Piece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    const below = piece.marker && !piece.clause && !parents[index] ? unnumberedAfter(pieces, index) : [];
    const closing = below.findIndex(({ clause }) => clause !== undefined);
    const own = titleLike(source, piece) ? [] : [piece];
    const parts = [...own, ...below.slice(0, closing + 1)];
    const single = closing !== -1 && below.filter(({ clause }) => clause !== undefined).length === 1;
    const whole =
      single && parts.length > 1 && parts.at(-1)?.body.length === 1 ? joined(source, parts) : undefined;
    if (!whole) {
      result.push(piece);
      continue;
    }
    if (own.length === 0) result.push(piece);
    result.push(whole);
    index += closing + 1;
  }
  return result;
}

/** Numbered pieces of one depth under one heading. */
interface Siblings {
  readonly members: number[];
  /** Members that end in a clause and have no children. */
  readonly withClause: number[];
}

function siblingsOf(pieces: readonly Piece[], parents: readonly boolean[]): ReadonlyMap<number, Siblings> {
  const groups = new Map<number, Siblings>();
  const open: { readonly level: number; readonly siblings: Siblings }[] = [];
  for (const [index, { marker, clause }] of pieces.entries()) {
    if (!marker) continue;
    while ((open.at(-1)?.level ?? 0) > marker.level) open.pop();
    if (open.at(-1)?.level !== marker.level)
      open.push({ level: marker.level, siblings: { members: [], withClause: [] } });
    const siblings = open.at(-1)?.siblings as Siblings;
    siblings.members.push(index);
    if (clause && !parents[index]) siblings.withClause.push(index);
    groups.set(index, siblings);
  }
  return groups;
}

/** One clause on lines of its own below several numbered items that have none holds for all of them. */
function sharedClause(pieces: readonly Piece[], { members, withClause }: Siblings): PieceClause | undefined {
  const [only] = withClause;
  const clause = only === undefined ? undefined : pieces[only]?.clause;
  const shared = withClause.length === 1 && only === members.at(-1) && members.length > 1;
  return shared && clause?.ownLine === true ? clause : undefined;
}

/** Gives every piece its role, the headings above it and, where it has none of its own, the clause that holds for it. */
export function outline(
  source: Source,
  pieces: readonly Piece[],
  titles: ReadonlySet<number>,
): readonly Placed[] {
  const parents = parentsAmong(pieces);
  const groups = siblingsOf(pieces, parents);
  const open: { readonly piece: Piece; readonly heading: boolean }[] = [];
  return pieces.map((piece, index): Placed => {
    const none = { borrowed: undefined, doubts: [] };
    if (titles.has(piece.start)) return { piece, role: 'title', above: [], ...none };
    const level = piece.marker?.level;
    while (level !== undefined && (open.at(-1)?.piece.marker?.level ?? -1) >= level) open.pop();
    const above = open.filter(({ heading }) => heading).map((entry) => entry.piece);
    const holding = open.findLast((entry) => entry.piece.clause !== undefined)?.piece.clause;
    if (!piece.marker) return { piece, role: piece.clause ? 'measure' : 'passage', above, ...none };
    const siblings = groups.get(index) ?? { members: [], withClause: [] };
    const placed = ((): Omit<Placed, 'piece' | 'above'> => {
      if (piece.clause) {
        const heads = parents[index] === true && titleLike(source, piece);
        if (heads) return { role: 'heading', ...none };
        const completes = holding !== undefined && fillsGap(piece.clause.reading, holding.reading);
        return completes
          ? {
              role: 'measure',
              borrowed: holding,
              doubts: [{ code: 'inheritedClause', found: firstWords(source, piece) }],
            }
          : { role: 'measure', ...none };
      }
      const below = unnumberedAfter(pieces, index);
      if (parents[index] === true || below.some(({ clause }) => clause)) return { role: 'heading', ...none };
      const shared = sharedClause(pieces, siblings);
      if (shared)
        return {
          role: 'measure',
          borrowed: shared,
          doubts: [{ code: 'sharedClause', found: wordsOf(source, shared) }],
        };
      if (titleLike(source, piece) && below.length > 0) return { role: 'heading', ...none };
      if (holding)
        return {
          role: 'measure',
          borrowed: holding,
          doubts: [{ code: 'inheritedClause', found: firstWords(source, piece) }],
        };
      if (siblings.withClause.length === 0) return { role: 'heading', ...none };
      return {
        role: 'measure',
        borrowed: undefined,
        doubts: [{ code: 'noClause', found: firstWords(source, piece) }],
      };
    })();
    open.push({ piece, heading: placed.role === 'heading' });
    return { piece, above, ...placed };
  });
}

/** Whether the clause above a measure says what its own leaves open: who, or until when. */
function fillsGap(own: ClauseReading, above: ClauseReading): boolean {
  const names = ({ leadUnits, leadGroup }: ClauseReading): boolean =>
    leadUnits.length > 0 || leadGroup !== null;
  const dated = ({ deadlineKind, undated }: ClauseReading): boolean => deadlineKind !== 'none' || undated;
  return (!names(own) && names(above)) || (!dated(own) && dated(above));
}

/** The first sentence of a piece, to name it by. */
function firstWords(source: Source, { body }: Piece): string {
  const [first] = body;
  return first ? (/^[^。；;！!？?\n]*/.exec(wordsOf(source, first))?.[0] ?? '') : '';
}
