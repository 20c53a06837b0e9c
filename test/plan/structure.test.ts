import { PlanParseError } from '../../src/plan/plan-errors';
import { parsePlan } from '../../src/plan/parse';
import type { Plan } from '../../src/plan/plan';
import { placedText, squeeze } from './support';

function plan(...lines: readonly string[]): Plan {
  const text = ['某市2023年工作要点', ...lines].join('\n');
  const read = parsePlan(text);
  expect(placedText(read)).toBe(squeeze(text));
  return read;
}

/** “section/task no: text” of each measure. */
function places(read: Plan): readonly string[] {
  return read.measures.map(({ section, taskNo, task, text }) => `${section}/${taskNo} ${task}: ${text}`);
}

function codes(read: Plan): readonly string[] {
  return read.remarks.map(({ no, code }) => `${no ?? '-'} ${code}`);
}

describe('what is no plan', () => {
  test.each([
    ['empty', '', 'empty'],
    ['white space', ' \n　\ufeff', 'empty'],
    ['prose', '今天天气很好。\n我们去公园。', 'noMeasure'],
    ['numbered prose without a clause', '一、总则\n1.推进改革。\n2.加强培训。', 'noMeasure'],
    [
      'a bracket that only looks like a clause',
      '推进改革（见附件）。落实《规划》（2016—2020年）',
      'noMeasure',
    ],
  ])('%s', (_what, text, code) => {
    expect(() => parsePlan(text)).toThrow(expect.objectContaining({ name: 'PlanParseError', code }));
    expect(() => parsePlan(text)).toThrow(PlanParseError);
  });
});

describe('a request to everyone names nobody', () => {
  test.each(['请各单位抓好落实。', '各单位要切实负责。', '各部门要认真组织实施。'])('%s', (sentence) => {
    const read = plan('1.甲。（市财政局牵头）', sentence);
    expect(read.measures.map(({ leadUnits }) => leadUnits)).toEqual([['市财政局']]);
    expect(read.rest.map(({ text }) => text)).toEqual([sentence]);
  });
});

describe('sections and tasks', () => {
  test('are the two headings above a measure', () => {
    const read = plan(
      '一、任务',
      '（一）改革',
      '1.审批',
      '（1）甲。（市财政局牵头）',
      '2.监管',
      '（2）乙。（市财政局牵头）',
    );
    expect(places(read)).toEqual(['（一）/1 审批: 甲。', '（一）/2 监管: 乙。']);
    expect(read.sections).toEqual([{ no: '（一）', title: '改革', measures: 2 }]);
  });

  test('are the same heading when there is only one', () => {
    expect(places(plan('一、任务', '1.甲。（市财政局牵头）'))).toEqual(['一/1 任务: 甲。']);
  });

  test('are the plan when there is none', () => {
    const read = plan('1.甲。（市财政局牵头）', '2.乙。（市财政局牵头）');
    expect(places(read)).toEqual(['/1 某市2023年工作要点: 甲。', '/1 某市2023年工作要点: 乙。']);
    expect(read.sections).toEqual([{ no: '', title: '某市2023年工作要点', measures: 2 }]);
  });

  test('a measure that stands where others have their task is its own task', () => {
    const read = plan(
      '一、任务',
      '（一）改革',
      '1.甲。（市财政局牵头）',
      '2.乙。（市财政局牵头）',
      '（二）加强培训。每年两次。（市委党校牵头）',
    );
    expect(places(read)).toEqual([
      '一/1 改革: 甲。',
      '一/1 改革: 乙。',
      '一/2 加强培训: 加强培训。每年两次。',
    ]);
  });

  test('a measure deeper than the others belongs to the task above', () => {
    const read = plan(
      '一、任务',
      '1.甲。（市财政局牵头）',
      '2.乙。（市财政局牵头）',
      '3.其他',
      '（1）丙。（市财政局牵头）',
    );
    expect(places(read)).toEqual(['一/1 任务: 甲。', '一/1 任务: 乙。', '一/1 任务: 丙。']);
  });

  test('that number anew get the number of the heading above', () => {
    const read = plan(
      '一、甲部',
      '（一）改革',
      '1.子',
      '（1）甲。（市财政局牵头）',
      '二、乙部',
      '（一）监管',
      '1.丑',
      '（1）乙。（市财政局牵头）',
    );
    expect(read.sections.map(({ no }) => no)).toEqual(['一（一）', '二（一）']);
    expect(places(read)).toEqual(['一（一）/1 子: 甲。', '二（一）/2 丑: 乙。']);
  });

  test('with the same number twice are still told apart', () => {
    const read = plan(
      '一、改革',
      '1.甲。（市财政局牵头）',
      '一、监管',
      '2.乙。（市财政局牵头）',
      '一、改革',
      '3.丙。（市财政局牵头）',
    );
    expect(read.sections.map(({ no, measures }) => `${no}:${measures}`)).toEqual([
      '一:1',
      '一#2:1',
      '一#3:1',
    ]);
  });
});

