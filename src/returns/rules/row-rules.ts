import { STANDING_RANK } from '../../ledger/figures/timeliness';
import type { Report, ReportEntry } from '../../ledger/records';
import type { CalendarDate } from '../../base/calendar';
import type { Measure } from '../../plan/plan';
import { squeezed } from '../../base/clean-text';
import type { FindingCode } from '../findings/catalogue';
import { saysNothing } from '../read/empty-phrases';
import { statusWord } from '../locate/form-columns';
import type { FieldName } from '../checked-return';
import { must } from '../../base/invariant';

/** What a rule may look at: one row as read, and what was reported of the measure before. */
export interface RuleInput {
  readonly measure: Measure;
  readonly report: Report;
  /** The row says 无变化: its report is the last one's. */
  readonly isTakenOver: boolean;
  readonly asOf: CalendarDate;
  /** The unit's report in force for an earlier period. */
  readonly last: ReportEntry | undefined;
  /** Whether reading the field's cell failed already: a rule then keeps silent about it. */
  readonly isFaulty: (field: FieldName) => boolean;
}

/** One rule across the cells of a row: when it `applies`, its finding stands at `field`. */
export interface RowRule {
  readonly code: FindingCode;
  readonly field: FieldName;
  readonly applies: (input: RuleInput) => boolean;
  readonly value?: (input: RuleInput) => string;
  readonly details?: (input: RuleInput) => Readonly<Record<string, string | number>>;
  /** What the cell would say if the rest of the row is right. */
  readonly offered?: (input: RuleInput) => string;
}

/** Fewer characters than this say nothing. */
const SHORTEST_PROGRESS = 10;

function claim(report: Report | undefined): string {
  return report?.status == null ? '' : statusWord(report.status);
}

/** The rules of domain kinds 56 and 61–64, each once. */
export const ROW_RULES: readonly RowRule[] = [
  {
    code: 'done-without-date',
    field: 'completedOn',
    applies: ({ report, isFaulty }) =>
      report.status === 'done' && report.completedOn === null && !isFaulty('completedOn'),
  },
  {
    code: 'date-future',
    field: 'completedOn',
    applies: ({ report, asOf }) => report.completedOn !== null && report.completedOn > asOf,
    value: ({ report }) => must(report.completedOn, 'the date this rule is about'),
    details: ({ asOf }) => ({ asOf }),
  },
  {
    code: 'date-without-done',
    field: 'completedOn',
    applies: ({ report }) =>
      report.completedOn !== null && report.status !== null && report.status !== 'done',
    value: ({ report }) => must(report.completedOn, 'the date this rule is about'),
    details: ({ report }) => ({ status: claim(report) }),
  },
  {
    code: 'done-without-evidence',
    field: 'evidence',
    applies: ({ report }) => report.status === 'done' && squeezed(report.evidence) === '',
  },
  {
    code: 'percent-contradicts-done',
    field: 'percent',
    applies: ({ report }) => report.status === 'done' && report.percent !== null && report.percent < 100,
    value: ({ report }) => String(report.percent),
    offered: () => '100',
  },
  {
    code: 'percent-contradicts-status',
    field: 'percent',
    applies: ({ report }) =>
      (report.status === 'inProgress' && report.percent === 100) ||
      (report.status === 'notStarted' && report.percent !== null && report.percent > 0),
    value: ({ report }) => String(report.percent),
    details: ({ report }) => ({ status: claim(report) }),
  },
  {
    code: 'not-started-unexplained',
    field: 'problems',
    applies: ({ report, measure, asOf }) =>
      report.status === 'notStarted' &&
      measure.deadline !== null &&
      asOf > measure.deadline &&
      squeezed(report.problems) === '' &&
      squeezed(report.nextSteps) === '',
    details: ({ measure }) => ({ deadline: must(measure.deadline, 'the deadline this rule is about') }),
  },
  {
    // Of work not begun the rule above asks for the reason.
    code: 'unchanged-overdue',
    field: 'problems',
    applies: ({ report, measure, asOf, isTakenOver }) =>
      isTakenOver &&
      (report.status === 'inProgress' || report.status === 'ongoing') &&
      measure.deadline !== null &&
      asOf > measure.deadline &&
      squeezed(report.problems) === '',
    details: ({ measure }) => ({ deadline: must(measure.deadline, 'the deadline this rule is about') }),
  },
  {
    code: 'status-went-back',
    field: 'claimedStatus',
    applies: ({ report, last }) =>
      report.status !== null &&
      last?.report.status != null &&
      STANDING_RANK[report.status] < STANDING_RANK[last.report.status],
    value: ({ report }) => claim(report),
    details: ({ last }) => ({
      before: claim(last?.report),
      period: must(last, 'the report this rule compares with').period,
    }),
  },
  {
    code: 'progress-copied',
    field: 'progress',
    applies: ({ report, last, isTakenOver }) =>
      !isTakenOver &&
      report.status !== 'done' &&
      last !== undefined &&
      report.progress !== '' &&
      squeezed(report.progress) === squeezed(last.report.progress),
    details: ({ last }) => ({ period: must(last, 'the report this rule compares with').period }),
  },
  {
    code: 'progress-short',
    field: 'progress',
    applies: ({ report, isFaulty }) =>
      report.status !== null && !isFaulty('progress') && [...report.progress].length < SHORTEST_PROGRESS,
    value: ({ report }) => report.progress,
    details: () => ({ shortest: SHORTEST_PROGRESS }),
  },
  {
    code: 'progress-empty',
    field: 'progress',
    applies: ({ report }) => [...report.progress].length >= SHORTEST_PROGRESS && saysNothing(report.progress),
    value: ({ report }) => report.progress,
  },
];
