import { fold } from '../../src/base/fold-text';
import { markerAt, type MarkerKind } from '../../src/plan/text/markers';
import { readNumeral, readYear } from '../../src/base/numerals';

describe('numbers before a paragraph', () => {
  test.each<[string, MarkerKind, number, string]>([
    ['第一部分 总则', 'part', 1, '第一部分'],
    ['第十二章 附则', 'part', 12, '第十二章'],
    ['一、总体要求', 'han', 1, '一'],
    ['二十一、附则', 'han', 21, '二十一'],
    ['（三）推进改革', 'bracketedHan', 3, '（三）'],
    ['( 四 ) 推进改革', 'bracketedHan', 4, '( 四 )'],
    ['㈤推进改革', 'bracketedHan', 5, '㈤'],
    ['第六条 推进改革', 'article', 6, '第六条'],
    ['第7条推进改革', 'article', 7, '第7条'],
    ['8.推进改革', 'figure', 8, '8'],
    ['９．推进改革', 'figure', 9, '９'],
    ['10、推进改革', 'figure', 10, '10'],
    ['⒒推进改革', 'figure', 11, '⒒'],
    ['1.12 推进改革', 'decimal', 12, '1.12'],
    ['2.3推进改革', 'decimal', 3, '2.3'],
    ['（13）推进改革', 'bracketedFigure', 13, '（13）'],
    ['14)推进改革', 'bracketedFigure', 14, '14)'],
    ['⒂推进改革', 'bracketedFigure', 15, '⒂'],
    ['⑯推进改革', 'circled', 16, '⑯'],
    ['㉒推进改革', 'circled', 22, '㉒'],
  ])('%s', (line, kind, ordinal, written) => {
    const marker = markerAt(fold(line), 0);
    expect(marker).toMatchObject({ kind, ordinal });
    expect(line.slice(marker?.start, marker?.end)).toBe(written);
    expect(line.slice(marker?.bodyStart)).toMatch(/^(?:推进改革|总则|附则|总体要求)$/);
  });

  test.each([
    ['a figure with decimals', '3.5亿元投资'],
    ['a share', '2.5%的增长'],
    ['a year', '2016、2017年两年'],
    ['a document year', '（2016）12号文件'],
    ['a date', '2016.12.31前完成'],
    ['a word that begins with a numeral', '一体化推进'],
    ['a numeral that is none', '十十、推进'],
    ['plain words', '推进改革'],
  ])('%s is none', (_what, line) => {
    expect(markerAt(fold(line), 0)).toBeUndefined();
  });
});

describe('numerals', () => {
  test.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['07', 7],
    ['一二', NaN],
    ['百', NaN],
    ['', NaN],
  ])('“%s” is %d', (written, value) => {
    expect(readNumeral(written)).toBe(value);
  });

  test.each([
    ['2025', 2025],
    ['二〇二五', 2025],
    ['二○一六', 2016],
    ['二零二零', 2020],
    ['二O二一', 2021],
    ['二百二五', NaN],
    ['二五', NaN],
  ])('year “%s” is %d', (written, value) => {
    expect(readYear(written)).toBe(value);
  });
});
