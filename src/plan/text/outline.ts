import type { ClauseReading } from '../clause/clause';
import type { Doubt } from '../clause/dates';
import type { Source } from '../../base/fold-text';
import type { Piece, PieceClause } from './piece';
import {
  firstWords,
  isForSeveral,
  isOfThePaper,
  parentsAmong,
  sharedClause,
  siblingsOf,
  titleLike,
  unnumberedAfter,
  type Siblings,
} from './structure';
import { wordsOf } from '../heading-words';

export type Role = 'title' | 'heading' | 'measure' | 'passage';

interface Reading {
  readonly role: Role;
  /** A clause that stands elsewhere and holds for this measure too. */
  readonly borrowed: PieceClause | undefined;
  readonly doubts: readonly Doubt[];
}

/** What a piece is, and under which headings it stands. */
export interface Placed extends Reading {
  readonly piece: Piece;
  /** The headings above, outermost first. */
  readonly above: readonly Piece[];
}

/** What decides on the role of a numbered piece. */
interface Surroundings {
  readonly isParent: boolean;
  readonly siblings: Siblings | undefined;
  /** The pieces without number below it. */
  readonly below: readonly Piece[];
  /** The clause of the nearest numbered piece above that has one. */
  readonly holding: PieceClause | undefined;
}

function plain(role: Role): Reading {
  return { role, borrowed: undefined, doubts: [] };
}

function measure(code: Doubt['code'], found: string, borrowed?: PieceClause): Reading {
  return { role: 'measure', borrowed, doubts: [{ code, found }] };
}

/** Whether the clause above a measure says what its own leaves open: who, or until when. */
function fillsGap(own: ClauseReading, above: ClauseReading): boolean {
  const names = ({ leadUnits, leadGroup }: ClauseReading): boolean =>
    leadUnits.length > 0 || leadGroup !== null;
  const dated = ({ deadlineKind, undated }: ClauseReading): boolean => deadlineKind !== 'none' || undated;
  return (!names(own) && names(above)) || (!dated(own) && dated(above));
}

/** A numbered piece with a clause: a heading whose clause holds for what is below it, or a measure. */
function withClause(source: Source, piece: Piece, own: PieceClause, around: Surroundings): Reading {
  if (around.isParent && titleLike(source, piece)) return plain('heading');
  const { holding } = around;
  if (!holding || !fillsGap(own.reading, holding.reading)) return plain('measure');
  return measure('inheritedClause', firstWords(source, piece), holding);
}

/** Whether a number without a clause is a measure beside its siblings; sentences must be the rule for that, brackets need not. */
function areMeasures({ members, withClause }: Siblings): boolean {
  const sentences = withClause.filter(({ clause }) => clause?.inSentence === true).length;
  return withClause.length > sentences || sentences * 2 > members.length;
}

/** A numbered piece without a clause: a heading, unless what stands around it shows that it is a measure. */
function withoutClause(source: Source, piece: Piece, around: Surroundings): Reading {
  const { isParent, siblings, below, holding } = around;
  if (isParent || below.some(({ clause }) => clause)) return plain('heading');
  if (isOfThePaper(source, piece)) return plain('passage');
  const shared = siblings && sharedClause(siblings);
  if (shared) return measure('sharedClause', wordsOf(source, shared), shared);
  if (titleLike(source, piece) && below.length > 0) return plain('heading');
  if (holding) return measure('inheritedClause', firstWords(source, piece), holding);
  if (!siblings || !areMeasures(siblings) || isForSeveral(source, piece)) return plain('heading');
  return measure('noClause', firstWords(source, piece));
}

/** Between who does it and the first of the things to be done may stand “整改措施：”. */
const NUMBER_WITHIN = 3;
const AIM = /^ *(?:整改|工作|任务|完成|年度|总体|主要)*目标 *:/;

/**
 * Whether a clause without number holds for the numbers below it: nothing is to be done in its own words (“牵头单位：X” alone, an aim),
 * and they are deeper than the number above.
 */
function holdsForBelow(source: Source, { body }: Piece, below: Piece | undefined, level: number): boolean {
  if (!below?.marker) return false;
  const [words] = body;
  if (words === undefined) return true;
  return AIM.test(source.folded.slice(words.start, words.end)) && below.marker.level > level && !below.clause;
}

/**
 * Gives every piece its role, the headings above it and, where it has none of its own, the clause that holds for it.
 * @param titles where the lines of the title begin
 */
export function outline(
  source: Source,
  pieces: readonly Piece[],
  titles: ReadonlySet<number>,
): readonly Placed[] {
  const parents = parentsAmong(pieces);
  const siblings = siblingsOf(pieces, parents);
  const open: { readonly piece: Piece; readonly level: number; readonly heading: boolean }[] = [];
  return pieces.map((piece, index): Placed => {
    if (titles.has(piece.start)) return { piece, above: [], ...plain('title') };
    const level = piece.marker?.level ?? Infinity;
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const above = open.filter(({ heading }) => heading).map((entry) => entry.piece);
    if (!piece.marker) {
      const below = pieces.slice(index + 1, index + 1 + NUMBER_WITHIN).find(({ marker }) => marker);
      const holds =
        piece.clause !== undefined && holdsForBelow(source, piece, below, open.at(-1)?.level ?? 0);
      if (holds && below?.marker) open.push({ piece, level: below.marker.level - 0.5, heading: false });
      const isMeasure = piece.clause !== undefined && !holds && piece.body.length > 0;
      return { piece, above, ...plain(isMeasure ? 'measure' : 'passage') };
    }
    const around: Surroundings = {
      isParent: parents[index] === true,
      siblings: siblings.get(piece),
      below: unnumberedAfter(pieces, index),
      holding: open.filter((entry) => entry.piece.clause).at(-1)?.piece.clause,
    };
    const read = piece.clause
      ? withClause(source, piece, piece.clause, around)
      : withoutClause(source, piece, around);
    open.push({ piece, level, heading: read.role === 'heading' });
    return { piece, above, ...read };
  });
}
