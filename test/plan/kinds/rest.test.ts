import { parsePlan } from '../../../src/plan/parse';
import { placedText, squeeze } from '../support';

const PLAN = `江口市2024年营商环境工作要点
一、优化审批
1.压减审批时限。（牵头单位：市行政审批局，责任单位：市住建局，完成时限：6月底）
2.推行一网通办。（牵头单位：市大数据局，责任单位：市直各部门，完成时限：12月底）`;

const READ = [
  ['市行政审批局 with 市住建局', '2024-06-30'],
  ['市大数据局 with 市直各部门', '2024-12-31'],
];

function read(text: string) {
  const plan = parsePlan(text);
  expect(placedText(plan)).toBe(squeeze(text));
  return {
    plan,
    measures: plan.measures.map(({ leadUnits, supportUnits, deadline }) => [
      `${leadUnits.join('、')} with ${supportUnits.join('、')}`,
      deadline,
    ]),
  };
}

test.each([
  '抄送：市委各部门，市人大常委会办公室，市法院，市检察院。\n江口市人民政府办公室        2024年3月1日印发',
  '抄送：市委办公室。\n江口市人民政府办公室        2024年3月1日',
  '江口市人民政府办公室秘书科  2024年3月1日印发  （共印60份）',
  '江口市人民政府办公室　　2024年3月1日印制',
  '市财政局2024年资金安排另行下达。',
  '附件\n市发展改革委2024年重点项目表\n序号 项目名称 投资额\n1 城东道路 3000万元',
  '联系人：王五，联系电话：0700-1234567，市营商办2024年3月1日',
  '承印单位：市政府印刷厂  2024年3月2日',
  '报送单位：市政府办公室，2024年3月1日',
])('what follows the text is no measure and no part of one: %s', (tail) => {
  const { measures, plan } = read(`${PLAN}\n${tail}`);
  expect(measures).toEqual(READ);
  expect(plan.rest.length).toBeGreaterThan(0);
});

test.each([
  '索引号：0123456789/2024-00012　主题分类：综合政务\n发文机关：江口市人民政府办公室\n成文日期：2024年01月12日\n发布日期：2024年01月25日',
  '发布机构：江口市人民政府办公室\n生成日期：2024年01月12日\n有效期限：2024年12月31日\n公开时间：2024-01-25',
  '江口市人民政府办公室关于印发《江口市政府2024年营商环境工作要点》的通知\n江政办发〔2024〕5号\n各县区人民政府，市直各部门：\n现印发给你们，请认真贯彻落实。\n江口市人民政府办公室\n2024年3月1日',
])('what goes before the title is no measure: %s', (head) => {
  const { measures, plan } = read(`${head}\n${PLAN}`);
  expect(measures).toEqual(READ);
  expect(plan.title).toBe('江口市2024年营商环境工作要点');
});

test('sentences about the past, money and reports are no measures', () => {
  const text = `江口市2024年营商环境工作方案
一、工作基础
市行政审批局2023年办件12万件。
市大数据局2023年底建成平台。
二、重点任务
1.压减审批时限。（牵头单位：市行政审批局，完成时限：6月底）
三、组织保障
市财政局要在2024年预算中安排资金。
各县区人民政府2024年起每年通报一次。`;
  expect(read(text).measures).toEqual([['市行政审批局 with ', '2024-06-30']]);
});

test.each([
  ['到2026年完成2000年前建成的小区改造。', null],
  ['2000年前建成的小区一律纳入，2026年6月底前完成改造。', '2026-06-30'],
  ['推进改造，每年11月底前报送总结，12月15日前上报台账。', null],
])('a date is a deadline only where it says until when: %s', (words, deadline) => {
  const text = `关于城镇建设的若干措施\n一、任务\n1.推进改造。${words}（市住建局牵头）\n2.更新管网。（市住建局牵头，2026年底前完成）`;
  expect(parsePlan(text).measures[0]?.deadline).toBe(deadline);
});

test('a closing behind the last clause sets no deadline', () => {
  const text =
    '各市人民政府：为优化服务，提出以下意见。一、优化流程（一）压减环节。办理从快。（省司法厅负责）（二）统一标准。（省民政厅负责）各部门要认真落实，相关情况2024年底前报省政府。';
  expect(parsePlan(text).measures.map(({ deadline }) => deadline)).toEqual([null, null]);
});

test.each([
  ['自2024年起实施，规划期为2024—2026年。', { from: 2024, to: 2026 }],
  ['对1998年前建成的管网一律更换。', { from: 2025, to: 2026 }],
])('the years come from the period of validity or from the deadlines: %s', (words, years) => {
  const text = `城镇供水若干措施\n一、任务\n1.更新管网。${words}（市水务局负责，2025年6月底前完成）\n2.建设水厂。（市水务局负责，2026年6月底前完成）`;
  expect(parsePlan(text).years).toEqual(years);
});

test('2024.1 may have been 2024.10 in a table', () => {
  const text =
    '城镇供水2024年工作要点\n一、任务\n1.更新管网。（市水务局负责，2024.1）\n2.建设水厂。（市水务局负责，2024.11）';
  expect(parsePlan(text).remarks.filter(({ code }) => code === 'monthAmbiguous')).toEqual([
    { no: 1, code: 'monthAmbiguous', found: '2024.1' },
  ]);
});

test('words for several measures are remarked, and so is a heading that reads like a measure', () => {
  const text = `江口市2024年工作方案
一、任务
以下各项均需市财政局配合。
1.更新管网。（市水务局负责）
2.建设水厂。（市水务局负责）
二、保障
（一）加强领导。各级各部门要高度重视，市政府办公室负责统筹协调。
（二）强化督导。定期督查。`;
  const plan = parsePlan(text);
  expect(plan.measures).toHaveLength(2);
  expect(plan.remarks.filter(({ no }) => no === null).map(({ code, found }) => [code, found])).toEqual([
    ['headingLikeMeasure', '（一）加强领导'],
    ['forSeveral', '以下各项均需市财政局配合'],
  ]);
});
