import '../webview-arrays';
import { PlanAnswerer } from '../../app/plan-reading/plan-answers';
import type { PlanRequest } from '../../app/plan-reading/plan-reader';

/**
 * The part of a worker's global scope that is used here: TypeScript cannot load the types of a page and of a worker
 * together.
 */
interface WorkerScope {
  postMessage(answer: unknown): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<PlanRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const answerer = new PlanAnswerer(true);

scope.addEventListener('message', ({ data }) => {
  void answerer.answer(data).then((answer) => scope.postMessage(answer));
});
