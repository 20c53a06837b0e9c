import type { Years } from '../clause/time-shapes';
import { sourceOf, type Source } from '../../base/fold-text';
import { linesOf, type Line } from '../text/lines';
import { markerAt } from '../text/markers';
import type { TextSpan } from '../plan';

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
  '(?:方案|要点|计划|规划|纲要|分工表?|意见|措施|清单|任务表|一览表|办法|安排|任务书|任务分解|分解表|责任分解|台账|责任书|举措|行动)';
const BRACKET = '(?: *\\([^()]*\\))?';
const ENDS_AS_PLAN = new RegExp(`${KIND}${BRACKET}[”"》]?$`);
/** “江口市2024年优化营商环境重点任务”: a name only with place or year; alone the words caption a list. */
const TASKS = '(?:重点任务|工作任务|目标任务|重点工作|主要任务|细则)';
const ENDS_AS_TASKS = new RegExp(
  `^.{0,40}?(?:(?:19|20)\\d{2}|[省市县区州镇局]).{0,40}?${TASKS}${BRACKET}[”"》]?$`,
);
const OPENS_AS_TASKS = new RegExp(
  `^[^。;!?:\\n]{4,40}?${TASKS}${BRACKET}(?= *(?:[一二三]、|第[一二]|\\([一二]\\)|1[.、]))`,
);
const OPENS_AS_PLAN = new RegExp(
  `^[^。;!?:\\n]{2,60}?${KIND}(?!${KIND})(?! *(?:[和与及的]|》))(?: *\\([^()]{0,30}\\))?`,
);
/** “为推进……，制定本方案”: the preamble, not the title. */
const BEGINS_SENTENCE = /^(?:为|根据|按照|现将|经)|本[^,]{2,6}$/;
const RANGE = /((?:19|20)\d{2}) *(?:年 *)?[-至到] *((?:19|20)\d{2}) *年?/;
const ONE_YEAR = /((?:19|20)\d{2}) *(?:年|[)）])/;
const FIVE_YEARS: Readonly<Record<string, Years>> = {
  二: { from: 2011, to: 2015 },
  三: { from: 2016, to: 2020 },
  四: { from: 2021, to: 2025 },
  五: { from: 2026, to: 2030 },
};
/** “关于印发《……方案》的通知”: the plan is what is named within. */
const NOTICE = /《(.+)》的通知$/;
/** “现将《……分工》印发给你们”: the only name of a plan that comes as one line. */
const NAMED_WITHIN = new RegExp(`《([^《》\\n]{2,60}${KIND}(?: *\\([^()]*\\))?)》`);
const SUBTITLE = /^\(.*(?:19|20)\d{2}.*\)$/;
/** “……的通知”, “……的若干意见”: the last words of a paper's title. */
const ENDS_AS_PAPER = /(?:的(?:通知|通告|决定|批复|函|公告|报告|意见))[”"》]?$/;
const HEAD_OF_LETTER = 3000;
const TITLE_LINES = 40;
/** The depth of “（一）”. */
const SECTION_LEVEL = 3;
const LONGEST_TITLE = 80;

/** The years that words name: “2016—2020年”, “2023年”, “十四五”. */
export function yearsIn(folded: string): Years | undefined {
  const range = RANGE.exec(folded);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const one = ONE_YEAR.exec(folded);
  if (one) return { from: Number(one[1]), to: Number(one[1]) };
  return FIVE_YEARS[/十([二三四五])五/.exec(folded)?.[1] ?? ''];
}

const DATED = /((?:19|20)\d{2})年(?=\d{1,2}月|年?[底末前内])([^,。;!?、:()\n]{0,16})/g;
/** “有效期至2025年12月31日”, “规划期为2021—2025年”: the plan says itself how long it holds. */
const PERIOD =
  /(?:有效期|规划期|实施期|期限|行动期)[^。;\n]{0,10}?((?:19|20)\d{2})(?:年?(?:\d{1,2}月)?(?:\d{1,2}日)?起?[-至到]((?:19|20)\d{2}))?年/;
/** Years further apart than this belong to different things. */
const FARTHEST = 3;

/** The years in which most is to be done, without those that only say which things are meant (2000年前建成的小区). */
function yearsOfDates(folded: string): Years | undefined {
  const counts = new Map<number, number>();
  for (const found of folded.matchAll(DATED)) {
    if (/^[^的]{0,4}[前底末内]?[^的]{0,6}的(?!前)/.test(found[2] ?? '')) continue;
    counts.set(Number(found[1]), (counts.get(Number(found[1])) ?? 0) + 1);
  }
  const clusters: { years: Years; count: number }[] = [];
  for (const [year, count] of [...counts].sort(([a], [b]) => a - b)) {
    const last = clusters.at(-1);
    if (last && year - last.years.to <= FARTHEST)
      clusters[clusters.length - 1] = {
        years: { from: last.years.from, to: year },
        count: last.count + count,
      };
    else clusters.push({ years: { from: year, to: year }, count });
  }
  return clusters.reduce<(typeof clusters)[number] | undefined>(
    (best, one) => (best === undefined || one.count >= best.count ? one : best),
    undefined,
  )?.years;
}

/** The years for which a plan says that it holds. */
function yearsOfPeriod(folded: string): Years | undefined {
  const found = PERIOD.exec(folded);
  if (!found) return undefined;
  const to = Number(found[2] ?? found[1]);
  const from = found[2] === undefined ? (yearsOfDates(folded)?.from ?? to) : Number(found[1]);
  return { from: Math.min(from, to), to };
}

/** The lines among which the title stands: all before the first part or section. */
function headOf({ folded }: Source): readonly Line[] {
  const end = Math.max(/(?:[^\n]*\n){0,60}/.exec(folded)?.[0].length ?? 0, 400);
  const lines = linesOf(sourceOf(folded.slice(0, end)), []).slice(0, TITLE_LINES);
  const first = lines.findIndex(({ start }) => (markerAt(folded, start)?.level ?? Infinity) <= SECTION_LEVEL);
  return first === -1 ? lines : lines.slice(0, first);
}

/** Whether words are the name of a plan and nothing else; 附件 lines are not. */
export function isNameOfPlan(words: string): boolean {
  const bare = words.replace(/\([^()]*\)/g, '');
  return (
    words.length <= LONGEST_TITLE &&
    (ENDS_AS_PLAN.test(words) || ENDS_AS_TASKS.test(words)) &&
    !/[,。;:]/.test(bare) &&
    !words.startsWith('附件')
  );
}

/** Whether a line is the name of a plan; items of a notice are not. */
function isName(folded: string, { start, end }: Line): boolean {
  return isNameOfPlan(folded.slice(start, end)) && markerAt(folded, start) === undefined;
}

/** A title broken into two lines: the second names no place and no year, the first does, or says 关于. */
function firstHalf(words: readonly string[], index: number): boolean {
  const [before, line] = [words[index - 1] ?? '', words[index] ?? ''];
  const names = /[省市县区州镇]|(?:19|20)\d{2}/;
  const begins = names.test(before) ? !names.test(line) : /关于/.test(before) && !/关于/.test(line);
  return begins && before.length <= 40 && !/[。:;,()日号]$|通知$/.test(before);
}

/** The line in which a title begins that ends with the one given: with “关于……” up to two lines above, or the one above. */
function beginningOf(folded: string, head: readonly Line[], last: number): number {
  const words = head.map(({ start, end }) => folded.slice(start, end));
  for (let at = last; at >= 0 && at >= last - 2; at -= 1) {
    const line = head[at];
    const isPart = line && isPlain(folded, line) && !/[》)〕号]$|通知$/.test(words[at] ?? '');
    if (at < last && !isPart) break;
    if (/关于/.test(words[at] ?? '')) return at;
  }
  return firstHalf(words, last) ? last - 1 : last;
}

