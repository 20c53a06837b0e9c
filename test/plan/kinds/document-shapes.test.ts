import { documentText } from '../../../src/plan/layout/plan-document';
import { parsePlan } from '../../../src/plan/parse';
import { placedText, squeeze } from '../support';

function read(text: string) {
  const written = documentText([{ kind: 'text', text }]);
  const plan = parsePlan(written);
  expect(placedText(plan)).toBe(squeeze(written));
  const measures = plan.measures.map(({ text: words, leadUnits, supportUnits, deadline }) =>
    [words.replace(/。$/, ''), leadUnits.join('、'), supportUnits.join('、'), deadline ?? '']
      .join('|')
      .replace(/\|+$/, ''),
  );
  return { plan, measures };
}

const TITLE = '石桥市2025年促消费工作要点';
const PLAN = `${TITLE}
一、扩大消费
1.办好消费节。（牵头单位：市商务局；责任单位：市文旅局；完成时限：9月底）
2.发放消费券。（牵头单位：市财政局；责任单位：各县区；完成时限：10月底）`;
const MEASURES = ['办好消费节|市商务局|市文旅局|2025-09-30', '发放消费券|市财政局|各县区|2025-10-31'];

test.each([
  '抄报：省商务厅。\n石桥市商务局办公室\n2025年3月18日印制',
  '印发：各县区人民政府，市直各部门\n石桥市商务局　2025年3月18日',
  '石桥市商务局　石桥市财政局　石桥市文旅局\n二〇二五年三月十八日',
  '附件：1.2025年消费节活动安排表\n　　　2.市商务局2025年消费券发放计划',
  '附件1\n石桥市促消费工作专班成员名单\n组　长：李某某　市政府副市长\n成　员：王某　市财政局副局长',
  '附件2：\n2025年市级财政资金安排表\n市商务局 2025年 300万元\n市文旅局 2025年 200万元',
  '（联系人：赵某，市商务局市场科；电话：0712-1234567）',
  '信息公开选项：主动公开\n石桥市商务局综合科　2025年3月18日印发\n校对：赵某　　　（共印30份）',
  '本要点由市商务局负责解释，自印发之日起施行，有效期至2025年12月31日。',
  '责任编辑：赵某　来源：市商务局　发布时间：2025-03-20 09:12',
  '市财政局2025年预算安排促消费资金5000万元，由市商务局统筹使用。',
  '分送：市委常委、副市长，市商务局、市财政局，2025年3月18日',
  '审核：市商务局法规科　2025年3月17日\n拟稿：市商务局市场科　2025年3月15日',
  '请各县区、各有关部门于2025年4月10日前将实施方案报市商务局备案。',
  '市商务局要会同市财政局加强督导，年底前将进展情况报市政府。',
])('what stands below a plan is no measure: %s', (foot) => {
  expect(read(`${PLAN}\n${foot}`).measures).toEqual(MEASURES);
});

test.each([
  '您现在的位置：首页>政务公开>文件\n字体：大 中 小\n来源：石桥市商务局　时间：2025-03-20　浏览：128次',
  '信息分类：通知\n生成日期：2025-03-18\n责任部门：石桥市商务局\n公开方式：主动公开',
  '标　　题：石桥市2025年促消费工作要点\n制发单位：石桥市商务局\n印发日期：2025年3月18日',
  '石桥市商务局文件\n石商发〔2025〕8号\n签发人：李某\n石桥市商务局关于印发《石桥市2025年促消费工作要点》的通知\n各县区商务局：\n现印发给你们，请于2025年4月1日前制定细则。\n石桥市商务局\n2025年3月18日',
])('what a site or a letter puts above a plan is no measure: %s', (head) => {
  const { measures, plan } = read(`${head}\n${PLAN}`);
  expect(measures).toEqual(MEASURES);
  expect(plan.title).toBe(TITLE);
});

test('a measure on what a site publishes keeps its clause, and the last one above a line of the site’s', () => {
  const text = `${TITLE}\n1.完善政务信息公开方式。\n责任单位：市商务局\n2.统一发布机构。\n责任单位：市文旅局\n来源：石桥市政府网　浏览：12次`;
  expect(read(text).measures).toEqual(['完善政务信息公开方式|市商务局', '统一发布机构|市文旅局']);
});

