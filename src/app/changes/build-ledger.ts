import { logged } from '../../ledger/change/changes';
import { initialDirectory } from '../../ledger/units/directory';
import { createLedger, defaultSettings, ledgerAssignments, type Ledger } from '../../ledger/ledger';
import type { PeriodCode } from '../../ledger/records';
import type { CalendarDate } from '../../base/calendar';
import { parsePlan } from '../../plan/parse';
import type { Plan } from '../../plan/plan';

export interface BuildInput {
  readonly plan: Plan;
  readonly asOf: CalendarDate;
  /** Default: the quarter of `asOf`. */
  readonly period?: PeriodCode;
}

export interface NewLedgerOptions extends Omit<BuildInput, 'plan'> {
  /** Of the log record, in local time to the minute. */
  readonly at: string;
  readonly sample?: boolean;
}

/** 建账: a plan's text becomes a ledger in which nothing is reported yet. @throws PlanParseError */
export function buildLedger(planText: string, options: NewLedgerOptions): Ledger {
  return ledgerOfPlan(parsePlan(planText), options);
}

/** The same of a plan that has been read. */
export function ledgerOfPlan(plan: Plan, options: NewLedgerOptions): Ledger {
  const defaults = defaultSettings(options.asOf, options.period);
  const settings = { ...defaults, sample: options.sample ?? false };
  const ledger = createLedger(plan, initialDirectory(plan), settings);
  const counts = `${plan.measures.length} 项措施，${ledgerAssignments(ledger).length} 条应报项，${ledger.directory.units.length} 个单位`;
  return logged(ledger, options.sample === true ? 'demo' : 'build', counts, options.at);
}
