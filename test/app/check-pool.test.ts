import { readFileSync } from 'node:fs';
import {
  answerChecks,
  OverBudgetError,
  PoolClosedError,
  WorkerPool,
  type CheckAnswer,
  type CheckPool,
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
    const answer = answerChecks(structuredClone(data), memoryFiles, (said) => {
      if (!('begun' in said)) this.inHand -= 1;
      answered(structuredClone(said));
    });
    return {
      post: (request: CheckRequest) => {
        this.inHand += 1;
        this.most = Math.max(this.most, this.inHand);
        if (request.name === '线程.xlsx') return died('gone');
        setTimeout(() => void answer(structuredClone(request)), request.id % 3);
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
  const broken = { ...memoryFiles, read: () => Promise.reject(new Error('broken reader')) };
  const said: CheckAnswer[] = [];
  const answer = answerChecks(ledger, broken, (one) => said.push(one));
  await answer({ id: 4, name: 'x.xlsx', bytes: new Uint8Array(), leftOut: [] });
  expect(said.at(-1)).toEqual({ id: 4, fault: 'broken reader' });
});

test('closing a pool gives up what is in hand: nothing is checked here instead', async () => {
  const silent: StartWorker = () => ({ post: () => undefined, terminate: () => undefined });
  const pool = new WorkerPool(ledger, 2, silent);
  const checking = checkReturns(ledger, returned, memoryFiles, undefined, pool);
  setTimeout(() => pool.close());
  await expect(checking).rejects.toThrow(PoolClosedError);
});

describe('a file over its budget', () => {
  const small = () => returned.slice(0, 3);
  const file = (name: string): ReturnFile => ({ name, read: () => Promise.resolve(new Uint8Array([1])) });

  /** Workers that begin a file and never answer, or run out of memory, by its name; of an archive at its second file. */
  const hostile: StartWorker = (data, answered, died) => {
    const answer = answerChecks(data, memoryFiles, answered);
    return {
      terminate: () => undefined,
      post: (request) => {
        const { id, name, leftOut } = request;
        if (name.startsWith('慢') && leftOut.length === 0) answered({ id, begun: 0 });
        else if (name.startsWith('永')) answered({ id, begun: 0 });
        else if (name.startsWith('重') && leftOut.length === 0) died('heap', true);
        else void answer(request);
      },
    };
  };

  test.each([
    ['慢.xlsx', 'file-too-slow'],
    ['永.xlsx', 'file-too-slow'],
    ['重.xlsx', 'file-too-heavy'],
  ])('%s is refused with its reason, and those before and behind it are checked', async (name, code) => {
    const [one, two, three] = small() as [ReturnFile, ReturnFile, ReturnFile];
    const pool = new WorkerPool(ledger, 1, hostile, 5);
    const files = [one, file(name), two, three];
    const checked = await checkReturns(ledger, files, memoryFiles, undefined, pool);
    pool.close();
    expect(checked[1]).toMatchObject({ file: name, verdict: 'rejected', findings: [{ code }] });
    const alone = await checkReturns(ledger, [one, two, three], memoryFiles);
    expect(checked.filter((_, at) => at !== 1)).toEqual(alone);
  });

  test('of an archive the files over their budget alone are left out, until there are too many of them', async () => {
    const asked: string[] = [];
    const poolOf = (hopeless: number): CheckPool => ({
      width: 1,
      close: () => undefined,
      check: (_name, _bytes, leftOut = []) => {
        asked.push(leftOut.map(({ part }) => part).join());
        if (leftOut.length < hopeless)
          return Promise.reject(new OverBudgetError('file-too-slow', 2 * leftOut.length));
        return Promise.resolve([]);
      },
    });
    const archive = [file('回收.zip')];
    expect(await checkReturns(ledger, archive, memoryFiles, undefined, poolOf(2))).toEqual([]);
    expect(asked).toEqual(['', '0', '0,2']);
    const refused = await checkReturns(ledger, archive, memoryFiles, undefined, poolOf(9));
    expect(refused).toMatchObject([{ file: '回收.zip', verdict: 'rejected' }]);
  });
});
