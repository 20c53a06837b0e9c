import { documentText } from '../../../src/plan/layout/plan-document';
import { parsePlan } from '../../../src/plan/parse';
import { placedText, squeeze } from '../support';

type Rows = readonly (readonly string[])[];

/** What a table below a title says: a line a measure, its section, words, who leads, who supports and until when. */
function read(rows: Rows, ...sheets: readonly (readonly [title: string, rows: Rows])[]): readonly string[] {
  const table = (own: Rows) => ({ rows: own, merges: [] });
  const first = { kind: 'table', table: table([['石桥市2025年任务表'], ...rows]) } as const;
  const text = documentText(
    sheets.length === 0
      ? [first]
      : [
          { ...first, title: '任务' },
          ...sheets.map(([title, own]) => ({ kind: 'table', title, table: table(own) }) as const),
        ],
  );
  const plan = parsePlan(text);
  expect(placedText(plan)).toBe(squeeze(text));
  return plan.measures.map(({ section, text: words, leadUnits, supportUnits, deadline }) =>
    [section, words, leadUnits.join('、'), supportUnits.join('、'), deadline ?? '']
      .join('|')
      .replace(/\|+$/, ''),
  );
}

const HEADER = ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'];
const FIRST = ['1', '建平台', '市大数据局', '市财政局', '6月底'];
const SECOND = ['2', '推改革', '市委改革办', '', '9月底'];
const READ = ['|建平台|市大数据局|市财政局|2025-06-30', '|推改革|市委改革办||2025-09-30'];

test.each([
  [
    'responsibilities over 牵头 and 配合',
    ['序号', '工作任务', '责任分工', '', '完成时限'],
    ['', '', '牵头', '配合', ''],
  ],
  [
    'units over 主办单位 and 协办单位',
    ['序号', '任务内容', '责任单位', '', '时限'],
    ['', '', '主办单位', '协办单位', ''],
  ],
  [
    'all in one row, drawn out',
    ['序 号', '工 作 任 务', '牵 头 单 位', '配合\n单位', '完成\n时限'],
    undefined,
  ],
])('a header: %s', (_, upper, lower) => {
  expect(read([upper, ...(lower ? [lower] : []), FIRST, SECOND])).toEqual(READ);
});

test('a header of two rows that parts the task too keeps what stands beside both', () => {
  const rows = [
    ['序号', '工作内容', '', '责任落实', '', '完成时限'],
    ['', '任务', '措施', '牵头单位', '责任单位', ''],
    ['1', '数字政府', '建平台', '市大数据局', '市财政局', '6月底'],
    ['2', '', '推应用', '市行政审批局', '', '9月底'],
  ];
  expect(read(rows)).toEqual([
    '（一）|建平台|市大数据局|市财政局|2025-06-30',
    '（一）|推应用|市行政审批局||2025-09-30',
  ]);
});

test.each([
  ['alone in its row', ['一、数字政府'], ['二、改革']],
  ['with its number in the column of numbers', ['一', '数字政府', '', '', ''], ['二', '改革', '', '', '']],
])('a section %s', (_, one, two) => {
  expect(read([HEADER, one, FIRST, two, SECOND])).toEqual([
    '一|建平台|市大数据局|市财政局|2025-06-30',
    '二|推改革|市委改革办||2025-09-30',
  ]);
});

test.each([
  ['编号', '重点事项', '承办单位', '参与部门', '办结时限'],
  ['序号', '工作要点', '责任部门（单位）', '协办部门', '完成期限'],
  ['序号', '考核指标', '考核部门', '协同单位', '时间节点'],
  ['序号', '落实措施', '负责考核部门', '支持单位', '竣工时间'],
  ['序号', '项目名称', '业主单位', '配合单位', '建成时间'],
])('other words in the header: %s %s %s %s %s', (...header) => {
  expect(read([header, FIRST, SECOND])).toEqual(READ);
});

test('who answers for it, points and notes are told and decide nothing', () => {
  const rows = [
    [...HEADER, '责任领导', '分值', '备注'],
    [...FIRST, '王某', '5', '持续'],
    [...SECOND, '李某', '3', '2025年底前报送'],
  ];
  expect(read(rows)).toEqual([
    '|建平台（分值：5）（备注：持续）|市大数据局|市财政局|2025-06-30',
    '|推改革（分值：3）（备注：2025年底前报送）|市委改革办||2025-09-30',
  ]);
});

test.each([
  ['市大\n数据局', '市大数据局'],
  ['市委\n改革办', '市委改革办'],
  ['市委\n市政府', '市委、市政府'],
  ['市政府\n办公室', '市政府办公室'],
  ['市政府\n市财政局', '市政府、市财政局'],
  ['市住房和城\n乡建设局\n市财政局', '市住房和城乡建设局、市财政局'],
])('a break in a cell joins unless one name ends and another begins: %j', (cell, names) => {
  expect(read([HEADER, ['1', '建平台', cell, '', ''], SECOND])[0]).toBe(`|建平台|${names}`);
});

test('“各县” and “区政府” on two lines are one group', () => {
  expect(read([HEADER, ['1', '建平台', '市教育局', '各县\n区政府', ''], SECOND])[0]).toBe(
    '|建平台|市教育局|各县区政府',
  );
});

test('numbers within a cell stay, a header on every page is none of the rows, and what stands below is none', () => {
  const rows = [
    HEADER,
    ['1', '1.建平台。\n2.归数据。', '市大数据局牵头，市财政局配合', '', '6月底'],
    HEADER,
    SECOND,
    ['填表人：王某', '', '审核人：李某', '', '2025年3月1日'],
    ['注：本表由市委办负责解释，牵头单位每月报送进展。', '', '', '', ''],
  ];
  expect(read(rows)).toEqual(['|1.建平台。2.归数据。|市大数据局|市财政局|2025-06-30', READ[1]]);
});

test('each sheet with its title is a part, one without a table of measures is read as words', () => {
  const more = [['石桥市2025年改革任务表'], HEADER, SECOND];
  expect(read([HEADER, FIRST], ['改革', more], ['说明', [['本表由市委办填写']]])).toEqual([
    '第一部分|建平台|市大数据局|市财政局|2025-06-30',
    '第二部分|推改革|市委改革办||2025-09-30',
  ]);
});
