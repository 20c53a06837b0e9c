import { ledgerAssignments } from '../../ledger/ledger';
import { completionRate } from '../../ledger/figures/completion-rate';
import { tally, type Tally } from '../../ledger/figures/summary';
import { paragraph, type Annex, type Table } from '../paper';
import { asPrinted, percent, shortDate } from '../wording';
import { overdueOf, type YearView } from './year-view';
import { must } from '../../base/invariant';

/** The tables behind the report: every unit's figures, and what is overdue. */
export function annexes(view: YearView): readonly Annex[] {
  const overdue = overdueOf(view);
  return [
    {
      title: `各单位${view.names.subject}措施完成情况表`,
      body: [
        unitTable(view),
        paragraph('注：完成率＝已完成÷（承担措施－长期坚持）；承担的措施都长期坚持的，不计算完成率。'),
      ],
    },
    ...(overdue.length === 0 ? [] : [{ title: '逾期未完成措施清单', body: [overdueTable(view)] }]),
  ];
}

function unitTable({ ledger, state, summary }: YearView): Table {
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
    columns: [
      { header: '单位', share: 36, align: 'center' },
      ...[
        '承担\n措施',
        '已完成',
        '其中逾\n期完成',
        '推进中',
        '未启动',
        '长期\n坚持',
        '未填报',
        '逾期未\n完成',
      ].map((header) => ({ header, share: 13, align: 'center' as const })),
      { header: '完成率', share: 17, align: 'center' },
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
      { header: '编号', share: 12, align: 'center' },
      { header: '措施内容', share: 75, align: 'left' },
      { header: '责任单位', share: 31, align: 'center' },
      { header: '完成时限', share: 25, align: 'center' },
      { header: '逾期\n天数', share: 13, align: 'center' },
    ],
    rows: overdueOf(view).map(({ assignment, deadline, overdueDays }) => [
      String(assignment.measure),
      asPrinted(must(view.measures.get(assignment.measure), `measure ${assignment.measure}`).text),
      assignment.unit,
      shortDate(deadline),
      String(overdueDays),
    ]),
  };
}
