import type { Source } from './fold';
import type { TextSpan } from './types';

/** Starts of lines that only go on with the line before: the break before them is the printer's, not the author's. */
export type Wraps = ReadonlySet<number>;

/** The words of a span as issued, trimmed; a break within them stays as one `\n`, unless it only wraps the line. */
export function wordsOf(source: Source, { start, end }: TextSpan, wraps: Wraps): string {
  const written = source.text.slice(start, end);
  if (!/[\r\n\u2028\u2029\v\f]/.test(written)) return written.trim();
  return written
    .replace(/[^\S\r\n]*[\r\n\u2028\u2029\v\f]\s*/g, (gap, at: number) => (wraps.has(start + at + gap.length) ? '' : '\n'))
    .trim();
}
