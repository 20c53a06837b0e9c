import { fold, sourceOf, squeeze } from '../../src/base/fold-text';
import { fnv1a, planId } from '../../src/plan/plan-id';
import { linesOf, unwrap } from '../../src/plan/text/lines';
import { wordsOf } from '../../src/plan/heading-words';

describe('FNV-1a, 32 bit', () => {
  test.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('of “%s”, as published', (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  test('the id of a plan depends on title and years', () => {
    const years = { from: 2016, to: 2020 };
    expect(planId('甲', years)).not.toBe(planId('乙', years));
    expect(planId('甲', years)).not.toBe(planId('甲', { from: 2016, to: 2021 }));
  });
});

describe('folding', () => {
  test.each([
    ['（１）ＡＢ：；，．％', '(1)AB:;,.%'],
    ['〔甲〕【乙】［丙］｛丁｝﹝戊﹞', '(甲)(乙)(丙)(丁)(戊)'],
    ['2016—2020–1～2', '2016-2020-1-2'],
    ['　\u00a0\u200b\ufeff\t', '     '],
    ['牽頭單位 責任單位 完成時限 長期堅持', '牵头单位 责任单位 完成时限 长期坚持'],
    ['𠮷字“引号”不变。', '𠮷字“引号”不变。'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text)).toHaveLength(text.length);
  });

  test('squeezing leaves only the words', () => {
    expect(squeeze(' 甲\u200b 乙\n　丙\ufeff')).toBe('甲乙丙');
  });
});

describe('lines', () => {
  test('are cut where a title ends within one', () => {
    const source = sourceOf('  标题正文  \n\n二');
    expect(linesOf(source, [4]).map(({ start, end }) => source.text.slice(start, end))).toEqual([
      '标题',
      '正文',
      '二',
    ]);
    expect(linesOf(source, [0, 3]).map(({ start, end }) => source.text.slice(start, end))).toEqual([
      '标',
      '题正文',
      '二',
    ]);
  });

  test('keep their break as one sign', () => {
    const text = '甲 \r\n\r\n　乙\n丙 ';
    expect(wordsOf(sourceOf(text), { start: 0, end: text.length })).toBe('甲\n乙\n丙');
  });

  const WIDE = '这一行一共有二十个字写满以后接着换到下一行';
  test.each([
    ['few lines', `${WIDE}\n${WIDE}\n完`],
    ['lines of any length', ['一二三', WIDE + WIDE, WIDE, '四五六', '七八九', `${WIDE}。`, '十'].join('\n')],
    ['lines too long to be a page', Array.from({ length: 8 }, () => WIDE.repeat(5)).join('\n')],
    ['full lines that end their sentence', Array.from({ length: 8 }, () => `${WIDE}。`).join('\n')],
  ])('%s are not taken for wrapped ones', (_what, text) => {
    expect(unwrap(sourceOf(text)).source.text).toBe(text);
  });

  test('of even width go on below, and spans find their way back', () => {
    const text = Array.from({ length: 4 }, () => `　${WIDE}\n接着说完。`).join('\n');
    const { source, asIssued } = unwrap(sourceOf(text));
    expect(source.text.split('\n')).toEqual(Array.from({ length: 4 }, () => `　${WIDE}接着说完。`));
    const at = source.text.lastIndexOf('接着说完');
    const { start, end } = asIssued({ start: at, end: at + 4 });
    expect(text.slice(start, end)).toBe('接着说完');
  });

  test('with a bracket that nothing closes stay apart', () => {
    const text = '甲（乙\n丙\n1.丁）\n戊（己';
    expect(unwrap(sourceOf(text)).source.text).toBe(text);
  });
});
