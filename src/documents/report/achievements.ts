import { completionRate } from '../../ledger/figures/completion-rate';
import type { PeriodFigures } from '../../ledger/figures/trend';
import { periodLabel } from '../../ledger/period';
import type { Tally } from '../../ledger/figures/summary';
import type { Standing } from '../../ledger/figures/timeliness';
import { dueFigures } from '../../ledger/figures/due';
import { calendarDate, chineseDate } from '../../base/calendar';
import { writeNumeral } from '../../base/numerals';
import { STANDING_COLOR } from '../../sheets/theme';
import { STANDING_WORD } from '../../sheets/words';
import { heading, paragraph, type Block, type Chart } from '../paper';
import { asPrinted, percent, rateWords } from '../wording';
import { periodTrend } from './period-trend';
import type { MovedInYear, MovedMeasure } from './moved';
import { told } from './sayings';
import type { YearView } from './year-view';
import { must } from '../../base/invariant';

/** 一、主要举措和成效: the figures, then section by section how far it is and the measures that were completed in the year. */
export function achievements(view: YearView, { examples }: MovedInYear): readonly Block[] {
  const { ledger, summary, names, asOf } = view;
  const sections = ledger.plan.sections.flatMap(({ no, title }) => {
    const tally = summary.sections.find(({ section }) => section === no);
    return tally === undefined ? [] : [{ no, title, tally }];
  });
  return [
    heading(1, '主要举措和成效'),
    paragraph(
      `截至${chineseDate(asOf)}，${names.short}确定的${summary.total.measures}项${names.item}中，${figures(summary.total)}，${rateWords(summary.total)}。${dueInYear(view)}`,
    ),
    bySectionChart(view),
    ...periodTrend(view),
    ...sections.flatMap(({ no, title, tally }, index) => [
      heading(2, `（${writeNumeral(index + 1)}）${asPrinted(title)}`),
      paragraph(sectionFigures(view, no, tally)),
      ...exampleParagraph(examples.get(no) ?? []),
    ]),
  ];
}

/** A section in figures and how it went over the year; what is under way or not reported is in the chart. */
function sectionFigures(view: YearView, section: string, tally: Tally): string {
  const { item } = view.names;
  if (tally.done === 0)
    return `该部分共${tally.measures}项${item}，${figures(tally)}${overdueWords(tally)}。`;
  const ongoing = tally.ongoing === 0 ? '' : `长期坚持${tally.ongoing}项，`;
  return (
    `该部分共${tally.measures}项${item}，${ongoing}已完成${tally.done}项${sectionTrend(view, section)}，` +
    `完成率${percent(completionRate(tally))}${overdueWords(tally)}。`
  );
}

function overdueWords({ overdue }: Tally): string {
  return overdue === 0 ? '' : `；逾期未完成${overdue}项`;
}

/** “，比2017年第二季度增加18项”; nothing while there is but one period, or where none was completed since. */
function sectionTrend({ periods }: YearView, section: string): string {
  const [first, last] = [periods.at(0), periods.at(-1)];
  if (first === undefined || last === undefined || periods.length < 2) return '';
  const doneIn = ({ sections }: PeriodFigures) => sections.find((one) => one.section === section)?.done ?? 0;
  const more = doneIn(last) - doneIn(first);
  return more > 0 ? `，比${periodLabel(first.period)}增加${more}项` : '';
}

function exampleParagraph(examples: readonly MovedMeasure[]): readonly Block[] {
  const sentences = examples.flatMap(({ saying }) => (saying === null ? [] : [told(saying)]));
  return sentences.length === 0 ? [] : [paragraph(sentences.join(''))];
}

const ORDER = [
  'done',
  'ongoing',
  'inProgress',
  'notStarted',
  'notReported',
] as const satisfies readonly Standing[];

/** “已完成35项，推进中10项”; what is nought is left out. */
function figures(tally: Tally): string {
  return ORDER.filter((standing) => tally[standing] > 0)
    .map((standing) => `${STANDING_WORD[standing]}${tally[standing]}项`)
    .join('，');
}

function dueInYear({ state, year }: YearView): string {
  const yearEnd = must(calendarDate(year + 1, 1, 1), 'the first of January');
  const { due, done, doneLate } = dueFigures(state.measures, yearEnd);
  const late = doneLate === 0 ? '' : `，其中逾期完成${doneLate}项`;
  const closed = state.measures.filter(({ verification }) => verification === 'closed').length;
  const verified = closed === 0 ? '' : `经核实销号${closed}项。`;
  return `${year}年底前应完成的${due}项中，已完成${done}项${late}。${verified}`;
}

function bySectionChart({ summary, names }: YearView): Chart {
  return {
    kind: 'chart',
    caption: `图1  各部分${names.item}完成情况（项）`,
    categories: summary.sections.map(({ title }) => asPrinted(title)),
    series: ORDER.map((standing) => ({
      name: STANDING_WORD[standing],
      color: STANDING_COLOR[standing],
      values: summary.sections.map((tally) => tally[standing]),
    })).filter(({ values }) => values.some((value) => value > 0)),
  };
}
