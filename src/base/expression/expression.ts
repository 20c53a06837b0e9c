import type { CellError } from '../raw-sheet';

/** What a cell gives to a rule: `null` is a blank cell; dates are serial numbers. */
export type Cell = string | number | boolean | null | CellError;

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

type Node<Operand> =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** A text that is called by a key here and by a word of its list in a workbook. */
  | { readonly kind: 'word'; readonly list: string; readonly key: string }
  | { readonly kind: 'operand'; readonly operand: Operand }
  | {
      readonly kind: 'comparison';
      readonly operator: Comparison;
      readonly left: Expression<Operand>;
      readonly right: Expression<Operand>;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression<Operand>;
      readonly right: Expression<Operand>;
    }
  | {
      readonly kind: 'choice';
      readonly condition: Expression<Operand>;
      readonly then: Expression<Operand>;
      readonly otherwise: Expression<Operand>;
    }
  | {
      readonly kind: 'call';
      readonly name: 'AND' | 'OR' | 'NOT' | 'ISNUMBER' | 'MAX' | 'ROUND' | 'LEFT' | 'IFERROR';
      readonly of: readonly Expression<Operand>[];
    };

/**
 * A rule over cells: plain data with the meaning of a formula of Excel, from which its value (`evaluator`) and its text
 * (`formulaWriter`) follow. `Operand` names the cells it speaks of; `Result` is what it gives when no cell holds an error.
 */
export type Expression<Operand, Result extends Cell = Cell> = Node<Operand> & { readonly gives?: Result };

type Many<Operand, Result extends Cell> = readonly Expression<Operand, Result>[];

export function literal<Value extends string | number | boolean>(value: Value): Expression<never, Value> {
  return { kind: 'literal', value };
}

export function word<Key extends string>(list: string, key: Key): Expression<never, Key> {
  return { kind: 'word', list, key };
}

/** A cell, by whatever names it: a word, or the number of its column. */
export function operand<Operand, Result extends Cell = Cell>(name: Operand): Expression<Operand, Result> {
  return { kind: 'operand', operand: name };
}

/** As Excel compares: texts without regard to case, a blank cell like an empty text or 0, any number before any text. */
export function compare<A, B>(
  left: Expression<A>,
  operator: Comparison,
  right: Expression<B>,
): Expression<A | B, boolean> {
  return { kind: 'comparison', operator, left, right };
}

/** A blank cell counts 0. A text is an error, also one that looks like a number: ask `isNumber` first. */
export function calculate<A, B>(
  left: Expression<A>,
  operator: Arithmetic,
  right: Expression<B>,
): Expression<A | B, number> {
  return { kind: 'arithmetic', operator, left, right };
}

export function choose<A, B, C, Then extends Cell, Otherwise extends Cell>(
  condition: Expression<A, boolean>,
  then: Expression<B, Then>,
  otherwise: Expression<C, Otherwise>,
): Expression<A | B | C, Then | Otherwise> {
  return { kind: 'choice', condition, then, otherwise };
}

export function both<A>(...of: Many<A, boolean>): Expression<A, boolean> {
  return { kind: 'call', name: 'AND', of };
}

export function either<A>(...of: Many<A, boolean>): Expression<A, boolean> {
  return { kind: 'call', name: 'OR', of };
}

export function not<A>(of: Expression<A, boolean>): Expression<A, boolean> {
  return { kind: 'call', name: 'NOT', of: [of] };
}

export function isNumber<A>(of: Expression<A>): Expression<A, boolean> {
  return { kind: 'call', name: 'ISNUMBER', of: [of] };
}

export function largest<A>(...of: Many<A, number>): Expression<A, number> {
  return { kind: 'call', name: 'MAX', of };
}

/** To so many decimals, a half away from 0. */
export function round<A>(of: Expression<A, number>, digits: number): Expression<A, number> {
  return { kind: 'call', name: 'ROUND', of: [of, literal(digits)] };
}

/** The first characters of a text. */
export function start<A>(of: Expression<A>, characters: number): Expression<A, string> {
  return { kind: 'call', name: 'LEFT', of: [of, literal(characters)] };
}

/** What it gives, or `otherwise` where it cannot be worked out. */
export function orElse<A, Result extends Cell>(
  of: Expression<A, Result>,
  otherwise: Expression<never, Result>,
): Expression<A, Result> {
  return { kind: 'call', name: 'IFERROR', of: [of, otherwise] };
}

/** The same rule with other operands, and its words as a workbook has them. */
export function rewritten<From, To, Result extends Cell>(
  expression: Expression<From, Result>,
  operandOf: (operand: From) => Expression<To>,
  wordOf?: (list: string, key: string) => string,
): Expression<To, Result> {
  return rewrite(expression, operandOf, wordOf) as Expression<To, Result>;
}

function rewrite<From, To>(
  expression: Expression<From>,
  operandOf: (operand: From) => Expression<To>,
  wordOf: ((list: string, key: string) => string) | undefined,
): Expression<To> {
  const again = (one: Expression<From>) => rewrite(one, operandOf, wordOf);
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'word':
      return wordOf === undefined ? expression : literal(wordOf(expression.list, expression.key));
    case 'operand':
      return operandOf(expression.operand);
    case 'choice': {
      const { condition, then, otherwise } = expression;
      return { kind: 'choice', condition: again(condition), then: again(then), otherwise: again(otherwise) };
    }
    case 'call':
      return { kind: 'call', name: expression.name, of: expression.of.map(again) };
    default:
      return { ...expression, left: again(expression.left), right: again(expression.right) };
  }
}
