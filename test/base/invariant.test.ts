import { InvariantError, must } from '../../src/base/invariant';

test.each([0, '', false, NaN])('%j is a value like any other', (value) => {
  expect(must(value, 'a value')).toBe(value);
});

test.each([null, undefined])('%j is a fault of ours, and the error says what is missing', (value) => {
  const ask = () => must(value, 'the text of measure 12');
  expect(ask).toThrow(InvariantError);
  expect(ask).toThrow('missing: the text of measure 12');
});
