import { readClause, type ClauseContext, type ClauseReading } from './clause';
import type { Doubt } from './dates';
import { clausesIn, type ClauseToken, type FoundClauses } from './find-clauses';
import { squeeze } from './fold';
import { MARKER_SIGNS, markerAt, type Marker } from './markers';
import type { Paragraph } from './paragraphs';
import { isTitleLike } from './title-like';
import type { TextSpan } from './types';

/** A stretch of the text that is one thing: a heading, a measure or a passage. */
export interface Piece extends TextSpan {
  readonly marker: Marker | undefined;
  /** The words without number and clause; two spans when some stand behind the clause. */
  readonly body: readonly TextSpan[];
  readonly clause: PieceClause | undefined;
  /** On how the text was cut here. */
  readonly doubts: readonly Doubt[];
}

export interface PieceClause extends TextSpan {
  readonly reading: ClauseReading;
  /** It stands on lines of its own, below the words it may belong to. */
  readonly ownLine: boolean;
}

const CLOSING = /[\s。.;,、)]/;

/** Numbers already seen, by depth; whether a number inside a line goes on with them. */
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

function skipClosing(folded: string, from: number, end: number): number {
  let at = from;
  while (at < end && CLOSING.test(folded.charAt(at))) at += 1;
  return at;
}

/** Whether measures follow one another within the line, as when a document comes without its line breaks. */
function flows(folded: string, { ownEnd }: Paragraph, tokens: readonly ClauseToken[]): boolean {
  const followed = tokens.filter(({ end }) => markerAt(folded, skipClosing(folded, end, ownEnd))).length;
  return followed >= 2;
}

