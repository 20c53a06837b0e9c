import { Worker } from 'node:worker_threads';
import type { StartPlanWorker } from '../app/plan-reading/plan-reader';
import { READS_PLANS } from './serve-plans';
import { faultCode } from './storing/file-faults';

/** Memory one plan may take: a text of 5 MB takes a quarter of it. */
const MEGABYTES = 2_048;

/**
 * Starts threads that read plans, each running the command's own file again.
 * @param script That file; where there is none to run again no thread starts.
 */
export function startPlanThread(script: string | undefined, megabytes: number = MEGABYTES): StartPlanWorker {
  return (answered, died) => {
    if (script === undefined) throw new RangeError('no file to run again');
    const thread = new Worker(script, {
      workerData: READS_PLANS,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    thread.on('message', answered);
    thread.on('error', (error) => died(faultCode(error) === 'ERR_WORKER_OUT_OF_MEMORY'));
    thread.on('exit', () => died());
    return {
      post: (request) => thread.postMessage(request),
      terminate: () => void thread.terminate(),
    };
  };
}
