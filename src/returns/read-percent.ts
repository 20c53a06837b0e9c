import type { RawCell } from './raw-sheet';
import { squeezed } from './clean-text';

export type PercentReading =
  | { readonly kind: 'read'; readonly percent: number; readonly tidied: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'out-of-range' }
  | { readonly kind: 'unreadable' };

const WRITTEN = /^(?:约|达到|完成)?(\d+(?:\.\d+)?)(%)?$/u;
const NOTHING = /^(?:[/\\\-—–]+|无)?$/u;

/** Reads “80%”, 80, 0.8 and 0.8 formatted as a percentage alike; the result is a whole number from 0 to 100. */
export function readPercent(cell: RawCell | undefined): PercentReading {
  const value = cell?.value;
  if (value === undefined || value === '') return { kind: 'blank' };
  if (typeof value === 'number') return readNumber(value, cell?.format ?? '');
  if (typeof value !== 'string') return { kind: 'unreadable' };
  const text = squeezed(value);
  if (NOTHING.test(text)) return { kind: 'blank' };
  const [, digits, sign] = WRITTEN.exec(text) ?? [];
  if (digits === undefined) {
    return /^-\d+(?:\.\d+)?%?$/u.test(text) ? { kind: 'out-of-range' } : { kind: 'unreadable' };
  }
  return sign === undefined ? ranged(scaled(Number(digits)), true) : ranged(Number(digits), true);
}

function readNumber(value: number, format: string): PercentReading {
  if (/(?<!")%(?!")/.test(format)) return ranged(value * 100, true);
  const percent = scaled(value);
  return ranged(percent, percent !== value || !Number.isInteger(value));
}

/** A share below one is a fraction; 1 itself is one per cent, since nobody reports so little. */
function scaled(value: number): number {
  return value > 0 && value < 1 ? value * 100 : value;
}

function ranged(value: number, tidied: boolean): PercentReading {
  if (value < 0 || value > 100) return { kind: 'out-of-range' };
  return { kind: 'read', percent: Math.round(value), tidied };
}
