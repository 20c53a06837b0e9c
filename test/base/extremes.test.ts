import { largestOf, smallestOf } from '../../src/base/extremes';

const MANY = 300_000;

test('the ends of more numbers than a call takes arguments', () => {
  const numbers = Array.from({ length: MANY }, (_, index) => ((index * 7919) % MANY) - 5);
  expect([largestOf(numbers), smallestOf(new Set(numbers))]).toEqual([MANY - 6, -5]);
});

test('of none, the least that was said, else none at all', () => {
  expect([largestOf([], 1), largestOf([-3, 0], 1), largestOf([2], 1)]).toEqual([1, 1, 2]);
  expect([largestOf([]), smallestOf([])]).toEqual([-Infinity, Infinity]);
});