/** A line that holds the title and then the text, as in a document that arrives as one line. */
function titleWithin(folded: string, line: Line): TextSpan | undefined {
  const words = folded.slice(line.start, line.end);
  const asPlan = OPENS_AS_PLAN.exec(words);
  const asTasks = OPENS_AS_TASKS.exec(words);
  const found = asPlan && asTasks && asPlan[0].length < asTasks[0].length ? asPlan : (asTasks ?? asPlan);
  return found && !BEGINS_SENTENCE.test(found[0])
    ? { start: line.start, end: line.start + found[0].length }
    : undefined;
}

/** A first line that can be a title though it names no kind of plan: short, no sentence, no clause, and text below. */
function plainTitle(folded: string, line: Line): boolean {
  const words = folded.slice(line.start, line.end);
  if (markerAt(folded, line.start)) return false;
  const isSentence = /[。;:,]$/.test(words) || /(?:牵头|负责|配合|单位|部门)[^()]*\)?[。.;]?$/.test(words);
  return words.length <= LONGEST_TITLE && !isSentence && /\S/.test(folded.slice(line.end, line.end + 1000));
}

/** “关于……”, over up to three lines, ending with the word that says what kind of paper it is. */
function titleOverLines(folded: string, head: readonly Line[]): readonly Line[] {
  const words = head.map(({ start, end }) => folded.slice(start, end));
  const first = words.findIndex((one) => /关于/.test(one) && one.length <= 60 && !/[。;,:]/.test(one));
  if (first === -1) return [];
  const last = words.slice(first, first + 3).findIndex((one) => ENDS_AS_PAPER.test(one));
  const lines = last === -1 ? [] : head.slice(first, first + last + 1);
  return lines.every((line) => isPlain(folded, line)) ? lines : [];
}

function isPlain(folded: string, { start, end }: Line): boolean {
  return (
    end - start <= 60 && !/[。;:]/.test(folded.slice(start, end)) && markerAt(folded, start) === undefined
  );
}

