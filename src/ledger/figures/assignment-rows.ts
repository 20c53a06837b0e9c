import { yearOf } from '../../base/calendar';
import { must } from '../../base/invariant';
import { onceFor } from '../../base/once-for';
import type { Measure } from '../../plan/plan';
import { foldLedger, type AssignmentState } from '../fold';
import type { Ledger } from '../ledger';
import { assignmentKey } from '../units/assignments';
import { officesOfPeriod } from '../units/offices';
import { returnsOwed } from './submissions';
import { periodsOf, stateOfPeriod } from './trend';
import type { PeriodCode, Submission } from '../records';

/** One assignment as it stood in one period, whether or not anybody reported on it. */
export interface AssignmentRow {
  readonly period: PeriodCode;
  /** The plan's measure: 部分 is `section`, 任务 `taskNo` and `task`, 序号 `no`, 措施 `text`. */
  readonly measure: Measure;
  /** The plan's unit, by which figures go. */
  readonly unit: string;
  /** 承接单位: who is in charge of it on the last day on which returns of the period are in time. */
  readonly office: string;
  /** 填报状态 is `standing`, 时限状态 `timeliness`, 核实状态 `verification`, `null` where nothing was ever reported. */
  readonly state: AssignmentState;
  /** 时限年度: the year of the deadline in force; `null` where there is none. */
  readonly year: number | null;
  /** 报送状态: whether the return of the office in charge is in for the period. */
  readonly submission: Submission;
  /** 进度: 0 to 100, as last reported up to the period; `null` where no figure was given. */
  readonly percent: number | null;
  readonly counts: AssignmentCounts;
}

/** Each 0 or 1, so that sums of them are numbers of assignments. */
export interface AssignmentCounts {
  /** 应报: always 1. */
  readonly owed: number;
  /** 已报: the return of the office in charge is in for the period, in time or late. */
  readonly returned: number;
  /** 已完成, those done late among them. */
  readonly done: number;
  /** 逾期完成. */
  readonly doneLate: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** 长期坚持. */
  readonly ongoing: number;
}

/** What one state counts as. */
function countsOf(
  { standing, timeliness }: Pick<AssignmentState, 'standing' | 'timeliness'>,
  submission: Submission,
): AssignmentCounts {
  return {
    owed: 1,
    returned: Number(submission !== 'missing'),
    done: Number(standing === 'done'),
    doneLate: Number(timeliness === 'doneLate'),
    overdue: Number(timeliness === 'overdue'),
    dueSoon: Number(timeliness === 'dueSoon'),
    ongoing: Number(standing === 'ongoing'),
  };
}

/**
 * Every assignment in every period of `periodsOf`, offices that did not report included: period by period, each in the plan's
 * order. The current period stands as 汇总 has it on the ledger's day, an earlier one as it stood at its close
 * (`stateOfPeriod`). What pivots, in a workbook or on a page, add up.
 */
export const assignmentRows = onceFor((ledger: Ledger): readonly AssignmentRow[] =>
  periodsOf(ledger).flatMap((period) => rowsOfPeriod(ledger, period)),
);

function rowsOfPeriod(ledger: Ledger, period: PeriodCode): readonly AssignmentRow[] {
  const measures = new Map(ledger.plan.measures.map((measure) => [measure.no, measure]));
  const state = period === ledger.settings.period ? foldLedger(ledger) : stateOfPeriod(ledger, period);
  const officeOf = new Map(
    officesOfPeriod(ledger, period).flatMap(({ office, assignments }) =>
      assignments.map(({ measure, unit }) => [assignmentKey(measure, unit), office] as const),
    ),
  );
  const submissionOf = new Map(
    returnsOwed(ledger, period).map(({ office, submission }) => [office, submission]),
  );
  return state.assignments.map((one) => {
    const { measure, unit } = one.assignment;
    const office = must(officeOf.get(assignmentKey(measure, unit)), `office of ${unit} for ${measure}`);
    const submission = must(submissionOf.get(office), `return of ${office}`);
    return {
      period,
      measure: must(measures.get(measure), `measure ${measure}`),
      unit,
      office,
      state: one,
      year: one.deadline === null ? null : yearOf(one.deadline),
      submission,
      percent: one.entry?.report.percent ?? null,
      counts: countsOf(one, submission),
    };
  });
}
