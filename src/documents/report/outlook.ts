import { grouped } from '../../base/grouped';
import { chineseDate, yearOf } from '../../base/calendar';
import type { AssignmentState } from '../../ledger/fold';
import { writeNumeral } from '../../base/numerals';
import { heading, paragraph, toFillIn, type Block } from '../paper';
import { asPrinted, gist, measuresList } from '../wording';
import { ANNEX } from './annexes';
import { sayingsOf, told } from './sayings';
import { isOfYear, measureIn, overdueOf, unitsWithMost, withMost, type YearView } from './year-view';

const FIRST_RESPONSIBLE = /第一责任人/u;
const LAW = /法治/u;
/** Of what units say, and of units and sections with most tasks. */
const MOST_TOLD = 2;
const MOST_NAMED = 3;
/** Of what the plan asks of those who lead. */
const MOST_GIST = 60;

/**
 * 党政主要负责人履行推进法治建设第一责任人职责情况: what the units report of it; the rest only a person knows. Only reports of a plan
 * of 法治 have this part.
 */
export function leadership(view: YearView): readonly Block[] {
  if (!LAW.test(view.ledger.plan.title)) return [];
  const measures = view.ledger.plan.measures.filter(
    ({ text }) => FIRST_RESPONSIBLE.test(text) && LAW.test(text),
  );
  const states = view.state.assignments.filter(
    (state) => measures.some(({ no }) => no === state.assignment.measure) && isOfYear(state, view.year),
  );
  const reported = sayingsOf(states, 'progress', view.directory).slice(0, MOST_TOLD).map(told).join('');
  return [
    heading(1, '党政主要负责人履行推进法治建设第一责任人职责情况'),
    ...measures.map(({ no, text }) =>
      paragraph(`${view.names.short}第${no}项要求：${gist(text, MOST_GIST)}。`),
    ),
    ...(reported === '' ? [] : [paragraph(reported)]),
    paragraph(
      toFillIn(
        `${view.year}年党政主要负责人听取法治政府建设工作汇报的次数、时间，研究解决的重大问题，带头学法、述法情况`,
      ),
    ),
  ];
}

/** 下一年度工作安排: what is overdue first, then what falls due, section by section, then what goes on without end. */
export function nextYear(view: YearView): readonly Block[] {
  const next = view.year + 1;
  const { item } = view.names;
  const overdue = overdueOf(view);
  const open = view.state.assignments.filter(({ standing }) => standing !== 'done');
  const due = open.filter(({ deadline, timeliness }) => {
    return deadline !== null && timeliness !== 'overdue' && yearOf(deadline) <= next;
  });
  const endless = open.filter(({ deadline }) => deadline === null);
  const parts: { readonly title: string; readonly body: readonly Block[] }[] = [
    { title: `限期完成逾期${item}`, body: overdueBlocks(view, overdue) },
    { title: `按期完成${next}年底前到期的${item}`, body: dueBlocks(view, due, next) },
    { title: `持续推进长期${item}`, body: endlessBlocks(endless, item) },
  ].filter(({ body }) => body.length > 0);
  return [
    heading(1, '下一年度工作安排'),
    ...parts.flatMap(({ title, body }, index) => [
      heading(2, `（${writeNumeral(index + 1)}）${title}`),
      ...body,
    ]),
    paragraph(toFillIn(`${next}年需要部署的其他重点工作`)),
  ];
}

function overdueBlocks(view: YearView, overdue: readonly AssignmentState[]): readonly Block[] {
  if (overdue.length === 0) return [];
  return [
    paragraph(
      `对截至${chineseDate(view.asOf)}逾期未完成的${overdue.length}项任务（见附件${ANNEX.overdue}），逐项明确责任人和完成期限，由责任单位集中力量攻坚。${steps(view, overdue)}`,
    ),
  ];
}

function dueBlocks(view: YearView, due: readonly AssignmentState[], next: number): readonly Block[] {
  if (due.length === 0) return [];
  const bySection = grouped(due, ({ assignment }) => measureIn(view, assignment.measure).section);
  const sections = view.ledger.plan.sections.flatMap(({ no, title }) => {
    const count = bySection.get(no)?.length ?? 0;
    return count === 0 ? [] : [{ name: asPrinted(title), count }];
  });
  return [
    paragraph(
      `${next}年底前还应完成${due.length}项任务，${withMost(sections, '部分', MOST_NAMED)}；${unitsWithMost(due, MOST_NAMED)}。各责任单位要倒排工期、按季度推进，临近时限的提前预警，确保按期完成。${steps(view, due)}`,
    ),
  ];
}

/** What the units say they will do, of what is due first. */
function steps(view: YearView, states: readonly AssignmentState[]): string {
  const inOrder = states.toSorted((a, b) => (a.deadline ?? '').localeCompare(b.deadline ?? ''));
  return sayingsOf(inOrder, 'nextSteps', view.directory).slice(0, MOST_TOLD).map(told).join('');
}

function endlessBlocks(endless: readonly AssignmentState[], item: string): readonly Block[] {
  const measures = [...new Set(endless.map(({ assignment }) => assignment.measure))];
  if (measures.length === 0) return [];
  return [
    paragraph(
      `对没有设定完成时限的${measures.length}项${item}（${measuresList(measures)}），各责任单位要常抓不懈，每个报送期如实报告进展。`,
    ),
  ];
}

/** 其他. */
export function otherMatters(): readonly Block[] {
  return [heading(1, '其他'), paragraph(toFillIn('其他需要报告的情况；没有的，删去本部分'))];
}
