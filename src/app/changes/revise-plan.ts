import { adoptPlan } from '../../ledger/change/adopt-plan';
import type { PlanComparison } from '../../plan/compare';
import type { Plan } from '../../plan/plan';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

export interface RevisedPlan extends Revision {
  readonly comparison: PlanComparison;
}

/** 方案修订: the findings of the last check go, since they name the numbers of the plan before. */
export function revisePlan({ ledger, at }: OpenedLedger, { plan }: { readonly plan: Plan }): RevisedPlan {
  return { ...adoptPlan(ledger, plan, at), findings: [] };
}