describe('numbers', () => {
  test('that run through the plan stay, with a remark on a gap', () => {
    const read = plan(
      '一、任务',
      '1.甲。（市财政局牵头）',
      '二、改革',
      '3.乙。（市财政局牵头）',
      '4.丙。（市财政局牵头）',
    );
    expect(read.measures.map(({ no }) => no)).toEqual([1, 3, 4]);
    expect(codes(read)).toEqual(['3 numberGap']);
  });

  test('that begin anew are counted from 1, the written ones kept', () => {
    const read = plan(
      '一、任务',
      '1.甲。（市财政局牵头）',
      '二、改革',
      '1.乙。（市财政局牵头）',
      '2.丙。（市财政局牵头）',
    );
    expect(read.measures.map(({ no, writtenNo }) => [no, writtenNo])).toEqual([
      [1, '1'],
      [2, '1'],
      [3, '2'],
    ]);
    expect(read.remarks).toEqual([{ no: null, code: 'numbersReassigned', found: '1乙' }]);
  });

  test('of headings are looked at too', () => {
    expect(codes(plan('一、任务', '1.甲。（市财政局牵头）', '三、改革', '2.乙。（市财政局牵头）'))).toEqual([
      '- numberGap',
    ]);
  });

  test('that are missing in part make all be counted', () => {
    const read = plan('一、任务', '5.甲。（市财政局牵头）', '乙。（市财政局牵头）');
    expect(read.measures.map(({ no, writtenNo }) => [no, writtenNo])).toEqual([
      [1, '5'],
      [2, ''],
    ]);
  });
});

