import type { Source } from '../../base/fold-text';
import { gapsInLabels } from '../clause/label-forms';
import { gapsIn, leaveOut } from './left-out';
import { markerAt } from './markers';
import { marksIn } from './markdown';
import { pageLinesOf } from './page-lines';
import type { TextSpan } from '../plan';

/** A line without the white space around it. */
export interface Line extends TextSpan {
  readonly indented: boolean;
  /** With its indent: what counts when lines were broken at one width. */
  readonly width: number;
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
    const end = start + words.length;
    lines.push({ start, end, indented: start > from, width: end - from });
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
  const most = lines.reduce((widest, { width }) => Math.max(widest, width), 0);
  if (most < WRAP_WIDTHS.least || most > WRAP_WIDTHS.most) return undefined;
  const broken = lines.filter(
    ({ end, width }) =>
      width >= most - WRAP_WIDTHS.slack && !ENDS_SENTENCE.test(source.folded.slice(end - 1, end)),
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

/** A text without the breaks that only wrap its lines and without Markdown's marks, and the way back to where its words stand as issued. */
export interface Unwrapped {
  readonly source: Source;
  /** A span of `source` as a span of the text as issued. */
  readonly asIssued: (span: TextSpan) => TextSpan;
  /** Page numbers and running heads left out of `source`, where they stand in the text as issued. */
  readonly pageLines: readonly TextSpan[];
}

/** The stretches that are left out: white space between a line and its continuation, and page numbers, heads and feet. */
function wrapsIn(source: Source, all: readonly Line[], pages: ReadonlySet<number>): readonly TextSpan[] {
  const lines = pages.size === 0 ? all : all.filter((_, index) => !pages.has(index));
  const width = wrapWidth(source, lines);
  const wraps: TextSpan[] = [];
  let inBracketUntil = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && (index <= inBracketUntil || fillsWidth(source, before, line, width))) {
      wraps.push({ start: before.end, end: line.start });
    }
    if (index >= inBracketUntil) inBracketUntil = index + linesOfBracket(source, lines, index);
  }
  if (pages.size === 0) return wraps;
  let next = 0;
  const alone = all.filter(({ start }, index) => {
    while ((wraps[next]?.end ?? Infinity) <= start) next += 1;
    return pages.has(index) && (wraps[next]?.start ?? Infinity) > start;
  });
  return [...wraps, ...alone.map(({ start, end }) => ({ start, end }))].sort((a, b) => a.start - b.start);
}

/**
 * Puts together what was one line before it was wrapped: a bracket that a later line closes, and in a document of even
 * width a full line that goes on below. Gaps behind each character go too,
 * and those that draw out a label.
 */
export function unwrap(issued: Source): Unwrapped {
  const all = gapsIn(issued);
  const gaps = all.length > 0 ? all : gapsInLabels(issued);
  if (gaps.length === 0) return withoutWraps(issued);
  const tight = leaveOut(issued, gaps);
  const { source, asIssued, pageLines } = withoutWraps(tight.source);
  return {
    source,
    asIssued: (span) => tight.asIssued(asIssued(span)),
    pageLines: pageLines.map((line) => tight.asIssued(line)),
  };
}

function withoutWraps(source: Source): Unwrapped {
  const lines = linesOf(source, []);
  const marks = marksIn(source);
  const pages = marks.length > 0 ? new Set<number>() : pageLinesOf(source, lines);
  const pageLines = lines.filter((_, index) => pages.has(index)).map(({ start, end }) => ({ start, end }));
  const wraps = marks.length > 0 ? marks : wrapsIn(source, lines, pages);
  if (wraps.length === 0) return { source, asIssued: (span) => span, pageLines };
  const { source: left, asIssued } = leaveOut(source, wraps);
  const before = new Map(marks.map((mark) => [mark.end, mark.start]));
  const behind = new Map(marks.map((mark) => [mark.start, mark.end]));
  return { source: left, asIssued: (span) => withMarks(asIssued(span), before, behind), pageLines };
}

/** A span with the marks that stand right before and behind it: by their ends where they begin, by their beginnings where they end. */
function withMarks(
  { start, end }: TextSpan,
  before: ReadonlyMap<number, number>,
  behind: ReadonlyMap<number, number>,
): TextSpan {
  let [from, to] = [start, end];
  for (let mark = before.get(from); mark !== undefined && mark < from; mark = before.get(from)) from = mark;
  for (let mark = behind.get(to); mark !== undefined && mark > to; mark = behind.get(to)) to = mark;
  return { start: from, end: to };
}

const LONGEST_BRACKET = 200;

/** Whether a line ends in a bracket that can be a clause, and so ends its paragraph. */
function endsInClause(folded: string, end: number): boolean {
  if (!/\)[。.;]?$/.test(folded.slice(end - 2, end))) return false;
  const bracket = folded.slice(Math.max(folded.lastIndexOf('(', end), end - LONGEST_BRACKET), end);
  return /牵头|责任|负责|落实|完成|配合|单位|部门|局|办公室|委员会/.test(bracket);
}

/** Whether a line is the rest of a full one before it; a clause at its end, a number or an indent says no. */
function fillsWidth(source: Source, before: Line, line: Line, width: number | undefined): boolean {
  if (width === undefined || line.indented || before.width < width - WRAP_WIDTHS.slack) return false;
  return !endsInClause(source.folded, before.end) && markerAt(source.folded, line.start) === undefined;
}
