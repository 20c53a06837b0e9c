import { WorkerPlanReader, type PlanReader, type StartPlanWorker } from '../../app/plan-reading/plan-reader';
import { hired } from '../beside';

/** Reads plans in a worker of the browser, so that the page stays free. */
export function planReading(): PlanReader {
  return new WorkerPlanReader(startWorker, async () => {
    const { PlanAnswerer } = await import('../../app/plan-reading/plan-answers');
    return new PlanAnswerer(false);
  });
}

const startWorker: StartPlanWorker = (answered, died) =>
  hired(
    new Worker(/* webpackChunkName: "plan-worker" */ new URL('./plan-worker.ts', import.meta.url)),
    answered,
    died,
  );
