import { squeezed } from './clean-text';
import type { RawCell } from './raw-sheet';
import { isDateFormat } from './read-date';

export type NumberReading =
  | { readonly kind: 'read'; readonly number: number; readonly tidied: boolean }
  | { readonly kind: 'sub'; readonly number: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' };

/** Circled figures fold to plain digits under NFKC. */
const WRITTEN = /^(?:第|序号|No\.?)?[([【〔]?(\d{1,5})[)\]】〕]?[、.,:：。]?(?:项|号|条)?$/iu;
const SUB = /^[([]?(\d{1,5})[.\-－](\d{1,2})[)\]]?$/u;

/** Reads a measure's number in any writing: 12, “(12)”, “（１２）”, “12、”, “第12项”, 12.0; a sub-number names its measure. */
export function readNumber(cell: RawCell | undefined): NumberReading {
  const value = cell?.value;
  if (value === undefined || value === '') return { kind: 'blank' };
  if (typeof value === 'number') {
    if (isDateFormat(cell?.format)) return { kind: 'date' };
    if (Number.isInteger(value) && value > 0) return { kind: 'read', number: value, tidied: false };
    return value > 1 ? { kind: 'sub', number: Math.floor(value) } : { kind: 'none' };
  }
  if (typeof value !== 'string') return { kind: 'none' };
  const text = squeezed(value);
  if (text === '') return { kind: 'blank' };
  const whole = WRITTEN.exec(text)?.[1];
  if (whole !== undefined)
    return { kind: 'read', number: Number(whole), tidied: String(Number(whole)) !== value };
  const [, number, part] = SUB.exec(text) ?? [];
  if (number === undefined) return { kind: 'none' };
  return part === '0'
    ? { kind: 'read', number: Number(number), tidied: true }
    : { kind: 'sub', number: Number(number) };
}
