import '../webview-arrays';
import { answerChecks, type CheckRequest } from '../../app/inbox/check-pool';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import type { Ledger } from '../../ledger/ledger';

/**
 * The part of a worker's global scope that is used here: TypeScript cannot load the types of a page and of a worker
 * together.
 */
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
