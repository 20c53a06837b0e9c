import { readClause, type ClauseContext, type ClauseReading } from '../clause/clause';
import { findTimes, type Doubt } from '../clause/dates';
import { clausesIn, type ClauseToken } from '../clause/find-clauses';
import { squeeze } from '../../base/fold-text';
import { markersIn, skipClosing, type Numbering } from './inline-markers';
import { markerAt, type Marker } from './markers';
import type { Paragraph } from './paragraphs';
import type { Piece } from './piece';
import { isTitleLike } from '../layout/title-like';
import type { TextSpan } from '../plan';

interface OpenPiece {
  readonly start: number;
  readonly marker: Marker | undefined;
  readonly clauses: ClauseToken[];
  readonly split: boolean;
}

/** A sentence that says who does it. */
interface SentenceClause {
  readonly words: TextSpan;
  readonly reading: ClauseReading;
}

/** Cuts one paragraph into pieces. */
export class Cutter {
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
    const tokens = [...found.tokens, ...clauseLines];
    let next = 0;
    for (const [index, token] of tokens.entries()) {
      for (let marker = markers[next]; marker && marker.start < token.end; marker = markers[next]) {
        if (marker.start < token.start) this.meetMarker(marker);
        next += 1;
      }
      this.meetClause(token, markers[next], tokens[index + 1]);
    }
    for (const marker of markers.slice(next)) this.meetMarker(marker);
    this.close(end);
    return this.pieces;
  }

  private get lastClauseEnd(): number | undefined {
    return this.open.clauses.at(-1)?.end;
  }

  /** A number begins a piece behind a clause, behind a heading, or where a sentence ends. */
  private meetMarker(marker: Marker): void {
    const { folded } = this.context.source;
    const clauseEnd = this.lastClauseEnd;
    const behindClause =
      clauseEnd !== undefined && skipClosing(folded, clauseEnd, marker.start) === marker.start;
    const apart =
      behindClause ||
      /[\s。;!?)”》]/.test(folded.charAt(marker.start - 1)) ||
      standsBehindCaption(folded, marker) ||
      (clauseEnd === undefined && this.standsBehindHeading(marker));
    if (!apart || !this.numbering.goesOn(marker, behindClause ? NUMBERS_THAT_MAY_BE_MISSING : 0)) return;
    this.close(marker.start);
    this.open = this.begin(marker.start, marker, false);
  }

  /** “二、工作措施（一）职能1.改革”: nothing but the next deeper number ends a heading. */
  private standsBehindHeading(marker: Marker): boolean {
    const heading = this.open.marker;
    if (!heading || marker.level <= heading.level || marker.kind === 'han' || marker.kind === 'circled')
      return false;
    return isTitleLike(this.context.source.folded.slice(heading.bodyStart, marker.start));
  }

  /** A clause belongs to the open piece; a second one with words between begins a piece of its own. */
  private meetClause(
    token: ClauseToken,
    nextMarker: Marker | undefined,
    nextToken: ClauseToken | undefined,
  ): void {
    const { folded } = this.context.source;
    const clauseEnd = this.lastClauseEnd;
    const adjacent = clauseEnd !== undefined && isNothing(folded.slice(clauseEnd, token.start));
    const ends = Math.min(nextMarker?.start ?? Infinity, this.paragraph.ownEnd);
    const day = (nextToken?.start ?? Infinity) < ends ? [] : this.dayBehind(token, ends);
    const isAlone = (nextToken?.start ?? Infinity) >= ends;
    const stands =
      adjacent ||
      day.length > 0 ||
      this.standsAtEnd(token, nextMarker) ||
      (isAlone && this.standsInFront(token));
    if (!token.strong && !stands) return;
    if (clauseEnd !== undefined && !adjacent) {
      const from = skipClosing(folded, clauseEnd, token.start);
      this.close(from);
      this.open = this.begin(from, undefined, true);
    }
    this.open.clauses.push(token, ...day);
  }

  /** “1.（市教育局）新建幼儿园”: names in brackets right behind the number. */
  private standsInFront({ start, words }: ClauseToken): boolean {
    const { marker } = this.open;
    if (marker?.bodyStart !== start) return false;
    const reading = readClause(this.context, [words]);
    return reading?.complete === true && (reading.leadUnits.length > 0 || reading.leadGroup !== null);
  }

  /** “（市发改委）6月底”: nothing but a day between a clause that sets none and the end. */
  private dayBehind({ end, words }: ClauseToken, ends: number): readonly ClauseToken[] {
    const { folded } = this.context.source;
    if (ends - end > LONGEST_DAY) return [];
    const start = end + (/^[ ,;]*/.exec(folded.slice(end, ends))?.[0].length ?? 0);
    const said = folded.slice(start, ends).replace(/[ 。.;,]+$/, '');
    const day = { start, end: start + said.length };
    const [time, more] = findTimes(said, this.context.years);
    const isDay =
      time?.start === 0 && more === undefined && /^(?:前|底|末)?(?:完成|办结)?$/.test(said.slice(time.end));
    const own = isDay ? readClause(this.context, [words]) : undefined;
    if (own?.deadlineKind !== 'none' || own.undated) return [];
    return [{ ...day, words: day, strong: false, unclosed: false }];
  }

  /** Whether a bare name or date in brackets stands where a clause does: last, or before another clause. */
  private standsAtEnd({ end }: ClauseToken, nextMarker: Marker | undefined): boolean {
    const { folded } = this.context.source;
    const after = skipClosing(folded, end, this.paragraph.end);
    if (after === this.paragraph.end || nextMarker?.start === after) return true;
    return /^\((?: *\d|[^()]*(?:单位|部门|牵头|负责|时限))/.test(folded.slice(after, after + 60));
  }

  private close(end: number): void {
    const { folded } = this.context.source;
    const { start, marker, clauses } = this.open;
    const bodyStart = marker?.bodyStart ?? start;
    const [first, last] = [clauses[0], clauses.at(-1)];
    const stop = start + folded.slice(start, end).trimEnd().length;
    const words = clauses.map((token) => token.words);
    const reading = readClause(this.context, words);
    if (!first || !last || !reading) {
      this.pieces.push(this.withoutBracket({ start, end: stop }, marker, bodyStart));
      return;
    }
    const clauseEnd = skipScore(folded, skipClosing(folded, last.end, stop), stop);
    const ownLine = this.paragraph.clauseLines.includes(first);
    this.pieces.push({
      start,
      end: stop,
      marker,
      body: [
        { start: bodyStart, end: first.start },
        { start: clauseEnd, end: stop },
      ].filter((span) => folded.slice(span.start, span.end).trim() !== ''),
      clause: { start: first.start, end: clauseEnd, reading, ownLine, inSentence: false },
      doubts: this.doubts({ start: bodyStart, end: first.start }, { start: clauseEnd, end: stop }),
    });
  }

  private doubts(before: TextSpan, after: TextSpan): readonly Doubt[] {
    const { clauses, split } = this.open;
    const unclosed = clauses.find((token) => token.unclosed);
    const doubts: Doubt[] = [];
    if (split) doubts.push({ code: 'splitParagraph', found: this.issued(before) });
    if (after.end > after.start) doubts.push({ code: 'textAfterClause', found: this.issued(after) });
    if (unclosed) doubts.push({ code: 'unclosedBracket', found: this.issued(unclosed) });
    return doubts;
  }

  private issued({ start, end }: TextSpan): string {
    return squeeze(this.context.source.text.slice(start, end));
  }

  /** A piece without clause, unless a sentence of it says who does it: “……。由市财政局负责，2020年底前完成。” */
  private withoutBracket(span: TextSpan, marker: Marker | undefined, bodyStart: number): Piece {
    const found = this.sentenceClause({ start: bodyStart, end: span.end }, marker !== undefined);
    if (!found) {
      return { ...span, marker, body: [{ start: bodyStart, end: span.end }], clause: undefined, doubts: [] };
    }
    const { words, reading } = found;
    const after = { start: words.end, end: span.end };
    const behind = after.end > after.start && this.issued(after) !== '' ? [after] : [];
    return {
      ...span,
      marker,
      body: [{ start: bodyStart, end: words.start }, ...behind],
      clause: { ...words, reading, ownLine: false, inSentence: true },
      doubts: [
        { code: 'clauseInSentence', found: this.issued(words) },
        ...behind.map((one) => ({ code: 'textAfterClause' as const, found: this.issued(one) })),
      ],
    };
  }

  /**
   * The last sentence if all of it reads as a clause; below a number any that begins with who does it, the last of them.
   * The first sentence is what is to be done.
   */
  private sentenceClause({ start, end }: TextSpan, isNumbered: boolean): SentenceClause | undefined {
    const { folded } = this.context.source;
    const sentences = sentencesIn(folded, start, end).slice(1);
    for (const sentence of isNumbered ? [...sentences].reverse() : sentences.slice(-1)) {
      const words = this.withDay(sentence, sentences);
      const said = folded.slice(words.start, words.end);
      if (
        said.length > LONGEST_SENTENCE ||
        !/牵头|负责|配合|落实|责任单位|主办|承办|统筹|会同|实施|为主|主抓|抓总/.test(said)
      )
        continue;
      const reading = readClause(this.context, [words]);
      if (reading?.hasRole && (reading.complete || (isNumbered && this.beginsWithRole(words))))
        return this.withLeaders({ words, reading }, sentences);
    }
    return undefined;
  }

  /** “由X负责，6月底前交付。Y配合。”: who leads stands in the sentence before. */
  private withLeaders(found: SentenceClause, sentences: readonly TextSpan[]): SentenceClause {
    const { leadUnits, leadGroup } = found.reading;
    if (leadUnits.length > 0 || leadGroup !== null) return found;
    const before = sentences[sentences.findIndex(({ start }) => start === found.words.start) - 1];
    if (!before || !this.beginsWithRole(before)) return found;
    const words = { start: before.start, end: found.words.end };
    const reading = readClause(this.context, [words]);
    return reading?.complete === true && reading.leadUnits.length > 0 ? { words, reading } : found;
  }

  /** “X牵头，Y配合；6月底前完成。”: what stands behind the semicolon belongs to it when it is a clause too. */
  private withDay(sentence: TextSpan, sentences: readonly TextSpan[]): TextSpan {
    const next = sentences[sentences.indexOf(sentence) + 1];
    if (!next || this.context.source.folded.charAt(sentence.end - 1) !== ';') return sentence;
    return readClause(this.context, [next])?.complete === true
      ? { start: sentence.start, end: next.end }
      : sentence;
  }

  private beginsWithRole({ start, end }: TextSpan): boolean {
    const words = this.context.source.folded.slice(start, end);
    const comma = words.search(/[,;]/);
    if (comma <= 0) return false;
    return readClause(this.context, [{ start, end: start + comma }])?.hasRole === true;
  }
}

