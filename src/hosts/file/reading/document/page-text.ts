import type { TextSpan } from '../../../../plan/plan';

/** Elements whose content no reader of the page sees. */
const UNSEEN = new Set(['head', 'script', 'style', 'template', 'noscript']);
/** Elements that stand on lines of their own. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|table|title|tr|ul)$/;
const CELLS = /^t[dh]$/;

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
  times: '×',
  deg: '°',
  permil: '‰',
  yen: '¥',
  ge: '≥',
  le: '≤',
  lsaquo: '‹',
  rsaquo: '›',
  lang: '〈',
  rang: '〉',
};
const LAST_CODE_POINT = 0x10ffff;

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/giu;
/** What would be taken for a mark of the page where it stood for itself. */
const MARKS: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

function character(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
}

function decoded(words: string): string {
  return words.replace(REFERENCE, character);
}

/** A page whose references to characters (“&#33606;”, “&ldquo;”) are those characters; marks of the page stand by name. */
export function withCharacters(html: string): string {
  return html.replace(REFERENCE, (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
    const meant = character(whole, decimal, hexadecimal, name);
    return meant === whole ? whole : (MARKS[meant] ?? meant);
  });
}

interface Tag {
  /** In lower case; empty for a comment. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  /** Behind the tag, or behind what no reader sees. */
  readonly end: number;
}

/**
 * The tags of a page in order. Goes over it once, however it is damaged: what is never closed reaches to the end.
 *
 * No parser of HTML stands behind it: cells are read by the library of tables, and of the rest only words, blocks and what nobody
 * sees are wanted, which no nesting decides. parse5 builds the whole tree for that and adds 46 KB gzip to each of two workers;
 * htmlparser2 is smaller, brings every named character of HTML, and would be asked for the same three things.
 */
function* tagsOf(html: string): Generator<Tag> {
  const lower = html.toLowerCase();
  const until = (sign: string, from: number): number => {
    const found = lower.indexOf(sign, from);
    return found === -1 ? html.length : found + sign.length;
  };
  for (let start = lower.indexOf('<'); start !== -1;) {
    let end = lower.startsWith('<!--', start) ? until('-->', start) : start + lengthOfTag(lower, start);
    if (end === start) end = until('>', start);
    const isClosing = lower.startsWith('</', start);
    const name = /^<\/?([a-z][a-z\d]*)/.exec(lower.slice(start, start + LONGEST_NAME))?.[1] ?? '';
    if (UNSEEN.has(name) && !isClosing) end = until('>', until(`</${name}`, end) - 1);
    yield { name, isClosing, start, end };
    start = lower.indexOf('<', end);
  }
}
const LONGEST_NAME = 16;
const LONGEST_TAG = 2_000;

/** With what stands in quotes, which may hold a “>” itself; 0 where the quotes of a damaged or very long tag do not end. */
function lengthOfTag(lower: string, start: number): number {
  const found = /^<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/.exec(lower.slice(start, start + LONGEST_TAG));
  return found?.[0].length ?? 0;
}

/** Where the tables of a page stand that hold no other table, in order. */
export function tablesIn(html: string): readonly TextSpan[] {
  const tables: TextSpan[] = [];
  let open: number | undefined;
  for (const { name, isClosing, start, end } of tagsOf(html)) {
    if (name !== 'table') continue;
    if (isClosing && open !== undefined) tables.push({ start: open, end });
    open = isClosing ? undefined : start;
  }
  return open === undefined ? tables : [...tables, { start: open, end: html.length }];
}

/** The words of a web page, a line for each block and a tab between cells; scripts, styles and comments left out. */
export function pageText(html: string): string {
  const words: string[] = [];
  let at = 0;
  const add = (end: number): void => void words.push(decoded(html.slice(at, end).replace(/\s+/g, ' ')));
  for (const { name, isClosing, start, end } of tagsOf(html)) {
    add(start);
    if (BLOCKS.test(name)) words.push('\n');
    else if (CELLS.test(name) && isClosing) words.push('\t');
    at = end;
  }
  add(html.length);
  return words
    .join('')
    .split('\n')
    .map((line) => line.replace(/^ +|[ \t]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}
