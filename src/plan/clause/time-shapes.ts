import { calendarDate, endOfMonth, type CalendarDate } from '../../base/calendar';
import { readNumeral, readYear } from '../../base/numerals';
import type { RemarkCode } from '../plan';

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** A day; without end; coming back; or counted from a day that the text does not give (印发后30日内). */
export type TimeKind = 'date' | 'openEnded' | 'recurring' | 'relative';

/** What a reader of dates knows: the plan's years (`undefined` when the text gives none) and the last year named. */
export interface DateContext {
  readonly years: Years | undefined;
  readonly lastYear: number | undefined;
}

export interface TimeReading {
  readonly kind: TimeKind;
  readonly dates: readonly CalendarDate[];
  readonly doubts: readonly RemarkCode[];
  /** The year the words name themselves, for the next date that names none. */
  readonly year: number | undefined;
}

export interface TimeShape {
  readonly pattern: RegExp;
  /** Right behind a digit it would be the end of a longer number; a lookbehind would keep older webviews from loading. */
  readonly notAfterDigit?: true;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, context: DateContext) => TimeReading;
}

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(?<year>(?:19|20)\\d{2}|[一二][零〇○O一二三四五六七八九]{3})年';
const WITHIN_YEAR =
  `(?:${NUMBER}月?[-至到])?(?<month>${NUMBER})月份?(?:(?<day>${NUMBER})[日号]|(?<third>[上中下])旬|[底末初])?` +
  `|第?(?<quarter>[一二三四1-4])季度[底末]?|Q(?<q>[1-4])|(?<half>[上下])半年[底末]?|(?<mid>年?中)(?=$|[前之以,;、。)完])`;
const END_OF_YEAR = '(?:年?[底末终内]|年?度)';
const BEFORE = '(?:之前|以前|前|之内|以内|内|止|为止)?';
/** Times of the year that fall on another day each year or place: 汛期前, 春节前, 秋季学期前. */
const SEASON =
  '[春夏秋冬]季?学期|入[冬夏汛]|主?汛期?|[春夏秋冬]季|春节|元旦|五一|五四|七一|国庆|中秋|[寒暑]假';
const FIVE_YEARS = { 二: 2015, 三: 2020, 四: 2025, 五: 2030, 六: 2035 } as const satisfies Readonly<
  Record<string, number>
>;

function plain(kind: TimeKind, doubts: readonly RemarkCode[] = []): TimeReading {
  return { kind, dates: [], doubts, year: undefined };
}

/** The last day that month, quarter or half-year words allow within a year; `undefined` when there is no such day. */
function dayWithin(
  year: number,
  part: Readonly<Record<string, string | undefined>>,
): CalendarDate | undefined {
  if (part['month'] === undefined) {
    const quarter = part['quarter'] ?? part['q'];
    if (quarter !== undefined) return endOfMonth(year, readNumeral(quarter) * 3);
    return endOfMonth(year, part['half'] === '上' || part['mid'] !== undefined ? 6 : 12);
  }
  const month = readNumeral(part['month']);
  if (part['day'] !== undefined) return calendarDate(year, month, readNumeral(part['day']));
  if (!(month >= 1 && month <= 12)) return undefined;
  if (part['third'] === '上') return calendarDate(year, month, 10);
  if (part['third'] === '中') return calendarDate(year, month, 20);
  return endOfMonth(year, month);
}

function dated(
  year: number,
  date: CalendarDate | undefined,
  doubts: readonly RemarkCode[] = [],
): TimeReading {
  if (date === undefined) return { kind: 'relative', dates: [], doubts: ['impossibleDate'], year };
  return { kind: 'date', dates: [date], doubts, year };
}

/** A date that names no year: the year named before it, else the plan's; doubtful when the plan has several. */
function withoutYear(
  context: DateContext,
  day: (year: number) => CalendarDate | undefined,
  choose: (years: Years) => number,
): TimeReading {
  if (context.lastYear !== undefined) return dated(context.lastYear, day(context.lastYear));
  if (context.years === undefined) return plain('relative', ['yearUnknown']);
  const year = choose(context.years);
  const certain = context.years.from === context.years.to;
  return { ...dated(year, day(year), [certain ? 'yearFromPlan' : 'yearUncertain']), year: undefined };
}

/** The days on which a duty falls due that comes back every year, half-year, quarter or month. */
function recurrences(
  every: string,
  years: Years,
  part: Readonly<Record<string, string | undefined>>,
): readonly CalendarDate[] {
  const months = { 半: [6, 12], 季: [3, 6, 9, 12], 月: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }[
    every.charAt(0)
  ];
  const named = part['month'] ?? part['quarter'] ?? part['q'] ?? part['half'];
  const count = Math.min(years.to - years.from, 30) + 1;
  return Array.from({ length: count }, (_, index) => years.from + index).flatMap((year) => {
    if (months) {
      const dayOfMonth = Number(part['ofMonth']);
      return months.map((month) => calendarDate(year, month, dayOfMonth) ?? endOfMonth(year, month));
    }
    const day = named === undefined ? endOfMonth(year, 12) : dayWithin(year, part);
    return day === undefined ? [] : [day];
  });
}