test.each([
  ['10。', '11。'],
  ['1，', '2，'],
  ['1：', '2：'],
  ['1、', '2．'],
])('%s and %s number measures', (first, second) => {
  const text = `${TITLE}\n一、任务\n${first}办节。（市商务局负责）\n${second}发券。（市财政局负责）`;
  expect(read(text).measures).toEqual(['办节|市商务局', '发券|市财政局']);
});

test.each([
  [
    'a caption',
    '石桥市商务局2025年工作方案具体措施：一、扩大消费1.办节。责任单位：市场科完成时限：2025年9月30日2.发券。责任单位：财务科完成时限：2025年10月31日二、保障措施加强领导。',
    '石桥市商务局2025年工作方案',
  ],
  [
    'a date and a heading that says 工作任务',
    '石桥市公司2025年提升方案2025年3月1日一、工作任务（一）优化服务1.办节。（市场科负责，2025年9月底前）2.发券。（财务科负责，2025年10月底前）',
    '石桥市公司2025年提升方案',
  ],
])('a text of one line: behind %s its headings and measures begin', (_, text, title) => {
  const { measures, plan } = read(text);
  expect(measures).toEqual(['办节|市场科||2025-09-30', '发券|财务科||2025-10-31']);
  expect(plan.title).toBe(title);
});

test.each([
  [
    'of three lines, below the letterhead',
    '石桥市人民政府办公室\n关于进一步优化营商环境\n更好服务市场主体的\n实施意见\n石政办〔2025〕3号',
    '关于进一步优化营商环境更好服务市场主体的实施意见',
  ],
  [
    'of two lines, behind the notice that sends it',
    '石桥市商务局\n石商发〔2025〕8号\n关于印发石桥市2025年\n促消费专项行动方案的通知\n各县区商务局：\n现印发给你们。\n石桥市2025年\n促消费专项行动方案',
    '石桥市2025年促消费专项行动方案',
  ],
])('a title %s', (_, head, title) => {
  expect(read(`${head}\n一、任务\n1.办节。（市商务局负责）\n2.发券。（市财政局负责）`).plan.title).toBe(
    title,
  );
});

test('the years of a plan are those for which it says that it holds', () => {
  const text =
    '关于支持民宿发展的若干措施\n本措施有效期自2024年1月1日起至2026年12月31日止。\n一、任务\n1.建民宿。（市文旅局负责，6月底前）\n2.办节会。（市商务局负责，2025年9月底前）';
  const { plan } = read(text);
  expect(plan.years).toEqual({ from: 2024, to: 2026 });
  expect(plan.remarks.map(({ code }) => code)).toContain('yearUncertain');
});

test('who supports one measure is kept where a heading says who leads', () => {
  const text = `${TITLE}\n一、审批（市行政审批局牵头，市司法局配合）\n1.压减时限。\n2.一网通办。（市大数据局配合）\n二、监管（市市场监管局牵头）\n3.双随机。（市司法局牵头）`;
  expect(read(text).measures).toEqual([
    '压减时限|市行政审批局|市司法局',
    '一网通办|市行政审批局|市大数据局、市司法局',
    '双随机|市司法局',
  ]);
});

test('an article on the paper itself is no measure beside others', () => {
  const text = `石桥市促消费若干措施（2025年）\n第一条 支持办节。（责任单位：市商务局）\n第二条 支持夜市。（责任单位：市城管局）\n第三条 本措施由市商务局负责解释。\n第四条 本措施自印发之日起施行。`;
  expect(read(text).measures).toEqual(['支持办节|市商务局', '支持夜市|市城管局']);
});

const SPACED = '序号 任务 责任单位 完成时限\n1 办节 市商务局 9月底\n2 发券 市财政局 10月底';

test('a table of which only spaces part the cells is read where every row is whole', () => {
  expect(read(`${TITLE}\n${SPACED}\n石桥市商务局`).measures).toEqual([
    '办节|市商务局||2025-09-30',
    '发券|市财政局||2025-10-31',
  ]);
  expect(() => read(`${TITLE}\n${SPACED}\n3 修路 市交通局`)).toThrow('noMeasure');
});
