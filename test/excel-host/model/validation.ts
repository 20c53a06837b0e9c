import { invalidArgument, NotModelledError } from '../protocol/errors';
import { Handle, type Argument } from '../protocol/handles';
import type { Json, JsonObject } from '../protocol/wire';
import { cellCount, intersect, subtract, type Rect } from './address';
import { absoluteReference } from './named-items';
import type { Sheet } from './sheet';

/** What is asked of a cell's content. A later setting on part of a block splits the block. */
export interface Validation {
  readonly rule: ValidationRule | null;
  readonly prompt: ValidationPrompt;
  readonly errorAlert: ValidationAlert;
  readonly ignoreBlanks: boolean;
}

/** One kind with its settings, as `Excel.DataValidationRule` has it. */
export interface ValidationRule {
  readonly kind: RuleKind;
  readonly settings: JsonObject;
}

type RuleKind = 'list' | 'wholeNumber' | 'decimal' | 'date' | 'textLength' | 'custom';

export interface ValidationPrompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}

export interface ValidationAlert {
  readonly showAlert: boolean;
  readonly style: string;
  readonly title: string;
  readonly message: string;
}

export interface ValidatedArea {
  readonly rect: Rect;
  readonly validation: Validation;
}

/** Excel's limits: titles 32 characters, messages 255, an inline list 255. */
const maxTitle = 32;
const maxMessage = 255;
const maxInlineList = 255;

export const noValidation: Validation = {
  rule: null,
  prompt: { showPrompt: true, title: '', message: '' },
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  ignoreBlanks: true,
};

/** `DataValidationType` by rule. */
export const validationTypes: Readonly<Record<RuleKind, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  textLength: 'TextLength',
  custom: 'Custom',
};

const operators = new Set([
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
]);

/** Sets something of the validation of a block, cell by cell in effect. */
export function changeValidation(sheet: Sheet, rect: Rect, change: (old: Validation) => Validation): void {
  const next: ValidatedArea[] = [];
  let rest = [rect];
  for (const area of sheet.validations) {
    const common = intersect(area.rect, rect);
    if (!common) {
      next.push(area);
      continue;
    }
    for (const piece of subtract(area.rect, rect)) next.push({ ...area, rect: piece });
    next.push({ rect: common, validation: change(area.validation) });
    rest = rest.flatMap((piece) => subtract(piece, common));
  }
  for (const piece of rest) next.push({ rect: piece, validation: change(noValidation) });
  sheet.validations = next.filter((area) => area.validation !== noValidation);
}

/** The one validation of a block, or undefined when its cells differ. */
export function validationOf(sheet: Sheet, rect: Rect): Validation | undefined {
  const touching = sheet.validations.filter((area) => intersect(area.rect, rect));
  const covered = touching.reduce((sum, area) => sum + cellCount(intersect(area.rect, rect) ?? area.rect), 0);
  const distinct = new Set(touching.map((area) => JSON.stringify(area.validation)));
  if (touching.length === 0) return noValidation;
  return distinct.size === 1 && covered === cellCount(rect) ? touching[0]?.validation : undefined;
}

/** @throws InvalidArgument unless exactly one kind of rule is given, within Excel's limits. */
export function readRule(value: Argument): ValidationRule {
  const given = Object.entries(objectOf(value)).filter(([, settings]) => settings !== null);
  const [kind, settings] = given[0] ?? [];
  if (given.length !== 1 || kind === undefined) throw invalidArgument('validation rule');
  if (!(kind in validationTypes)) throw new NotModelledError(`data validation ${kind}`);
  const rule = objectOf(settings ?? null);
  if (kind === 'list') return { kind, settings: readList(rule) };
  if (kind === 'custom') return { kind, settings: { formula: textOfLimited(rule['formula'], 8192) } };
  return { kind: kind as RuleKind, settings: readComparison(rule) };
}

function readList(rule: Readonly<Record<string, Argument>>): JsonObject {
  const source = rule['source'];
  const inCellDropDown = rule['inCellDropDown'] ?? true;
  if (typeof inCellDropDown !== 'boolean') throw invalidArgument('inCellDropDown');
  if (source instanceof Handle) return { inCellDropDown, source: `=${referenceOf(source)}` };
  if (typeof source !== 'string' || source === '') throw invalidArgument('list source');
  if (!source.startsWith('=') && source.length > maxInlineList)
    throw invalidArgument('list source over 255 characters');
  return { inCellDropDown, source };
}

function referenceOf(source: Handle): string {
  const { sheet, rects } = source.target as { readonly sheet: Sheet; readonly rects: readonly Rect[] };
  const [rect] = rects;
  if (!rect) throw invalidArgument('list source');
  return absoluteReference(sheet, rect);
}

function readComparison(rule: Readonly<Record<string, Argument>>): JsonObject {
  const { formula1, formula2 = null, operator } = rule;
  if (typeof operator !== 'string' || !operators.has(operator)) throw invalidArgument('operator');
  if (typeof formula1 !== 'string' && typeof formula1 !== 'number') throw invalidArgument('formula1');
  const needsTwo = operator === 'Between' || operator === 'NotBetween';
  if (needsTwo && typeof formula2 !== 'string' && typeof formula2 !== 'number')
    throw invalidArgument('formula2');
  return { formula1, operator, ...(formula2 === null ? {} : { formula2: formula2 as Json }) };
}

export function readPrompt(value: Argument): ValidationPrompt {
  const given = objectOf(value);
  return {
    showPrompt: given['showPrompt'] !== false,
    title: textOfLimited(given['title'] ?? '', maxTitle),
    message: textOfLimited(given['message'] ?? '', maxMessage),
  };
}

export function readAlert(value: Argument): ValidationAlert {
  const given = objectOf(value);
  const style = given['style'] ?? 'Stop';
  if (style !== 'Stop' && style !== 'Warning' && style !== 'Information')
    throw invalidArgument('alert style');
  return {
    showAlert: given['showAlert'] !== false,
    style,
    title: textOfLimited(given['title'] ?? '', maxTitle),
    message: textOfLimited(given['message'] ?? '', maxMessage),
  };
}

function objectOf(value: Argument | undefined): Readonly<Record<string, Argument>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw invalidArgument('validation');
  return value as Readonly<Record<string, Argument>>;
}

function textOfLimited(value: Argument | undefined, longest: number): string {
  if (typeof value !== 'string' || value.length > longest)
    throw invalidArgument(`text over ${longest} characters`);
  return value;
}
