import { squeezed } from '../../base/clean-text';
import { readNumeral } from '../../base/numerals';
import type { RawCell } from '../../base/raw-sheet';
import { isDateFormat } from './read-date';
import { must } from '../../base/invariant';

export type NumberReading =
  | { readonly kind: 'read'; readonly number: number; readonly tidied: boolean }
  | { readonly kind: 'sub'; readonly number: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' };

/** Circled figures fold to plain digits under NFKC. */
const WRITTEN = /^(?:第|序号|No\.?)?[([【〔]?(\d{1,5})[)\]】〕]?[、.,:：。]?(?:项|号|条)?$/iu;
const SUB = /^[([]?(\d{1,5})(?:[.\-－](\d{1,2})|[(](\d{1,2})[)])[)\]]?$/u;
/** “第十二项”, “十二”. */
const IN_WORDS = /^(?:第([一二三四五六七八九十]{1,3})[项号条]|([一二三四五六七八九十]{1,3}))$/u;
/** What spreadsheets make of “1-2” when they take it for a day, as a text. */
const DATE_TEXT =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2})(?:0?0:00(?::00)?)?$/u;

/** Reads a measure's number in any writing: 12, “(12)”, “（１２）”, “12、”, “第12项”, 12.0; a sub-number names its measure. */
export function readNumber(cell: RawCell | undefined): NumberReading {
  const value = cell?.value;
  if (value === undefined || value === '') return { kind: 'blank' };
  if (typeof value === 'number') {
    if (isDateFormat(cell?.format)) return { kind: 'date' };
    if (Number.isInteger(value) && value > 0) return { kind: 'read', number: value, tidied: false };
    return value > 1 ? { kind: 'sub', number: Math.floor(value) } : { kind: 'none' };
  }
  return typeof value === 'string' ? readText(value) : { kind: 'none' };
}

function readText(value: string): NumberReading {
  const text = squeezed(value);
  if (text === '') return { kind: 'blank' };
  const whole = WRITTEN.exec(text)?.[1];
  if (whole !== undefined)
    return { kind: 'read', number: Number(whole), tidied: String(Number(whole)) !== value };
  if (DATE_TEXT.test(text)) return { kind: 'date' };
  const words = IN_WORDS.exec(text);
  if (words !== null)
    return { kind: 'read', number: readNumeral(must(words[1] ?? words[2], 'the numeral')), tidied: true };
  const [, number, part] = SUB.exec(text) ?? [];
  if (number === undefined) return { kind: 'none' };
  return part === '0'
    ? { kind: 'read', number: Number(number), tidied: true }
    : { kind: 'sub', number: Number(number) };
}
