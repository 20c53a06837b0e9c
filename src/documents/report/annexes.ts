import { ledgerAssignments } from '../../ledger/ledger';
import { completionRate } from '../../ledger/figures/completion-rate';
import { tally, type Tally } from '../../ledger/figures/summary';
import { VERIFICATION_WORD } from '../../sheets/words';
import type { Annex, Table } from '../paper';
import { gist, percent, shortDate, shortened, unitsList } from '../wording';
import { rulesOfChoice, type MovedInYear, type MovedMeasure } from './moved';
import { measureIn, overdueOf, type YearView } from './year-view';

/** Of a measure whose number stands beside it. */
const MOST_GIST = 40;
const MOST_UNITS = 2;
/** What was done: as much of it as has room in a line of the annex, or in two. */
const SIGNS_A_LINE = 28;

/** By which number the body speaks of an annex. */
export const ANNEX = { units: 1, overdue: 2 } as const;

/** The tables behind the report: every unit's figures, what is overdue, and what was completed besides the body's examples. */
export function annexes(view: YearView, { others }: MovedInYear): readonly Annex[] {
  const overdue = overdueOf(view);
  return [
    {
      title: `各单位${view.names.subject}${view.names.item}完成情况表`,
      body: [unitTable(view)],
    },
    ...(overdue.length === 0
      ? []
      : [{ title: `逾期未完成${view.names.item}清单`, body: [overdueTable(view)] }]),
    ...(others.length === 0
      ? []
      : [
          {
            title: `${view.year}年完成的其他${view.names.item}`,
            body: [completedTable(view, others)],
          },
        ]),
  ];
}

function unitTable({ ledger, state, summary, names: { item } }: YearView): Table {
  const owing = new Set(ledgerAssignments(ledger).map(({ unit }) => unit));
  const row = (name: string, counts: Tally) => [
    name,
    ...[
      counts.measures,
      counts.done,
      counts.doneLate,
      counts.inProgress,
      counts.notStarted,
      counts.ongoing,
      counts.notReported,
      counts.overdue,
    ].map(String),
    percent(completionRate(counts)),
  ];
  return {
    kind: 'table',
    caption: '',
    hasTotal: true,
    note: `注：完成率＝已完成÷（承担${item}－长期坚持）；承担的${item}都长期坚持的，不计算完成率。`,
    columns: [
      { header: '单位', share: 36, align: 'center' },
      { header: `承担\n${item}`, share: 13, align: 'center' },
      { header: '已完成', share: 13, align: 'center' },
      { header: '其中\n逾期完成', share: 18, align: 'center' },
      { header: '推进中', share: 13, align: 'center' },
      { header: '未启动', share: 13, align: 'center' },
      { header: '长期\n坚持', share: 13, align: 'center' },
      { header: '未填报', share: 13, align: 'center' },
      { header: '逾期\n未完成', share: 13, align: 'center' },
      { header: '完成率', share: 14, align: 'center' },
    ],
    rows: [
      ...summary.units.filter(({ unit }) => owing.has(unit)).map((counts) => row(counts.unit, counts)),
      row('合计', tally(state.assignments)),
    ],
  };
}

function overdueTable(view: YearView): Table {
  return {
    kind: 'table',
    caption: '',
    hasTotal: false,
    columns: [
      { header: '序号', share: 11, align: 'center' },
      { header: `${view.names.item}内容`, share: 84, align: 'left' },
      { header: '责任单位', share: 28, align: 'center' },
      { header: '完成时限', share: 21, align: 'center' },
      { header: '逾期\n天数', share: 13, align: 'center' },
    ],
    rows: overdueOf(view).map(({ assignment, deadline, overdueDays }) => [
      String(assignment.measure),
      gist(measureIn(view, assignment.measure).text, MOST_GIST),
      assignment.unit,
      shortDate(deadline),
      String(overdueDays),
    ]),
  };
}

/** What was completed, by whom and how: a row a measure. */
function completedTable(view: YearView, moved: readonly MovedMeasure[]): Table {
  return {
    kind: 'table',
    caption: '',
    hasTotal: false,
    note: `注：${rulesOfChoice(view.names.item)}推进中的${view.names.item}见台账。`,
    columns: [
      { header: '序号', share: 9, align: 'center' },
      { header: '责任单位', share: 26, align: 'center' },
      { header: '完成日期', share: 20, align: 'center' },
      { header: '核实', share: 12, align: 'center' },
      { header: '完成情况', share: 89, align: 'left' },
    ],
    rows: moved.map(({ state, spokesman, saying }) => [
      String(state.measure),
      unitsList(
        state.units.map(({ assignment }) => assignment.unit),
        MOST_UNITS,
      ),
      shortDate(spokesman.entry?.report.completedOn ?? null),
      VERIFICATION_WORD[spokesman.verification ?? 'pending'],
      saying === null ? gist(measureIn(view, state.measure).text, MOST_GIST) : inLines(saying.text),
    ]),
  };
}

function inLines(text: string): string {
  return shortened(text, SIGNS_A_LINE) ?? shortened(text, 2 * SIGNS_A_LINE) ?? text;
}
