import { plainForms, squeezed } from '../../src/base/clean-text';

const LONGEST_CELL = 32_767;
/** Has to stand before the other, so that a run of the two in turn has to be put in order. */
const BELOW = '\u0316';
const ABOVE = '\u0301';

test.each([
  ['１２％，（ａ）', '12%,(a)'],
  ['①', '1'],
  ['ｶﾞ', 'ガ'],
  ['e\u0301', 'é'],
  // Thirty marks on one letter stay, in their order.
  [`o${ABOVE.repeat(15)}${BELOW.repeat(15)}`, `o${BELOW.repeat(15)}${ABOVE.repeat(15)}`.normalize('NFKC')],
])('plain forms of %j', (written, plain) => {
  expect(plainForms(written)).toBe(plain);
});

test.each([
  ['marks in turn', BELOW + ABOVE],
  ['the half-width marks of Japanese, which become such marks', `\uFF9E${BELOW}`],
  ['marks that are two in one', `\u0344${BELOW}`],
])('of a cell full of %s thirty are kept, so that no more are put in order', (_, marks) => {
  const text = `完${marks.repeat(LONGEST_CELL)}成`;
  expect([...plainForms(text)].length).toBeLessThanOrEqual(2 + 2 * 30);
  expect(squeezed(text)).toMatch(/^完.+成$/u);
});
