import { shown } from '../protocol/handles';
import { excelToDate, type DataValidation, type Style, type Worksheet } from '@cj-tech-master/excelts';
import { formatRect } from '../model/address';
import type { ConditionalFormat } from '../model/conditional';
import type { Sheet } from '../model/sheet';
import type { Validation, ValidationRule } from '../model/validation';
import { argb } from './styles';

export const operatorNames = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;
export const typeNames = {
  list: 'list',
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  textLength: 'textLength',
  custom: 'custom',
} as const;

export function saveConditionalFormats(sheet: Sheet, into: Worksheet): void {
  for (const [index, rule] of sheet.conditionalFormats.entries()) {
    if (rule.formula === '') continue;
    into.addConditionalFormatting({
      ref: rule.rects.map((rect) => formatRect(rect)).join(' '),
      rules: [
        { type: 'expression', priority: index + 1, formulae: [rule.formula.slice(1)], style: styleOf(rule) },
      ],
    });
  }
}

/** A differential fill is read from its background colour. */
function styleOf({ format }: ConditionalFormat): Partial<Style> {
  const font = {
    ...(format.fontColor !== null && { color: argb(format.fontColor) }),
    ...(format.bold !== null && { bold: format.bold }),
    ...(format.italic !== null && { italic: format.italic }),
    ...(format.strikethrough !== null && { strike: format.strikethrough }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(format.fill !== null && {
      fill: { type: 'pattern', pattern: 'solid', bgColor: argb(format.fill) } as const,
    }),
    ...(format.numberFormat !== null && { numFmt: format.numberFormat }),
  };
}

export function saveValidations(sheet: Sheet, into: Worksheet): void {
  for (const { rect, validation } of sheet.validations) {
    if (validation.rule)
      into.dataValidations.add(formatRect(rect), fileValidation(validation, validation.rule));
  }
}

function fileValidation(
  { prompt, errorAlert, ignoreBlanks }: Validation,
  rule: ValidationRule,
): DataValidation {
  const operator = rule.settings['operator'] as keyof typeof operatorNames | undefined;
  return {
    type: typeNames[rule.kind],
    formulae: formulaeOf(rule),
    ...(operator && { operator: operatorNames[operator] }),
    allowBlank: ignoreBlanks,
    showInputMessage: prompt.showPrompt && (prompt.title !== '' || prompt.message !== ''),
    ...(prompt.title !== '' && { promptTitle: prompt.title }),
    ...(prompt.message !== '' && { prompt: prompt.message }),
    showErrorMessage: errorAlert.showAlert,
    errorStyle: errorAlert.style.toLowerCase(),
    ...(errorAlert.title !== '' && { errorTitle: errorAlert.title }),
    ...(errorAlert.message !== '' && { error: errorAlert.message }),
  };
}

function formulaeOf({ kind, settings }: ValidationRule): (string | number | Date)[] {
  if (kind === 'list') {
    const source = shown(settings['source']);
    return [source.startsWith('=') ? source.slice(1) : `"${source}"`];
  }
  const given = kind === 'custom' ? [settings['formula']] : [settings['formula1'], settings['formula2']];
  return given
    .filter((formula) => formula !== undefined)
    .map((formula) => fileFormula(kind, formula as string | number));
}

/** “=A1” loses its sign; for a date rule the library wants dates, whether given as ISO text or as serial number. */
function fileFormula(kind: ValidationRule['kind'], formula: string | number): string | number | Date {
  if (typeof formula === 'number') return kind === 'date' ? excelToDate(formula) : formula;
  if (formula.startsWith('=')) return formula.slice(1);
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}/u.test(formula)
    ? new Date(`${formula.slice(0, 10)}T00:00:00Z`)
    : formula;
}
