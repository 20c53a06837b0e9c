import { writeNumeral } from '../../../../base/numerals';

type Writer = (value: number) => string | undefined;

/** A run of ready-made signs: ①, ⑴, ⒈; none beyond its last. */
function signs(first: number, count: number): Writer {
  return (value) => (value <= count ? String.fromCharCode(first + value - 1) : undefined);
}

function picked(characters: string): Writer {
  return (value) => (value <= characters.length ? characters.charAt(value - 1) : undefined);
}

function counted(value: number): string | undefined {
  return value < 100 ? writeNumeral(value) : undefined;
}

function digits(characters: string): Writer {
  return (value) => [...String(value)].map((digit) => characters.charAt(Number(digit))).join('');
}

/** A, B … Z, AA, BB, as word processors go on. */
function letters(value: number): string | undefined {
  if (value > 26 * 20) return undefined;
  return String.fromCharCode(64 + (((value - 1) % 26) + 1)).repeat(Math.ceil(value / 26));
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string | undefined {
  if (value > 3999) return undefined;
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}

/** By the names of ECMA-376 part 1, 17.18.59; every other format counts in plain figures. */
const WRITERS: Readonly<Record<string, Writer>> = {
  chineseCounting: counted,
  chineseCountingThousand: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  japaneseCounting: counted,
  japaneseDigitalTenThousand: counted,
  ideographDigital: digits('〇一二三四五六七八九'),
  chineseLegalSimplified: picked('壹贰叁肆伍陆柒捌玖'),
  ideographLegalTraditional: picked('壹貳參肆伍陸柒捌玖'),
  ideographTraditional: picked('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: picked('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: letters,
  lowerLetter: (value) => letters(value)?.toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  bullet: () => '',
  none: () => '',
};

/** The number of a list item as the document shows it: 3 in `chineseCounting` is “三”. */
export function numberWords(value: number, format: string): string {
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  return (value >= 1 ? writer?.(value) : undefined) ?? String(value);
}
