import { sourceOf } from '../../src/base/fold-text';
import { titleOf, yearsIn } from '../../src/plan/layout/title';

const BODY = '\n一、主要任务\n1.推进改革。（市财政局牵头，2022年底前完成）';

describe('the title of a plan', () => {
  test.each([
    ['on a line of its own', '某市法治建设实施方案\n（2021—2025年）', '某市法治建设实施方案', 2021, 2025],
    ['with its years behind it', '某市法治建设实施方案（2021—2025年）', '某市法治建设实施方案', 2021, 2025],
    ['with its year within', '某市2023年工作要点', '某市2023年工作要点', 2023, 2023],
    ['for a five-year plan', '某市“十四五”养老服务规划', '某市“十四五”养老服务规划', 2021, 2025],
    [
      'broken into two lines',
      '某市数字政府建设\n三年行动方案\n（2023-2025年）',
      '某市数字政府建设三年行动方案',
      2023,
      2025,
    ],
    [
      'below a notice',
      '某县关于印发某县2024年任务清单的通知\n某县2024年任务清单',
      '某县2024年任务清单',
      2024,
      2024,
    ],
    [
      'only in the notice',
      '某市关于印发《2021年任务分工方案》的通知\n各单位：',
      '2021年任务分工方案',
      2021,
      2021,
    ],
    ['years in the notice only', '某府发〔2022〕3号\n关于印发措施的通知\n若干措施', '若干措施', 2022, 2022],
    [
      'in brackets that are no years',
      '某市工作要点（征求意见稿）\n2023年',
      '某市工作要点（征求意见稿）',
      2022,
      2022,
    ],
    ['without a word for the kind of plan', '某市2022年重点民生实事', '某市2022年重点民生实事', 2022, 2022],
  ])('%s', (_how, head, title, from, to) => {
    expect(titleOf(sourceOf(head + BODY))).toMatchObject({ title, years: { from, to } });
  });

  test('at the beginning of a document without line breaks', () => {
    const text =
      '白石镇整治三年行动计划（2020—2022年）为了安全，制定本计划。一、任务1.排查。（镇应急办负责）';
    const { title, years, spans } = titleOf(sourceOf(text));
    expect([title, years]).toEqual(['白石镇整治三年行动计划', { from: 2020, to: 2022 }]);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '白石镇整治三年行动计划（2020—2022年）',
    ]);
  });

  test.each([
    ['begins with a number', '1.推进改革。（市财政局牵头，2022年底前完成）'],
    ['begins with a sentence', '为推进改革，制定本方案：\n1.推进改革。（市财政局牵头，2022年底前完成）'],
    ['begins with a measure', '推进改革（市财政局牵头）\n推进开放（市商务局牵头，2022年6月底前）'],
    ['has one line only', '推进改革（2022年底前）'],
  ])('there is none when the text %s', (_how, text) => {
    expect(titleOf(sourceOf(text))).toMatchObject({
      title: '',
      spans: [],
      guessed: true,
      years: { from: 2022, to: 2022 },
    });
  });
});

describe('the years of a plan', () => {
  test('come from the dates of the text when no title names them, and that is said', () => {
    const text =
      '若干措施\n1.甲。（市财政局牵头，2021年6月底前）\n2.乙。（市财政局牵头，2023年底）\n附：2019年数据';
    expect(titleOf(sourceOf(text))).toMatchObject({ years: { from: 2021, to: 2023 }, guessed: true });
  });

  test('are unknown when there is no date at all', () => {
    expect(titleOf(sourceOf('若干措施\n1.甲。（市财政局牵头）'))).toMatchObject({
      years: undefined,
      guessed: true,
    });
  });

  test('are those the user sets', () => {
    const years = { from: 2030, to: 2031 };
    expect(titleOf(sourceOf(`某市2023年工作要点${BODY}`), years)).toMatchObject({ years, guessed: false });
  });

  test.each([
    ['2016—2020年', { from: 2016, to: 2020 }],
    ['(2016年至2020年)', { from: 2016, to: 2020 }],
    ['2023年', { from: 2023, to: 2023 }],
    ['府发〔2023〕1号', { from: 2023, to: 2023 }],
    ['“十三五”', { from: 2016, to: 2020 }],
    ['第5号', undefined],
  ])('%s', (words, years) => {
    expect(yearsIn(sourceOf(words).folded)).toEqual(years);
  });
});
