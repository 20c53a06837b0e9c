import { isCellError, type CellError } from '../raw-sheet';
import type { Arithmetic, Cell, Comparison, Expression } from './expression';

/** What the cells hold. */
export type Cells<Operand> = (operand: Operand) => Cell;

type Step<Operand> = (cells: Cells<Operand>) => Cell;

const NO_VALUE: CellError = { error: '#VALUE!' };
const DIVIDED_BY_ZERO: CellError = { error: '#DIV/0!' };

/**
 * A rule made ready to be asked for its value, again and again: of many thousand rows each costs some calls and nothing is
 * interpreted. A word gives its key.
 * @returns What Excel would show for the formula of the rule over the same cells, an error of theirs included.
 */
export function evaluator<Operand, Result extends Cell>(
  expression: Expression<Operand, Result>,
): (cells: Cells<Operand>) => Result | CellError {
  // Which kind of value a rule gives is declared where it is put together; the steps below know cells only.
  return step(expression) as (cells: Cells<Operand>) => Result | CellError;
}

function step<Operand>(expression: Expression<Operand>): Step<Operand> {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'word': {
      const { key } = expression;
      return () => key;
    }
    case 'operand': {
      const { operand } = expression;
      return (cells) => cells(operand);
    }
    case 'comparison': {
      const [left, right, { operator }] = [step(expression.left), step(expression.right), expression];
      return (cells) => unlessError(left(cells), right(cells), (a, b) => holds(operator, order(a, b)));
    }
    case 'arithmetic': {
      const [left, right, { operator }] = [step(expression.left), step(expression.right), expression];
      return (cells) => unlessError(left(cells), right(cells), (a, b) => combined(operator, a, b));
    }
    case 'choice': {
      const [condition, then, otherwise] = [expression.condition, expression.then, expression.otherwise].map(
        step,
      ) as [Step<Operand>, Step<Operand>, Step<Operand>];
      return (cells) => {
        const holding = condition(cells);
        if (isCellError(holding)) return holding;
        return holding === true ? then(cells) : otherwise(cells);
      };
    }
    case 'call':
      return called(expression.name, expression.of.map(step));
  }
}

function called<Operand>(
  name: Extract<Expression<Operand>, { kind: 'call' }>['name'],
  of: readonly Step<Operand>[],
): Step<Operand> {
  const [first = () => null, second = () => null] = of;
  if (name === 'ISNUMBER') return (cells) => typeof first(cells) === 'number';
  if (name === 'IFERROR') {
    return (cells) => {
      const found = first(cells);
      return isCellError(found) ? second(cells) : found;
    };
  }
  const apply = FUNCTIONS[name];
  return (cells) => {
    const found = of.map((one) => one(cells));
    return found.find(isCellError) ?? apply(found);
  };
}

type Call = Extract<Expression<unknown>, { kind: 'call' }>['name'];

/** Each over arguments of which none is an error. */
const FUNCTIONS: Readonly<Record<Exclude<Call, 'ISNUMBER' | 'IFERROR'>, (of: readonly Cell[]) => Cell>> = {
  AND: (of) => of.every((one) => one === true),
  OR: (of) => of.includes(true),
  NOT: ([of]) => of !== true,
  MAX: (of) => ofNumbers(of, (numbers) => Math.max(...numbers)),
  ROUND: (of) => ofNumbers(of, ([value = 0, digits = 0]) => rounded(value, digits)),
  LEFT: ([text = null, characters]) => textOf(text).slice(0, Number(characters)),
};

function ofNumbers(of: readonly Cell[], give: (numbers: readonly number[]) => number): Cell {
  const numbers = of.map(numberOf);
  return numbers.every((one) => one !== undefined) ? give(numbers) : NO_VALUE;
}

function unlessError(a: Cell, b: Cell, give: (a: Cell, b: Cell) => Cell): Cell {
  if (isCellError(a)) return a;
  return isCellError(b) ? b : give(a, b);
}

function numberOf(cell: Cell | undefined): number | undefined {
  if (cell === null || typeof cell === 'boolean') return Number(cell);
  return typeof cell === 'number' ? cell : undefined;
}

function textOf(cell: Cell): string {
  if (typeof cell === 'boolean') return String(cell).toUpperCase();
  return cell === null || isCellError(cell) ? '' : String(cell);
}

function combined(operator: Arithmetic, left: Cell, right: Cell): Cell {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return NO_VALUE;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return b === 0 ? DIVIDED_BY_ZERO : a / b;
  }
}

/** Whatever is lost in binary does not decide on which side of the half a number lies. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(12)))) / scale;
}

/** Below 0 where `a` comes first. Numbers come before texts, texts before TRUE and FALSE. */
function order(a: Cell, b: Cell): number {
  const [left, right] = [filled(a, b), filled(b, a)];
  const kinds = kindOf(left) - kindOf(right);
  if (kinds !== 0) return kinds;
  if (typeof left === 'string' && typeof right === 'string') return textOrder(left, right);
  return Number(left) - Number(right);
}

/** A blank cell is like whatever it is compared with. */
function filled(cell: Cell, other: Cell): Cell {
  if (cell !== null) return cell;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function kindOf(cell: Cell): number {
  return typeof cell === 'number' ? 0 : typeof cell === 'string' ? 1 : 2;
}

function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left === right ? 0 : left < right ? -1 : 1;
}

function holds(operator: Comparison, ordered: number): boolean {
  switch (operator) {
    case '=':
      return ordered === 0;
    case '<>':
      return ordered !== 0;
    case '<':
      return ordered < 0;
    case '<=':
      return ordered <= 0;
    case '>':
      return ordered > 0;
    default:
      return ordered >= 0;
  }
}
