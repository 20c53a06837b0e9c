import { periodLabel } from '../../ledger/period';
import type { Tally } from '../../ledger/figures/summary';
import { COLOR, STANDING_COLOR } from '../../sheets/theme';
import { TIMELINESS_WORD, STANDING_WORD } from '../../sheets/words';
import { paragraph, type Block } from '../paper';
import type { YearView } from './year-view';

/** How the year went from period to period, in a sentence and a chart; nothing while there is but one period. */
export function periodTrend({ periods, names }: YearView): readonly Block[] {
  const [first, last] = [periods.at(0), periods.at(-1)];
  if (first === undefined || last === undefined || periods.length < 2) return [];
  const done = moved(first.total.done, last.total.done);
  const overdue = moved(first.total.overdue, last.total.overdue);
  const counted = (count: (total: Tally) => number) => periods.map(({ total }) => count(total));
  return [
    paragraph(
      `从${periodLabel(first.period)}到${periodLabel(last.period)}，已完成的${names.item}${done}，逾期未完成的${overdue}。`,
    ),
    {
      kind: 'chart',
      caption: '图2  各报送期完成和逾期情况（项）',
      categories: periods.map(({ period }) => periodLabel(period)),
      series: [
        { name: STANDING_WORD.done, color: STANDING_COLOR.done, values: counted(({ done: one }) => one) },
        {
          name: TIMELINESS_WORD.overdue,
          color: COLOR.overdueInk,
          values: counted(({ overdue: one }) => one),
        },
        {
          name: '其余',
          color: STANDING_COLOR.notReported,
          values: counted((total) => total.measures - total.done - total.overdue),
        },
      ],
    },
  ];
}

function moved(from: number, to: number): string {
  if (from === to) return `持平（${to}项）`;
  return `由${from}项${to > from ? '增加' : '减少'}到${to}项`;
}
