import { readFileSync } from 'node:fs';
import {
  answerChecks,
  PoolClosedError,
  WorkerPool,
  type CheckAnswer,
  type CheckRequest,
  type StartWorker,
} from '../../src/app/inbox/check-pool';
import { checkReturns, type ReturnFile } from '../../src/app/inbox/check-returns';
import { demoLedger, demoReturns } from '../../src/app/demo/make-demo';
import { memoryFiles } from '../support/memory-files';

const ledger = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));

/** Workers in this thread: everything that passes between is cloned, as between threads; answers come in any order. */
class Threads {
  started = 0;
  ended = 0;
  inHand = 0;
  most = 0;

  readonly start: StartWorker = (data, answered, died) => {
    this.started += 1;
    const answer = answerChecks(structuredClone(data), memoryFiles);
    return {
      post: (request: CheckRequest) => {
        this.inHand += 1;
        this.most = Math.max(this.most, this.inHand);
        if (request.name === '线程.xlsx') return died('gone');
        setTimeout(
          () =>
            void answer(structuredClone(request)).then((said: CheckAnswer) => {
              this.inHand -= 1;
              answered(structuredClone(said));
            }),
          request.id % 3,
        );
      },
      terminate: () => {
        this.ended += 1;
      },
    };
  };
}

let returned: ReturnFile[];

beforeAll(async () => {
  returned = await Promise.all(
    demoReturns(ledger, 7).map(async ({ fileName, form }) => {
      const bytes = await memoryFiles.write(form);
      return { name: fileName, read: () => Promise.resolve(bytes) };
    }),
  );
  returned.push({ name: '坏.xlsx', read: () => Promise.resolve(new TextEncoder().encode('no')) });
});

test('a pool gives what one thread gives, in the order of the files, with few in hand at once', async () => {
  const threads = new Threads();
  const pool = new WorkerPool(ledger, 3, threads.start);
  const seen: number[] = [];
  const checked = await checkReturns(ledger, returned, memoryFiles, (done) => seen.push(done), pool);
  pool.close();
  expect(checked).toEqual(await checkReturns(ledger, returned, memoryFiles));
  expect(seen).toEqual([...returned.keys(), returned.length]);
  expect([threads.started, threads.ended]).toEqual([3, 3]);
  expect(threads.most).toBeLessThanOrEqual(4);
});

test('cancelling stops handing out files', async () => {
  const threads = new Threads();
  const pool = new WorkerPool(ledger, 2, threads.start);
  let handed = 0;
  const cancel = (done: number): void => {
    if (done === 5) throw new Error('cancelled');
  };
  const counted = returned.map(({ name, read }) => ({ name, read: () => ((handed += 1), read()) }));
  await expect(checkReturns(ledger, counted, memoryFiles, cancel, pool)).rejects.toThrow('cancelled');
  expect(handed).toBeLessThanOrEqual(8);
});

test.each([
  ['dies over a file', new Threads().start],
  [
    'cannot be started',
    () => {
      throw new Error('refused');
    },
  ],
  [
    'dies at once',
    (_data, _answered, died) => (died('404'), { post: () => undefined, terminate: () => undefined }),
  ],
] as const satisfies readonly (readonly [string, StartWorker])[])(
  'where a worker %s its files are checked here',
  async (_, start) => {
    const pool = new WorkerPool(ledger, 2, start);
    const dying = [
      ...returned.slice(0, 4),
      { name: '线程.xlsx', read: () => Promise.resolve(new Uint8Array(1)) },
    ];
    const checked = await checkReturns(ledger, dying, memoryFiles, undefined, pool);
    expect(checked).toEqual(await checkReturns(ledger, dying, memoryFiles));
  },
);

test('a fault that is none of the file’s comes back as an error', async () => {
  const answer = answerChecks(ledger, {
    ...memoryFiles,
    read: () => Promise.reject(new Error('broken reader')),
  });
  expect(await answer({ id: 4, name: 'x.xlsx', bytes: new Uint8Array() })).toEqual({
    id: 4,
    fault: 'broken reader',
  });
});

test('closing a pool gives up what is in hand: nothing is checked here instead', async () => {
  const silent: StartWorker = () => ({ post: () => undefined, terminate: () => undefined });
  const pool = new WorkerPool(ledger, 2, silent);
  const checking = checkReturns(ledger, returned, memoryFiles, undefined, pool);
  setTimeout(() => pool.close());
  await expect(checking).rejects.toThrow(PoolClosedError);
});
