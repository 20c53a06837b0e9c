import { PlanAnswerer } from '../../src/app/plan-reading/plan-answers';
import { WorkerPlanReader, type PlanReader } from '../../src/app/plan-reading/plan-reader';

/** Reads plans as a platform without workers does. */
export function planReaderHere(): PlanReader {
  const noWorker = () => {
    throw new Error('no workers here');
  };
  return new WorkerPlanReader(noWorker, () => Promise.resolve(new PlanAnswerer(false)));
}
