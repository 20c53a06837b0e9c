import { readNumeral } from '../../base/numerals';

/** Styles of numbering, from the outermost to the innermost as official papers nest them (GB/T 9704-2012, 7.3.3). */
export type MarkerKind =
  'part' | 'han' | 'bracketedHan' | 'article' | 'figure' | 'decimal' | 'bracketedFigure' | 'circled';

export interface Marker {
  readonly kind: MarkerKind;
  /** Nesting depth: 1 “第一部分”, 2 “一、” … 9 “①”; a heading closes all that are as deep or deeper. */
  readonly level: number;
  readonly ordinal: number;
  /** The number as written without punctuation after it: span in the text. */
  readonly start: number;
  readonly end: number;
  /** Where the words after the marker begin. */
  readonly bodyStart: number;
}

interface MarkerShape {
  readonly kind: MarkerKind;
  readonly level: number;
  /** Sticky; group 1 is the number with its brackets, group 2 the number alone. */
  readonly pattern: RegExp;
  readonly read: (written: string) => number;
  /** What else has to be so at the position. */
  readonly holds?: (folded: string, at: number, written: string) => boolean;
}

const HAN = '[一二三四五六七八九十]{1,3}';

/** Runs of ready-made numbers: ①, ⑴, ⒈, ㈠, ㉑. */
const SIGN_RUNS: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x3220, 0x3229, 1],
  [0x3251, 0x325f, 21],
];

function signNumber(sign: string): number {
  const code = sign.charCodeAt(0);
  const run = SIGN_RUNS.find(([first, last]) => code >= first && code <= last);
  return run ? code - run[0] + run[2] : NaN;
}

/** Figures that can number something; “2016、2017年” is no numbering. */
function figureNumber(written: string): number {
  const number = Number(written);
  return number >= 1900 && number < 2100 ? NaN : number;
}

function lastNumber(written: string): number {
  return Number(written.slice(written.lastIndexOf('.') + 1));
}

/** As far as the numbers below or above a chapter are looked for, and over how many chapters without any. */
const CHAPTER_WITHIN = 1500;
const CHAPTERS_WITHOUT = 4;
const DEEPEST_INDENT = 40;
const NUMBERED_LINE = /\n *(\d{1,2})(?:\.(\d{1,2}))?(?=[.、 \u4e00-\u9fff])/g;

/** Whether nothing but an indent stands before a position on its line. */
function beginsLine(folded: string, at: number): boolean {
  const before = folded.slice(Math.max(0, at - DEEPEST_INDENT), at).replace(/ +$/, '');
  return before === '' || before.endsWith('\n');
}

/** “2 工作任务” on a line of its own numbers a chapter where the next number below is its own “2.1”, or “1.3” stands above. */
function isChapter(folded: string, at: number, written: string): boolean {
  if (!beginsLine(folded, at)) return false;
  let chapter = Number(written);
  const below = folded.slice(at, at + CHAPTER_WITHIN).matchAll(NUMBERED_LINE);
  for (const { 1: first, 2: second } of below) {
    if (second !== undefined) {
      if (Number(first) === chapter) return true;
      break;
    }
    chapter += 1;
    if (Number(first) !== chapter || chapter > Number(written) + CHAPTERS_WITHOUT) break;
  }
  const above = folded.slice(Math.max(0, at - CHAPTER_WITHIN), at).matchAll(NUMBERED_LINE);
  return [...above].some(
    ({ 1: first, 2: second }) => second !== undefined && Number(first) === Number(written) - 1,
  );
}

