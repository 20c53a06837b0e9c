import { fittedWidths } from '../../src/sheets/fitted-columns';
import { textWidth } from '../../src/sheets/row-heights';

const ACROSS = { top: 1, left: 1, bottom: 1, right: 3 };
const TITLE = '荆门市法治政府建设实施方案进展情况填报表';

test('a column is as wide as its longest line, in characters of which a Chinese one takes two', () => {
  expect(
    fittedWidths(
      [
        ['序号', 'a'],
        ['1', '市政府办公室\n市编办'],
      ],
      [],
    ),
  ).toEqual([6, 14]);
});

test.each([
  ['a title joined over several columns', [ACROSS], [6, 6, 6]],
  ['a title joined downwards alone', [{ ...ACROSS, bottom: 2, right: 1 }], [36, 6, 6]],
  ['a title that nothing is joined to', [], [36, 6, 6]],
  ['cells joined beyond the last column', [{ ...ACROSS, right: 16_384 }], [6, 6, 6]],
])('%s', (_what, merges, widths) => {
  expect(
    fittedWidths(
      [
        [TITLE, '', ''],
        ['1', 'a', ''],
      ],
      merges,
    ),
  ).toEqual(widths);
});

test('a joined cell says nothing of its own row alone', () => {
  expect(
    fittedWidths(
      [
        [TITLE, ''],
        ['1', '市政府办公室'],
      ],
      [{ ...ACROSS, right: 2 }],
    ),
  ).toEqual([6, 14]);
});

test('nothing has no columns', () => {
  expect(fittedWidths([], [])).toEqual([]);
});

test('a Chinese character, a full-width sign and a character of two halves are as wide as two letters', () => {
  expect(['甲', '，', '“', '…', '😀', '⺀', 'a', '·'].map(textWidth)).toEqual([2, 2, 2, 2, 2, 2, 1, 1]);
});
