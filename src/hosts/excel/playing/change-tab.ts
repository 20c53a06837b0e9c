import type { CellRange } from '../../../base/raw-sheet';
import type { ChangedTab } from '../../../base/workbook-difference';
import { cellsOf, rowsMove, rowsOf, sheetOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { supportsExcelApi } from '../requirement-sets';
import { mergeRuns } from '../writing/write-sizes';
import { linkSteps, separationSteps } from './change-cells';
import { chartSteps, type ChartSheets } from './change-charts';
import { heightSteps } from './change-heights';
import { detailSteps, lookSteps } from './change-looks';
import { noteChangeSteps } from './change-notes';
import { pivotChangeSteps } from './change-pivots';
import { printChangeSteps } from './change-print';
import { conditionalFormatSteps, validationSteps, type TwoPartChange } from './change-rules';

/** What is on a tab, by name. */
export interface ThereOnTab {
  /** One that the clerk turned into plain cells stays so. */
  table(name: string): boolean;
  chart(name: string): boolean;
}

/** The changes of one tab: its rows move before a formula on whatever tab speaks of them. */
export interface TabChange extends TwoPartChange {
  readonly moves: readonly Step[];
}

const ACTIONS_AN_INSERTION = 3;
const ACTIONS_A_TABLE = 8;

/**
 * The changes of one tab. What needs to know how the tab is, or figures that are worked out, comes with the second request.
 * @param cellSteps What its cells are changed by.
 */
export function tabSteps(
  workbook: Excel.Workbook,
  tab: ChangedTab,
  has: ThereOnTab,
  cellSteps: (getSheet: () => Excel.Worksheet) => readonly Step[],
): TabChange {
  const { worksheets } = workbook;
  let known: Excel.Worksheet | undefined;
  const getSheet = () => (known ??= sheetOf(worksheets, tab.sheet));
  const pivots = pivotChangeSteps(workbook, tab.sheet, tab.pivots);
  const parts = [
    heightSteps(getSheet, tab.rowHeights),
    conditionalFormatSteps(getSheet, tab.conditionalFormats),
    noteChangeSteps(getSheet, tab.notes),
    printChangeSteps(getSheet, tab),
  ];
  return {
    moves: [...pivots.first, ...tab.insertedRows.map((rows) => insertStep(getSheet, rows))],
    first: [
      ...linkSteps(getSheet, tab.cells),
      ...lookSteps(getSheet, tab.formats),
      ...detailSteps(getSheet, tab.details),
      ...unmergeSteps(getSheet, tab.merges.removed),
      ...separationSteps(getSheet, tab.cells),
      ...cellSteps(getSheet),
      ...tableSteps(
        getSheet,
        tab.tables.filter(({ name }) => has.table(name)),
      ),
      ...mergeSteps(getSheet, tab.merges.added),
      ...validationSteps(getSheet, tab.validations),
      ...parts.flatMap(({ first }) => first),
    ],
    then: [
      ...parts.flatMap(({ then }) => then),
      ...chartSteps(chartSheets(workbook, tab.sheet, getSheet, has.chart), tab.charts),
      ...pivots.then,
    ],
  };
}

/** Where the charts of a tab are, and their figures. */
export function chartSheets(
  { worksheets }: Excel.Workbook,
  tab: string,
  home: () => Excel.Worksheet,
  hasChart: (name: string) => boolean,
): ChartSheets {
  return { home, named: (name) => (name === tab ? home() : sheetOf(worksheets, name)), hasChart };
}

/** Over the whole width, so that everything beside and below moves with it. */
function insertStep(
  getSheet: () => Excel.Worksheet,
  { before, count }: ChangedTab['insertedRows'][number],
): Step {
  return {
    bytes: ACTIONS_AN_INSERTION * ACTION_BYTES,
    play: () => {
      const sheet = getSheet();
      rowsMove(sheet);
      rowsOf(sheet, before, before + count - 1).insert('Down');
    },
  };
}

/**
 * A table from its header, wherever the clerk has its columns, down to the last row. Before ExcelApi 1.13 a table cannot be
 * resized: it is made anew there.
 */
function tableSteps(getSheet: () => Excel.Worksheet, tables: ChangedTab['tables']): readonly Step[] {
  return tables.map(({ name, range }) => ({
    bytes: ACTIONS_A_TABLE * ACTION_BYTES,
    play: () => {
      const { tables: there } = getSheet();
      const table = there.getItem(name);
      const header = table.getHeaderRowRange();
      const cells = header.getResizedRange(range.bottom - range.top, 0);
      if (supportsExcelApi('1.13')) table.resize(cells);
      else {
        table.convertToRange();
        const fresh = there.add(cells, true);
        fresh.name = name;
        fresh.style = 'TableStyleLight1';
        fresh.showBandedRows = false;
      }
    },
  }));
}

function unmergeSteps(getSheet: () => Excel.Worksheet, merges: readonly CellRange[]): readonly Step[] {
  return mergeRuns(merges).map(({ range }) => ({
    bytes: 3 * ACTION_BYTES,
    play: () => {
      cellsOf(getSheet(), range).unmerge();
    },
  }));
}

function mergeSteps(getSheet: () => Excel.Worksheet, merges: readonly CellRange[]): readonly Step[] {
  return mergeRuns(merges).map(({ range, across }) => ({
    bytes: 3 * ACTION_BYTES,
    play: () => {
      cellsOf(getSheet(), range).merge(across);
    },
  }));
}
