import type { PlanRequest } from '../plan-reading/plan-reader';
import type { ReadPlan } from '../plan-reading/plan-answers';

/** Reads a plan. What it throws says that there is none. */
export type ReadsPlans = (request: PlanRequest) => Promise<Pick<ReadPlan, 'plan'>>;

/** Whether a document is a plan: most measures of one say who is to carry them out. */
export async function holdsPlan(read: ReadsPlans, name: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const { plan } = await read({ kind: 'file', bytes, name });
    const led = plan.measures.filter(
      ({ leadUnits, leadGroup }) => leadUnits.length > 0 || leadGroup !== null,
    );
    return led.length > 0 && led.length * 2 >= plan.measures.length;
  } catch {
    return false;
  }
}