const SHAPES: readonly MarkerShape[] = [
  {
    kind: 'part',
    level: 1,
    pattern: new RegExp(`(第(${HAN})(?:部分|章|篇))[、:. ]*`, 'y'),
    read: readNumeral,
  },
  {
    kind: 'article',
    level: 4,
    pattern: new RegExp(`(第(${HAN}|\\d{1,3})条)[、:. ]*`, 'y'),
    read: readNumeral,
  },
  {
    kind: 'article',
    level: 4,
    pattern: new RegExp(`((?:任务|问题|举措|行动|事项|工程)(${HAN}|\\d{1,2}))[:、. ]+`, 'y'),
    read: readNumeral,
  },
  { kind: 'han', level: 2, pattern: new RegExp(`((${HAN}))(?:[、.] *| +)`, 'y'), read: readNumeral },
  {
    kind: 'bracketedHan',
    level: 3,
    pattern: new RegExp(`(\\( *(${HAN}) *\\))[、.]? *`, 'y'),
    read: readNumeral,
  },
  { kind: 'bracketedHan', level: 3, pattern: /(([㈠-㈩]))[、.]? */y, read: signNumber },
  {
    kind: 'decimal',
    level: 7,
    pattern:
      /((\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?))(?:[.、] *| +|(?=[\u4e00-\u9fff])(?![年月日%个倍万亿元分级版米度]))/y,
    read: lastNumber,
  },
  {
    kind: 'decimal',
    level: 6,
    pattern: /((\d{1,2}\.\d{1,2}))(?:[.、] *| +|(?=[\u4e00-\u9fff])(?![年月日%个倍万亿元分级版米度]))/y,
    read: lastNumber,
  },
  {
    kind: 'figure',
    level: 5,
    pattern: /((\d{1,2})) +(?=[\u4e00-\u9fff])(?![年月日个倍万亿元])/y,
    read: figureNumber,
    holds: isChapter,
  },
  {
    kind: 'figure',
    level: 5,
    pattern: /((\d{1,4}))[.、](?:(?!\d)|(?=(?:19|20)\d{2}年)) */y,
    read: figureNumber,
  },
  {
    kind: 'figure',
    level: 5,
    pattern: /((\d{1,3}))[,:。](?=[\u4e00-\u9fff“"《]) */y,
    read: figureNumber,
    holds: beginsLine,
  },
  { kind: 'figure', level: 5, pattern: /(([⒈-⒛]))[、.]? */y, read: signNumber },
  { kind: 'bracketedFigure', level: 8, pattern: /(\( *(\d{1,4}) *\))[、.]? */y, read: figureNumber },
  { kind: 'bracketedFigure', level: 8, pattern: /((\d{1,4})\))[、.]? */y, read: figureNumber },
  { kind: 'bracketedFigure', level: 8, pattern: /(([⑴-⒇]))[、.]? */y, read: signNumber },
  { kind: 'circled', level: 9, pattern: /(([①-⑳㉑-㉟]))[、.]? */y, read: signNumber },
];

/** The numbering that stands at a position of the folded text, if one does. */
export function markerAt(folded: string, at: number): Marker | undefined {
  if (!MAY_BEGIN.test(folded.charAt(at))) return undefined;
  for (const { kind, level, pattern, read, holds } of SHAPES) {
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    const [whole, number, written] = found ?? [];
    if (whole === undefined || number === undefined || written === undefined) continue;
    const ordinal = read(written);
    if (ordinal > 0 && holds?.(folded, at, written) !== false)
      return { kind, level, ordinal, start: at, end: at + number.length, bodyStart: at + whole.length };
  }
  return undefined;
}

/** “第二条……（一）……”: in the papers where （一） divides an article, the two change places. */
export function articlesAbove<Numbered extends { readonly marker: Marker | undefined }>(
  pieces: readonly Numbered[],
): readonly Numbered[] {
  const numbered = pieces.filter(({ marker }) => marker);
  const first = numbered.findIndex(({ marker }) => marker?.kind === 'bracketedHan');
  if (first <= 0 || !numbered.slice(0, first).some(({ marker }) => marker?.kind === 'article')) return pieces;
  return pieces.map((piece) => {
    const swapped = piece.marker && SWAPPED[piece.marker.kind];
    return swapped === undefined ? piece : { ...piece, marker: { ...piece.marker, level: swapped } };
  });
}
const SWAPPED: Readonly<Partial<Record<MarkerKind, number>>> = { article: 3, bracketedHan: 4 };

/** Signs with which a numbering can begin, but for the words before a number (任务一：); the sieve where every position is a candidate. */
export const MARKER_SIGNS = /[第(\d一二三四五六七八九十㈠-㈩⒈-⒛⑴-⒇①-⑳㉑-㉟]/;
const MAY_BEGIN = new RegExp(`${MARKER_SIGNS.source}|[任问举行事工]`);
