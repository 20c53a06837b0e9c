import { shown } from '../protocol/handles';
import type { DataValidation, DataValidationWithFormulae, Worksheet } from '@cj-tech-master/excelts';
import { tryParseRect, type Rect } from '../model/address';
import { addConditionalFormat } from '../model/conditional';
import type { Sheet } from '../model/sheet';
import type { Json, JsonObject } from '../protocol/wire';
import type { Validation, ValidationRule } from '../model/validation';
import { operatorNames, typeNames } from './save-rules';
import { fromFileStyle } from './styles';

/** Formula rules; rules of other kinds are named in the result. */
export function loadConditionalFormats(from: Worksheet, sheet: Sheet): string[] {
  const left: string[] = [];
  const rules = from.conditionalFormattings.flatMap(({ ref, rules: own }) =>
    own.map((rule) => ({ ref, rule })),
  );
  rules.sort((a, b) => (b.rule.priority ?? 0) - (a.rule.priority ?? 0));
  for (const { ref, rule } of rules) {
    if (rule.type !== 'expression') {
      left.push(`conditional format ${rule.type} of ${sheet.name}`);
      continue;
    }
    const added = addConditionalFormat(sheet, rectsOf(ref));
    const style = rule.style ?? {};
    const look = fromFileStyle(style);
    added.formula = `=${String(rule.formulae?.[0] ?? '')}`;
    const fill = style.fill?.type === 'pattern' ? (style.fill.bgColor ?? style.fill.fgColor) : undefined;
    if (fill?.argb !== undefined) added.format.fill = `#${fill.argb.slice(-6).toUpperCase()}`;
    if (style.font?.color !== undefined) added.format.fontColor = look.fontColor;
    if (style.font?.bold !== undefined) added.format.bold = look.bold;
    if (style.font?.italic !== undefined) added.format.italic = look.italic;
  }
  return left;
}

function rectsOf(ref: string): Rect[] {
  return ref.split(/\s+/u).flatMap((part) => tryParseRect(part) ?? []);
}

export function loadValidations(from: Worksheet, sheet: Sheet): string[] {
  const left: string[] = [];
  for (const [key, validation] of Object.entries(from.dataValidations.model)) {
    if (!validation) continue;
    const rule = readRule(validation);
    if (!rule) left.push(`data validation ${validation.type} of ${sheet.name}`);
    for (const rect of rectsOf(key.replace(/^range:/u, ''))) {
      sheet.validations.push({ rect, validation: { ...messagesOf(validation), rule: rule ?? null } });
    }
  }
  return left;
}

function messagesOf(from: DataValidation): Omit<Validation, 'rule'> {
  return {
    prompt: {
      showPrompt: from.showInputMessage ?? false,
      title: from.promptTitle ?? '',
      message: from.prompt ?? '',
    },
    errorAlert: {
      showAlert: from.showErrorMessage ?? false,
      style: capital(from.errorStyle ?? 'stop'),
      title: from.errorTitle ?? '',
      message: from.error ?? '',
    },
    ignoreBlanks: from.allowBlank ?? false,
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function readRule(from: DataValidation): ValidationRule | undefined {
  const kind = Object.entries(typeNames).find(([, type]) => type === from.type)?.[0];
  if (kind === undefined || from.type === 'any') return undefined;
  return { kind: kind as ValidationRule['kind'], settings: readSettings(from) };
}

function readSettings({ type, formulae, operator }: DataValidationWithFormulae): JsonObject {
  const [first, second] = formulae.map((formula) => readFormula(type, formula));
  if (type === 'list') {
    const text = shown(first ?? '');
    const inline = /^"(.*)"$/su.exec(text)?.[1];
    return { inCellDropDown: true, source: inline ?? `=${text}` };
  }
  if (type === 'custom') return { formula: `=${shown(first ?? '')}` };
  const name =
    Object.entries(operatorNames).find(([, own]) => own === (operator ?? 'between'))?.[0] ?? 'Between';
  return { formula1: first ?? '', operator: name, ...(second !== undefined && { formula2: second }) };
}

/** Dates as the API shows them: serial numbers; anything else that is no number is a formula. */
function readFormula(type: DataValidation['type'], formula: string | number | Date): Json {
  if (formula instanceof Date) return formula.toISOString().slice(0, 10);
  if (typeof formula === 'number' || type === 'list' || type === 'custom') return formula;
  return Number.isNaN(Number(formula)) ? `=${formula}` : Number(formula);
}
