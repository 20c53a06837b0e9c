import type { ConditionalFormat } from '../blueprint';
import { columnLetters } from '../raw-sheet';
import type { Expression } from './expression';

/** How tightly each operator binds; a call, a cell and a literal need no brackets. */
const BINDING = { '+': 2, '-': 2, '*': 3, '/': 3 } as const;
const COMPARISON_BINDING = 1;
const TIGHTEST = 4;

/**
 * The text of a rule as a formula of Excel, without the leading “=”, with English function names and commas.
 * @param cellOf What stands for an operand: a cell, a name, or a call.
 */
export function formulaOf<Operand>(
  expression: Expression<Operand>,
  cellOf: (operand: Operand) => string,
): string {
  const within = (one: Expression<Operand>, least: number): string => {
    const text = formulaOf(one, cellOf);
    return bindingOf(one) < least ? `(${text})` : text;
  };
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.value);
    case 'word':
      return literalText(expression.key);
    case 'operand':
      return cellOf(expression.operand);
    case 'choice': {
      const parts = [expression.condition, expression.then, expression.otherwise];
      return `IF(${parts.map((part) => formulaOf(part, cellOf)).join(',')})`;
    }
    case 'call':
      return `${expression.name}(${expression.of.map((one) => formulaOf(one, cellOf)).join(',')})`;
    default: {
      const { operator, left, right } = expression;
      const binding = bindingOf(expression);
      const isOrdered = operator !== '+' && operator !== '*';
      return `${within(left, binding)}${operator}${within(right, isOrdered ? binding + 1 : binding)}`;
    }
  }
}

/** The condition of a format as Excel wants it: written for the first row of its range, its columns fixed. */
export function conditionFormula({
  range,
  condition,
}: Pick<ConditionalFormat, 'range' | 'condition'>): string {
  return formulaOf(condition, (column) => `$${columnLetters(column)}${range.top}`);
}

function bindingOf(expression: Expression<unknown>): number {
  if (expression.kind === 'arithmetic') return BINDING[expression.operator];
  return expression.kind === 'comparison' ? COMPARISON_BINDING : TIGHTEST;
}

function literalText(value: string | number | boolean): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return typeof value === 'number' ? String(value) : String(value).toUpperCase();
}
