import type { BasisRanges } from './basis-ranges';
import { completionRate } from '../../ledger/figures/completion-rate';
import type { Tally } from '../../ledger/figures/summary';
import { COMPLETION_RATE } from '../../ledger/stated-rules';
import { columnLetters } from '../../base/raw-sheet';
import type { CellContent, FormulaCell } from '../../base/blueprint';
import { WIDTH, type Block, type SummaryRows } from './summary-rows';
import { ruleFormula } from '../rules';
import { range } from '../tab-builder';
import { FORMAT } from '../theme';
import { NO_FIGURE, STANDING_WORD, TIMELINESS_WORD } from '../words';

/** The count columns in order, and how each is counted: by standing or by timeliness. */
export const TALLY_COUNTS = [
  { key: 'done', header: '已完成', by: 'standing', word: STANDING_WORD.done },
  { key: 'doneLate', header: '其中\n逾期完成', by: 'timeliness', word: TIMELINESS_WORD.doneLate },
  { key: 'inProgress', header: '推进中', by: 'standing', word: STANDING_WORD.inProgress },
  { key: 'notStarted', header: '未启动', by: 'standing', word: STANDING_WORD.notStarted },
  { key: 'ongoing', header: '长期坚持', by: 'standing', word: STANDING_WORD.ongoing },
  { key: 'notReported', header: '未填报', by: 'standing', word: STANDING_WORD.notReported },
  { key: 'overdue', header: '逾期', by: 'timeliness', word: TIMELINESS_WORD.overdue },
  { key: 'dueSoon', header: '临期', by: 'timeliness', word: TIMELINESS_WORD.dueSoon },
] as const satisfies readonly {
  key: keyof Tally;
  header: string;
  by: 'standing' | 'timeliness';
  word: string;
}[];

/** The column of 措施数; the counts stand right of it. */
const MEASURES_COLUMN = 2;

/** Where the figures of one kind stand in a block of counts. */
export function countColumn(key: 'measures' | (typeof TALLY_COUNTS)[number]['key']): number {
  return key === 'measures'
    ? MEASURES_COLUMN
    : MEASURES_COLUMN + 1 + TALLY_COUNTS.findIndex((count) => count.key === key);
}

interface Group {
  readonly label: CellContent;
  readonly tally: Tally;
  readonly note?: string;
}

export interface CountFormulas {
  readonly measures: (labelCell: string) => string;
  readonly count: (count: (typeof TALLY_COUNTS)[number], labelCell: string) => string;
}

export function grouped(
  basis: Pick<BasisRanges['measure'], 'standing' | 'timeliness'>,
  groups: string,
): CountFormulas {
  return {
    measures: (label) => `COUNTIF(${groups},${label})`,
    count: ({ by, word }, label) => `COUNTIFS(${groups},${label},${basis[by]},"${word}")`,
  };
}

export function countBlock(
  rows: SummaryRows,
  label: string,
  measures: string,
  groups: readonly Group[],
  formulas: CountFormulas,
  note?: string,
): Block {
  const right = note === undefined ? WIDTH - 1 : WIDTH;
  const words = [
    label,
    measures,
    ...TALLY_COUNTS.map(({ header: word }) => word),
    '完成率',
    ...(note === undefined ? [] : [note]),
  ];
  const header = rows.header(words, right);
  for (const group of groups) {
    const row = rows.next;
    const labelCell = `$A${row}`;
    rows.add([
      group.label,
      { formula: formulas.measures(labelCell), result: group.tally.measures },
      ...TALLY_COUNTS.map((count) => ({
        formula: formulas.count(count, labelCell),
        result: group.tally[count.key],
      })),
      rowRate(row, MEASURES_COLUMN, group.tally),
      ...(group.note === undefined ? [] : [group.note]),
    ]);
  }
  const block = { header, first: header + 1, last: header + groups.length };
  formatCounts(rows, block.first, block.last, right);
  return block;
}

function formatCounts(rows: SummaryRows, first: number, last: number, right: number): void {
  rows.format(range(first, 1, last, right), FORMAT.body);
  rows.format(range(first, 2, last, right), FORMAT.count);
  rows.format(range(first, WIDTH - 1, last, WIDTH - 1), FORMAT.ratio);
}

/** How 完成率 is counted, beside it. */
export const RATE_NOTE =
  '完成率＝已完成÷（措施－长期坚持）。长期坚持的不会完成，不计入；没有可以完成的，不计算。';

/**
 * 完成率 by the rule `COMPLETION_RATE`.
 * @param cells Where its figures stand.
 */
export function rateCell(
  cells: Readonly<Record<'done' | 'measures' | 'ongoing', string>>,
  tally: Tally,
): FormulaCell {
  return { formula: ruleFormula(COMPLETION_RATE, cells), result: completionRate(tally) ?? NO_FIGURE };
}

/** In a row of the count columns, the number of measures standing in column `measures` and the counts right of it. */
export function rowRate(row: number, measures: number, tally: Tally): FormulaCell {
  const cell = (key: (typeof TALLY_COUNTS)[number]['key']) =>
    `$${columnLetters(measures + 1 + TALLY_COUNTS.findIndex((count) => count.key === key))}${row}`;
  const cells = {
    measures: `$${columnLetters(measures)}${row}`,
    done: cell('done'),
    ongoing: cell('ongoing'),
  };
  return rateCell(cells, tally);
}

/** @returns its row */
export function totalRow(rows: SummaryRows, block: Block, total: Tally): number {
  const row = rows.next;
  const sum = (column: number, result: number): FormulaCell => {
    const letters = columnLetters(column);
    return { formula: `SUM(${letters}${block.first}:${letters}${block.last})`, result };
  };
  rows.add([
    '合计',
    sum(MEASURES_COLUMN, total.measures),
    ...TALLY_COUNTS.map((count, index) => sum(MEASURES_COLUMN + 1 + index, total[count.key])),
    rowRate(row, MEASURES_COLUMN, total),
  ]);
  formatCounts(rows, row, row, WIDTH - 1);
  rows.format(range(row, 1, row, WIDTH - 1), FORMAT.total);
  return row;
}
