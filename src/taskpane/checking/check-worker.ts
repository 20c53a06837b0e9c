import { answerChecks, type CheckRequest } from '../../app/inbox/check-pool';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import type { Ledger } from '../../ledger/ledger';

/** A worker's scope as far as it is used here: the standard library has the page's and the worker's apart. */
interface WorkerScope {
  postMessage(answer: unknown): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<Ledger | CheckRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let answer: ReturnType<typeof answerChecks> | undefined;
const files = createWorkbookFiles();

/** First comes the ledger, then file after file. */
scope.addEventListener('message', ({ data }) => {
  if (answer === undefined) answer = answerChecks(data as Ledger, files, (said) => scope.postMessage(said));
  else void answer(data as CheckRequest);
});
