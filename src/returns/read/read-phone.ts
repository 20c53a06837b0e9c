import { squeezed } from '../../base/clean-text';
import type { RawCell } from '../../base/raw-sheet';

export type PhoneReading =
  | { readonly kind: 'read'; readonly phone: string; readonly tidied: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' };

const MOBILE = /^(?:\+?86-?)?(1[3-9]\d)-?(\d{4})-?(\d{4})$/u;
/** Area code, seven or eight digits, extension. */
const LANDLINE = /^(?:[(]?(0\d{2,3})[)]?-?)?([2-9]\d{6,7})(?:(?:-|转|ext\.?)(\d{1,6}))?$/iu;
const NOTHING = /^(?:[/\\\-—–]+|无)?$/u;

/** Reads telephone numbers as offices write them, several in one cell too: 13812345678, 0724-2331234, (0724)2331234转8001. */
export function readPhone(cell: RawCell | undefined): PhoneReading {
  const value = cell?.value;
  if (value === undefined) return { kind: 'blank' };
  if (typeof value !== 'string' && typeof value !== 'number') return { kind: 'unreadable' };
  const text = squeezed(String(value)).replace(/[—–－]+/gu, '-');
  if (NOTHING.test(text)) return { kind: 'blank' };
  const phones = text
    .split(/[、,，;；/]+/u)
    .filter((part) => part !== '')
    .map(phoneOf);
  if (phones.includes(undefined)) return { kind: 'unreadable' };
  const phone = phones.join('、');
  return { kind: 'read', phone, tidied: phone !== String(value) };
}

function phoneOf(text: string): string | undefined {
  const mobile = MOBILE.exec(text);
  if (mobile !== null) return mobile.slice(1).join('');
  const landline = LANDLINE.exec(text);
  if (landline === null) return undefined;
  const [, area, number, extension] = landline;
  return [area, number, extension].filter((part) => part !== undefined).join('-');
}