describe('which paragraph is what', () => {
  test('a numbered paragraph without clause among measures is a measure, and that is said', () => {
    const read = plan('一、任务', '1.甲。（市财政局牵头）', '2.乙，不得拖延。', '3.丙。（市财政局牵头）');
    expect(read.measures[1]).toMatchObject({ text: '乙，不得拖延。', leadUnits: [], clause: '' });
    expect(read.remarks).toContainEqual({ no: 2, code: 'noClause', found: '乙，不得拖延' });
  });

  test('paragraphs below a numbered one belong to it when the last of them has the clause', () => {
    const read = plan(
      '一、任务',
      '1.甲事做好。要点如下：',
      '先做这个。',
      '再做那个。（市财政局牵头）',
      '结束语。',
    );
    expect(read.measures.map(({ text }) => text)).toEqual(['甲事做好。要点如下：\n先做这个。\n再做那个。']);
    expect(read.remarks).toEqual([{ no: 1, code: 'joinedParagraphs', found: '甲事做好' }]);
    expect(read.rest.map(({ text }) => text)).toEqual(['结束语。']);
  });

  test('below a heading they are one measure without number', () => {
    const read = plan(
      '1.甲事',
      '先做这个。',
      '再做那个。（市财政局牵头）',
      '2.乙事',
      '做好。（市财政局牵头）',
    );
    expect(places(read)).toEqual(['1/1 甲事: 先做这个。\n再做那个。', '2/2 乙事: 做好。']);
    expect(codes(read)).toEqual(['1 joinedParagraphs']);
  });

  test('with several clauses each is a measure, and what has none is rest', () => {
    const read = plan('一、任务', '先说明。', '甲。（市财政局牵头）', '乙。（市财政局牵头）');
    expect(read.measures.map(({ text }) => text)).toEqual(['甲。', '乙。']);
    expect(read.rest.map(({ text }) => text)).toEqual(['先说明。']);
  });

  test('a clause on a heading holds for what has none below it', () => {
    const read = plan(
      '一、任务（牵头单位：市财政局；完成时限：2023年6月）',
      '1.甲，要做好。',
      '2.乙。（市教育局牵头）',
      '3.丙。（2023年9月底前）',
    );
    expect(read.headings.at(-1)).toMatchObject({
      title: '任务',
      clause: '（牵头单位：市财政局；完成时限：2023年6月）',
    });
    expect(read.measures.map(({ leadUnits, deadline }) => [...leadUnits, deadline])).toEqual([
      ['市财政局', '2023-06-30'],
      ['市教育局', '2023-06-30'],
      ['市财政局', '2023-09-30'],
    ]);
    expect(codes(read).filter((code) => code.endsWith('inheritedClause'))).toHaveLength(3);
  });

  test('a clause on a heading that nothing below needs is remarked', () => {
    const read = plan('一、任务（市财政局牵头）', '1.甲。（市教育局牵头）', '2.乙。（市教育局牵头）');
    expect(read.remarks).toEqual([{ no: null, code: 'headingClause', found: '（市财政局牵头）' }]);
  });

  test('a clause of a measure holds for the items below it', () => {
    const read = plan(
      '1.甲事要紧。抓好两项。（市财政局牵头）',
      '（1）子项。要快。',
      '（2）丑项。要好。',
      '2.乙。（市教育局牵头）',
    );
    expect(read.measures.map(({ leadUnits }) => leadUnits[0])).toEqual([
      '市财政局',
      '市财政局',
      '市财政局',
      '市教育局',
    ]);
  });

  test('a clause below several items that have none is shared', () => {
    const read = plan(
      '一、任务',
      '1.甲。',
      '2.乙。',
      '（市财政局牵头）',
      '二、改革',
      '3.丙。（市教育局牵头）',
    );
    expect(read.measures.map(({ leadUnits }) => leadUnits[0])).toEqual(['市财政局', '市财政局', '市教育局']);
    expect(codes(read)).toEqual(['1 sharedClause']);
  });

  test('several clauses in a paragraph make several measures', () => {
    const read = plan('1.甲。（市财政局牵头）；乙。（市教育局牵头）');
    expect(read.measures.map(({ text, clause }) => [text, clause])).toEqual([
      ['甲。', '（市财政局牵头）；'],
      ['乙。', '（市教育局牵头）'],
    ]);
    expect(codes(read)).toEqual(['2 splitParagraph']);
  });

  test('a clause before the words, or within them, is still theirs', () => {
    const read = plan('1.（市财政局牵头）推进甲事。', '2.推进乙事（市教育局牵头），力争早日办成。');
    expect(read.measures.map(({ text, clause }) => [text, clause])).toEqual([
      ['推进甲事。', '（市财政局牵头）'],
      ['推进乙事力争早日办成。', '（市教育局牵头），'],
    ]);
    expect(codes(read)).toEqual(['1 textAfterClause', '2 textAfterClause']);
  });

  test('a bare name in brackets within a sentence is no clause', () => {
    const read = plan('1.发挥主管部门（市财政局）的作用，做好工作。（市教育局牵头）');
    expect(read.measures[0]?.leadUnits).toEqual(['市教育局']);
  });

  test('enumerations within a measure stay in it', () => {
    const read = plan('1.做好：（1）甲；（2）乙；①丙。（市财政局牵头）', '2.乙。（市财政局牵头）');
    expect(read.measures.map(({ text }) => text)).toEqual(['做好：（1）甲；（2）乙；①丙。', '乙。']);
  });

  test('a bracket that is broken over lines is one bracket', () => {
    const read = plan(
      '1.甲。（牵头单位：市财政局；',
      '责任单位：市教育局；',
      '完成时限：2023年6月）',
      '2.乙。（市财政局牵头）',
    );
    expect(read.measures[0]).toMatchObject({ supportUnits: ['市教育局'], deadline: '2023-06-30' });
    expect(read.measures[0]?.clause).toBe('（牵头单位：市财政局；责任单位：市教育局；完成时限：2023年6月）');
  });

  test('a bracket that goes on too long to be a clause hides none within it', () => {
    const read = plan(
      `1.甲（${'很长的说明，'.repeat(120)}。（市财政局牵头）然后）再说。`,
      '2.乙。（市教育局牵头）',
    );
    expect(read.measures.map(({ leadUnits }) => leadUnits[0])).toEqual(['市财政局', '市教育局']);
  });

  test('white space where the plan has none is remarked', () => {
    const read = plan(
      '一、甲部',
      '1.甲。（市财政局牵头）',
      '二、 乙部',
      '2.乙。 （市财政局牵头）',
      '三、丙部',
      '3.丙。（市财政局牵头）',
    );
    expect(read.remarks).toEqual([
      { no: null, code: 'strayWhitespace', found: '二、 乙部' },
      { no: 2, code: 'strayWhitespace', found: '（市财政局牵头）' },
    ]);
  });
});

