import type { ConditionalFormat } from '../blueprint';
import { columnLetters } from '../raw-sheet';
import type { Expression } from './expression';

/** How tightly each operator binds; a call, a cell and a literal need no brackets. */
const BINDING = { '+': 2, '-': 2, '*': 3, '/': 3 } as const;
const COMPARISON_BINDING = 1;
const TIGHTEST = 4;

/** What stands for an operand: a cell, a name, or a call. */
type CellOf<Operand> = (operand: Operand) => string;

/** The text of a rule as a formula of Excel, without the leading “=”, with English function names and commas. */
function formulaOf<Operand>(expression: Expression<Operand>, cellOf: CellOf<Operand>): string {
  return formulaWriter(expression)(cellOf);
}

/** The text of a rule made ready to be written in one row after another: of many thousand each only puts its cells in. */
export function formulaWriter<Operand>(expression: Expression<Operand>): (cellOf: CellOf<Operand>) => string {
  let start = '';
  const rest: { readonly operand: Operand; after: string }[] = [];
  writeInto(expression, {
    text: (text) => {
      const last = rest.at(-1);
      if (last === undefined) start += text;
      else last.after += text;
    },
    operand: (operand) => {
      rest.push({ operand, after: '' });
    },
  });
  return (cellOf) => {
    let formula = start;
    for (const { operand, after } of rest) formula += cellOf(operand) + after;
    return formula;
  };
}

interface Writing<Operand> {
  readonly text: (text: string) => void;
  readonly operand: (operand: Operand) => void;
}

function writeInto<Operand>(expression: Expression<Operand>, into: Writing<Operand>): void {
  switch (expression.kind) {
    case 'literal':
      into.text(literalText(expression.value));
      return;
    case 'word':
      into.text(literalText(expression.key));
      return;
    case 'operand':
      into.operand(expression.operand);
      return;
    case 'choice':
      writeCall('IF', [expression.condition, expression.then, expression.otherwise], into);
      return;
    case 'call':
      writeCall(expression.name, expression.of, into);
      return;
    default: {
      const { operator, left, right } = expression;
      const binding = bindingOf(expression);
      const isOrdered = operator !== '+' && operator !== '*';
      writeWithin(left, binding, into);
      into.text(operator);
      writeWithin(right, isOrdered ? binding + 1 : binding, into);
    }
  }
}

function writeCall<Operand>(name: string, of: readonly Expression<Operand>[], into: Writing<Operand>): void {
  into.text(`${name}(`);
  of.forEach((one, index) => {
    if (index > 0) into.text(',');
    writeInto(one, into);
  });
  into.text(')');
}

/** In brackets where it binds less tightly than its place asks for. */
function writeWithin<Operand>(one: Expression<Operand>, least: number, into: Writing<Operand>): void {
  const isLoose = bindingOf(one) < least;
  if (isLoose) into.text('(');
  writeInto(one, into);
  if (isLoose) into.text(')');
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
