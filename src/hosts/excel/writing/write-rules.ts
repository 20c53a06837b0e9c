import type {
  ConditionalFormat,
  RangeValidation,
  SheetBlueprint,
  ValidationRule,
} from '../../../base/blueprint';
import { conditionFormula } from '../../../base/expression/formula';
import { cellsOf, htmlColor } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';

const ACTIONS_A_RULE = 12;
const MAX_TITLE = 32;
const MAX_TEXT = 255;

/** Data validation and conditional formats. */
export function ruleSteps(
  getSheet: () => Excel.Worksheet,
  { validations, conditionalFormats }: Pick<SheetBlueprint, 'validations' | 'conditionalFormats'>,
): readonly Step[] {
  return [
    ...validations.map((validation) => ({
      bytes: ACTIONS_A_RULE * ACTION_BYTES,
      play: () => {
        validate(cellsOf(getSheet(), validation.range).dataValidation, validation);
      },
    })),
    // A new rule goes in front of the others; of two that meet on a cell the blueprint's earlier one shall win.
    ...conditionalFormats.toReversed().map((rule) => ({
      bytes: ACTIONS_A_RULE * ACTION_BYTES,
      play: () => {
        addRule(cellsOf(getSheet(), rule.range), rule);
      },
    })),
  ];
}

function validate(target: Excel.DataValidation, { rule, prompt, error }: RangeValidation): void {
  target.rule = excelRule(rule);
  target.prompt = {
    showPrompt: prompt.title !== '' || prompt.text !== '',
    title: prompt.title.slice(0, MAX_TITLE),
    message: prompt.text.slice(0, MAX_TEXT),
  };
  target.errorAlert = {
    showAlert: true,
    style: 'Stop',
    title: error.title.slice(0, MAX_TITLE),
    message: error.text.slice(0, MAX_TEXT),
  };
}

function excelRule(rule: ValidationRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'wholeNumber':
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'decimal':
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'date':
      return { date: { formula1: rule.from, formula2: rule.to, operator: 'Between' } };
    case 'textLength':
      return { textLength: { formula1: rule.max, operator: 'LessThanOrEqualTo' } };
  }
}

function addRule(range: Excel.Range, rule: ConditionalFormat): void {
  const { custom } = range.conditionalFormats.add('Custom');
  const { format } = rule;
  custom.rule.formula = `=${conditionFormula(rule)}`;
  if (format.fill !== undefined) custom.format.fill.color = htmlColor(format.fill);
  if (format.color !== undefined) custom.format.font.color = htmlColor(format.color);
  if (format.bold !== undefined) custom.format.font.bold = format.bold;
}
