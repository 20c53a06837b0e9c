import { documentText, type DocumentBlock } from '../../src/plan/layout/plan-document';
import { parsePlan } from '../../src/plan/parse';
import { tableText, type PlanTable, type TableRows } from '../../src/plan/layout/plan-table';
import { rowsOfTabs } from '../../src/plan/layout/text-tables';
import { columnOf } from '../../src/plan/layout/table-columns';
import { describePlan } from './corpus/describe';

function unmerged(rows: TableRows): PlanTable {
  return { rows, merges: [] };
}

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
    expect(describePlan(parsePlan(tableText(unmerged(TABLE)) ?? ''))).toBe(
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
    const text = tableText(
      unmerged([
        ['江口市2023年整改清单'],
        ['存在问题', '责任单位', '整改时限'],
        ['一、环境保护', '', ''],
        ['1.雨污分流不彻底。', '市住建局牵头，市水利局配合', '6月底前'],
        ['二、安全生产', '', ''],
        ['2.消防通道被占。', '市消防救援支队', '立行立改'],
        ['合计', '2项', ''],
        ['存在问题', '责任单位', '整改时限'],
        ['3.电动车进楼。', '各镇人民政府', '持续推进'],
      ]),
    );
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
    const text = tableText(
      unmerged([
        ['工作措施', '牵头单位', '联系电话', ''],
        ['推进甲事', '市财政局', '12345', '另附'],
        ['', '市教育局', '23456', ''],
      ]),
    );
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
    expect(tableText(unmerged(rows))).toBeUndefined();
  });
});

describe('merged cells', () => {
  const HEADER = ['序号', '工作任务', '工作措施', '责任单位', '完成时限'];

  test('a unit and a date merged over several measures hold for all of them', () => {
    const rows = [
      HEADER,
      ['1', '扩大投资', '开工项目100个', '市发改委', '2023年12月'],
      ['2', '', '发行债券20亿元', '', ''],
      ['3', '', '盘活资产', '市国资委', ''],
    ];
    const merges = [
      { column: 1, top: 1, bottom: 3 },
      { column: 3, top: 1, bottom: 2 },
      { column: 4, top: 1, bottom: 3 },
    ];
    expect(tableText({ rows, merges })?.split('\n')).toEqual([
      '（一）扩大投资',
      '1. 开工项目100个（责任单位：市发改委；完成时限：2023年12月）',
      '2. 发行债券20亿元（责任单位：市发改委；完成时限：2023年12月）',
      '3. 盘活资产（责任单位：市国资委；完成时限：2023年12月）',
    ]);
  });

  test('a measure merged over the rows of its units is one measure', () => {
    const rows = [
      HEADER,
      ['1', '扩大投资', '开工项目100个', '市发改委', '2023年6月'],
      ['', '', '', '市财政局', '2023年12月'],
      ['2', '', '盘活资产', '市国资委', ''],
    ];
    const merges = [0, 1, 2].map((column) => ({ column, top: 1, bottom: 2 }));
    expect(tableText({ rows, merges })?.split('\n')).toEqual([
      '（一）扩大投资',
      '1. 开工项目100个（责任单位：市发改委、市财政局；完成时限：2023年6月、2023年12月）',
      '2. 盘活资产（责任单位：市国资委）',
    ]);
  });
});

describe('a document', () => {
  const table = (rows: TableRows, title?: string): DocumentBlock => ({
    kind: 'table',
    table: unmerged(rows),
    ...(title === undefined ? {} : { title }),
  });
  const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

  test('keeps paragraphs and tables in their order', () => {
    const text = documentText([
      paragraph('江口市2023年重点任务清单'),
      table([
        ['紧急程度', '平急'],
        ['', ''],
      ]),
      table([
        ['工作任务', '责任单位'],
        ['修路', '市交通局'],
      ]),
      paragraph('请各单位抓好落实。'),
    ]);
    expect(text.split('\n')).toEqual([
      '江口市2023年重点任务清单',
      '紧急程度　平急',
      '1. 修路（责任单位：市交通局）',
      '请各单位抓好落实。',
    ]);
  });

  test('a table that goes on without a header is one with the table before it', () => {
    const first = [
      ['工作任务', '责任单位'],
      ['修路', '市交通局'],
    ];
    expect(documentText([table(first), table([['架桥', '市水利局']])])).toBe(
      '1. 修路（责任单位：市交通局）\n2. 架桥（责任单位：市水利局）',
    );
    expect(documentText([table(first), table([['甲', '乙', '丙']])])).toMatch(/甲　乙　丙$/);
  });

  test('several sheets are parts with their names, one sheet needs none', () => {
    const sheet = (title: string, task: string): DocumentBlock =>
      table(
        [
          ['工作任务', '责任单位'],
          [task, '市交通局'],
        ],
        title,
      );
    expect(documentText([sheet('城区', '修路')])).toBe('1. 修路（责任单位：市交通局）');
    expect(documentText([sheet('城区', '修路'), sheet('乡镇', '架桥')]).split('\n')).toEqual([
      '第一部分 城区',
      '1. 修路（责任单位：市交通局）',
      '第二部分 乡镇',
      '1. 架桥（责任单位：市交通局）',
    ]);
  });

  test.each([
    [
      'tabs',
      '工作任务\t责任单位\t时限\n修路\t市交通局\t6月\n',
      '1. 修路（责任单位：市交通局；完成时限：6月）',
    ],
    ['neither', '一、修路,架桥,植树\n二、办学,行医,养老', '一、修路,架桥,植树\n二、办学,行医,养老'],
  ])('a text whose cells are parted by %s', (_by, text, expected) => {
    expect(documentText([{ kind: 'text', text }])).toBe(expected);
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
