import type { BasisRanges } from './basis-ranges';
import type { Tally } from '../../ledger/figures/summary';
import { columnLetters } from '../../base/raw-sheet';
import type { CellContent, FormulaCell } from '../../base/blueprint';
import { WIDTH, type Block, type SummaryRows } from './summary-rows';
import { range } from '../tab-builder';
import { FORMAT } from '../theme';
import { STANDING_WORD, TIMELINESS_WORD } from '../words';

/** The count columns in order, and how each is counted: by standing or by timeliness. */
export const TALLY_COUNTS = [
  { key: 'done', header: '已完成', by: 'standing', word: STANDING_WORD.done },
  { key: 'doneLate', header: '其中逾期完成', by: 'timeliness', word: TIMELINESS_WORD.doneLate },
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

/** Beside the label; the counts follow. */
const MEASURES = 2;

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
      completionRate(row, group.tally),
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

function completionRate(row: number, tally: Tally): FormulaCell {
  return {
    formula: `IF($B${row}=0,0,$C${row}/$B${row})`,
    result: tally.measures === 0 ? 0 : tally.done / tally.measures,
  };
}

export function totalRow(rows: SummaryRows, block: Block, total: Tally): void {
  const row = rows.next;
  const sum = (column: number, result: number): FormulaCell => {
    const letters = columnLetters(column);
    return { formula: `SUM(${letters}${block.first}:${letters}${block.last})`, result };
  };
  rows.add([
    '合计',
    sum(MEASURES, total.measures),
    ...TALLY_COUNTS.map((count, index) => sum(MEASURES + 1 + index, total[count.key])),
    completionRate(row, total),
  ]);
  formatCounts(rows, row, row, WIDTH - 1);
  rows.format(range(row, 1, row, WIDTH - 1), FORMAT.total);
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    measures: sum('measures'),
    done: sum('done'),
    doneLate: sum('doneLate'),
    inProgress: sum('inProgress'),
    notStarted: sum('notStarted'),
    ongoing: sum('ongoing'),
    notReported: sum('notReported'),
    overdue: sum('overdue'),
    dueSoon: sum('dueSoon'),
  };
}
