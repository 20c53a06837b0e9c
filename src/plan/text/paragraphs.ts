import { readClause, type ClauseContext } from '../clause/clause';
import { labelAt } from '../clause/clause-phrases';
import { clausesIn, type ClauseToken } from '../clause/find-clauses';
import type { Line } from './lines';
import { markerAt } from './markers';
import type { TextSpan } from '../plan';

/** A line with the lines below it that are nothing but its clause. */
export interface Paragraph extends TextSpan {
  /** Where the paragraph's own words end; beyond stand the clause lines. */
  readonly ownEnd: number;
  readonly clauseLines: readonly ClauseToken[];
}

const LONGEST_LINE = 160;

/** What a line is when it is nothing but a clause: “牵头单位：X”, “（X牵头，Y配合）”, “X牵头，Y配合。” */
function clauseLine(context: ClauseContext, line: Line): readonly ClauseToken[] {
  const { folded } = context.source;
  if (markerAt(folded, line.start)) return [];
  const { tokens } = clausesIn(context, line);
  const [first, ...others] = tokens;
  if (first) return coversLine(folded, line, tokens) ? [{ ...first, start: line.start }, ...others] : [];
  if (line.end - line.start > LONGEST_LINE) return [];
  const words = { start: line.start, end: line.end };
  const person =
    labelAt(folded, line.start, false)?.kind === 'person' && !/^联[系络]/.test(folded.slice(line.start));
  if (person) return [{ ...words, words, strong: true, unclosed: false }];
  const reading = readClause(context, [words]);
  return reading?.hasRole === true && reading.complete
    ? [{ ...words, words, strong: true, unclosed: false }]
    : [];
}

const CLOSING = /^[\s。.;,、)]*$/;
/** What may stand before the clause of a line: “○责任单位：X”. */
const BULLET = /^[\s。.;,、)*○●◎◆◇■□▪▲△★☆→➢•·-]*$/;

function coversLine(folded: string, line: Line, tokens: readonly ClauseToken[]): boolean {
  const gaps = [...tokens.map(({ start }, index) => [tokens[index - 1]?.end ?? line.start, start] as const)];
  const last = tokens.at(-1)?.end ?? line.start;
  return [...gaps, [last, line.end] as const].every(([from, to]) =>
    (from === line.start ? BULLET : CLOSING).test(folded.slice(from, to)),
  );
}

const LONGEST_ATTACHMENT = 60;

/** “附件：1.重点任务清单” with “2.责任分工表” on the next line: the list goes on, and its numbers number no measures. */
function goesOnAttachments(context: ClauseContext, before: Paragraph, line: Line): boolean {
  const { folded } = context.source;
  if (!/^附[件表录]? *: *\d/.test(folded.slice(before.start, before.start + 10))) return false;
  const words = folded.slice(line.start, line.end);
  const isItem = markerAt(folded, line.start)?.kind === 'figure' && words.length <= LONGEST_ATTACHMENT;
  return isItem && !/[。;]/.test(words) && clausesIn(context, line).tokens.length === 0;
}

/**
 * Whether lines that are only a clause stand above the items they are for: the first stands right below the title and a number
 * below it, and the last number of the text has none behind it.
 */
function clausesHeadGroups(
  { source: { folded } }: ClauseContext,
  lines: readonly Line[],
  read: readonly (readonly ClauseToken[])[],
  titles: ReadonlySet<number>,
): boolean {
  const isClause = (index: number): boolean => (read[index]?.length ?? 0) > 0;
  const isNumber = (index: number): boolean => markerAt(folded, lines[index]?.start ?? 0) !== undefined;
  const first = read.findIndex((tokens) => tokens.length > 0);
  const next = read.findIndex((tokens, index) => index > first && tokens.length === 0);
  if (first === -1 || next === -1 || !isNumber(next)) return false;
  const last = lines.findLastIndex((_, index) => isNumber(index));
  const above = lines[first - 1];
  return (above === undefined || titles.has(above.start)) && !isClause(last + 1);
}

/**
 * Puts lines that are only a clause to the line before them, and the lines of a list of attachments together.
 * @param titles where the lines of the title begin: they take no clause
 */
export function paragraphsOf(
  context: ClauseContext,
  lines: readonly Line[],
  titles: ReadonlySet<number>,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const read = lines.map((line) => (titles.has(line.start) ? [] : clauseLine(context, line)));
  const headsGroups = clausesHeadGroups(context, lines, read, titles);
  for (const [index, line] of lines.entries()) {
    const before = paragraphs.at(-1);
    const isHead = headsGroups && (read[index - 1]?.length ?? 0) === 0;
    const clauseLines = before && !titles.has(before.start) && !isHead ? (read[index] ?? []) : [];
    if (before && clauseLines.length > 0) {
      paragraphs[paragraphs.length - 1] = {
        ...before,
        end: line.end,
        clauseLines: [...before.clauseLines, ...clauseLines],
      };
    } else if (before && goesOnAttachments(context, before, line)) {
      paragraphs[paragraphs.length - 1] = { ...before, end: line.end, ownEnd: line.end };
    } else paragraphs.push({ start: line.start, end: line.end, ownEnd: line.end, clauseLines: [] });
  }
  return paragraphs;
}