/** Names of plans in the head: within 《》, or in its list of attachments. */
function namesInHead(folded: string): ReadonlySet<string> {
  const head = folded.slice(0, HEAD_OF_LETTER);
  const within = [
    ...head.matchAll(new RegExp(`《([^《》\\n]{4,60}(?:${KIND}|${TASKS}))(?: *\\([^()]*\\))?》`, 'g')),
  ];
  const listed = [
    ...head.matchAll(
      new RegExp(`附件 *(?:\\d *)?:[^。]{0,80}?(?:\\d[.、])?([^\\d.、:。;\\n]{4,60}${KIND})`, 'g'),
    ),
  ];
  return new Set([...within, ...listed].flatMap(({ 1: name }) => (name === undefined ? [] : [name])));
}

/** The title of a document that stands behind its covering letter: named there, and again where it begins. */
function attachedTitle(folded: string): TextSpan | undefined {
  for (const name of namesInHead(folded)) {
    const first = folded.indexOf(name);
    let listed: TextSpan | undefined;
    for (let at = folded.indexOf(name, first + 1); at !== -1; at = folded.indexOf(name, at + 1)) {
      const before = folded.slice(Math.max(0, at - 12), at);
      const after = folded.slice(at + name.length, at + name.length + 40);
      const bracket = /^ *\([^()\n]{1,20}\)/.exec(after)?.[0].length ?? 0;
      const span = { start: at, end: at + name.length + bracket };
      const ownLine = /(?:^|\n) *$/.test(before) && /^ *(?:\n|$)/.test(after.slice(bracket));
      if (ownLine || /附件 *(?:\d{1,2} *)?$|\d日 *$/.test(before)) return span;
      if (/附件 *(?:\d{1,2} *)?[:.] *$/.test(before)) listed ??= span;
    }
    if (listed) return listed;
  }
  return undefined;
}

function titleSpans(source: Source): readonly TextSpan[] {
  const { folded } = source;
  const head = headOf(source);
  const words = head.map(({ start, end }) => folded.slice(start, end));
  const at = head.map((line) => isName(folded, line)).lastIndexOf(true);
  const attached = attachedTitle(folded);
  const isOfAnother = at !== -1 && attached !== undefined && attached.start > (head.at(-1)?.end ?? 0);
  if (attached && !isOfAnother) return [attached];
  const [line, first] = [head[at], head[0]];
  if (line) {
    const next = head[at + 1];
    const subtitle = next && SUBTITLE.test(words[at + 1] ?? '') ? [next] : [];
    return [...head.slice(beginningOf(folded, head, at), at), line, ...subtitle];
  }
  const notice = head[words.findIndex((one) => NOTICE.test(one))];
  if (notice) return [notice];
  const overLines = titleOverLines(folded, head);
  if (overLines.length > 0) return overLines;
  if (!first) return [];
  const within = titleWithin(folded, first);
  if (within) return [within];
  return plainTitle(folded, first) ? [first] : [];
}

/**
 * Finds the title and the years of a plan.
 * @param given years that the user has set, before all that the text says
 */
export function titleOf(source: Source, given?: Years): PlanTitle {
  const spans = titleSpans(source);
  const within = spans.length === 0 ? namedWithin(source) : undefined;
  const named = (within ? [within] : spans).map(({ start, end }) => source.folded.slice(start, end)).join('');
  const head = source.folded.slice(0, spans[0]?.start ?? 0);
  const own = given ?? yearsIn(named) ?? yearsIn(head) ?? yearsOfPeriod(source.folded);
  const lines = (within ? [within] : spans).filter(
    ({ start, end }) => !SUBTITLE.test(source.folded.slice(start, end)),
  );
  const title = nameOf(
    joined(source.text, lines),
    joined(source.folded, lines),
    attachedTitle(source.folded) === undefined ? YEARS_BEHIND : YEARS_OR_DRAFT,
  );
  return { title, years: own ?? yearsOfDates(source.folded), spans, guessed: own === undefined };
}

/** The name of the plan in a sentence of the head; the sentence stays what it is. */
function namedWithin(source: Source): TextSpan | undefined {
  const last = headOf(source).at(-1)?.end ?? Math.min(400, source.folded.length);
  const found = NAMED_WITHIN.exec(source.folded.slice(0, Math.min(400, last)));
  const start = (found?.index ?? 0) + 1;
  return found?.[1] === undefined ? undefined : { start, end: start + found[1].length };
}

function joined(text: string, lines: readonly TextSpan[]): string {
  return lines.map(({ start, end }) => text.slice(start, end)).join('');
}

const YEARS_BEHIND = / *\([^()]*(?:19|20)\d{2}[^()]*\)$/;
const YEARS_OR_DRAFT = / *\((?:[^()]*(?:19|20)\d{2}[^()]*|征求意见稿|讨论稿|送审稿|草案|审议稿|报审稿)\)$/;

/** The name without its years, “……实施方案（2016—2020年）”, without the notice around it; of an attached draft without （征求意见稿） too. */
function nameOf(written: string, folded: string, behind: RegExp): string {
  const notice = NOTICE.exec(folded)?.[1];
  const from = notice === undefined ? 0 : folded.lastIndexOf(notice);
  const name = folded.slice(from, notice === undefined ? folded.length : from + notice.length);
  const added = behind.exec(name);
  return written.slice(from, from + (added?.index ?? name.length)).trim();
}
