import type { Source } from '../base/fold-text';
import type { TextSpan } from './plan';

/** The words of a span as issued, trimmed; a break between lines stays, as one `\n`. */
export function wordsOf(source: Source, { start, end }: TextSpan): string {
  return source.text
    .slice(start, end)
    .split(/[\r\n\u2028\u2029\v\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
