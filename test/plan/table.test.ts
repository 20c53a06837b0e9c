import { parsePlan } from '../../src/plan/parse';
import { rowsOfTabs, tableText, type TableRows } from '../../src/plan/table';
import { columnOf } from '../../src/plan/table-columns';
import { describePlan } from './corpus/describe';

describe('headers of a plan’s table', () => {
  test.each([
    ['序号', 'number'],
    [' 序\n号 ', 'number'],
    ['任务类别', 'section'],
    ['工作任务', 'task'],
    ['存在问题', 'task'],
    ['整改措施', 'measure'],
    ['工作内容', 'measure'],
    ['牵头单位', 'lead'],
    ['责任单位', 'responsible'],
    ['责任单位（排首位为牵头）', 'responsible'],
    ['配合单位', 'support'],
    ['完成时限', 'deadline'],
    ['整改时限', 'deadline'],
    ['责任人', 'person'],
    ['分值', 'other'],
    ['备注', 'other'],
    ['', 'other'],
  ])('%j is %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });
});

const TABLE: TableRows = [
  ['江口市2023年重点任务清单', '', '', '', '', '', ''],
  ['', '', '', '', '', '', ''],
  ['序号', '类别', '工作任务', '工作措施', '牵头单位', '责任单位', '完成时限', '备注'],
  ['1', '经济发展', '扩大投资', '开工重点项目100个', '市发改委', '市财政局\n市自然资源局', '2023年12月', ''],
  ['2', '', '', '发行专项债券20亿元', '市财政局', '/', '2023/9/30', '含再融资'],
  ['3', '', '促进消费', '举办展会10场', '市商务局', '各县（市、区）政府', '长期坚持', ''],
  ['', '', '', '', '', '', '', ''],
  ['4', '民生改善', '就业', '新增就业2万人', '市人社局', '', '', ''],
];

describe('a table', () => {
  test('becomes a plan', () => {
    expect(describePlan(parsePlan(tableText(TABLE) ?? ''))).toBe(
      [
        '江口市2023年重点任务清单 2023–2023',
        'section 一 经济发展: 3',
        'section 二 民生改善: 1',
        'measure 1 1 in 一 / 1 扩大投资',
        '  开工重点项目100个',
        '  市发改委 with 市财政局、市自然资源局, 2023-12-31',
        'measure 2 2 in 一 / 1 扩大投资',
        '  发行专项债券20亿元（备注：含再融资）',
        '  市财政局, 2023-09-30',
        'measure 3 3 in 一 / 2 促进消费',
        '  举办展会10场',
        '  市商务局 with 各县（市、区）政府, openEnded',
        'measure 4 4 in 二 / 3 就业',
        '  新增就业2万人',
        '  市人社局, none',
        'remark 2 innerBrackets （备注：含再融资）',
        'remark 4 noDeadline （牵头单位：市人社局）',
        '',
      ].join('\n'),
    );
  });

  test('with tasks only, merged section rows and numbers in the words', () => {
    const text = tableText([
      ['江口市2023年整改清单'],
      ['存在问题', '责任单位', '整改时限'],
      ['一、环境保护', '', ''],
      ['1.雨污分流不彻底。', '市住建局牵头，市水利局配合', '6月底前'],
      ['二、安全生产', '', ''],
      ['2.消防通道被占。', '市消防救援支队', '立行立改'],
      ['合计', '2项', ''],
      ['存在问题', '责任单位', '整改时限'],
      ['3.电动车进楼。', '各镇人民政府', '持续推进'],
    ]);
    expect(text?.split('\n')).toEqual([
      '江口市2023年整改清单',
      '一、环境保护',
      '1. 雨污分流不彻底。（责任单位：市住建局牵头，市水利局配合；完成时限：6月底前）',
      '二、安全生产',
      '2. 消防通道被占。（责任单位：市消防救援支队；完成时限：立行立改）',
      '3. 合计（责任单位：2项）',
      '4. 电动车进楼。（责任单位：各镇人民政府；完成时限：持续推进）',
    ]);
    expect(parsePlan(text ?? '').measures[0]).toMatchObject({
      leadUnits: ['市住建局'],
      supportUnits: ['市水利局'],
    });
  });

  test('keeps rows that say nothing of what is to be done', () => {
    const text = tableText([
      ['工作措施', '牵头单位', '联系电话', ''],
      ['推进甲事', '市财政局', '12345', '另附'],
      ['', '市教育局', '23456', ''],
    ]);
    expect(text?.split('\n')).toEqual([
      '1. 推进甲事（联系电话：12345）（另附）（牵头单位：市财政局）',
      '市教育局　23456',
    ]);
  });

  test.each([
    [
      'without a header',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'that names nobody',
      [
        ['工作任务', '完成时限'],
        ['甲', '6月'],
      ],
    ],
    ['without rows', []],
  ])('%s is none of measures', (_what, rows) => {
    expect(tableText(rows)).toBeUndefined();
  });
});

describe('a table from the clipboard', () => {
  test('has tabs between cells and quotes around line breaks', () => {
    const rows = rowsOfTabs('任务\t措施\t单位\r\n甲\t"先""做""这个\n再做那个"\t市财政局\r\n');
    expect(rows).toEqual([['任务', '措施', '单位'], ['甲', '先"做"这个\n再做那个', '市财政局'], []]);
  });

  test('without a break at its end', () => {
    expect(rowsOfTabs('甲\t乙\t丙\n丁\t戊\t')).toEqual([
      ['甲', '乙', '丙'],
      ['丁', '戊', ''],
    ]);
  });

  test.each(['', '一段文字\n又一段', '甲\t乙\n丙\t丁', '一个\t标签\t而已\n正文'])('%j is none', (text) => {
    expect(rowsOfTabs(text)).toBeUndefined();
  });
});
