import type { DataValidation } from '@cj-tech-master/excelts';
import type { CalendarDate } from '../../../base/calendar';
import { rangeAddress } from '../../../base/raw-sheet';
import type { RangeValidation, ValidationRule } from '../../../base/blueprint';
import type { LibrarySheet } from './package/library';

/** Limits of Excel's dialogs; a longer text makes it repair the file. */
const MAX_TITLE = 32;
const MAX_TEXT = 255;
/** Of an inline list, quotes not counted. */
const MAX_LIST = 255;

/** Drop-downs and number, date and length rules with their prompts; a wrong entry is stopped, an empty one allowed. */
export function writeValidations(sheet: LibrarySheet, validations: readonly RangeValidation[]): void {
  for (const { range, rule, prompt, error } of validations) {
    // The “range:” prefix keeps the range whole; without it the library takes it apart cell by cell.
    sheet.dataValidations.add(`range:${rangeAddress(range)}`, {
      ...libraryRule(rule),
      allowBlank: true,
      showInputMessage: prompt.title !== '' || prompt.text !== '',
      promptTitle: prompt.title.slice(0, MAX_TITLE),
      prompt: prompt.text.slice(0, MAX_TEXT),
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: error.title.slice(0, MAX_TITLE),
      error: error.text.slice(0, MAX_TEXT),
    });
  }
}

type LibraryRule = Pick<Extract<DataValidation, { formulae: unknown }>, 'type' | 'formulae' | 'operator'>;

function libraryRule(rule: ValidationRule): LibraryRule {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formulae: [inlineList(rule.values)] };
    case 'namedList':
      return { type: 'list', formulae: [rule.name] };
    case 'wholeNumber':
      return { type: 'whole', operator: 'between', formulae: [rule.min, rule.max] };
    case 'decimal':
      return { type: 'decimal', operator: 'between', formulae: [rule.min, rule.max] };
    case 'date':
      return { type: 'date', operator: 'between', formulae: [asDate(rule.from), asDate(rule.to)] };
    case 'textLength':
      return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [rule.max] };
  }
}

/** “"甲,乙"”: the only form WPS and old Excel read alike. @throws RangeError when Excel could not hold it. */
function inlineList(values: readonly string[]): string {
  const list = values.join(',');
  if (list.length > MAX_LIST || values.some((value) => value.includes(','))) {
    throw new RangeError(`A list of choices holds at most ${MAX_LIST} characters and no comma: ${list}`);
  }
  return `"${list.replaceAll('"', '""')}"`;
}

/** The library turns these into serials itself; a serial it would take for milliseconds. */
function asDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
