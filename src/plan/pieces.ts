import { readClause, type ClauseReading, type Source } from './clause';
import type { Years } from './dates';
import { markerAt, type Marker } from './markers';
import type { TextSpan } from './types';

/** A stretch of the text that is one thing: a heading, a measure or a passage. */
export interface Piece extends TextSpan {
  readonly marker: Marker | undefined;
  /** The words without number and clause. */
  readonly body: TextSpan;
  /** Where the clause stands; undefined when there is none. */
  readonly clause: (TextSpan & { readonly reading: ClauseReading }) | undefined;
}

/** The lines of the text that hold anything, without the white space around them. */
function linesOf(source: Source): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (const found of source.folded.matchAll(/[^\r\n\u2028\u2029\v\f]+/g)) {
    const words = found[0].trim();
    if (words === '') continue;
    const start = found.index + found[0].indexOf(words);
    spans.push({ start, end: start + words.length });
  }
  return spans;
}

/** The outermost bracket that closes last, with nothing but punctuation after it. */
function lastBracket(folded: string, start: number, end: number): TextSpan | undefined {
  let close = end - 1;
  while (close > start && /[\s。.;,、]/.test(folded.charAt(close))) close -= 1;
  if (folded.charAt(close) !== ')') return undefined;
  let depth = 0;
  for (let at = close; at >= start; at -= 1) {
    if (folded.charAt(at) === ')') depth += 1;
    else if (folded.charAt(at) === '(') depth -= 1;
    if (depth === 0) return { start: at, end: close };
  }
  return undefined;
}

function trimEnd(folded: string, start: number, end: number): number {
  return start + folded.slice(start, end).trimEnd().length;
}

/** Cuts the text into pieces, in order; together they hold every character that is not white space. */
export function piecesOf(source: Source, years: Years | undefined): readonly Piece[] {
  return linesOf(source).map(({ start, end }) => {
    const marker = markerAt(source.folded, start);
    const bodyStart = marker?.bodyStart ?? start;
    const bracket = lastBracket(source.folded, bodyStart, end);
    const reading = bracket && readClause(source, bracket.start + 1, bracket.end, years);
    const bodyEnd = bracket && reading ? trimEnd(source.folded, bodyStart, bracket.start) : end;
    const clause = bracket && reading ? { start: bracket.start, end, reading } : undefined;
    return { start, end, marker, body: { start: bodyStart, end: bodyEnd }, clause };
  });
}
