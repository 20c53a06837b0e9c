import { compare, literal, operand } from '../../../src/base/expression/expression';
import { parseIsoDate, type CalendarDate } from '../../../src/base/calendar';
import type {
  CellContent,
  ChartBlueprint,
  SheetBlueprint,
  WorkbookBlueprint,
} from '../../../src/base/blueprint';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';

export function date(text: string): CalendarDate {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

const UNITS = ['市政府法制办', '市编办', '市发改委', '市财政局'] as const;
const STATUSES = ['已完成', '推进中', '未启动'] as const;
const COLORS = ['2E7D4F', '4F8FCB', 'D9A441'] as const;
const HEADERS = ['序号', '任务', '措施内容', '牵头单位', '完成时限', '填报状态', '进度', '逾期天数'];
const FIRST = 4;
const AS_OF = date('2017-06-30');
const DUE = [date('2016-12-31'), date('2017-12-31')] as const;
const DAYS_LATE = 181;

interface Measure {
  readonly no: number;
  readonly unit: string;
  readonly status: string;
  readonly due: CalendarDate;
}

function measures(count: number): readonly Measure[] {
  return Array.from({ length: count }, (_, index) => ({
    no: index + 1,
    unit: UNITS[index % UNITS.length] ?? '',
    status: STATUSES[index % STATUSES.length] ?? '',
    due: DUE[index % 2] ?? DUE[0],
  }));
}

/** A ledger with everything a blueprint can ask for, in small. */
export function richWorkbook(count = 30): WorkbookBlueprint {
  const list = measures(count);
  return plainWorkbook(
    [ledgerSheet(list), summarySheet(list), pivotSheet(), settingsSheet(), identitySheet()],
    {
      title: '措施台账 & 汇总',
      activeSheet: '汇总',
      names: [
        { name: '统计截止日', sheet: '设置', range: range(1, 2, 1, 2) },
        { name: '填报状态列', sheet: '台账', range: range(FIRST, 6, FIRST + count - 1, 6) },
      ],
    },
  );
}

function ledgerSheet(list: readonly Measure[]): SheetBlueprint {
  const last = FIRST + list.length - 1;
  const blank = Array<CellContent>(HEADERS.length - 1).fill(null);
  return plainSheet('台账', {
    tabColor: '1F4E79',
    columnWidths: [6, 12, 50, 16, 12, 10, 8, 10],
    hiddenColumns: [2],
    cells: [
      ['法治政府建设措施台账', ...blank],
      ['统计截止日：2017-06-30', ...blank],
      HEADERS,
      ...list.map(ledgerRow),
    ],
    formats: [
      {
        range: range(1, 1, 1, 8),
        format: { bold: true, size: 18, horizontal: 'center', vertical: 'middle' },
      },
      {
        range: range(3, 1, 3, 8),
        format: { bold: true, fill: '1F4E79', color: 'FFFFFF', horizontal: 'center' },
      },
      { range: range(FIRST, 1, last, 8), format: { vertical: 'middle', wrap: true, border: 'C5CDD5' } },
      { range: range(FIRST, 5, last, 5), format: { numberFormat: 'yyyy-mm-dd', horizontal: 'center' } },
      {
        range: range(FIRST, 7, last, 7),
        format: { numberFormat: '0%', italic: true, indent: 1, horizontal: 'left' },
      },
    ],
    rowHeights: [{ row: 1, points: 32 }, ...list.map((_, index) => ({ row: FIRST + index, points: 33 }))],
    merges: [range(1, 1, 1, 8), range(2, 1, 2, 8)],
    tables: [{ name: '台账表', range: range(3, 1, last, 8), style: 'TableStyleLight9', banded: true }],
    validations: validations(last),
    conditionalFormats: [
      {
        range: range(FIRST, 1, last, 8),
        condition: compare(operand(8), '>', literal(0)),
        format: { fill: 'FDE2E0', color: '9B1C1C', bold: true },
      },
      {
        range: range(FIRST, 6, last, 6),
        condition: compare(operand(6), '=', literal('已完成')),
        format: { fill: 'E1F3E4' },
      },
    ],
    notes: [{ row: 3, column: 8, text: '截止日当天不算逾期。' }],
    freeze: { rows: 3, columns: 1 },
    protection: { unlocked: [range(FIRST, 6, last, 7)] },
    print: {
      paper: 'A3',
      orientation: 'landscape',
      repeatRows: { from: 1, to: 3 },
      area: range(1, 1, last, 8),
      fitWidth: true,
      margins: { top: 15, bottom: 15, left: 12, right: 12 },
      footerLeft: '台账 & 汇总',
    },
    showGridlines: false,
  });
}

function ledgerRow({ no, unit, status, due }: Measure, index: number): readonly CellContent[] {
  const row = FIRST + index;
  const late = status !== '已完成' && due < AS_OF;
  const text =
    no % 9 === 0
      ? '=1+1 不是公式'
      : `第${no}项：建立健全行政决策机制，落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定`;
  const formula = `IF(AND(F${row}<>"已完成",E${row}<统计截止日),统计截止日-E${row},0)`;
  return [
    no,
    `任务${no % 7}`,
    text,
    unit,
    { date: due },
    status,
    ((no * 7) % 101) / 100,
    { formula, result: late ? DAYS_LATE : 0 },
  ];
}

function validations(last: number): SheetBlueprint['validations'] {
  const silent = { title: '', text: '' };
  const column = (number: number) => range(FIRST, number, last, number);
  return [
    {
      range: column(6),
      rule: { kind: 'list', values: STATUSES },
      prompt: { title: '填报状态', text: '请从下拉列表中选择' },
      error: { title: '填报状态有误', text: '只能选择列表中的状态' },
    },
    {
      range: column(7),
      rule: { kind: 'decimal', min: 0, max: 1 },
      prompt: { title: '进度', text: '0%—100%' },
      error: { title: '进度有误', text: '请填 0 到 100%' },
    },
    {
      range: column(5),
      rule: { kind: 'date', from: date('2016-01-01'), to: date('2020-12-31') },
      prompt: silent,
      error: { title: '日期有误', text: '请填 2016—2020 年的日期' },
    },
    {
      range: column(3),
      rule: { kind: 'textLength', max: 500 },
      prompt: silent,
      error: { title: '太长', text: '不超过 500 字' },
    },
    {
      range: column(1),
      rule: { kind: 'wholeNumber', min: 1, max: 140 },
      prompt: silent,
      error: { title: '序号有误', text: '1—140' },
    },
  ];
}

function summarySheet(list: readonly Measure[]): SheetBlueprint {
  const last = FIRST + list.length - 1;
  const count = (unit: string | undefined, status: string): number =>
    list.filter((measure) => (unit === undefined || measure.unit === unit) && measure.status === status)
      .length;
  const row = (unit: string, index: number): readonly CellContent[] => [
    unit,
    ...STATUSES.map((status, place) => ({
      formula: `COUNTIFS(台账!$D$${FIRST}:$D$${last},$A${index + 3},填报状态列,${'BCD'[place]}$2)`,
      result: count(unit, status),
    })),
    {
      formula: `SUM(B${index + 3}:D${index + 3})`,
      result: STATUSES.reduce((sum, status) => sum + count(unit, status), 0),
    },
  ];
  const late = list.filter(({ status, due }) => status !== '已完成' && due < AS_OF).length;
  return plainSheet('汇总', {
    columnWidths: [18, 10, 10, 10, 10],
    cells: [
      ['汇总', null, null, null, null],
      ['单位', ...STATUSES, '合计'],
      ...UNITS.map(row),
      [
        '合计',
        ...STATUSES.map((status, place) => ({
          formula: `SUM(${'BCD'[place]}3:${'BCD'[place]}6)`,
          result: count(undefined, status),
        })),
        { formula: 'SUM(E3:E6)', result: list.length },
      ],
      [
        { text: '查看台账', sheet: '台账', cell: 'A4' },
        { formula: 'IF(E7=SUM(B7:D7),"相符","不符")', result: '相符' },
        { formula: 'E7>0', result: true },
        {
          formula: `SUMIFS(台账!H${FIRST}:H${last},台账!F${FIRST}:F${last},"<>已完成")`,
          result: late * DAYS_LATE,
        },
        { formula: 'IF(E7=0,"有","")', result: '' },
      ],
    ],
    formats: [
      { range: range(2, 1, 7, 5), format: { border: 'C5CDD5', horizontal: 'center' } },
      { range: range(2, 1, 2, 5), format: { bold: true, fill: '1F4E79', color: 'FFFFFF' } },
    ],
    merges: [range(1, 1, 1, 5)],
    autoFilter: range(2, 1, 6, 5),
    charts: (['stackedBar', 'stackedColumn', 'clusteredBar', 'clusteredColumn', 'line'] as const).map(
      statusChart,
    ),
  });
}

function statusChart(kind: ChartBlueprint['kind'], index: number): ChartBlueprint {
  const top = 10 + 18 * index;
  return {
    name: `Status${index + 1}`,
    title: `各单位填报状态 <${index + 1}>`,
    kind,
    sheet: '汇总',
    categories: range(3, 1, 6, 1),
    series: STATUSES.map((name, place) => ({
      nameCell: { row: 2, column: 2 + place },
      name,
      values: range(3, 2 + place, 6, 2 + place),
      color: COLORS[place] ?? '',
    })),
    place: range(top, 1, top + 16, 5),
    ...(kind === 'line' ? {} : { valueAxisTitle: '应报项数' }),
  };
}

function pivotSheet(): SheetBlueprint {
  return plainSheet('单位透视', {
    columnWidths: [18, 10, 10, 10, 10],
    cells: [['单位透视']],
    pivots: [
      {
        name: 'UnitStatus',
        sourceTable: '台账表',
        filters: [],
        rowTotals: true,
        rows: ['牵头单位'],
        columns: ['填报状态'],
        values: [{ field: '序号', caption: '项数', summarize: 'count', numberFormat: '0' }],
        anchor: { row: 3, column: 1 },
      },
    ],
  });
}

function settingsSheet(): SheetBlueprint {
  return plainSheet('设置', { columnWidths: [18, 14], cells: [['统计截止日', { date: AS_OF }]] });
}

function identitySheet(): SheetBlueprint {
  return plainSheet('_plan', { visibility: 'veryHidden', cells: [['__proto__', 'constructor', '2017Q2']] });
}
