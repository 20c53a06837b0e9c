import type { Source } from '../../base/fold-text';
import type { TextSpan } from '../plan';

/** “# 标题”: a text with such a line is Markdown. */
const HAS_HEADING = /^#{1,6} +[^\s#]/m;
/** “## ”, “- ”, “> ” before a line, “**” and “__” around words, the marks of a heading behind it. */
const MARK = /^[ \t]*(?:#{1,6}|[-*+>]) +|\*\*|__| #{1,6}$/gm;

/** The marks of a Markdown text, which say how it looks and are none of its words; none in any other text. */
export function marksIn({ folded }: Source): readonly TextSpan[] {
  if (!HAS_HEADING.test(folded)) return [];
  const isBehindWords = (index: number) => /[^\s#]/.test(folded.charAt(index - 1));
  return [...folded.matchAll(MARK)]
    .filter(({ 0: mark, index }) => !mark.startsWith(' #') || mark.endsWith(' ') || isBehindWords(index))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** Where the lines begin that a Markdown text marks as headings, as issued. */
export function headingLines({ folded }: Source): ReadonlySet<number> {
  return new Set([...folded.matchAll(/^[ \t]*#{1,6} +[^\s#]/gm)].map(({ index }) => index));
}
