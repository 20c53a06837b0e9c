import type { CalendarDate } from '../base/calendar';
import { completionRate } from '../ledger/figures/completion-rate';
import type { Tally } from '../ledger/figures/summary';
import type { Plan } from '../plan/plan';
import { NO_FIGURE } from '../sheets/words';

/** How a paper speaks of its plan. */
export interface PlanNames {
  /** “《荆门市法治政府建设实施方案（2016—2020年）》”. */
  readonly full: string;
  /** “《实施方案》”, after its first mention. */
  readonly short: string;
  /** “荆门市”; empty when the title begins with no place. */
  readonly place: string;
  /** “法治政府建设”. */
  readonly subject: string;
  /** What such a plan calls one of its lines: 措施; 任务 of a list of tasks, 整改任务 of a plan of rectification. */
  readonly item: string;
}

const TITLE =
  /^(?<place>.{1,6}?[市县区州省])?(?:关于)?(?<subject>.*?)(?:的)?(?<kind>整改落实方案|整改方案|整改清单|工作要点|重点任务清单|重点任务分工|任务分工方案|分工方案|任务分解表|任务清单|责任清单|实施方案|工作方案|行动方案|实施意见|行动计划|工作计划|规划纲要|要点|方案|意见|规划|计划|纲要)$/u;

/** What a kind of plan calls its lines, by the first that fits. */
const ITEM_OF_KIND: readonly (readonly [RegExp, string])[] = [
  [/整改/u, '整改任务'],
  [/要点|任务|责任|分工/u, '任务'],
  [/./u, '措施'],
];

/** A year or a span of years in a title, which its subject does without. */
const YEARS = /\d{4}(?:[—–-]\d{4})?年度?|[（(]\d{4}.{0,8}[）)]/gu;

export function planNames({ title, years }: Plan): PlanNames {
  const { place = '', subject = title, kind = '方案' } = TITLE.exec(title)?.groups ?? {};
  const span = years.from === 0 ? '' : `（${years.from}—${years.to}年）`;
  const item = ITEM_OF_KIND.find(([of]) => of.test(kind))?.[1] ?? '措施';
  const about = subject.replace(YEARS, '').replace(/^[、，\s]+|重点$/gu, '');
  return {
    full: `《${asPrinted(title)}${span}》`,
    short: `《${kind}》`,
    place,
    subject: about === '' ? '重点工作' : about,
    item,
  };
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** Full-width punctuation and no spaces beside Chinese, as a paper is set; figures and Latin words stay as they are. */
export function asPrinted(text: string): string {
  return text
    .replace(/\s+/gu, (gap, at: number) =>
      isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at + gap.length)) ? gap : '',
    )
    .replace(/[,;:?!()]/gu, (sign, at: number) => {
      const between = /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
      return between ? sign : (FULL_WIDTH[sign] ?? sign);
    });
}

function isLatin(sign: string): boolean {
  return /[\x20-\x7e]/u.test(sign);
}

const LIST_MARK = /^\s*(?:[（(]?\d{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳]|[-•·])\s*/u;

/** One sentence without its full stop: lines joined, list marks and trailing punctuation gone. */
export function asClause(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => asPrinted(line.replace(LIST_MARK, '').trim()).replace(/[。；;，,、.！!\s]+$/u, ''))
    .filter((line) => line !== '')
    .join('；');
}

/** “市编办、市财政局”; of many the first, “等5个单位”. */
export function unitsList(units: readonly string[], most = Infinity): string {
  const named = units.slice(0, most).join('、');
  return units.length > most ? `${named}等${units.length}个单位` : named;
}

/** “第3、12项”. */
export function measuresList(measures: readonly number[]): string {
  return `第${[...measures].sort((a, b) => a - b).join('、')}项`;
}

/** “35.7%”; a whole number without the point; “—” of nothing. */
export function share(part: number, whole: number): string {
  return percent(whole === 0 ? null : part / whole);
}

/** A rate from 0 to 1 as “35.7%”; “—” where there is none. */
export function percent(rate: number | null): string {
  return rate === null ? NO_FIGURE : `${Math.round(rate * 1000) / 10}%`;
}

/** “完成率35.7%（长期坚持的3项不计入）”. */
export function rateWords(tally: Pick<Tally, 'done' | 'measures' | 'ongoing'>): string {
  const left = tally.ongoing === 0 ? '' : `（长期坚持的${tally.ongoing}项不计入）`;
  return `完成率${percent(completionRate(tally))}${left}`;
}

const OPENING = '“‘《〈（【〔「『';
const CLOSING = '”’》〉）】〕」』';

/** Where one of these signs stands outside of brackets and quotation marks, from the front. */
function placesOf(text: string, signs: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && signs.includes(sign)) found.push(at);
  }
  return found;
}

/** A text cut where its sentences and the parts between semicolons end; what stands in brackets or quotation marks is not cut. */
export function sentencesOf(text: string): readonly string[] {
  const ends = placesOf(text, '。；！？');
  return [-1, ...ends]
    .map((before, index) => text.slice(before + 1, ends[index]).trim())
    .filter((sentence) => sentence !== '');
}

/** A part shorter than this says too little to stand for the whole. */
const LEAST_SIGNS = 8;

/** A clause that says nothing without the next one: “按照……的要求”, “市编办围绕……”. */
const ONLY_LEADS_ON =
  /^(?:.{0,12}?(?:围绕|按照|根据|依据|针对|为了|随着|由于|因为|虽然|尽管|如果|除了)|[为经在对当因若如])/u;

/** As many of a sentence's clauses, from the front, as have room and say something; `null` where there are none. */
export function shortened(sentence: string, most: number): string | null {
  if (sentence.length <= most) return sentence;
  const ends = placesOf(sentence, '，');
  const end = ends.findLast((at, index) => {
    const lastClause = sentence.slice((ends[index - 1] ?? -1) + 1, at);
    return at <= most && at >= LEAST_SIGNS && !ONLY_LEADS_ON.test(lastClause);
  });
  return end === undefined ? null : sentence.slice(0, end);
}

/** What a measure is about, for a list that has its number: its first sentence, or as much of it as has room. */
export function gist(text: string, most: number): string {
  const [first = ''] = sentencesOf(asPrinted(text));
  return shortened(first, most) ?? `${first.slice(0, most)}……`;
}

/** “2016.12.31”, as a narrow column has it. */
export function shortDate(date: CalendarDate | null): string {
  return date === null ? '' : date.split('-').map(Number).join('.');
}
