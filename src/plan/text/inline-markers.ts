import type { ClauseToken, FoundClauses } from '../clause/find-clauses';
import { MARKER_SIGNS, markerAt, type Marker } from './markers';
import type { Paragraph } from './paragraphs';

const CLOSING = /[\s。.;,、!?)”’」』]/;

/** The numbers seen so far, by depth; tells whether a number inside a line continues one of them. */
export class Numbering {
  private readonly last = new Map<number, number>();

  seen({ level, ordinal }: Marker): void {
    this.last.set(level, ordinal);
  }

  /** `slack`: how many numbers may be missing. */
  goesOn({ level, ordinal }: Marker, slack: number): boolean {
    const last = this.last.get(level) ?? 0;
    return ordinal === 1 || (ordinal > last && ordinal <= last + 1 + slack);
  }
}

/** The position behind signs and white space that close what stands before. */
export function skipClosing(folded: string, from: number, end: number): number {
  let at = from;
  while (at < end && CLOSING.test(folded.charAt(at))) at += 1;
  return at;
}

/** The depth of “（一）”. */
const SECTION_LEVEL = 3;

/** Whether headings or measures follow one another within the line, as in a document without its line breaks. */
function flows(folded: string, { start, ownEnd }: Paragraph, tokens: readonly ClauseToken[]): boolean {
  const followed = tokens.filter(({ end }) => markerAt(folded, skipClosing(folded, end, ownEnd))).length;
  const beginsSection = (markerAt(folded, start)?.level ?? Infinity) <= SECTION_LEVEL;
  return (
    followed >= (beginsSection ? 1 : 2) ||
    /[。)] *[一二三四五六七八九十]{1,3}、|(?::|\d日) *一、/.test(folded.slice(start, ownEnd))
  );
}

/** Numbers inside a line that may begin a piece: anywhere in a line that flows, else only behind a clause. */
export function markersIn(
  folded: string,
  paragraph: Paragraph,
  { tokens, brackets }: FoundClauses,
): readonly Marker[] {
  const { start, ownEnd } = paragraph;
  const within = (at: number): boolean => at > start && at < ownEnd;
  if (!flows(folded, paragraph, tokens)) {
    const behind = tokens.map(({ end }) => skipClosing(folded, end, ownEnd)).filter(within);
    return behind.flatMap((at) => markerAt(folded, at) ?? []);
  }
  const markers: Marker[] = [];
  let bracket = 0;
  for (const found of folded.slice(start, ownEnd).matchAll(new RegExp(MARKER_SIGNS, 'g'))) {
    const at = start + found.index;
    while ((brackets[bracket]?.end ?? Infinity) <= at) bracket += 1;
    if ((brackets[bracket]?.start ?? Infinity) < at || /[\d.第]/.test(folded.charAt(at - 1))) continue;
    const marker = within(at) ? markerAt(folded, at) : undefined;
    if (marker && marker.kind !== 'decimal' && !/^[项款条]/.test(folded.slice(marker.bodyStart)))
      markers.push(marker);
  }
  return markers;
}
