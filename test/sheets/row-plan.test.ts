import { planRows } from '../../src/sheets/layout/row-plan';

const MANY = 150_000;

test('a list of more rows than a call takes arguments gets one row more, behind the last', () => {
  const known = new Map(Array.from({ length: MANY }, (_, index) => [index + 1, index + 1]));
  const plan = planRows(MANY + 1, known, new Set(), () => false, true);
  expect([plan.rows.size, plan.rows.get(MANY + 1), plan.insertedRows]).toEqual([MANY + 1, MANY + 1, []]);
});

test('where something stands behind the last row, a row is inserted before it', () => {
  const known = new Map([
    [1, 1],
    [2, 2],
  ]);
  const plan = planRows(3, known, new Set(), (row) => row === 3, true);
  expect(plan.insertedRows).toEqual([{ before: 3, count: 1 }]);
  expect([plan.moved(2), plan.moved(3)]).toEqual([2, 4]);
});
