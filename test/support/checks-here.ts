import { answerChecks, WorkerPool, type CheckPool } from '../../src/app/inbox/check-pool';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { Ledger } from '../../src/ledger/ledger';

/** A pool whose worker is this thread: it says that it is bounded, as a worker does, though nobody ends it. */
export function checksHere(ledger: Ledger): CheckPool {
  return new WorkerPool(ledger, 1, (data, answered) => {
    const answer = answerChecks(data, createWorkbookFiles(), answered);
    return { post: (request) => void answer(request), terminate: () => undefined };
  });
}
