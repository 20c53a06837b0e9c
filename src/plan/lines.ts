import type { Source } from './fold';
import { markerAt } from './markers';
import type { TextSpan } from './types';
import type { Wraps } from './words';

/** A line without the white space around it. */
export interface Line extends TextSpan {
  readonly indented: boolean;
}

/** The lines that hold anything, cut also at the given positions (where a title ends within a line). */
export function linesOf(source: Source, cuts: readonly number[]): readonly Line[] {
  const lines: Line[] = [];
  let next = 0;
  const add = (from: number, to: number): void => {
    const written = source.folded.slice(from, to);
    const words = written.trim();
    if (words === '') return;
    const start = from + written.indexOf(words);
    lines.push({ start, end: start + words.length, indented: start > from });
  };
  for (const found of source.folded.matchAll(/[^\r\n\u2028\u2029\v\f]+/g)) {
    let from = found.index;
    const end = from + found[0].length;
    for (let cut = cuts[next]; cut !== undefined && cut < end; cut = cuts[next]) {
      add(from, Math.max(from, cut));
      from = Math.max(from, cut);
      next += 1;
    }
    add(from, end);
  }
  return lines;
}

const WRAP_WIDTHS = { least: 18, most: 80, slack: 4 } as const;
const ENDS_SENTENCE = /[。;!?:)”》]$/;

/** The width at which a document was broken into lines (a copied PDF), if it was. */
function wrapWidth(source: Source, lines: readonly Line[]): number | undefined {
  if (lines.length < 6) return undefined;
  const widths = lines.map(({ start, end }) => end - start);
  const most = widths.reduce((wide, width) => Math.max(wide, width), 0);
  if (most < WRAP_WIDTHS.least || most > WRAP_WIDTHS.most) return undefined;
  const broken = lines.filter(
    ({ start, end }) => end - start >= most - WRAP_WIDTHS.slack && !ENDS_SENTENCE.test(source.folded.slice(end - 1, end)),
  );
  return broken.length * 4 >= lines.length ? most : undefined;
}

/** How many brackets are open after a line when `depth` were open before it. */
function openAfter(folded: string, { start, end }: TextSpan, depth: number): number {
  let open = depth;
  for (let at = start; at < end; at += 1) {
    const sign = folded.charAt(at);
    if (sign === '(') open += 1;
    else if (sign === ')' && open > 0) open -= 1;
  }
  return open;
}

const LINES_A_BRACKET_SPANS = 6;

/** How many of the following lines belong to a bracket that the line opens and one of them closes. */
function linesOfBracket(source: Source, lines: readonly Line[], index: number): number {
  const first = lines[index];
  let open = first === undefined ? 0 : openAfter(source.folded, first, 0);
  for (let more = 1; open > 0 && more < LINES_A_BRACKET_SPANS; more += 1) {
    const line = lines[index + more];
    if (line === undefined || markerAt(source.folded, line.start)) return 0;
    open = openAfter(source.folded, line, open);
    if (open === 0) return more;
  }
  return 0;
}

/**
 * Puts together what was one line before it was wrapped: a bracket that a later line closes, and in a document of even
 * width a full line that goes on below.
 */
export function joinWrapped(
  source: Source,
  lines: readonly Line[],
): { readonly lines: readonly Line[]; readonly wraps: Wraps } {
  const width = wrapWidth(source, lines);
  const wraps = new Set<number>();
  const joined: Line[] = [];
  let inBracketUntil = 0;
  for (const [index, line] of lines.entries()) {
    const before = joined.at(-1);
    const goesOn = index <= inBracketUntil || fillsWidth(source, lines[index - 1], line, width);
    if (before && goesOn) {
      wraps.add(line.start);
      joined[joined.length - 1] = { ...before, end: line.end };
    } else joined.push(line);
    if (index >= inBracketUntil) inBracketUntil = index + linesOfBracket(source, lines, index);
  }
  return { lines: joined, wraps };
}

/** Whether a line is the rest of a full one before it; a clause at its end, a number or an indent says no. */
function fillsWidth(source: Source, before: Line | undefined, line: Line, width: number | undefined): boolean {
  if (before === undefined || width === undefined || line.indented) return false;
  if (before.end - before.start < width - WRAP_WIDTHS.slack) return false;
  if (/\)[。.;]?$/.test(source.folded.slice(before.end - 2, before.end))) return false;
  return markerAt(source.folded, line.start) === undefined;
}
