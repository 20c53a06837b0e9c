import type { FormulaCell } from '../../../base/blueprint';
import type { AssignmentCounts } from '../../../ledger/figures/assignment-rows';
import type { Summary } from '../../../ledger/figures/summary';
import type { Ledger } from '../../../ledger/ledger';
import { onSheet, range } from '../../tab-builder';
import { NAME, TAB } from '../../words';
import { PIVOT_SOURCE, type SourceColumn } from './pivot-source-columns';
import { sourceRows } from './pivot-source-tab';
import { countColumn } from '../summary-counts';
import { unitsBlock } from '../summary-tab';

/** What is held against each other: a count of the source, and the column of 汇总 by units that says the same. */
const COMPARED = [
  ['owed', 'measures'],
  ['done', 'done'],
  ['doneLate', 'doneLate'],
  ['ongoing', 'ongoing'],
  ['overdue', 'overdue'],
  ['dueSoon', 'dueSoon'],
] as const satisfies readonly (readonly [keyof AssignmentCounts, Parameters<typeof countColumn>[0]])[];

const AGREES = '，与汇总一致。';
const DIFFERS = '，与汇总不一致：请在任务窗格点“生成汇总表”，再刷新数据透视表。';

/** Says, live, whether what the pivots add up for the current period is what 汇总 says unit by unit. */
export function checkCell(ledger: Ledger, summary: Summary): FormulaCell {
  const { current } = sourceRows(ledger);
  const { first, last: lastUnit } = unitsBlock(summary);
  const source = (key: SourceColumn) =>
    `${TAB.pivotSource}!$${PIVOT_SOURCE.letter(key)}:$${PIVOT_SOURCE.letter(key)}`;
  const added = (key: keyof AssignmentCounts) => `SUMIFS(${source(key)},${source('period')},${NAME.period})`;
  const summed = (key: Parameters<typeof countColumn>[0]) =>
    `SUM(${onSheet(TAB.summary, range(first, countColumn(key), lastUnit, countColumn(key)))})`;
  const agree = COMPARED.map(([ours, theirs]) => `${added(ours)}=${summed(theirs)}`).join(',');
  const says = `"本期应报 "&${added('owed')}&" 项，已完成 "&${added('done')}&" 项，逾期 "&${added('overdue')}&" 项"`;
  const total = (key: keyof AssignmentCounts) => current.reduce((sum, { counts }) => sum + counts[key], 0);
  return {
    formula: `${says}&IF(AND(${agree}),"${AGREES}","${DIFFERS}")`,
    result: `本期应报 ${total('owed')} 项，已完成 ${total('done')} 项，逾期 ${total('overdue')} 项${AGREES}`,
  };
}
