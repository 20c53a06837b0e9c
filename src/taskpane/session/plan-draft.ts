/** A document on its way to a ledger. The plan is what its text says, so the text is all there is to keep. */
export interface PlanDraft {
  /** Typed or pasted, and not read yet. */
  readonly typed: string;
  /** The text as read, then as each correction left it, oldest first; empty until something was read. */
  readonly texts: readonly string[];
  /** What the measures say that a person has looked at (`meaningOf`): one that changes is to be looked at anew. */
  readonly accepted: readonly string[];
  /** How the bytes of a text file were understood, where they do not say it themselves; else `null`. */
  readonly encoding: string | null;
}

export const EMPTY_DRAFT: PlanDraft = { typed: '', texts: [], accepted: [], encoding: null };

/** Steps back keep a text each: together no more than this, in characters. */
const MOST_KEPT = 4_000_000;

/** The texts with one more; the oldest go where they take too much room, never the one before. */
export function withText(texts: readonly string[], text: string): readonly string[] {
  const all = [...texts, text];
  let room = MOST_KEPT;
  const first = all.findLastIndex((one, at) => {
    room -= one.length;
    return room < 0 && at < all.length - 2;
  });
  return all.slice(first + 1);
}
