import { must } from './invariant';
const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 in Chinese numerals (“十二”, “二十”) or figures; `NaN` for anything else. */
export function readNumeral(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written);
  if (!parts || written === '') return NaN;
  const [, tens, ten, ones] = parts;
  if (ten === undefined)
    return tens !== undefined && ones !== undefined
      ? NaN
      : DIGITS.indexOf(must(tens, 'the one sign of the numeral'));
  return (
    (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === undefined ? 0 : DIGITS.indexOf(ones))
  );
}

/** A year in figures or digit by digit (“二〇二五”, “二○二五”); `NaN` for anything else. */
export function readYear(written: string): number {
  const figures = [...written].map((sign) =>
    /\d/.test(sign) ? sign : '零○O'.includes(sign) ? 0 : DIGITS.indexOf(sign),
  );
  return figures.length === 4 && figures.every((figure) => figure !== -1) ? Number(figures.join('')) : NaN;
}

/** 1 to 99 in Chinese numerals. */
export function writeNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = DIGITS.charAt(value % 10).replace('〇', '');
  return tens === 0 ? ones : `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones}`;
}
