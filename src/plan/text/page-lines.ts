import type { Source } from '../../base/fold-text';
import type { Line } from './lines';

/** “— 2 —”, “第2页”, “第 2 页 共 9 页”, “2/9”. */
const PAGE_NUMBER =
  /^(?:[-·•~*=]+ *\d{1,4} *[-·•~*=]+|-?第 *\d{1,4} *页-?(?:[ ,/]*共 *\d{1,4} *页)?|\d{1,4} ?\/ ?\d{1,4}|page *\d{1,4}(?: *of *\d{1,4})?)$/i;
const LONGEST_HEAD = 40;

/** How often each short line stands in the text, and where first. */
function counts(
  source: Source,
  lines: readonly Line[],
): ReadonlyMap<string, { readonly first: number; count: number }> {
  const found = new Map<string, { readonly first: number; count: number }>();
  for (const [index, { start, end }] of lines.entries()) {
    if (end - start > LONGEST_HEAD) continue;
    const words = source.folded.slice(start, end);
    const known = found.get(words);
    if (known) known.count += 1;
    else found.set(words, { first: index, count: 1 });
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
    .filter((index) => index > 0 && index < lines.length && (often.get(words(index))?.count ?? 0) >= 3)
    .filter((index) => (often.get(words(index))?.first ?? index) < index || (pages[1] ?? Infinity) < index);
  return new Set([...pages, ...heads]);
}
