import fc from 'fast-check';
import { Workbook } from '@cj-tech-master/excelts';
import { installFormulaEngine } from '@cj-tech-master/excelts/formula';
import type { Cell, Expression } from '../../src/base/expression/expression';
import { evaluator } from '../../src/base/expression/evaluator';
import { columnLetters, isCellError } from '../../src/base/raw-sheet';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import * as stated from '../../src/ledger/stated-rules';
import { inWords, ruleFormula } from '../../src/sheets/rules';
import { STANDING_WORD, TIMELINESS_WORD, VERIFICATION_WORD } from '../../src/sheets/words';
import { LIBRE_OFFICE_TIMEOUT, hasLibreOffice, recalculateWithLibreOffice } from '../support/libre-office';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const ROWS_A_RULE = 300;
const SHEET = '规则';
/** Operands stand left of it, the formula in it. */
const FORMULA_COLUMN = 10;

const typed = fc.constantFrom<Cell>(null, '已开展', '2016年底', 7);
const serial = fc.integer({ min: 42_000, max: 44_000 });
const count = fc.integer({ min: 0, max: 40 });
const points = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
const days = fc.integer({ min: 0, max: 90 });

/** What may stand in each cell a rule speaks of: what the product writes there, and where a clerk types what he types. */
const CELLS = {
  status: fc.oneof(fc.constantFrom<Cell>(...Object.values(STANDING_WORD)), typed),
  completedOn: fc.oneof(serial, typed),
  deadline: fc.oneof(serial, fc.constantFrom<Cell>('未定时限', null)),
  standing: fc.constantFrom(...Object.values(STANDING_WORD)),
  timeliness: fc.constantFrom(...Object.values(TIMELINESS_WORD)),
  verification: fc.oneof(fc.constantFrom<Cell>(...Object.values(VERIFICATION_WORD)), typed),
  problems: typed,
  asOf: serial,
  dueSoonDays: days,
  slowStartDays: days,
  place: fc.integer({ min: 1, max: 14_000 }),
  due: count,
  onTime: count,
  late: count,
  overdue: count,
  lateReturns: count,
  sentBack: count,
  onTimePoints: points,
  latePoints: points,
  overduePoints: points,
  lateReturnPoints: points,
  sentBackPoints: points,
  earnedPoints: points,
  workScore: points,
  returnPoints: points,
  measures: count,
  ongoing: count,
  done: count,
};
type Name = keyof typeof CELLS;

const RULES = [
  ['LACKS_COMPLETION_DATE', stated.LACKS_COMPLETION_DATE],
  ['STANDING', stated.STANDING],
  ['TIMELINESS', stated.TIMELINESS],
  ['TIMELINESS_OF_CLAIM', stated.TIMELINESS_OF_CLAIM],
  ['OVERDUE_DAYS', stated.OVERDUE_DAYS],
  ['OVERDUE_RANK', stated.OVERDUE_RANK],
  ['PAGE_RANK', stated.PAGE_RANK],
  ['LIGHT', stated.LIGHT],
  ['WORK_SCORE', stated.WORK_SCORE],
  ['RETURN_POINTS', stated.RETURN_POINTS],
  ['SCORE', stated.SCORE],
  ['MEASURE_POINTS', stated.MEASURE_POINTS],
  ['COMPLETION_RATE', stated.COMPLETION_RATE],
] as const satisfies readonly (readonly [string, Expression<Name>])[];

/** The cells a rule speaks of, each once. */
function operandsOf(expression: Expression<Name>): readonly Name[] {
  switch (expression.kind) {
    case 'literal':
    case 'word':
      return [];
    case 'operand':
      return [expression.operand];
    case 'choice':
      return [expression.condition, expression.then, expression.otherwise].flatMap(operandsOf);
    case 'call':
      return expression.of.flatMap(operandsOf);
    default:
      return [expression.left, expression.right].flatMap(operandsOf);
  }
}

interface Case {
  readonly rule: string;
  readonly names: readonly Name[];
  readonly cells: Readonly<Partial<Record<Name, Cell>>>;
  readonly formula: string;
  readonly value: Cell;
}

function casesOf([rule, expression]: readonly [string, Expression<Name>], firstRow: number): readonly Case[] {
  const names = [...new Set(operandsOf(expression))];
  const evaluate = evaluator(inWords(expression));
  const rows = fc.sample(fc.tuple(...names.map((name) => CELLS[name])), { numRuns: ROWS_A_RULE, seed: 2017 });
  return rows.map((row, index): Case => {
    const at = firstRow + index;
    const addresses = Object.fromEntries(
      names.map((name, column) => [name, `$${columnLetters(column + 1)}${at}`]),
    ) as Record<Name, string>;
    const cells: Partial<Record<Name, Cell>> = Object.fromEntries(
      names.map((name, column) => [name, row[column] ?? null]),
    );
    return {
      rule,
      names,
      cells,
      formula: ruleFormula(expression, addresses),
      value: evaluate((name) => cells[name] ?? null),
    };
  });
}

const cases = RULES.flatMap((rule, index) => casesOf(rule, 1 + index * ROWS_A_RULE));

/** All cases in one sheet, a row each. */
function workbook(): Workbook {
  const book = new Workbook();
  const sheet = book.addWorksheet(SHEET);
  cases.forEach(({ names, cells, formula }, index) => {
    names.forEach((name, column) => {
      const cell = cells[name] ?? null;
      if (cell !== null && !isCellError(cell)) sheet.getCell(index + 1, column + 1).value = cell;
    });
    sheet.getCell(index + 1, FORMULA_COLUMN).value = { formula };
  });
  return book;
}

/** The rows in which something else came out, with what was in them. */
function differing(found: readonly unknown[]): readonly unknown[] {
  return cases.flatMap((one, index) => {
    const other = found[index] ?? '';
    const value = one.value ?? '';
    const isEqual =
      typeof value === 'number' && typeof other === 'number'
        ? Math.abs(value - other) < 1e-9
        : JSON.stringify(value) === JSON.stringify(other);
    return isEqual ? [] : [{ ...one, found: other }];
  });
}

test('every rule comes to each of its outcomes', () => {
  const outcomes = RULES.map(([rule]) => {
    const values = cases
      .filter((one) => one.rule === rule)
      .map(({ value }) => (typeof value === 'number' ? 'number' : value));
    return [rule, new Set(values).size];
  });
  expect(Object.fromEntries(outcomes)).toMatchObject({
    LACKS_COMPLETION_DATE: 2,
    TIMELINESS: 6,
    TIMELINESS_OF_CLAIM: 6,
    OVERDUE_DAYS: expect.any(Number),
    LIGHT: 4,
    COMPLETION_RATE: 2,
  });
});

test('the spreadsheet library works out of every formula what the rule gives', () => {
  const book = workbook();
  installFormulaEngine();
  book.calculateFormulas();
  const sheet = book.getWorksheet(SHEET);
  expect(differing(cases.map((_, index) => sheet?.getCell(index + 1, FORMULA_COLUMN).result))).toEqual([]);
});

(hasLibreOffice ? test : test.skip)('so does LibreOffice', async () => {
  const bytes = new Uint8Array(await workbook().xlsx.writeBuffer());
  const read = await createWorkbookFiles().read(await recalculateWithLibreOffice(bytes), 'workbook.xlsx');
  const rows = new Map(read.sheets[0]?.rows.map(({ row, cells }) => [row, cells]));
  const found = cases.map(
    (_, index) => rows.get(index + 1)?.find(({ column }) => column === FORMULA_COLUMN)?.value,
  );
  expect(differing(found)).toEqual([]);
});
