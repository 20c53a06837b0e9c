import type { Source } from '../../base/fold-text';
import type { Line } from './lines';

/** “— 2 —”, “第2页”, “第 2 页 共 9 页”, “2/9”. */
const PAGE_NUMBER =
  /^(?:[-·•~*=]+ *\d{1,4} *[-·•~*=]+|-?第 *\d{1,4} *页-?(?:[ ,/]*共 *\d{1,4} *页)?|\d{1,4} ?\/ ?\d{1,4}|page *\d{1,4}(?: *of *\d{1,4})?)$/i;
const LONGEST_HEAD = 40;

/** How often each line stands in the text. */
function counts(source: Source, lines: readonly Line[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { start, end } of lines) {
    if (end - start > LONGEST_HEAD) continue;
    const words = source.folded.slice(start, end);
    found.set(words, (found.get(words) ?? 0) + 1);
  }
  return found;
}

/**
 * The lines that a page brings with it and not the text: its number, and beside it a head or foot that stands on three pages or more.
 * The first of such heads stays on the first page: it may be the title.
 * @returns their places among the lines
 */
export function pageLinesOf(source: Source, lines: readonly Line[]): ReadonlySet<number> {
  const words = (index: number): string => source.folded.slice(lines[index]?.start, lines[index]?.end);
  const pages = lines.flatMap((_, index) => (PAGE_NUMBER.test(words(index)) ? [index] : []));
  if (pages.length === 0) return new Set();
  const often = counts(source, lines);
  const heads = pages
    .flatMap((index) => [index - 1, index + 1])
    .filter((index) => index > 0 && index < lines.length && (often.get(words(index)) ?? 0) >= 3)
    .filter((index) => {
      const first = lines.findIndex((_, other) => words(other) === words(index));
      return first < index || (pages[1] ?? Infinity) < index;
    });
  return new Set([...pages, ...heads]);
}
