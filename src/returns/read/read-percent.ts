import { readNumeral } from '../../base/numerals';
import type { RawCell } from '../../base/raw-sheet';
import { squeezed } from '../../base/clean-text';

export type PercentReading =
  | { readonly kind: 'read'; readonly percent: number; readonly tidied: boolean }
  | { readonly kind: 'blank' }
  /** `meant`: what it must be when someone typed 80 into a cell that shows percentages. */
  | { readonly kind: 'out-of-range'; readonly meant?: number }
  | { readonly kind: 'unreadable' };

const WRITTEN = /^(?:约|达到|完成)?(\d+(?:\.\d+)?)(%)?$/u;
/** “百分之八十”, “百分之80”. */
const IN_WORDS = /^百分之([一二三四五六七八九十百\d]+)$/u;
const NOTHING = /^(?:[/\\\-—–]+|无)?$/u;

/** Reads “80%”, 80, 0.8 and 0.8 formatted as a percentage alike; the result is a whole number from 0 to 100. */
export function readPercent(cell: RawCell | undefined): PercentReading {
  const value = cell?.value;
  if (value === undefined || value === '') return { kind: 'blank' };
  if (typeof value === 'number') return readNumber(value, cell?.format ?? '');
  if (typeof value !== 'string') return { kind: 'unreadable' };
  const text = squeezed(value);
  if (NOTHING.test(text)) return { kind: 'blank' };
  const words = IN_WORDS.exec(text)?.[1];
  if (words !== undefined) {
    const percent = words === '百' || words === '一百' ? 100 : readNumeral(words);
    return Number.isNaN(percent) ? { kind: 'unreadable' } : ranged(percent, true);
  }
  const [, digits, sign] = WRITTEN.exec(text) ?? [];
  if (digits === undefined) {
    return /^-\d+(?:\.\d+)?%?$/u.test(text) ? { kind: 'out-of-range' } : { kind: 'unreadable' };
  }
  if (sign !== undefined) return ranged(Number(digits), true);
  const percent = scaled(Number(digits));
  return ranged(percent, String(Math.round(percent)) !== value);
}

function readNumber(value: number, format: string): PercentReading {
  if (/(?:^|[^"])%(?!")/.test(format)) {
    const isTypedWhole = Number.isInteger(value) && value > 1 && value <= 100;
    return isTypedWhole ? { kind: 'out-of-range', meant: value } : ranged(value * 100, !isWhole(value * 100));
  }
  const percent = scaled(value);
  return ranged(percent, percent !== value || !Number.isInteger(value));
}

/** Whole but for what binary fractions add: 0.29 × 100 is 28.999999999999996. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

/** A share below one is a fraction; 1 itself is one per cent, since nobody reports so little. */
function scaled(value: number): number {
  return value > 0 && value < 1 ? value * 100 : value;
}

/** What binary fractions add does not count: 1.0000000000000002 is all of it, and −1e-17 nothing. */
function ranged(written: number, tidied: boolean): PercentReading {
  const value = isWhole(written) ? Math.round(written) : written;
  if (value < 0 || value > 100) return { kind: 'out-of-range' };
  return { kind: 'read', percent: Math.abs(Math.round(value)), tidied };
}
