import { parentPort } from 'node:worker_threads';
import type { PlanRequest } from '../app/plan-reading/plan-reader';
import { useNodeCompression } from './node/node-compression';

/** What a thread that reads plans is started with; one that checks files is given the ledger. */
export const READS_PLANS = 'plans';

/** A thread's side: answers until it is ended. */
export async function servePlans(): Promise<void> {
  useNodeCompression();
  const { PlanAnswerer } = await import('../app/plan-reading/plan-answers');
  const answerer = new PlanAnswerer(true);
  parentPort?.on('message', (request: PlanRequest) => {
    void answerer.answer(request).then((answer) => parentPort?.postMessage(answer));
  });
}
