import { evaluator } from '../../src/base/expression/evaluator';
import {
  both,
  calculate,
  choose,
  compare,
  either,
  isNumber,
  largest,
  literal,
  not,
  operand,
  orElse,
  rewritten,
  round,
  start,
  word,
  type Cell,
  type Comparison,
  type Expression,
} from '../../src/base/expression/expression';

const A = operand<'a' | 'b', never>('a');
const B = operand<'a' | 'b', never>('b');
const REF: Cell = { error: '#REF!' };

function valueOf(expression: Expression<'a' | 'b'>, a: Cell, b: Cell = null): Cell {
  return evaluator(expression)((name) => (name === 'a' ? a : b));
}

// support.microsoft.com: “Calculation operators and precedence in Excel”, “Sort data”: numbers, texts, FALSE, TRUE.
test.each<[Cell, Comparison, Cell, boolean]>([
  [1, '=', 1, true],
  [1, '<>', 1, false],
  [1, '<', 2, true],
  [2, '<=', 2, true],
  [3, '>', 2, true],
  [1, '>=', 2, false],
  [99, '<', '1', true],
  ['z', '<', false, true],
  [false, '<', true, true],
  ['已完成', '=', '已完成', true],
  ['Abc', '=', 'aBC', true],
  ['b', '>', 'A', true],
  ['a', '<', 'B', true],
  [null, '=', '', true],
  [null, '=', 0, true],
  [null, '=', false, true],
  [null, '=', null, true],
  ['', '<', 'a', true],
])('%j %s %j is %s', (a, operator, b, expected) => {
  expect(valueOf(compare(A, operator, B), a, b)).toBe(expected);
});

test.each<[Cell, '+' | '-' | '*' | '/', Cell, Cell]>([
  [7, '+', 2, 9],
  [7, '-', 2, 5],
  [7, '*', 2, 14],
  [7, '/', 2, 3.5],
  [7, '+', null, 7],
  [7, '+', true, 8],
  [7, '/', null, { error: '#DIV/0!' }],
  [7, '*', 'zwei', { error: '#VALUE!' }],
  ['7', '+', 1, { error: '#VALUE!' }],
])('%j %s %j comes to %j', (a, operator, b, expected) => {
  expect(valueOf(calculate(A, operator, B), a, b)).toEqual(expected);
});

test('an error of a cell is the result of whatever counts with it, the first of two', () => {
  const other: Cell = { error: '#N/A' };
  expect(valueOf(compare(A, '=', B), REF, other)).toBe(REF);
  expect(valueOf(calculate(A, '+', B), 1, other)).toBe(other);
  expect(valueOf(largest(A, B), 1, REF)).toBe(REF);
  expect(valueOf(choose(compare(A, '=', literal(1)), literal('一'), literal('其他')), REF)).toBe(REF);
  expect(valueOf(not(compare(A, '=', literal(1))), REF)).toBe(REF);
});

test('a choice asks only the branch that it takes', () => {
  const halved = calculate(literal(1), '/', B);
  const rule = choose(compare(A, '>', literal(0)), literal(0), halved);
  expect(valueOf(rule, 1, null)).toBe(0);
  expect(valueOf(rule, -1, null)).toEqual({ error: '#DIV/0!' });
});

test.each<[string, Expression<'a' | 'b'>, Cell, Cell, Cell]>([
  ['all of them hold', both(compare(A, '>', literal(0)), compare(B, '>', literal(0))), 1, 2, true],
  ['one of all does not', both(compare(A, '>', literal(0)), compare(B, '>', literal(0))), 1, 0, false],
  ['one of several holds', either(compare(A, '>', literal(0)), compare(B, '>', literal(0))), 0, 2, true],
  ['none holds', either(compare(A, '>', literal(0)), compare(B, '>', literal(0))), 0, 0, false],
  ['it does not hold', not(compare(A, '>', literal(0))), 0, null, true],
  ['a number', isNumber(A), 3, null, true],
  ['a text that looks like one', isNumber(A), '3', null, false],
  ['an error is no number', isNumber(A), REF, null, false],
  ['the largest', largest(A, B), 3, 8, 8],
  ['the largest of a number and a blank', largest(A, B), -3, null, 0],
  ['the largest of a text', largest(A, B), 'x', 1, { error: '#VALUE!' }],
  ['a half goes away from 0', round(A, 1), 2.25, null, 2.3],
  ['below 0 too', round(A, 1), -2.25, null, -2.3],
  ['what binary loses does not count', round(A, 2), 1.005, null, 1.01],
  ['the first characters', start(A, 2), '已完成', null, '已完'],
  ['of a blank cell', start(A, 2), null, null, ''],
  ['of a truth', start(A, 2), true, null, 'TR'],
  ['what can be worked out', orElse(calculate(A, '/', B), literal(0)), 6, 3, 2],
  ['what stands in for an error', orElse(calculate(A, '/', B), literal(0)), 6, 0, 0],
])('%s', (_what, rule, a, b, expected) => {
  expect(valueOf(rule, a, b)).toEqual(expected);
});

test('a word gives its key, and in a workbook its word', () => {
  const rule = choose(compare(A, '=', word('standing', 'done')), word('light', 'green'), literal('—'));
  expect(valueOf(rule, 'done')).toBe('green');
  const inWorkbook = rewritten(
    rule,
    () => A,
    (list, key) => `${list}.${key}`,
  );
  expect(valueOf(inWorkbook, 'standing.done')).toBe('light.green');
  expect(valueOf(inWorkbook, 'done')).toBe('—');
});

test('a rule is rewritten for other cells in all of its parts', () => {
  const rule = orElse(round(calculate(A, '/', largest(A, B)), 0), literal(-1));
  const swapped = rewritten(rule, (name) => (name === 'a' ? B : A));
  expect(valueOf(rule, 4, 1)).toBe(1);
  expect(valueOf(swapped, 4, 1)).toBe(0);
  expect(valueOf(swapped, 0, 0)).toBe(-1);
});
