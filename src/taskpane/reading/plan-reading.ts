import type { PlanAnswer } from '../../app/plan-reading/plan-answers';
import { WorkerPlanReader, type PlanReader, type StartPlanWorker } from '../../app/plan-reading/plan-reader';

/** Reads plans in a worker of the browser, so that the page stays free. */
export function planReading(): PlanReader {
  return new WorkerPlanReader(startWorker, async () => {
    const { PlanAnswerer } = await import('../../app/plan-reading/plan-answers');
    return new PlanAnswerer(false);
  });
}

const startWorker: StartPlanWorker = (answered, died) => {
  const worker = new Worker(
    /* webpackChunkName: "plan-worker" */ new URL('./plan-worker.ts', import.meta.url),
  );
  worker.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => answered(data));
  worker.addEventListener('messageerror', () => died());
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    died();
  });
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
};
