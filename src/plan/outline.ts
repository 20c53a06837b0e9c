import type { Piece } from './pieces';

/** What a piece is, and under which headings it stands. */
export interface Placed {
  readonly piece: Piece;
  readonly role: 'title' | 'heading' | 'measure' | 'passage';
  /** The headings above, outermost first. */
  readonly above: readonly Piece[];
}

const TITLE_LIKE = 60;

/** Whether words can be a heading: short, and no sentence ends within them. */
export function isTitleLike(words: string): boolean {
  return words.length <= TITLE_LIKE && !/[。;!?]./.test(words);
}

/** Gives every piece its role and the headings above it. */
export function outline(pieces: readonly Piece[], titles: ReadonlySet<Piece>): readonly Placed[] {
  const open: Piece[] = [];
  return pieces.map((piece): Placed => {
    if (titles.has(piece)) return { piece, role: 'title', above: [] };
    const level = piece.marker?.level;
    while (level !== undefined && open.length > 0 && (open.at(-1)?.marker?.level ?? 0) >= level) open.pop();
    const above = [...open];
    if (piece.clause) return { piece, role: 'measure', above };
    if (!piece.marker) return { piece, role: 'passage', above };
    open.push(piece);
    return { piece, role: 'heading', above };
  });
}
