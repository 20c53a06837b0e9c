import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OverBudgetError, type CheckPool } from '../../src/app/inbox/check-pool';
import { checkThreads } from '../../src/cli/check-threads';
import { threePeriods } from '../ledger/three-periods';

jest.setTimeout(60_000);

/** Stands in for the command's own file: takes for ever, or all memory, over a file of that name. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, name }) => {
  parentPort.postMessage({ id, begun: 0 });
  if (name === 'slow') for (;;);
  if (name === 'heavy') for (const held = []; ; ) held.push(new Array(100_000).fill(held.length));
  parentPort.postMessage({ id, checked: [] });
});`;

let folder: string;
let pool: CheckPool | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-threads-'));
  await writeFile(join(folder, 'command.cjs'), SCRIPT);
});

afterEach(() => pool?.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['slow', 'file-too-slow', { ms: 300, megabytes: 512 }],
  ['heavy', 'file-too-heavy', { ms: 30_000, megabytes: 40 }],
])('a thread that is %s over a file is ended, and the next file is answered', async (name, code, budget) => {
  const threads = checkThreads(threePeriods(), 3, join(folder, 'command.cjs'), budget);
  if (threads === undefined) throw new Error('there is a file to run again');
  pool = threads;
  const answers = await Promise.allSettled(
    ['sound', name, 'sound'].map((one) => threads.check(one, new Uint8Array(8))),
  );
  expect(answers).toMatchObject([
    { status: 'fulfilled', value: [] },
    { status: 'rejected', reason: { code } },
    { status: 'fulfilled', value: [] },
  ]);
  expect(answers[1]).toMatchObject({ reason: expect.any(OverBudgetError) });
});

test('without a file to run again there are no threads', () => {
  expect(checkThreads(threePeriods(), 5_000, undefined)).toBeUndefined();
});
