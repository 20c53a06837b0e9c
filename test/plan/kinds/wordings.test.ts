import { documentText } from '../../../src/plan/layout/plan-document';
import { parsePlan } from '../../../src/plan/parse';

function clause(words: string) {
  const { measures } = parsePlan(`青石市2024年工作方案\n一、任务\n1.推进建设。（${words}）`);
  expect(measures.length).toBe(1);
  const [{ leadUnits, leadGroup, supportUnits } = { leadUnits: [], leadGroup: null, supportUnits: [] }] =
    measures;
  return `${[...leadUnits, ...(leadGroup === null ? [] : [leadGroup])].join('、')} / ${supportUnits.join('、')}`;
}

test.each([
  ['市教育局负主责，市财政局协办', '市教育局 / 市财政局'],
  ['市教育局主责，市财政局协责', '市教育局 / 市财政局'],
  ['市教育局承担主体责任，市财政局协同推进', '市教育局 / 市财政局'],
  ['市教育局归口负责，市财政局做好经费保障', '市教育局 / 市财政局'],
  ['市教育局包干负责', '市教育局 / '],
  ['市教育局分管，市财政局主抓', '市财政局 / 市教育局'],
  ['市教育局作为责任单位', '市教育局 / '],
  ['市教育局为责任单位，市财政局为配合单位', '市教育局 / 市财政局'],
  ['牵头单位市教育局；责任单位市财政局', '市教育局 / 市财政局'],
  ['市教育局（牵头单位）、市财政局（责任单位）', '市教育局 / 市财政局'],
  ['业主：市教育局；代建单位：市城投公司', '市教育局 / 市城投公司'],
  ['包保单位：市教育局', '市教育局 / '],
  ['市教育局配合省教育厅落实', '省教育厅 / 市教育局'],
])('“%s” says who does what', (words, who) => {
  expect(clause(words)).toBe(who);
});

test.each([
  '等市直有关单位负责',
  '等职能部门负责',
  '等领导小组成员单位负责',
  '等十部门负责',
  '等行业主管部门按职责分工负责',
  '等单位（部门）负责',
  '等三家单位负责',
  '等涉企部门负责',
])('of “X、Y%s” X and Y are units and nobody else is', (others) => {
  expect(clause(`市教育局、市水利局${others}`)).toBe('市教育局、市水利局 / ');
});

const PLAN = `青石市2024年工作要点
一、优化审批
1.压减时限。（市行政审批局牵头，2024年6月底前完成）
2.推行一网通办。（市大数据局牵头，2024年12月底前完成）`;

test.each([
  '主办：市政府办公室综合科\n校对：王五\n印数：80份',
  '（此件公开发布）\n主办：市政府办公室综合科\n校对：王五',
  '【打印】【关闭】\n主办单位：青石市人民政府办公室　　承办单位：市大数据局　　网站标识码：4200000001',
  '主办单位：青石市人民政府\n技术支持：市大数据局\nICP备案：鄂ICP备0000号',
])('who made the paper or keeps the site has no part in the plan: %s', (foot) => {
  const { measures, rest } = parsePlan(`${PLAN}\n${foot}`);
  expect(measures.map(({ leadUnits }) => leadUnits.join())).toEqual(['市行政审批局', '市大数据局']);
  expect(rest.map(({ text }) => text)).toContain(foot.split('\n').at(-1));
});

test('the same words within a plan are a clause', () => {
  expect(clause('主办单位：市教育局；承办单位：市财政局')).toBe('市教育局 / 市财政局');
});

test('a sentence that names who carries it out is a clause', () => {
  const { measures } = parsePlan(
    `${PLAN}\n3.分类整治。市农业农村局会同市公安局、市市场监管局等部门组织实施，2024年10月底前完成。`,
  );
  expect(measures[2]).toMatchObject({
    leadUnits: ['市农业农村局'],
    supportUnits: ['市公安局', '市市场监管局'],
    deadline: '2024-10-31',
  });
});

test('words that hold for several measures are no measure, also with a number, and are told', () => {
  const { measures, remarks } = parsePlan(`${PLAN}\n3.以上各项均需市财政局做好经费保障。`);
  expect(measures.length).toBe(2);
  expect(remarks).toContainEqual({
    no: null,
    code: 'forSeveral',
    found: '以上各项均需市财政局做好经费保障',
  });
});

test('a number right before a year is a number', () => {
  const { measures } = parsePlan(`${PLAN}\n3.2025年1月1日起施行新标准。（市人社局牵头，2024年6月底前完成）`);
  expect(measures.map(({ writtenNo }) => writtenNo)).toEqual(['1', '2', '3']);
  expect(measures[2]?.text).toBe('2025年1月1日起施行新标准。');
});

test('a running head within a sentence is left out, its first line too', () => {
  const head = '青石市人民政府办公室文件';
  const { measures } = parsePlan(
    `— 1 —\n青石市2024年工作要点\n1.压减时限。（市行政审批局牵头，市自\n— 2 —\n${head}\n然资源局配合，6月底前完成）\n` +
      `第 3 页\n${head}\n2.推行一网通办。（市大数据局牵头，12月底前完成）\n- 4 -\n${head}`,
  );
  expect(measures.map(({ supportUnits }) => supportUnits.join())).toEqual(['市自然资源局', '']);
});

test.each([
  [
    'behind its covering letter',
    '关于印发青石市2024年\n优化营商环境重点任务的通知\n各单位：\n《青石市2024年优化营商环境重点任务》已经同意，现印发给你们。\n青石市2024年优化营商环境重点任务\n一、审批\n1.压减时限。（市行政审批局牵头，6月底前完成）',
    '青石市2024年优化营商环境重点任务',
  ],
  [
    'in one line with its text',
    '青石市2024年重点任务一、优化审批1.压减时限。（市行政审批局牵头，6月底前完成）2.推行一网通办。（市大数据局牵头，12月底前完成）',
    '青石市2024年重点任务',
  ],
  [
    'above a caption of the same words',
    '青石市2024年工作要点\n重点任务\n一、审批\n1.压减时限。（市行政审批局牵头，6月底前完成）',
    '青石市2024年工作要点',
  ],
])('a title that says 重点任务, %s', (_where, text, title) => {
  const plan = parsePlan(text);
  expect(plan.title).toBe(title);
  expect(plan.measures[0]).toMatchObject({ leadUnits: ['市行政审批局'], deadline: '2024-06-30' });
});

test('a table of projects names them 实事项目 and 建设内容', () => {
  const rows = [
    ['序号', '实事项目', '建设内容', '牵头单位', '责任人', '配合单位', '计划完成时间'],
    ['1', '新建公厕', '新建公厕3座', '市城管局', '张三', '市住建局', '2024/9/30'],
    ['2', '安装路灯', '安装路灯100盏', '市住建局', '王五', '/', '20241130'],
  ];
  const { measures } = parsePlan(
    documentText([
      { kind: 'paragraph', text: '青石市2024年为民办实事项目清单' },
      { kind: 'table', table: { rows, merges: [] } },
    ]),
  );
  expect(
    measures.map(({ task, text, leadUnits, deadline }) => [task, text, leadUnits.join(), deadline]),
  ).toEqual([
    ['新建公厕', '新建公厕3座', '市城管局', '2024-09-30'],
    ['安装路灯', '安装路灯100盏', '市住建局', '2024-11-30'],
  ]);
});
