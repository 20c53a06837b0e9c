import { format, getFormatDateInfo, isDateFormat } from 'numfmt';

/** Longer than any code that Excel takes. */
const LONGEST_CODE = 255;
/** What Excel fills a cell with whose day lies before 1900 or after 9999. */
const CROSSES = '########';
const DAYS_1900_TO_1904 = 1462;
const WEEKDAYS = '六日一二三四五';

/** English names of months and days, which Chinese Excel shows where a code asks for no other language. */
const EXCEL = { locale: 'en', dateSpanLarge: false, dateErrorNumber: false, overflow: CROSSES } as const;
const CHINESE = { ...EXCEL, locale: 'zh-CN' } as const;

interface DateSystem {
  /** Days count from 1904. */
  readonly date1904?: boolean;
}

/**
 * The text that Chinese Excel shows for a number under a format code, as its function TEXT gives it: no fill, a space where the code
 * leaves the width of a sign. Without a code, or with one that Excel would not know, the number is shown as General.
 */
export function shownNumber(value: number, code: string | undefined, { date1904 }: DateSystem = {}): string {
  if (!Number.isFinite(value)) return String(value);
  const shown = isPossible(code) ? attempt(() => shownAs(value, code, date1904 === true)) : undefined;
  return shown ?? format('General', value, EXCEL);
}

/** The text that Excel shows for a text under a format code: the text itself, unless the code has a section for texts. */
export function shownWords(text: string, code: string | undefined): string {
  if (!isPossible(code)) return text;
  return attempt(() => format(withoutChinese(code), text, EXCEL)) ?? text;
}

/** Which parts of a day a format code shows; none where it shows a time, a number or a text. */
export interface ShownDay {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
}

export function shownDay(code: string | undefined): ShownDay {
  const known = isPossible(code) ? attempt(() => getFormatDateInfo(withoutChinese(code))) : undefined;
  if (known === undefined) return { year: false, month: false, day: false };
  const { year, month, day, hours, seconds } = known;
  // The library takes minutes that only seconds follow for months.
  return { year, month: month && (year || day || hours || !seconds), day };
}

function isPossible(code: string | undefined): code is string {
  return code !== undefined && code !== '' && code.length <= LONGEST_CODE;
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function shownAs(value: number, code: string, date1904: boolean): string {
  const known = withoutChinese(code);
  if (!isDateFormat(known)) return format(known, hasCondition(code) ? value : asDecimal(value), EXCEL);
  const { year, month, day } = shownDay(code);
  const serial = date1904 && (year || month || day) ? value + DAYS_1900_TO_1904 : value;
  if (serial < 0 && !code.includes(';')) return CROSSES;
  const weekday = WEEKDAYS.charAt(Math.floor(serial) % 7);
  return format(withWeekday(known, weekday), serial, code.includes('上午/下午') ? CHINESE : EXCEL);
}

/** What a code has as it is, word by word: texts, and signs that stand for themselves, for a width or for a fill. */
const VERBATIM = /"[^"]*"|[\\_*][^]/u;
/** Words that a code has in Chinese Excel and WPS. */
const CHINESE_WORDS =
  /G\/通用格式|上午\/下午|\[(?:黑色|白色|红色|绿色|蓝色|黄色|洋红|蓝绿色|青色|颜色 ?\d{1,2})\]|!([^])/u;
const CHINESE_PIECES = new RegExp(`${VERBATIM.source}|${CHINESE_WORDS.source}`, 'giu');

/** The code as Excel's files in English have it; what the system shows of a day and a time is what Chinese Windows shows. */
function withoutChinese(code: string): string {
  if (/^\[\$-(?:F800|x-sysdate)\]/iu.test(code)) return 'yyyy"年"m"月"d"日"';
  if (/^\[\$-(?:F400|x-systime)\]/iu.test(code)) return 'h:mm:ss';
  return code.replace(CHINESE_PIECES, (piece, escaped?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (piece === '上午/下午') return 'AM/PM';
    if (/^G/iu.test(piece)) return 'General';
    return piece.startsWith('[') ? '' : piece;
  });
}

const WEEKDAY_PIECES = new RegExp(`${VERBATIM.source}|\\[[^\\]]*\\]|a{3,}`, 'giu');

/** “aaaa” is 星期日 and “aaa” 日 in every language of Excel that knows them. */
function withWeekday(code: string, weekday: string): string {
  return code.replace(WEEKDAY_PIECES, (piece) => {
    if (!/^a/iu.test(piece)) return piece;
    return piece.length === 3 ? `"${weekday}"` : `"星期${weekday}"`;
  });
}

function hasCondition(code: string): boolean {
  return /\[[<>=]/.test(code);
}

/** A fraction rounds by its decimal digits, as in Excel: 1.005 to 1.01, although what is kept in binary lies a little below. */
function asDecimal(value: number): number {
  return Number.isInteger(value) ? value : value + value * Number.EPSILON;
}
