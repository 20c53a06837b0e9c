import { documentText } from '../../../src/plan/layout/plan-document';
import { parsePlan } from '../../../src/plan/parse';
import { placedText, squeeze } from '../support';

function remarks(text: string, code: string) {
  const plan = parsePlan(text);
  expect(placedText(plan)).toBe(squeeze(text));
  return plan.remarks.filter((remark) => remark.code === code).map(({ no, found }) => [no, found]);
}

const FIRST = `江口市2024年营商环境工作要点
一、优化审批
1.压减审批时限。（市行政审批局牵头，2024年6月底前完成）
二、优化服务
2.推行一网通办。（市大数据局牵头，2024年12月底前完成）`;

const SECOND = `江口市2024年安全生产工作方案
为做好安全生产工作，制定本方案。
一、排查隐患
1.排查燃气管网。（市住建局牵头，2024年5月底前完成）`;

describe('several documents in one file', () => {
  test('the name of a second one is remarked where its numbers begin anew; all measures are read', () => {
    const text = `${FIRST}\n江口市人民政府办公室\n2024年1月5日\n${SECOND}`;
    expect(remarks(text, 'severalPlans')).toEqual([[null, '江口市2024年安全生产工作方案']]);
    expect(parsePlan(text).measures.map(({ leadUnits }) => leadUnits[0])).toEqual([
      '市行政审批局',
      '市大数据局',
      '市住建局',
    ]);
  });

  test('one with only “1.” below it is remarked too', () => {
    const text = `${FIRST}\n江口市2024年重点任务清单\n1.新建公厕三座。（市城管局负责，2024年9月底前完成）`;
    expect(remarks(text, 'severalPlans')).toEqual([[null, '江口市2024年重点任务清单']]);
  });

  test.each([
    ['a caption within the text', FIRST.replace('2.推行', '主要措施\n2.推行')],
    ['a caption above a list that begins anew', FIRST.replace('2.推行', '重点任务\n1.推行')],
    ['a name behind the last measure', `${FIRST}\n江口市2024年重点任务清单`],
    ['a single document', SECOND],
  ])('%s is none', (_what, text) => {
    expect(remarks(text, 'severalPlans')).toEqual([]);
  });
});

describe('headings of Markdown without a number', () => {
  const markdown = (first: string, second: string) =>
    `# 江口市2024年工作要点\n\n## ${first}\n\n- 压减审批时限。（市行政审批局牵头，2024年6月底前完成）\n\n## ${second}\n\n- 推行一网通办。（市大数据局牵头，2024年12月底前完成）`;

  test('are told one by one, since they divide nothing', () => {
    expect(remarks(markdown('优化审批', '优化服务'), 'unnumberedHeading')).toEqual([
      [null, '优化审批'],
      [null, '优化服务'],
    ]);
  });

  test('with a number they are headings and not told', () => {
    const text = markdown('一、优化审批', '二、优化服务');
    expect(remarks(text, 'unnumberedHeading')).toEqual([]);
    expect(parsePlan(text).sections.map(({ no }) => no)).toEqual(['一', '二']);
  });
});

test('numbers of a list within a cell stay in the words of the measure, which stays one', () => {
  const rows = [
    ['序号', '重点任务', '牵头单位', '完成时限'],
    ['1', '1.编制规划；\n2.公布目录；\n3.组织验收。', '市财政局', '2024年6月底'],
    ['2', '（1）摸清底数；\n（2）建立台账。', '市教育局', '2024年9月底'],
    ['3', '一是强化宣传。\n二是开展检查。', '市司法局', '2024年9月底'],
  ];
  const { measures } = parsePlan(
    documentText([
      { kind: 'paragraph', text: '江口市2024年任务清单' },
      { kind: 'table', table: { rows, merges: [] } },
    ]),
  );
  expect(measures.map(({ no, text, leadUnits, deadline }) => [no, text, leadUnits.join(), deadline])).toEqual(
    [
      [1, '1.编制规划；2.公布目录；3.组织验收。', '市财政局', '2024-06-30'],
      [2, '（1）摸清底数；（2）建立台账。', '市教育局', '2024-09-30'],
      [3, '一是强化宣传。二是开展检查。', '市司法局', '2024-09-30'],
    ],
  );
});
