import type {
  ConditionalFormat,
  RangeValidation,
  SheetBlueprint,
  ValidationRule,
} from '../../../base/blueprint';
import { rangeAddress, type CellRange } from '../../../base/raw-sheet';
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
    ...ofOneRange(conditionalFormats.toReversed()).map(({ range, rules }) => ({
      bytes: rules.length * ACTIONS_A_RULE * ACTION_BYTES,
      play: () => {
        const target = cellsOf(getSheet(), range).conditionalFormats;
        for (const rule of rules) addRule(target, rule);
      },
    })),
  ];
}

/** Rules that follow one another and are over the same cells, together. */
function ofOneRange(rules: readonly ConditionalFormat[]) {
  const found: { readonly range: CellRange; readonly rules: ConditionalFormat[] }[] = [];
  for (const rule of rules) {
    const last = found.at(-1);
    if (last !== undefined && rangeAddress(last.range) === rangeAddress(rule.range)) last.rules.push(rule);
    else found.push({ range: rule.range, rules: [rule] });
  }
  return found;
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
    case 'namedList':
      return { list: { inCellDropDown: true, source: `=${rule.name}` } };
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

function addRule(target: Excel.ConditionalFormatCollection, rule: ConditionalFormat): void {
  const { custom } = target.add('Custom');
  const { format } = rule;
  custom.rule.formula = `=${conditionFormula(rule)}`;
  if (format.fill !== undefined) custom.format.fill.color = htmlColor(format.fill);
  if (format.color !== undefined) custom.format.font.color = htmlColor(format.color);
  if (format.bold !== undefined) custom.format.font.bold = format.bold;
}
