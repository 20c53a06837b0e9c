import type { Summary } from './pivot';

/** What Excel itself writes into a workbook, in its interface language. */
export interface Words {
  readonly sheet: string;
  readonly table: string;
  readonly column: string;
  readonly chart: string;
  readonly rowLabels: string;
  readonly columnLabels: string;
  readonly grandTotal: string;
  readonly blank: string;
  readonly all: string;
  readonly several: string;
  readonly summary: Readonly<Record<Summary, string>>;
}

export const wordsOf: Readonly<Record<'zh-CN' | 'en-US', Words>> = {
  'zh-CN': {
    sheet: 'Sheet',
    table: '表',
    column: '列',
    chart: '图表 ',
    rowLabels: '行标签',
    columnLabels: '列标签',
    grandTotal: '总计',
    blank: '(空白)',
    all: '(全部)',
    several: '(多项)',
    summary: { Sum: '求和项:', Count: '计数项:', Average: '平均值项:', Max: '最大值项:', Min: '最小值项:' },
  },
  'en-US': {
    sheet: 'Sheet',
    table: 'Table',
    column: 'Column',
    chart: 'Chart ',
    rowLabels: 'Row Labels',
    columnLabels: 'Column Labels',
    grandTotal: 'Grand Total',
    blank: '(blank)',
    all: '(All)',
    several: '(Multiple Items)',
    summary: { Sum: 'Sum of ', Count: 'Count of ', Average: 'Average of ', Max: 'Max of ', Min: 'Min of ' },
  },
};
