import { groupRemarks } from '../../../src/app/wording/remark-groups';
import { lineNumbers } from '../../../src/plan/text/line-numbers';

test('remarks of one kind stand together, and what may be missing stands before ways of writing', () => {
  const groups = groupRemarks([
    { no: 1, code: 'innerBrackets', found: '（甲）' },
    { no: 1, code: 'unusualUnit', found: '东区' },
    { no: 2, code: 'innerBrackets', found: '（乙）' },
    { no: null, code: 'headingLikeMeasure', found: '三、市财政局负责' },
  ]);
  expect(groups.map(({ code, remarks }) => [code, remarks.length])).toEqual([
    ['headingLikeMeasure', 1],
    ['unusualUnit', 1],
    ['innerBrackets', 2],
  ]);
});

test('a position is told by its line, whatever ends the lines', () => {
  const lineOf = lineNumbers('一\r\n二\n三\r四');
  expect([0, 3, 5, 7].map(lineOf)).toEqual([1, 2, 3, 4]);
});
