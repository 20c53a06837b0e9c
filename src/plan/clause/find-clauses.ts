import { endOfLabelled, readClause, type ClauseContext } from './clause';
import { labelAt } from './clause-phrases';
import { MARKER_SIGNS, markerAt } from '../text/markers';
import type { TextSpan } from '../plan';

/** Words that read as a clause, found in a stretch of text. */
export interface ClauseToken extends TextSpan {
  /** Without the brackets around them. */
  readonly words: TextSpan;
  /** False for a bare name or date in brackets, which is a clause only where a clause can stand. */
  readonly strong: boolean;
  /** Its opening bracket is never closed. */
  readonly unclosed: boolean;
}

export interface FoundClauses {
  /** In order, without overlap. */
  readonly tokens: readonly ClauseToken[];
  /** All outermost brackets, those of clauses among them. */
  readonly brackets: readonly TextSpan[];
}

const LONGEST_CLAUSE = 600;
const LONGEST_LABELLED = 300;
const LONGEST_LABEL = 12;

/** The outermost brackets of a span; what would be longer than any clause is taken as a bracket never closed. */
function bracketsIn(folded: string, { start, end }: TextSpan): readonly TextSpan[] {
  const open: number[] = [];
  const pairs: TextSpan[] = [];
  for (const found of folded.slice(start, end).matchAll(/[()]/g)) {
    const at = start + found.index;
    if (found[0] === '(') {
      open.push(at);
      continue;
    }
    const from = open.pop();
    if (from === undefined || at - from > LONGEST_CLAUSE) continue;
    while ((pairs.at(-1)?.start ?? -1) > from) pairs.pop();
    pairs.push({ start: from, end: at + 1 });
  }
  return pairs;
}

/** The label that ends at a colon: where it begins. */
function labelBefore(folded: string, colon: number, earliest: number): number | undefined {
  for (let at = Math.max(earliest, colon - LONGEST_LABEL); at < colon; at += 1) {
    const label = labelAt(folded, at, false);
    if (label !== undefined && label.end > colon && at + label.words.length >= colon - 2) return at;
  }
  return undefined;
}

/** Where the next number begins that can part two measures, so that no clause without brackets runs over it. */
function nextNumber(folded: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    if (!MARKER_SIGNS.test(folded.charAt(at)) || /[\d.]/.test(folded.charAt(at - 1))) continue;
    const marker = markerAt(folded, at);
    if (marker === undefined || marker.kind === 'decimal' || marker.kind === 'circled') continue;
    if (marker.kind !== 'han' || /[\s。;)]$|\d日$/.test(folded.slice(Math.max(0, at - 2), at))) return at;
  }
  return end;
}

/** Where spans in order begin and end, asked at positions that only rise. */
class Walk {
  private next = 0;

  constructor(private readonly spans: readonly TextSpan[]) {}

  /** The first span that ends behind a position. */
  at(position: number): TextSpan | undefined {
    while ((this.spans[this.next]?.end ?? Infinity) <= position) this.next += 1;
    return this.spans[this.next];
  }
}

const OPENING = /[【［〔〖[]/;

/** Clauses that begin with a label and stand in no bracket: “牵头单位：X。完成时限：Y。” */
function labelledIn(
  context: ClauseContext,
  span: TextSpan,
  brackets: readonly TextSpan[],
  bracketed: readonly ClauseToken[],
): readonly ClauseToken[] {
  const { folded } = context.source;
  const bracketAt = new Walk(brackets);
  const clauseAt = new Walk(bracketed.filter(({ strong }) => strong));
  const found: ClauseToken[] = [];
  let from = span.start;
  const colonFrom = (at: number): number => {
    const colon = folded.indexOf(':', at);
    return colon === -1 || colon >= span.end ? span.end : colon;
  };
  for (let colon = colonFrom(from); colon < span.end; colon = colonFrom(Math.max(from, colon + 1))) {
    const inBracket = (bracketAt.at(colon)?.start ?? Infinity) < colon;
    const start = inBracket ? undefined : labelBefore(folded, colon, from);
    if (start === undefined) continue;
    const limit = Math.min(span.end, start + LONGEST_LABELLED, clauseAt.at(colon)?.start ?? Infinity);
    const words = { start, end: endOfLabelled(context, { start, end: nextNumber(folded, colon, limit) }) };
    if (words.end <= colon) continue;
    const unclosed = folded.charAt(start - 1) === '(';
    const opens = unclosed || OPENING.test(context.source.text.charAt(start - 1));
    if (readClause(context, [words])) {
      found.push({ start: opens ? start - 1 : start, end: words.end, words, strong: true, unclosed });
    }
    from = words.end;
  }
  return found;
}

const NOTE = /^ *(?:[^:]{0,4}目标|备注|附?注|说明|依据|来源|其中) *:/;

/** “（备注：持续）”, “（总投资：2025年下达）”: behind a word that is no label of a clause something else is said; “（第一步：6月底前）” is a day. */
function isRemark(folded: string, { start, end }: TextSpan): boolean {
  const words = folded.slice(start, Math.min(end, start + LONGEST_LABELLED));
  if (NOTE.test(words)) return true;
  const isNamed = /^ *[\u4e00-\u9fff]{1,8} *:/.test(words) && labelAt(folded, start, true) === undefined;
  return isNamed && !/完成|前/.test(words);
}

/** All that reads as a clause in a span: in brackets, or behind a label. */
export function clausesIn(context: ClauseContext, span: TextSpan): FoundClauses {
  const brackets = bracketsIn(context.source.folded, span);
  const bracketed = brackets.flatMap(({ start, end }): ClauseToken[] => {
    const words = { start: start + 1, end: end - 1 };
    const reading = readClause(context, [words]);
    if (!reading || (!reading.hasRole && isRemark(context.source.folded, words))) return [];
    return [{ start, end, words, strong: reading.strong, unclosed: false }];
  });
  const labelled = labelledIn(context, span, brackets, bracketed);
  const labelledAt = new Walk(labelled);
  const apart = bracketed.filter(({ start }) => (labelledAt.at(start)?.start ?? Infinity) > start);
  return { tokens: [...apart, ...labelled].sort((a, b) => a.start - b.start), brackets };
}
