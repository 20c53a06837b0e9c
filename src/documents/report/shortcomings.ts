import { dueFigures } from '../../ledger/figures/due';
import type { AssignmentState } from '../../ledger/fold';
import { comparePeriods, periodEnd } from '../../ledger/period';
import { returnsOwed } from '../../ledger/figures/submissions';
import { grouped } from '../../base/grouped';
import { chineseDate, yearOf } from '../../base/calendar';
import { heading, paragraph, toFillIn, type Block } from '../paper';
import { share, unitsList } from '../wording';
import { ANNEX } from './annexes';
import { sayingOf } from './sayings';
import { overdueOf, unitsWithMost, type YearView } from './year-view';

const MOST_PROBLEMS = 3;
const MOST_NAMED = 3;

/** 二、存在的不足和原因: what is overdue, what units say hinders them, how they reported; the causes are a person's to find. */
export function shortcomings(view: YearView): readonly Block[] {
  const parts = [overdueParagraph(view), problemsParagraph(view), submissionsParagraph(view)];
  return [
    heading(1, '存在的不足和原因'),
    ...parts.flatMap((part) => (part === '' ? [] : [paragraph(part)])),
    paragraph(`产生上述问题的主要原因是：${toFillIn('主要原因，如认识、力量、经费、体制机制等方面')}。`),
  ];
}

function overdueParagraph(view: YearView): string {
  const overdue = overdueOf(view);
  const [longest] = overdue;
  if (longest === undefined) return `没有逾期未完成的${view.names.item}。`;
  const { due } = dueFigures(view.state.assignments, view.state.asOf);
  const years = new Map<number, number>();
  for (const { deadline } of overdue) {
    if (deadline !== null) years.set(yearOf(deadline), (years.get(yearOf(deadline)) ?? 0) + 1);
  }
  const byYear = [...years].sort(([a], [b]) => a - b).map(([year, count]) => `${year}年到期的${count}项`);
  return (
    `部分${view.names.item}没有按时限完成。截至${chineseDate(view.asOf)}，各单位承担的到期任务中有${overdue.length}项逾期未完成，` +
    `占到期任务的${share(overdue.length, due)}，其中${byYear.join('、')}${longestOverdue(longest)}。` +
    `逾期任务${unitsWithMost(overdue, MOST_NAMED)}，逐项见附件${ANNEX.overdue}。`
  );
}

/** A day over says nothing: it fell due as the year ended. */
function longestOverdue({ assignment, overdueDays }: AssignmentState): string {
  if (overdueDays <= 1) return '';
  return `；逾期时间最长的是${assignment.unit}承担的第${assignment.measure}项，已逾期${overdueDays}天`;
}

/** What hinders, as the units put it: what most of them say first, a sentence each. */
function problemsParagraph(view: YearView): string {
  const open = view.state.assignments.filter(
    ({ standing, entry }) =>
      standing !== 'done' && entry !== null && yearOf(periodEnd(entry.period)) === view.year,
  );
  const sayings = open.flatMap((state) => sayingOf(state, 'problems', view.directory) ?? []);
  const problems = [...grouped(sayings, ({ text }) => text)]
    .map(([text, of]) => ({ text, units: [...new Set(of.map(({ unit }) => unit))] }))
    .toSorted((a, b) => b.units.length - a.units.length);
  if (problems.length === 0) return '';
  const toldOf = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ text, units }) => `${text}（${unitsList(units, MOST_NAMED)}反映）。`);
  const rest = problems.length - toldOf.length;
  const others = rest > 0 ? `其余${rest}个具体问题见台账。` : '';
  return `工作推进中还存在一些困难和问题。${toldOf.join('')}${others}`;
}

function submissionsParagraph({ ledger, year }: YearView): string {
  const periods = [...new Set(ledger.submissions.map(({ period }) => period))]
    .filter((period) => yearOf(periodEnd(period)) === year)
    .sort(comparePeriods);
  const states = periods.flatMap((period) => returnsOwed(ledger, period));
  const of = (wanted: 'late' | 'missing') =>
    states.filter(({ submission }) => submission === wanted).map(({ office }) => office);
  const [late, missing] = [of('late'), of('missing')];
  if (late.length === 0 && missing.length === 0) return '';
  const said = [
    missing.length === 0
      ? ''
      : `未按要求报送${missing.length}次（${unitsList([...new Set(missing)], MOST_NAMED)}）`,
    late.length === 0 ? '' : `迟报${late.length}次（${unitsList([...new Set(late)], MOST_NAMED)}）`,
  ].filter((part) => part !== '');
  return `个别单位报送工作进展不够及时，全年${periods.length}个报送期共${said.join('，')}。`;
}