/** “具体措施：一、”, “2025年3月1日一、”: words that end a head and no sentence, before the number of a section. */
const CAPTION = /:$|\d日$|(?:措施|任务|内容|如下|安排|目标|分工)$/;
const LONGEST_CAPTION = 8;

/** Whether the first of the sections stands behind what heads them all, or behind a colon. */
function standsBehindCaption(folded: string, { kind, ordinal, start }: Marker): boolean {
  const isSection = kind === 'part' || kind === 'han' || kind === 'bracketedHan';
  return (
    isSection && ordinal === 1 && CAPTION.test(folded.slice(Math.max(0, start - LONGEST_CAPTION), start))
  );
}

/** Behind a clause a number is certainly one, even where some before it were struck out. */
const NUMBERS_THAT_MAY_BE_MISSING = 20;
const LONGEST_SENTENCE = 120;
const LONGEST_DAY = 24;

/** The sentences of a stretch, each with the sign that ends it. */
function sentencesIn(folded: string, start: number, end: number): readonly TextSpan[] {
  const found = [...folded.slice(start, end).matchAll(/[^。;!?\n]+[。;!?\n]*/g)];
  return found.map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.trimEnd().length,
  }));
}

function isNothing(words: string): boolean {
  return /^[\s。.;,、)]*(?:\( *\d+(?:\.\d+)?分 *\)[\s。.;,、)]*)?$/.test(words);
}

/** “（5分）” behind a clause belongs to it. */
function skipScore(folded: string, from: number, end: number): number {
  const score = /^\( *\d+(?:\.\d+)?分 *\)[\s。.;,、]*/.exec(folded.slice(from, Math.min(end, from + 20)));
  return score ? from + score[0].length : from;
}
