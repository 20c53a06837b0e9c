import { PlanAnswerer, type PlanAnswer } from '../../src/app/plan-reading/plan-answers';
import { compoundFile } from '../hosts/file/compound-file';
import { WorkerPlanReader, type PlanRequest } from '../../src/app/plan-reading/plan-reader';

const TEXT = '江口市2023年工作要点\n1.建设统一的政务服务平台。（市财政局牵头，2023年6月底前完成）';
const READ: PlanRequest = { kind: 'text', text: TEXT };

/** A worker that answers when the test says so. */
class SilentWorker {
  isEnded = false;
  readonly requests: PlanRequest[] = [];
  private readonly answerer = new PlanAnswerer(true);

  constructor(
    private readonly answered: (answer: PlanAnswer) => void,
    readonly die: (isOutOfMemory?: boolean) => void,
  ) {}

  post(request: PlanRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(): void {
    const request = this.requests.shift();
    if (request !== undefined) void this.answerer.answer(request).then(this.answered);
  }
}

function reading(budgetMs?: number) {
  const workers: SilentWorker[] = [];
  let answeredHere = 0;
  const reader = new WorkerPlanReader(
    (answered, died) => {
      const worker = new SilentWorker(answered, died);
      workers.push(worker);
      return worker;
    },
    () => {
      answeredHere += 1;
      return Promise.resolve(new PlanAnswerer(false));
    },
    budgetMs,
  );
  return { reader, workers, answeredHere: () => answeredHere };
}

test('one worker answers one request after the other: a text, a correction of it, one that no text can say', async () => {
  const { reader, workers, answeredHere } = reading();
  const read = reader.ask(READ);
  workers[0]?.answer();
  expect((await read).plan.measures).toMatchObject([{ leadUnits: ['市财政局'] }]);
  const edit = { kind: 'set', no: 1, change: { leadUnits: ['市档案馆'] } } as const;
  const edited = reader.ask({ kind: 'edit', text: TEXT, edit });
  workers[0]?.answer();
  expect((await edited).plan.measures).toMatchObject([{ leadUnits: ['市档案馆'] }]);
  const refused = reader.ask({ kind: 'edit', text: TEXT, edit: { kind: 'join', no: 1 } });
  workers[0]?.answer();
  await expect(refused).rejects.toThrow(expect.objectContaining({ name: 'EditRefusedError' }));
  expect([workers.length, answeredHere()]).toEqual([1, 0]);
});

test('what is no plan is told by its sentence', async () => {
  const { reader, workers } = reading();
  const read = reader.ask({ kind: 'pasted', text: '各单位：请认真贯彻执行。' });
  workers[0]?.answer();
  await expect(read).rejects.toMatchObject({ name: 'PlanUnreadError', fault: 'planFault.noMeasure' });
});

test('told to stop it ends the worker; the next request has a fresh one, and the first is heard no more', async () => {
  const { reader, workers } = reading();
  const stopped = reader.ask(READ);
  reader.stop();
  await expect(stopped).rejects.toThrow(expect.objectContaining({ name: 'ReadingStoppedError' }));
  expect(workers[0]?.isEnded).toBe(true);
  const next = reader.ask({ kind: 'text', text: TEXT.replace('市财政局', '市司法局') });
  workers[0]?.answer();
  workers[0]?.die();
  workers[1]?.answer();
  expect((await next).plan.measures).toMatchObject([{ leadUnits: ['市司法局'] }]);
});

test('what takes too long is ended and refused with a sentence', async () => {
  const { reader, workers } = reading(1);
  await expect(reader.ask(READ)).rejects.toMatchObject({ fault: 'planFault.tooSlow' });
  expect(workers[0]?.isEnded).toBe(true);
});

test('where no worker ever answers, requests are answered in place', async () => {
  const { reader, workers, answeredHere } = reading();
  const read = reader.ask(READ);
  workers[0]?.die();
  expect((await read).plan.measures.length).toBe(1);
  expect((await reader.ask(READ)).plan.measures.length).toBe(1);
  expect([workers.length, answeredHere()]).toEqual([1, 1]);
});

test('a worker that dies over a document after others is not answered for in place', async () => {
  const { reader, workers, answeredHere } = reading();
  const first = reader.ask(READ);
  workers[0]?.answer();
  await first;
  const second = reader.ask(READ);
  workers[0]?.die();
  await expect(second).rejects.toMatchObject({ fault: 'planFault.tooLarge' });
  expect(answeredHere()).toBe(0);
});

test('a first worker that runs out of memory is not answered for in place', async () => {
  const { reader, workers, answeredHere } = reading();
  const read = reader.ask(READ);
  workers[0]?.die(true);
  await expect(read).rejects.toMatchObject({ fault: 'planFault.tooLarge' });
  expect([workers[0]?.isEnded, answeredHere()]).toEqual([true, 0]);
});

test('what may hang is not read where nobody could end it', async () => {
  const { reader, workers } = reading();
  const read = reader.ask({ kind: 'file', bytes: compoundFile(['Workbook']), name: '任务分解.xls' });
  workers[0]?.die();
  await expect(read).rejects.toMatchObject({ fault: 'planFault.oldFormat' });
});