/** Numbers inside a line that may begin a piece: anywhere in a line that flows, else only behind a clause. */
function markersIn(
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

interface OpenPiece {
  readonly start: number;
  readonly marker: Marker | undefined;
  readonly clauses: ClauseToken[];
  readonly split: boolean;
}

/** Cuts one paragraph into pieces. */
class Cutter {
  private readonly pieces: Piece[] = [];
  private open: OpenPiece;

  constructor(
    private readonly context: ClauseContext,
    private readonly paragraph: Paragraph,
    private readonly numbering: Numbering,
  ) {
    this.open = this.begin(paragraph.start, markerAt(context.source.folded, paragraph.start), false);
  }

  private begin(start: number, marker: Marker | undefined, split: boolean): OpenPiece {
    if (marker) this.numbering.seen(marker);
    return { start, marker, clauses: [], split };
  }

  cut(): readonly Piece[] {
    const { folded } = this.context.source;
    const { start, ownEnd, end, clauseLines } = this.paragraph;
    const found = clausesIn(this.context, { start: this.open.marker?.bodyStart ?? start, end: ownEnd });
    const markers = markersIn(folded, this.paragraph, found);
    let next = 0;
    for (const token of [...found.tokens, ...clauseLines]) {
      for (let marker = markers[next]; marker && marker.start < token.end; marker = markers[next]) {
        if (marker.start < token.start) this.meetMarker(marker);
        next += 1;
      }
      this.meetClause(token, markers[next]);
    }
    for (const marker of markers.slice(next)) this.meetMarker(marker);
    this.close(end);
    return this.pieces;
  }

  private get lastClauseEnd(): number | undefined {
    return this.open.clauses.at(-1)?.end;
  }

  private meetMarker(marker: Marker): void {
    const { folded } = this.context.source;
    const clauseEnd = this.lastClauseEnd;
    const behindClause =
      clauseEnd !== undefined && skipClosing(folded, clauseEnd, marker.start) === marker.start;
    const before = folded.charAt(marker.start - 1);
    const behindHeading =
      this.open.marker !== undefined &&
      clauseEnd === undefined &&
      marker.level > this.open.marker.level &&
      marker.kind !== 'han' &&
      marker.kind !== 'circled' &&
      isTitleLike(folded.slice(this.open.marker.bodyStart, marker.start));
    const slack = behindClause ? 20 : 0;
    const apart = behindClause || behindHeading || /[\s。;!?)”》]/.test(before);
    if (!apart || !this.numbering.goesOn(marker, slack)) return;
    this.close(marker.start);
    this.open = this.begin(marker.start, marker, false);
  }

  private meetClause(token: ClauseToken, nextMarker: Marker | undefined): void {
    const { folded } = this.context.source;
    const { end } = this.paragraph;
    const clauseEnd = this.lastClauseEnd;
    const adjacent = clauseEnd !== undefined && isNothing(folded.slice(clauseEnd, token.start));
    if (!token.strong && !adjacent) {
      const after = skipClosing(folded, token.end, end);
      const atEnd =
        after === end || nextMarker?.start === after || /^\( *\d/.test(folded.slice(after, after + 8));
      const beforeClause = /^\([^()]*(?:单位|部门|牵头|负责|时限)/.test(folded.slice(after, after + 60));
      if (!atEnd && !beforeClause) return;
    }
    if (clauseEnd !== undefined && !adjacent) {
      const from = skipClosing(folded, clauseEnd, token.start);
      this.close(from);
      this.open = this.begin(from, undefined, true);
    }
    this.open.clauses.push(token);
  }

  private close(end: number): void {
    const { folded } = this.context.source;
    const { start, marker, clauses, split } = this.open;
    const bodyStart = marker?.bodyStart ?? start;
    const [first, last] = [clauses[0], clauses.at(-1)];
    const stop = start + folded.slice(start, end).trimEnd().length;
    const reading = readClause(
      this.context,
      clauses.map(({ words }) => words),
    );
    if (!first || !last || !reading) {
      this.pieces.push(this.withoutBracket(start, stop, marker, bodyStart));
      return;
    }
    const clauseEnd = skipScore(folded, skipClosing(folded, last.end, stop), stop);
    const after = { start: clauseEnd, end: stop };
    const spans = [{ start: bodyStart, end: first.start }, after].filter(
      (span) => folded.slice(span.start, span.end).trim() !== '',
    );
    const written = (span: TextSpan): string => squeeze(this.context.source.text.slice(span.start, span.end));
    const doubts: Doubt[] = [];
    if (split)
      doubts.push({ code: 'splitParagraph', found: written({ start: first.start, end: clauseEnd }) });
    if (after.end > after.start) doubts.push({ code: 'textAfterClause', found: written(after) });
    if (clauses.some(({ unclosed }) => unclosed))
      doubts.push({ code: 'unclosedBracket', found: written(first) });
    const ownLine = this.paragraph.clauseLines.includes(first);
    const clause = { start: first.start, end: clauseEnd, reading, ownLine };
    this.pieces.push({ start, end: stop, marker, body: spans, clause, doubts });
  }

  /** A piece without clause, unless its last sentence says who does it: “……。由市财政局负责，2020年底前完成。” */
  private withoutBracket(start: number, end: number, marker: Marker | undefined, bodyStart: number): Piece {
    const { folded, text } = this.context.source;
    const body = { start: bodyStart, end };
    const from = lastSentence(folded, bodyStart, end);
    const words = { start: from, end };
    const says = from > bodyStart && /牵头|负责|配合|落实|责任单位/.test(folded.slice(from, end));
    const reading = says ? readClause(this.context, [words]) : undefined;
    if (!reading?.strong || !reading.complete)
      return { start, end, marker, body: [body], clause: undefined, doubts: [] };
    const doubts: readonly Doubt[] = [{ code: 'clauseInSentence', found: squeeze(text.slice(from, end)) }];
    return {
      start,
      end,
      marker,
      body: [{ start: bodyStart, end: from }],
      clause: { ...words, reading, ownLine: false },
      doubts,
    };
  }
}

const LONGEST_SENTENCE = 120;

/** Where the last sentence begins; the end when it is too long to be a clause. */
function lastSentence(folded: string, start: number, end: number): number {
  for (let at = end - 2; at > start && end - at < LONGEST_SENTENCE; at -= 1) {
    if (/[。;!?\n]/.test(folded.charAt(at))) return at + 1;
  }
  return end;
}

function isNothing(words: string): boolean {
  return /^[\s。.;,、)]*(?:\( *\d+(?:\.\d+)?分 *\)[\s。.;,、)]*)?$/.test(words);
}

/** “（5分）” behind a clause belongs to it. */
function skipScore(folded: string, from: number, end: number): number {
  const score = /^\( *\d+(?:\.\d+)?分 *\)[\s。.;,、]*/.exec(folded.slice(from, Math.min(end, from + 20)));
  return score ? from + score[0].length : from;
}

/** Cuts the text into pieces, in order; together they hold every character that is not white space. */
export function piecesOf(context: ClauseContext, paragraphs: readonly Paragraph[]): readonly Piece[] {
  const numbering = new Numbering();
  return paragraphs.flatMap((paragraph) => new Cutter(context, paragraph, numbering).cut());
}
