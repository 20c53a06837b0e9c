import { itemNotFound } from '../protocol/errors';
import type { Rect } from './address';
import { intersect } from './address';
import { ensureAllowed } from './protection';
import type { Sheet } from './sheet';

/** A rule with a formula over one or more blocks; the formula is relative to the first cell. */
export interface ConditionalFormat {
  readonly id: string;
  readonly sheet: Sheet;
  rects: readonly Rect[];
  stopIfTrue: boolean;
  /** With the leading “=”; empty until it is set. */
  formula: string;
  readonly format: ConditionalStyle;
}

export interface ConditionalStyle {
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: string | null;
  strikethrough: boolean | null;
  numberFormat: string | null;
}

/** A new rule goes in front of the others. */
export function addConditionalFormat(sheet: Sheet, rects: readonly Rect[]): ConditionalFormat {
  ensureAllowed(sheet, 'never');
  const rule: ConditionalFormat = {
    id: `{${String(sheet.workbook.nextId()).padStart(8, '0')}}`,
    sheet,
    rects,
    stopIfTrue: false,
    formula: '',
    format: {
      fill: null,
      fontColor: null,
      bold: null,
      italic: null,
      underline: null,
      strikethrough: null,
      numberFormat: null,
    },
  };
  sheet.conditionalFormats.unshift(rule);
  return rule;
}

/** Rules that touch any of the blocks, first priority first. */
export function conditionalFormatsOf(sheet: Sheet, rects: readonly Rect[]): ConditionalFormat[] {
  return sheet.conditionalFormats.filter((rule) =>
    rule.rects.some((ruled) => rects.some((rect) => intersect(ruled, rect))),
  );
}

export function deleteConditionalFormat(rule: ConditionalFormat): void {
  ensureAllowed(rule.sheet, 'never');
  const rules = rule.sheet.conditionalFormats;
  if (!rules.includes(rule)) throw itemNotFound('conditional format');
  rules.splice(rules.indexOf(rule), 1);
}