/** Every way in which a plan names a time; the first that fits at a place wins. A new way is one entry. */
export const TIME_SHAPES: readonly TimeShape[] = [
  {
    pattern: new RegExp(
      `每(?:个)?(?<every>年度?|半年|季度?|月|[两二三]年|周|旬|日)(?:的)?(?:(?<ofMonth>\\d{1,2})[日号]|${WITHIN_YEAR}|${END_OF_YEAR})?${BEFORE}`,
      'y',
    ),
    read: (groups, { years }) => ({
      ...plain('recurring'),
      dates:
        years === undefined || !/^[年半季月]/.test(groups['every'] ?? '')
          ? []
          : recurrences(groups['every'] ?? '', years, groups),
    }),
  },
  {
    pattern: new RegExp(
      '(?:(?:自|从)?(?:本?(?:方案|通知|意见|文件|要点|办法))?(?:印发|发文|下发|发布|公布|施行)(?:之日|后|起)*(?:之日)?起?(?:\\d+|[一二三四五六七八九十两]+)?)个?(?:工作日|日|天|月|周|年)之?内',
      'y',
    ),
    read: () => plain('relative', ['relativeDeadline']),
  },
  {
    notAfterDigit: true,
    pattern: /(?:\d{1,2}|[一二三四五六七八九十两]+)个?(?:工作日|日|天|月|周|年)之?内/y,
    read: () => plain('relative', ['relativeDeadline']),
  },
  {
    pattern: new RegExp(`(?:${YEAR})?(?:${SEASON})[^,.。;:()、\\n ]{0,4}前`, 'y'),
    read: () => plain('relative', ['relativeDeadline']),
  },
  {
    pattern: /(?:立即|即刻|马上|即时|立行立改)(?:整改|落实|执行|办理|完成|推进)?/y,
    read: () => plain('relative', ['relativeDeadline']),
  },
  {
    pattern:
      /(?:即日起|长期|持续(?![到至])|常态化?|常年|逐年|始终|适时|随时|不定期|贯穿全过程|按照?(?:上级|国家|省|中央|统一|规定|时序|时间|进度|计划|工作|年度|项目|实际)*(?:要求|安排|部署|进度|节点|计划))[^,.。;:()、\d\n ]{0,12}/y,
    read: () => plain('openEnded'),
  },
  {
    pattern: new RegExp(`(?:19|20)\\d{2}年?[-至到](?<last>(?:19|20)\\d{2})年[底末]?${BEFORE}`, 'y'),
    read: ({ last }) => dated(Number(last), endOfMonth(Number(last), 12)),
  },
  {
    pattern: new RegExp(
      `(?<year>(?:19|20)\\d{2})(?:[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})日?|(?<month2>\\d{2})(?<day2>\\d{2}))(?!\\d)${BEFORE}`,
      'y',
    ),
    read: ({ year, month, month2, day, day2 }) =>
      dated(Number(year), calendarDate(Number(year), Number(month ?? month2), Number(day ?? day2))),
  },
  {
    pattern: new RegExp(`(?<year>(?:19|20)\\d{2})[-./](?<month>\\d{1,2})(?!\\d)月?[底末]?${BEFORE}`, 'y'),
    read: (groups) =>
      dated(
        Number(groups['year']),
        dayWithin(Number(groups['year']), { month: groups['month'] }),
        groups['month'] === '1' ? ['monthAmbiguous'] : [],
      ),
  },
  {
    notAfterDigit: true,
    pattern: /(?<month>\d{1,2})[./](?<day>\d{1,2})(?:日?之?前|日)/y,
    read: (groups, context) =>
      withoutYear(
        context,
        (year) => dayWithin(year, groups),
        ({ from }) => from,
      ),
  },
  {
    pattern: new RegExp(`${YEAR}(?:的)?(?:${WITHIN_YEAR})${BEFORE}`, 'y'),
    read: (groups) =>
      dated(readYear(groups['year'] ?? ''), dayWithin(readYear(groups['year'] ?? ''), groups)),
  },
  {
    pattern: new RegExp(`${YEAR}${END_OF_YEAR}?${BEFORE}`, 'y'),
    read: ({ year }) => dated(readYear(year ?? ''), endOfMonth(readYear(year ?? ''), 12)),
  },
  {
    pattern: new RegExp(
      `[“"']?十(?<plan>[二三四五六])五[”"']?(?:规划)?(?:时期|期间|期)?[末内]?${BEFORE}`,
      'y',
    ),
    read: ({ plan }) => {
      const year = FIVE_YEARS[plan as keyof typeof FIVE_YEARS];
      return dated(year, endOfMonth(year, 12));
    },
  },
  {
    pattern: new RegExp(`(?<which>今年|本年度?|当年|明年|次年)?(?:的)?(?:${WITHIN_YEAR})${BEFORE}`, 'y'),
    read: (groups, context) =>
      withoutYear(
        context,
        (year) => dayWithin(year + (/[明次]/.test(groups['which'] ?? '') ? 1 : 0), groups),
        ({ from }) => from,
      ),
  },
  {
    pattern: new RegExp(`(?<which>明年|次年)${END_OF_YEAR}?${BEFORE}`, 'y'),
    read: (_groups, context) =>
      withoutYear(
        context,
        (year) => endOfMonth(year + 1, 12),
        ({ from }) => from,
      ),
  },
  {
    pattern: new RegExp(`(?:今年|本年度?|当年)${END_OF_YEAR}?${BEFORE}|全年|年[底末终内]${BEFORE}`, 'y'),
    read: (_groups, context) =>
      withoutYear(
        context,
        (year) => endOfMonth(year, 12),
        ({ to }) => to,
      ),
  },
];
