import type { Years } from './time-shapes';
import type { Source } from './fold';
import { linesOf, type Line } from './lines';
import { markerAt } from './markers';
import type { TextSpan } from './types';

/** The title of a plan, the years it is for, and where both stand. */
export interface PlanTitle {
  readonly title: string;
  readonly years: Years | undefined;
  /** The lines of title and subtitle, in order. */
  readonly spans: readonly TextSpan[];
  /** No title names the years: they are taken from the dates of the text. */
  readonly guessed: boolean;
}

const KIND =
  '(?:方案|要点|计划|规划|纲要|分工|意见|措施|清单|办法|安排|任务书|任务分解|分解表|责任分解|台账|责任书|举措|行动)';
const ENDS_AS_PLAN = new RegExp(`${KIND}(?: *\\([^()]*\\))?[”"》]?$`);
const OPENS_AS_PLAN = new RegExp(
  `^[^。;!?:\\n]{2,60}?${KIND}+(?! *(?:[和与及的]|》))(?: *\\([^()]{0,30}\\))?`,
);
const RANGE = /((?:19|20)\d{2}) *年? *[-至到] *((?:19|20)\d{2}) *年?/;
const ONE_YEAR = /((?:19|20)\d{2}) *(?:年|[)）])/;
const FIVE_YEARS: Readonly<Record<string, Years>> = {
  二: { from: 2011, to: 2015 },
  三: { from: 2016, to: 2020 },
  四: { from: 2021, to: 2025 },
  五: { from: 2026, to: 2030 },
};
const SUBTITLE = /^\(.*(?:19|20)\d{2}.*\)$/;
const TITLE_LINES = 40;
const LONGEST_TITLE = 80;

/** The years that words name: “2016—2020年”, “2023年”, “十四五”. */
export function yearsIn(folded: string): Years | undefined {
  const range = RANGE.exec(folded);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const one = ONE_YEAR.exec(folded);
  if (one) return { from: Number(one[1]), to: Number(one[1]) };
  return FIVE_YEARS[/十([二三四五])五/.exec(folded)?.[1] ?? ''];
}

/** The years of all dates in the text until which something is to be done. */
function yearsOfDates(folded: string): Years | undefined {
  let years: Years | undefined;
  for (const found of folded.matchAll(/((?:19|20)\d{2})年(?=\d{1,2}月|年?[底末前内])/g)) {
    const year = Number(found[1]);
    years = { from: Math.min(year, years?.from ?? year), to: Math.max(year, years?.to ?? year) };
  }
  return years;
}

/** The lines among which the title stands: all before the first numbered one. */
function headOf(source: Source): readonly Line[] {
  const end = /(?:[^\n]*\n){0,60}/.exec(source.folded)?.[0].length ?? 0;
  const lines = linesOf({ text: '', folded: source.folded.slice(0, Math.max(end, 400)) }, []).slice(
    0,
    TITLE_LINES,
  );
  const first = lines.findIndex(({ start }) => markerAt(source.folded, start) !== undefined);
  return first === -1 ? lines : lines.slice(0, first);
}

/** A title broken into two lines: the second names no place and no year, the first does. */
function firstHalf(words: readonly string[], index: number): boolean {
  const [before, line] = [words[index - 1] ?? '', words[index] ?? ''];
  const names = /[省市县区州镇]|(?:19|20)\d{2}/;
  return (
    names.test(before) && !names.test(line) && before.length <= 40 && !/[。:;,()日号]$|通知$/.test(before)
  );
}

/** A line that begins with the title and goes on with the text, as when a document comes as one line. */
function titleWithin(folded: string, line: Line): TextSpan | undefined {
  const found = OPENS_AS_PLAN.exec(folded.slice(line.start, line.end));
  return found ? { start: line.start, end: line.start + found[0].length } : undefined;
}

function titleSpans(source: Source): readonly TextSpan[] {
  const { folded } = source;
  const head = headOf(source);
  const words = head.map(({ start, end }) => folded.slice(start, end));
  const at = words.findLastIndex((line) => line.length <= LONGEST_TITLE && ENDS_AS_PLAN.test(line));
  const [line, first] = [head[at], head[0]];
  if (line) {
    const next = head[at + 1];
    const subtitle = next && SUBTITLE.test(words[at + 1] ?? '') ? [next] : [];
    const before = firstHalf(words, at) ? head[at - 1] : undefined;
    return [...(before ? [before] : []), line, ...subtitle];
  }
  if (!first) return [];
  const within = titleWithin(folded, first);
  if (within) return [within];
  const plain =
    (words[0] ?? '').length <= LONGEST_TITLE && !/[。;:,]$/.test(words[0] ?? '') && head.length > 1;
  return plain ? [first] : [];
}

/**
 * Finds the title and the years of a plan.
 * @param given years that the user has set, before all that the text says
 */
export function titleOf(source: Source, given?: Years): PlanTitle {
  const spans = titleSpans(source);
  const named = spans.map(({ start, end }) => source.folded.slice(start, end)).join('');
  const head = source.folded.slice(0, spans[0]?.start ?? 0);
  const own = given ?? yearsIn(named) ?? yearsIn(head);
  const lines = spans.filter(({ start, end }) => !SUBTITLE.test(source.folded.slice(start, end)));
  const title = lines.map(({ start, end }) => withoutYears(source, start, end)).join('');
  return { title, years: own ?? yearsOfDates(source.folded), spans, guessed: own === undefined };
}

/** “……实施方案（2016—2020年）” is the same title as with the years on a line of their own. */
function withoutYears({ text, folded }: Source, start: number, end: number): string {
  const years = / *\([^()]*(?:19|20)\d{2}[^()]*\)$/.exec(folded.slice(start, end));
  return text.slice(start, years ? start + years.index : end).trim();
}
