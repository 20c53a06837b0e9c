import { parsePlan } from '../../../src/plan/parse';
import type { RemarkCode } from '../../../src/plan/plan';

/** Each clause stands in a plan of its own kind; asterisks mark a group, `with` those that support. */
function said(clause: string): string {
  const text = `江口市2024年工作方案\n一、任务\n1.办好第一件事。${clause}\n2.办好第二件事。（市水务局负责）`;
  const [first] = parsePlan(text).measures;
  if (!first) return 'no measure';
  const lead = [...first.leadUnits, ...(first.leadGroup === null ? [] : [`*${first.leadGroup}*`])];
  return [
    lead.join('、') || 'nobody',
    ...(first.supportUnits.length > 0 ? [first.supportUnits.join('、')] : []),
  ].join(' with ');
}

function remarksOn(clause: string): readonly RemarkCode[] {
  const text = `江口市2024年工作方案\n一、任务\n1.办好第一件事。${clause}\n2.办好第二件事。（市水务局负责）`;
  return parsePlan(text).remarks.flatMap(({ no, code }) => (no === 1 ? [code] : []));
}

test.each([
  ['（市科技局协同负责）', '市科技局'],
  ['（市科技局共同牵头）', '市科技局'],
  ['（市科技局为主，市民政局协助）', '市科技局 with 市民政局'],
  ['（市科技局主抓，市民政局配合）', '市科技局 with 市民政局'],
  ['（市科技局组织实施）', '市科技局'],
  ['（市委组织部组织实施）', '市委组织部'],
  ['（市科技局归口管理）', '市科技局'],
  ['（市科技局负总责）', '市科技局'],
  ['（市科技局、市民政局联合）', '市科技局、市民政局'],
  ['（市科技局统筹，市民政局实施）', '市科技局 with 市民政局'],
  ['（市科技局承办，市民政局协办）', '市科技局 with 市民政局'],
  ['（市科技局督促落实）', '市科技局'],
  ['（市科技局指导，市民政局组织实施）', '市民政局 with 市科技局'],
  ['（市科技局主管，市民政局具体实施）', '市科技局 with 市民政局'],
  ['（市科技局（主）、市民政局（协））', '市科技局 with 市民政局'],
  ['（市科技局（主）市民政局（协））', '市科技局 with 市民政局'],
  ['（市科技局牵头抓总、市民政局抓落实）', '市科技局 with 市民政局'],
  ['（市科技局会同市民政局、市残联落实）', '市科技局 with 市民政局、市残联'],
  ['（市科技局负责，会同市民政局）', '市科技局 with 市民政局'],
  ['（工会、团委、妇联共同负责）', '工会、团委、妇联'],
  ['（市统筹城乡办负责）', '市统筹城乡办'],
  ['（商南公司配合，市供电公司牵头）', '市供电公司 with 商南公司'],
  ['（省电力公司、商南公司负责）', '省电力公司、商南公司'],
])('role words: %s', (clause, expected) => {
  expect(said(clause)).toBe(expected);
});

test.each([
  ['（牵头：市科技局；配合：市民政局）', '市科技局 with 市民政局'],
  ['（主责：市科技局）', '市科技局'],
  ['（责任：市科技局）', '市科技局'],
  ['（实施主体：市科技局；监督单位：市审计局）', '市科技局 with 市审计局'],
  ['（牵头考核单位：市科技局、市民政局）', '市科技局、市民政局'],
  ['（责任科室：市科技局）', '市科技局'],
  ['（业主单位：市科技局；验收单位：市住建局）', '市科技局 with 市住建局'],
])('a label is known by its shape: %s', (clause, expected) => {
  expect(said(clause)).toBe(expected);
});

test('a label that is on no list is remarked', () => {
  expect(remarksOn('（牵头单位：市科技局；验收单位：市住建局）')).toContain('unknownLabel');
  expect(remarksOn('（牵头单位：市科技局；责任单位：市住建局）')).not.toContain('unknownLabel');
});

const OTHERS = [
  '部门',
  '有关部门',
  '相关单位',
  '市直有关部门',
  '市级有关部门和单位',
  '国务院相关部门',
  '中央有关部门',
  '部门单位',
  '部门（单位）',
  '相关职能部门',
  '成员单位',
  '责任单位',
  '有关责任部门',
  '县直各部门',
  '各有关部门',
  '6部门',
  '六个部门',
  '7家单位',
  '处室',
  '有关方面',
  '省有关单位',
  '相关企业',
  '部门分工',
  '驻江单位',
  '',
];
test.each(OTHERS)('市科技局、市民政局等%s: two units, nobody else', (others) => {
  const clause = `（市科技局、市民政局等${others}按职责分工负责）`;
  expect(said(clause)).toBe('市科技局、市民政局');
  expect(remarksOn(clause)).toContain('andOthers');
});

test.each([
  ['（市科技局等部门及各县（市、区）按职责分工负责）', '市科技局、*各县（市、区）*'],
  ['（市科技局等单位和各县区按职责分工负责）', '市科技局、*各县区*'],
  ['（各县、市、区人民政府负责）', '*各县、市、区人民政府*'],
  ['（各县、市、区负责）', '*各县、市、区*'],
  ['（责任单位：各县、市财政局）', '市财政局、*各县*'],
])('a group only where the text names one: %s', (clause, expected) => {
  expect(said(clause)).toBe(expected);
});

test.each([
  ['（市场监管总局、发展改革委、税务总局负责）', '市场监管总局、发展改革委、税务总局'],
  ['（省水利厅、山东黄河河务局、江西证监局负责）', '省水利厅、山东黄河河务局、江西证监局'],
  ['（市住建局、审批服务局负责）', '市住建局、市审批服务局'],
  ['（办公室牵头，人事处配合）', '办公室 with 人事处'],
])('names are completed only where every place has such an office: %s', (clause, expected) => {
  expect(said(clause)).toBe(expected);
});

test('a name that may be short for another is remarked', () => {
  expect(said('（东区检修、建设公司负责）')).toBe('东区检修、建设公司');
  expect(remarksOn('（东区检修、建设公司负责）')).toContain('unusualUnit');
});

test('no name is made of a paper’s title', () => {
  const plan = parsePlan(
    '江口市2024年工作方案\n一、任务\n1.办好事。（责任单位：市科技局、关于印发《江口市规划》的通知）\n2.办好第二件事。（市水务局负责）',
  );
  expect(plan.measures[0]?.leadUnits).toEqual(['市科技局']);
  expect(plan.remarks).toContainEqual({ no: 1, code: 'unreadWords', found: '关于印发《江口市规划》的通知' });
});
