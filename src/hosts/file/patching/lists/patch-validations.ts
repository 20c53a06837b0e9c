import { toSerial } from '../../../../base/calendar';
import type { CellRange } from '../../../../base/raw-sheet';
import type { RangeValidation, ValidationRule } from '../../../../base/blueprint';
import type { ListDifference } from '../../../../base/workbook-difference';
import { SHEET_ORDER } from '../worksheet-part';
import { withPrefix, XmlElement } from '../xml/xml-element';
import { meet, parseAreas, without, writeAreas } from './areas';

/**
 * Takes rules for input out, told by range and rule, and puts others in; where the clerk has a rule of their own, that one stays.
 * @param fresh The rules that come in, in their order.
 * @returns the ranges, in part or whole, that keep a rule of the clerk's
 */
export function patchValidations(
  root: XmlElement,
  { removed, added }: ListDifference<RangeValidation>,
  fresh: readonly XmlElement[],
): readonly CellRange[] {
  if (removed.length + added.length === 0) return [];
  const section = root.first('dataValidations') ?? XmlElement.parse('', `<${root.prefix}dataValidations/>`);
  section.change('dataValidation', (validation) => {
    const own = ruleOf(validation);
    const areas = parseAreas(validation.attribute('sqref') ?? '');
    const gone = removed.filter(({ rule }) => sameRule(own, ruleParts(rule)));
    const rest = gone.reduce((left, { range }) => without(left, range), areas);
    if (rest.length === 0 && areas.length > 0) return undefined;
    if (writeAreas(rest) !== writeAreas(areas)) validation.set({ sqref: writeAreas(rest) });
    return validation;
  });
  const standing = section.elements('dataValidation');
  const taken = standing.flatMap((other) => parseAreas(other.attribute('sqref') ?? ''));
  const kept = added.flatMap(({ range, rule }) =>
    standing
      .filter((other) => !sameRule(ruleOf(other), ruleParts(rule)))
      .some((other) => parseAreas(other.attribute('sqref') ?? '').some((area) => meet(area, range)))
      ? [range]
      : [],
  );
  added.forEach(({ range }, index) => {
    const validation = fresh[index];
    const areas = taken.reduce<ReturnType<typeof parseAreas>>((left, other) => without(left, other), [range]);
    if (validation === undefined || areas.length === 0) return;
    validation.set({ sqref: writeAreas(areas) });
    section.pieces.push({ name: 'dataValidation', xml: withPrefix(validation.toString(), root.prefix) });
  });
  const count = section.pieces.filter(({ name }) => name !== '').length;
  section.set({ count });
  root.place('dataValidations', count === 0 ? undefined : section.toString(), SHEET_ORDER);
  return kept;
}

interface RuleParts {
  readonly type: string;
  readonly formulas: readonly string[];
}

function ruleOf(validation: XmlElement): RuleParts {
  const formulas = ['formula1', 'formula2'].map((name) => validation.first(name)?.text.trim() ?? '');
  return { type: validation.attribute('type') ?? 'none', formulas };
}

function sameRule(a: RuleParts, b: RuleParts): boolean {
  return a.type === b.type && a.formulas.every((formula, at) => sameValue(formula, b.formulas[at] ?? ''));
}

function sameValue(a: string, b: string): boolean {
  return a === b || (a !== '' && b !== '' && Number(a) === Number(b));
}

function ruleParts(rule: ValidationRule): RuleParts {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formulas: [`"${rule.values.join(',').replaceAll('"', '""')}"`, ''] };
    case 'namedList':
      return { type: 'list', formulas: [rule.name, ''] };
    case 'wholeNumber':
      return { type: 'whole', formulas: [String(rule.min), String(rule.max)] };
    case 'decimal':
      return { type: 'decimal', formulas: [String(rule.min), String(rule.max)] };
    case 'date':
      return { type: 'date', formulas: [String(toSerial(rule.from)), String(toSerial(rule.to))] };
    case 'textLength':
      return { type: 'textLength', formulas: [String(rule.max), ''] };
  }
}
