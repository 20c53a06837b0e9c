import type { BootedExcel } from '../../excel-host/boot';
import type { ExcelHost } from '../../excel-host/host';
import type { UseCaseName } from '../../../src/app/changes/use-case-list';
import type { Answer } from './guest-case';

/** How a case goes in the workbook open in Excel, where it does not go as in a file. */
export interface InExcel {
  readonly answer?: Answer;
  readonly fault?: string;
  /** The use case that Excel refuses, where it does not refuse all. */
  readonly by?: UseCaseName;
  /** What the clerk does in Excel, where the simulated one does not take it from the file. */
  readonly edit?: (excel: BootedExcel) => Promise<unknown> | void;
  /** Whether it is still there, in place of the case's own probe of a file. */
  readonly holds?: (host: ExcelHost) => boolean;
  /** Why it cannot be played: the simulated Excel has nothing of the kind, so that whatever were called on it would fail. */
  readonly notThere?: string;
}

const NO_MEMBER = 'Office.js 没有这一接口，本系统无从改动';
const NOT_CALLED = '模拟的 Excel 中没有，本系统不调用：一调用测试即失败';

function onLedger(work: (sheet: Excel.Worksheet) => void): () => Promise<void> {
  return () =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem('台账'));
      await context.sync();
    });
}

function ownRule(address: string, formula: string): () => Promise<void> {
  return onLedger((sheet) => {
    const rule = sheet.getRange(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    rule.custom.rule.formula = formula;
    rule.custom.format.fill.color = '#FFC7CE';
  });
}

const hasRule =
  (formula: string) =>
  (host: ExcelHost): boolean =>
    host.sheet('台账').conditionalFormats.some((rule) => rule.formula === formula);

/** By the case's id. What is not here goes in Excel as it goes in a file. */
export const IN_EXCEL: Readonly<Record<string, InExcel>> = {
  grouped_rows_and_columns: { notThere: NOT_CALLED },
  // Excel takes nothing in beneath a merge: what is ours comes back where the merge is lifted.
  merged_over_ours: { holds: ({ workbook }) => workbook.sheet('台账').tables.length === 1 },
  zoom: { notThere: NO_MEMBER },
  page_break: { notThere: NOT_CALLED },
  own_data_bar: { notThere: NOT_CALLED },
  own_conditional_format: { edit: ownRule('H4:H10', '=$H4<33'), holds: hasRule('=$H4<33') },
  own_conditional_format_in_entries: {
    edit: () =>
      Excel.run(async (context) => {
        const cells = context.workbook.worksheets.getItem('填报明细').getRange('A4:T200');
        cells.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula =
          '=$C4="市编办"';
        await context.sync();
      }),
    holds: (host) =>
      host.sheet('填报明细').conditionalFormats.some(({ formula }) => formula === '=$C4="市编办"'),
  },
  filter_on_ledger: {
    edit: onLedger((sheet) => {
      sheet.tables.getItemAt(0).columns.getItemAt(6).filter.applyValuesFilter(['已完成']);
    }),
    holds: (host) => host.sheet('台账').tables[0]?.filter.criteria.size === 1,
  },
  own_chart: {
    edit: onLedger((sheet) => {
      const chart = sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange('H4:H10'));
      chart.name = '我的进度图';
      chart.title.text = '我的进度图';
    }),
    holds: (host) => host.sheet('台账').charts.some(({ name }) => name === '我的进度图'),
  },
  // A pane has no password and no way around one: it says which tab, and to lift the protection.
  sheet_protected: { answer: 'refused', fault: 'sheet-protected', by: 'collect' },
  structure_protected: {
    edit: ({ host }) => {
      host.workbook.structureProtected = true;
    },
    answer: 'refused',
    fault: 'access-denied',
    by: 'verify',
  },
  sparklines: { notThere: NO_MEMBER },
  newer_conditional_format: { notThere: NOT_CALLED },
  custom_xml: { notThere: NOT_CALLED },
  macros: { notThere: NO_MEMBER },
  threaded_comment: {
    edit: () =>
      Excel.run(async (context) => {
        context.workbook.comments.add('填报明细!D5', '请核实');
        await context.sync();
      }),
    holds: (host) => host.sheet('填报明细').comments.some(({ content }) => content === '请核实'),
  },
  own_pivot_table: {
    edit: () =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const own = worksheets.getItem('台账');
        const source = worksheets.getItem('填报明细').tables.getItemAt(0);
        const pivot = own.pivotTables.add('我的透视表', source, own.getRange('Y4'));
        pivot.rowHierarchies.add(pivot.hierarchies.getItem('牵头单位'));
        await context.sync();
      }),
    holds: (host) => host.sheet('台账').pivots.some(({ name }) => name === '我的透视表'),
  },
  own_slicer: { notThere: NOT_CALLED },
  rows_out_of_order: { notThere: '由 Excel 打开时理顺' },
};
