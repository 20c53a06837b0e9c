import { appended, onceFor, onceForGrowing } from '../../src/base/once-for';

test('what is worked out of a value is worked out once', () => {
  let calls = 0;
  const sizeOf = onceFor((list: readonly number[]) => {
    calls += 1;
    return list.length;
  });
  const list = [1, 2];
  expect([sizeOf(list), sizeOf(list), sizeOf([1])]).toEqual([2, 2, 1]);
  expect(calls).toBe(2);
});

describe('of a list that grows', () => {
  /** A sum that says how it was come by; zero cannot be added to it. */
  function sums() {
    const made: string[] = [];
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
    const sumOf = onceForGrowing(
      (list: readonly number[]) => {
        made.push(`all ${list.join(' ')}`);
        return sum(list);
      },
      (total, added, before) => {
        made.push(`${before.join(' ')} and ${added.join(' ')}`);
        return added.includes(0) ? undefined : total + sum(added);
      },
    );
    return { made, sumOf };
  }

  test('the value is carried on by what was added', () => {
    const { made, sumOf } = sums();
    const list = [1, 2];
    sumOf(list);
    const longer = appended(list, [3]);
    expect(longer).toEqual([1, 2, 3]);
    expect([sumOf(longer), sumOf(longer), sumOf(appended(longer, [4, 5]))]).toEqual([6, 6, 15]);
    expect(made).toEqual(['all 1 2', '1 2 and 3', '1 2 3 and 4 5']);
  });

  test('it is worked out of all where nothing is known of the shorter list, where it cannot be carried on, and of a copy', () => {
    const { made, sumOf } = sums();
    const list = [1, 2];
    const longer = appended(list, [3]);
    sumOf(longer);
    sumOf(appended(longer, [0]));
    sumOf([...longer]);
    expect(made).toEqual(['all 1 2 3', '1 2 3 and 0', 'all 1 2 3 0', 'all 1 2 3']);
  });
});
