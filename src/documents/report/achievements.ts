import type { AssignmentState } from '../../ledger/fold';
import type { Tally } from '../../ledger/figures/summary';
import type { Standing } from '../../ledger/figures/timeliness';
import { dueFigures } from '../../ledger/figures/due';
import { calendarDate, chineseDate } from '../../base/calendar';
import { writeNumeral } from '../../base/numerals';
import { STANDING_COLOR } from '../../sheets/theme';
import { NO_DEADLINE, STANDING_WORD } from '../../sheets/words';
import { heading, paragraph, type Block, type Chart } from '../paper';
import { asPrinted, rateWords } from '../wording';
import { periodTrend } from './period-trend';
import { asProse, textsOf } from './prose';
import { isOfYear, type YearView } from './year-view';
import { must } from '../../base/invariant';

/** 一、主要举措和成效: the figures, then section by section what was done, task by task. */
export function achievements(view: YearView): readonly Block[] {
  const { ledger, summary, names, asOf } = view;
  const sections = ledger.plan.sections.flatMap(({ no, title }) => {
    const tally = summary.sections.find(({ section }) => section === no);
    return tally === undefined ? [] : [{ no, title, tally }];
  });
  return [
    heading(1, '一、主要举措和成效'),
    paragraph(
      `截至${chineseDate(asOf)}，${names.short}确定的${summary.total.measures}项措施中，${figures(summary.total)}，${rateWords(summary.total)}。${dueInYear(view)}`,
    ),
    byYearChart(view),
    bySectionChart(view),
    ...periodTrend(view),
    ...sections.flatMap(({ no, title, tally }, index) => [
      heading(2, `（${writeNumeral(index + 1)}）${asPrinted(title)}`),
      paragraph(`该部分共${tally.measures}项措施，${figures(tally)}。`),
      ...taskParagraphs(view, no),
    ]),
  ];
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

/** A paragraph a task in which something was done, its title before it: “1.深化行政审批制度改革。”. */
function taskParagraphs(view: YearView, section: string): readonly Block[] {
  const tasks = new Map<number, string>();
  for (const measure of view.ledger.plan.measures) {
    if (measure.section === section) tasks.set(measure.taskNo, measure.task);
  }
  const told = [...tasks].flatMap(([taskNo, title]) => {
    const text = taskText(view, section, taskNo);
    return text === '' ? [] : [{ title, text }];
  });
  return told.map(({ title, text }, index) => paragraph(text, `${index + 1}.${asPrinted(title)}。`));
}

const MOST_TOLD_UNITS = 3;

function taskText(view: YearView, section: string, taskNo: number): string {
  const units = new Map(view.ledger.directory.units.map((unit) => [unit.name, unit]));
  const states = view.state.measures
    .filter(({ measure }) => {
      const found = view.measures.get(measure);
      return found?.section === section && found.taskNo === taskNo;
    })
    .map(({ measure, units: of }) => ({ measure, states: of.filter((state) => isOfYear(state, view.year)) }));
  const single = states.filter((one) => one.states.length <= MOST_TOLD_UNITS).flatMap((one) => one.states);
  const common = states.filter((one) => one.states.length > MOST_TOLD_UNITS);
  const done = textsOf(within(single, 'done', 'ongoing'), 'progress', units);
  const underWay = textsOf(within(single, 'inProgress'), 'progress', units);
  return [
    asProse(done),
    underWay.length === 0 ? '' : `${done.length === 0 ? '' : '同时，'}${asProse(underWay)}`,
    ...common.map((one) => commonText(one.states)),
  ].join('');
}

function within(
  states: readonly AssignmentState[],
  ...standings: readonly Standing[]
): readonly AssignmentState[] {
  return states.filter(({ standing }) => standings.includes(standing));
}

/** A duty of many units is told in figures: thirty texts on one duty are no report. */
function commonText(states: readonly AssignmentState[]): string {
  const counts = ORDER.flatMap((standing) => {
    const count = within(states, standing).length;
    return count === 0 ? [] : [`${count}个单位${STANDING_WORD[standing]}`];
  });
  const { measure } = must(states[0], 'a state of the duty').assignment;
  return `第${measure}项由各有关单位分别落实，${states.length}个单位报告了情况：${counts.join('，')}。`;
}

function stackedChart(
  caption: string,
  groups: readonly { readonly name: string; readonly tally: Tally }[],
): Chart {
  return {
    kind: 'chart',
    caption,
    categories: groups.map(({ name }) => name),
    series: ORDER.map((standing) => ({
      name: STANDING_WORD[standing],
      color: STANDING_COLOR[standing],
      values: groups.map(({ tally }) => tally[standing]),
    })).filter(({ values }) => values.some((value) => value > 0)),
  };
}

function byYearChart({ summary }: YearView): Chart {
  const groups = summary.years.map((tally) => ({
    name: tally.year === null ? NO_DEADLINE : `${tally.year}年底前`,
    tally,
  }));
  return stackedChart('图1  各时限措施完成情况（项）', groups);
}

function bySectionChart({ summary }: YearView): Chart {
  const groups = summary.sections.map((tally) => ({ name: asPrinted(tally.title), tally }));
  return stackedChart('图2  各部分措施完成情况（项）', groups);
}