describe('a deadline in the words themselves', () => {
  test.each([
    ['2023年6月底前，完成甲事。', '2023-06-30'],
    ['抓好甲事，到2025年，全面建成。', '2025-12-31'],
    ['至2025年，全面建成。', '2025-12-31'],
    ['甲事9月底前开工，11月底前完工。', '2023-11-30'],
    ['政策执行期延长至2025年4月30日。', null],
    ['落实2022年6月的会议精神。', null],
    ['每年开展一次。', null],
  ])('%s', (words, deadline) => {
    const read = plan(`1.${words}（市财政局牵头）`, '2.乙。（市财政局牵头，2023年底前）');
    expect(read.measures[0]?.deadline).toBe(deadline);
    expect(codes(read).includes('1 deadlineFromBody')).toBe(deadline !== null);
  });

  test('does not count when the clause says that there is none', () => {
    const read = plan('1.2023年6月底前，完成甲事。（牵头单位：市财政局；完成时限：无）');
    expect(read.measures[0]?.deadline).toBeNull();
  });
});

describe('years', () => {
  test('set by the user replace those of the text', () => {
    const text = '若干措施\n1.甲。（市财政局牵头，6月底前）';
    expect(parsePlan(text).measures[0]).toMatchObject({ deadline: null, deadlineKind: 'none' });
    const read = parsePlan(text, { years: { from: 2024, to: 2024 } });
    expect(read.years).toEqual({ from: 2024, to: 2024 });
    expect(read.measures[0]?.deadline).toBe('2024-06-30');
  });

  test('of the dates stand in for those of the title, and that is said', () => {
    expect(parsePlan('若干措施\n1.甲。（市财政局牵头，2024年底前）').remarks).toEqual([
      { no: null, code: 'yearsGuessed', found: '2024' },
    ]);
  });

  test('unknown are 0, and that is said', () => {
    const read = parsePlan('若干措施\n1.甲。（市财政局牵头）');
    expect(read.years).toEqual({ from: 0, to: 0 });
    expect(read.remarks).toEqual([{ no: null, code: 'yearUnknown', found: '若干措施' }]);
  });
});
