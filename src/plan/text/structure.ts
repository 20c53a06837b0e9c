import type { Source } from '../../base/fold-text';
import type { Piece, PieceClause } from './piece';
import { isTitleLike } from '../layout/title-like';
import { wordsOf } from '../heading-words';

export function titleLike({ folded }: Source, { body }: Piece): boolean {
  return isTitleLike(body.map(({ start, end }) => folded.slice(start, end)).join(''));
}

/** The first sentence of a piece, to name it by in a remark. */
export function firstWords(source: Source, { body }: Piece): string {
  const words = body.map((span) => wordsOf(source, span)).join('');
  return words.replace(/[。；;！!？?\n][^]*$/, '');
}

/** “牵头单位：X” alone: it belongs to what stands below it. */
function headsGroup({ marker, clause, body }: Piece): boolean {
  return !marker && clause !== undefined && body.length === 0;
}

/** The unnumbered pieces between a piece and the next numbered one, or the next that heads a group. */
export function unnumberedAfter(pieces: readonly Piece[], index: number): readonly Piece[] {
  let end = index + 1;
  for (let next = pieces[end]; next && !next.marker && !headsGroup(next); next = pieces[end]) end += 1;
  return pieces.slice(index + 1, end);
}

/** For each piece whether the next number after it is deeper: it has children. */
export function parentsAmong(pieces: readonly Piece[]): readonly boolean[] {
  let nextLevel = 0;
  const fromTheEnd = [...pieces].reverse().map(({ marker }) => {
    const isParent = marker !== undefined && nextLevel > marker.level;
    nextLevel = marker?.level ?? nextLevel;
    return isParent;
  });
  return fromTheEnd.reverse();
}

/** “以上各项均需市财政局配合”: it holds for several measures and is none itself. */
const FOR_SEVERAL = /^(?:以下|以上|上述|下列)[^。;!?\n]{0,12}(?:均|都|皆|一律)(?:需|由|应|须)/;

export function isForSeveral({ folded }: Source, { body }: Piece): boolean {
  const [first] = body;
  return first !== undefined && FOR_SEVERAL.test(folded.slice(first.start, first.start + 40));
}

/** “本措施由市商务局负责解释”, “自印发之日起施行”: said of the paper. */
const OF_THE_PAPER =
  /^本[^。;!?\n]{1,12}(?:由[^。;!?\n]{2,30}负责解释|自[^。;!?\n]{2,20}起(?:施行|实施|执行|生效))|^自[^。;!?\n]{2,20}起(?:施行|实施|执行|生效)/;

export function isOfThePaper({ folded }: Source, { body }: Piece): boolean {
  const [first] = body;
  return first !== undefined && OF_THE_PAPER.test(folded.slice(first.start, first.start + 60));
}

/** Numbered pieces of one depth under one heading. */
export interface Siblings {
  readonly members: Piece[];
  /** Members that end in a clause and have no children. */
  readonly withClause: Piece[];
}

/** The siblings of every numbered piece, itself among them. */
export function siblingsOf(
  pieces: readonly Piece[],
  parents: readonly boolean[],
): ReadonlyMap<Piece, Siblings> {
  const groups = new Map<Piece, Siblings>();
  const open: { readonly level: number; readonly siblings: Siblings }[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (!piece.marker) continue;
    const { level } = piece.marker;
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const last = open.at(-1);
    const siblings = last?.level === level ? last.siblings : { members: [], withClause: [] };
    if (last?.level !== level) open.push({ level, siblings });
    siblings.members.push(piece);
    if (piece.clause && parents[index] === false) siblings.withClause.push(piece);
    groups.set(piece, siblings);
  }
  return groups;
}

/** One clause on lines of its own below several numbered items that have none holds for all of them. */
export function sharedClause({ members, withClause }: Siblings): PieceClause | undefined {
  const [only] = withClause;
  const shared = withClause.length === 1 && only === members.at(-1) && members.length > 1;
  return shared && only?.clause?.ownLine === true ? only.clause : undefined;
}
