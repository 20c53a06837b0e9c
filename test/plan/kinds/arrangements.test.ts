import { pastedPlanText } from '../../../src/app/plan-reading/read-plan-document';
import { parsePlan } from '../../../src/plan/parse';
import { placedText, squeeze } from '../support';

/** Each measure in a line: its words, who, until when. */
function read(pasted: string): readonly string[] {
  const text = pastedPlanText(pasted);
  const plan = parsePlan(text);
  expect(placedText(plan)).toBe(squeeze(text));
  return plan.measures.map(({ text: words, leadUnits, leadGroup, supportUnits, deadline, deadlineKind }) => {
    const lead = [...leadUnits, ...(leadGroup === null ? [] : [leadGroup])].join('、');
    const support = supportUnits.length === 0 ? '' : ` with ${supportUnits.join('、')}`;
    return `${words}: ${lead}${support}, ${deadline ?? deadlineKind}`;
  });
}

test('who and until when above the steps against a problem holds for each step', () => {
  const record = (problem: string, unit: string, steps: string) =>
    `（${problem}。\n整改目标：得到有效控制。\n整改时限：2024年10月底前\n责任单位：${unit}\n整改措施：\n${steps}`;
  expect(
    read(
      `江口市2024年重点整改任务\n${record('一）城区扬尘管控不到位', '市住建局、市城管局', '1.建立工地台账。\n2.加大洒水频次。')}\n` +
        record('二）工业噪声投诉较多', '市生态环境局', '1.开展专项执法。\n2.督促企业安装隔声设施。'),
    ),
  ).toEqual([
    '建立工地台账。: 市住建局、市城管局, 2024-10-31',
    '加大洒水频次。: 市住建局、市城管局, 2024-10-31',
    '开展专项执法。: 市生态环境局, 2024-10-31',
    '督促企业安装隔声设施。: 市生态环境局, 2024-10-31',
  ]);
});

test('a line that names an office above a group of items holds for the group', () => {
  const lines = [
    '江口市2024年工作任务分解表',
    '牵头单位：市发改委',
    '1.推进重大项目200个，2024年12月底前完成。',
    '2.争取中央预算内投资20亿元，2024年11月底前完成。',
    '牵头单位：市教育局',
    '3.新增学位3000个，2024年8月底前完成。',
    '4.培训教师1000名，2024年12月底前完成。',
  ];
  expect(read(lines.join('\n'))).toEqual([
    '推进重大项目200个，2024年12月底前完成。: 市发改委, 2024-12-31',
    '争取中央预算内投资20亿元，2024年11月底前完成。: 市发改委, 2024-11-30',
    '新增学位3000个，2024年8月底前完成。: 市教育局, 2024-08-31',
    '培训教师1000名，2024年12月底前完成。: 市教育局, 2024-12-31',
  ]);
});

test('offices in brackets before the words', () => {
  expect(
    read(
      '江口市2024年民生实事\n1.（市教育局）新建幼儿园3所，2024年8月底前投用。\n2.（市卫健委、市民政局）新建社区卫生服务中心（站）2个，2024年10月底前投用。',
    ),
  ).toEqual([
    '新建幼儿园3所，2024年8月底前投用。: 市教育局, 2024-08-31',
    '新建社区卫生服务中心（站）2个，2024年10月底前投用。: 市卫健委、市民政局, 2024-10-31',
  ]);
});

test('a day behind the bracket belongs to the clause', () => {
  expect(
    read(
      '江口市2024年工作任务\n1、推进项目建设，（市发改委）6月底\n2、加强招商引资，（市招商局）9月底前完成。\n3、做好信访工作（市信访局）长期坚持',
    ),
  ).toEqual([
    '推进项目建设，: 市发改委, 2024-06-30',
    '加强招商引资，: 市招商局, 2024-09-30',
    '做好信访工作: 市信访局, openEnded',
  ]);
});

test('a text that came out of a PDF with a gap behind every character', () => {
  const gaps = (text: string) => text.replace(/[^\n]/g, '$& ');
  expect(
    read(
      gaps(
        '江口市2024年重点任务\n1.压减审批时限。（牵头单位：市行政审批局；完成时限：6月底）\n2.推行一网通办。（牵头单位：市大数据局；完成时限：12月底）',
      ),
    ),
  ).toEqual(['压减审批时限。: 市行政审批局, 2024-06-30', '推行一网通办。: 市大数据局, 2024-12-31']);
});

test('rows of a pasted table that a line break in a cell cut in two', () => {
  expect(
    read(
      '江口市2024年重点任务\n\n序号\t任务\t责任单位\t时限\n一、优化审批\n1\t压减审批时限\t市行政审批局\n市住建局\t6月底\n2\t推行一网\n通办\t市大数据局\t12月底',
    ),
  ).toEqual(['压减审批时限: 市行政审批局、市住建局, 2024-06-30', '推行一网通办: 市大数据局, 2024-12-31']);
});

test('articles that stand above （一）', () => {
  const plan = parsePlan(
    '江口市2024年安全生产任务分解\n第一条　严格落实党委责任。（市委组织部牵头）\n第二条　严格落实政府责任。\n（一）制定年度工作清单。（市政府办公室牵头）\n（二）每季度召开一次会议。（市安委办牵头，各功能区参加）\n（三）开展督查。（市安委办牵头）\n第三条　严格落实部门责任。（市委编办负责）',
  );
  expect(plan.measures.map(({ text, task }) => [text, task])).toEqual([
    ['严格落实党委责任。', '严格落实党委责任'],
    ['制定年度工作清单。', '严格落实政府责任'],
    ['每季度召开一次会议。', '严格落实政府责任'],
    ['开展督查。', '严格落实政府责任'],
    ['严格落实部门责任。', '严格落实部门责任'],
  ]);
});

test('words in a clause that hold for the items below make no office', () => {
  const plan = parsePlan(
    '江口市2024年质量强市工作计划\n1.开展质量提升行动（市市场监管局牵头，市直有关部门配合，以下均需各县区人民政府落实，不再列出）。\n2.培育品牌10个（市市场监管局牵头）。',
  );
  expect(plan.measures[0]).toMatchObject({
    leadUnits: ['市市场监管局'],
    supportUnits: ['市直有关部门'],
  });
  expect(plan.remarks).toContainEqual({ no: 1, code: 'forSeveral', found: '以下均需各县区人民政府落实' });
});

test('“任务一：” numbers a task', () => {
  const plan = parsePlan(
    '云溪县2024年文旅工作清单\n任务一：打造精品线路\n完成目标：推出3条线路\n牵头单位：县文旅局\n完成时限：2024年6月\n任务二：举办旅游节\n完成目标：举办1场\n牵头单位：县文旅局\n完成时限：2024年9月',
  );
  expect(plan.measures.map(({ text, task, deadline }) => [task, text, deadline])).toEqual([
    ['打造精品线路', '完成目标：推出3条线路', '2024-06-30'],
    ['举办旅游节', '完成目标：举办1场', '2024-09-30'],
  ]);
});
