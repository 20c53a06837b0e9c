import { copyFile, mkdir, readFile, readdir } from 'node:fs/promises';
import { lastImport } from '../../src/app/changes/last-import';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import type { Ledger } from '../../src/ledger/ledger';
import { lookIn } from '../support/ledger-in';
import { CommandBench } from './run';

jest.setTimeout(120_000);

let bench: CommandBench;
let steady: Ledger;

/** Two heaps of returns, of other units each. */
beforeAll(async () => {
  bench = await CommandBench.open();
  await bench.ledger('demo', '--out', 'demo', '--seed', '7');
  for (const folder of ['first', 'second']) await mkdir(bench.path(folder));
  const names = (await readdir(bench.path('demo/returns'))).sort();
  for (const [at, name] of names.slice(0, 8).entries())
    await copyFile(bench.path('demo/returns', name), bench.path(at < 4 ? 'first' : 'second', name));
  steady = await workedAt('steady.xlsx', STEADY);
});

afterAll(() => bench.close());

async function ledgerIn(file: string): Promise<Ledger> {
  const host = await FileWorkbookHost.open(new Uint8Array(await readFile(bench.path(file))), file);
  return (await lookIn(host)).ledger;
}

/** Both heaps taken in and a day set, each at its own time. */
async function workedAt(file: string, minutes: readonly [string, string, string]): Promise<Ledger> {
  await copyFile(bench.path('demo/措施台账（示例）.xlsx'), bench.path(file));
  const [first, second, third] = minutes;
  const steps = [
    [first, ['collect', file, 'first']],
    [second, ['collect', file, 'second']],
    [third, ['summary', file, '--as-of', '2018-01-31']],
  ] as const;
  for (const [minute, args] of steps) {
    bench.minute = minute;
    expect((await bench.ledger(...args, '--out', file)).code).toBeLessThan(2);
  }
  return ledgerIn(file);
}

/** What of a record says nothing of the time. */
const timeless = ({ entries, submissions, log, settings, plan }: Ledger) => ({
  entries: entries.map(({ at: _at, ...entry }) => entry),
  submissions: submissions.map(({ at: _at, ...record }) => record),
  log: log.map(({ at: _at, ...line }) => line),
  settings,
  plan: plan.text,
});

const STEADY = ['2017-12-12 10:00', '2017-12-12 11:00', '2017-12-12 12:00'] as const;

test.each([
  ['set back by two days', ['2017-12-12 10:00', '2017-12-10 09:00', '2017-12-10 09:01']],
  [
    'set back by years, as after an empty battery',
    ['2017-12-12 10:00', '2000-01-01 00:00', '2000-01-01 00:00'],
  ],
  ['put back by an hour in autumn', ['2017-10-29 02:40', '2017-10-29 02:10', '2017-10-29 02:40']],
  ['standing still', ['2017-12-12 10:00', '2017-12-12 10:00', '2017-12-12 10:00']],
  ['set on into the next year', ['2017-12-12 10:00', '2018-12-12 10:00', '2017-12-12 10:05']],
  ['going over midnight', ['2017-12-31 23:59', '2018-01-01 00:00', '2018-01-01 00:01']],
] as const)(
  'under a clock %s the ledger comes to the same, batches in the order in which they came',
  async (_, minutes) => {
    const jumped = await workedAt('jumped.xlsx', minutes);
    expect(timeless(jumped)).toEqual(timeless(steady));
    expect(jumped.submissions.length).toBeGreaterThan(5);
    const ofPeriod = jumped.submissions.filter(({ period }) => period === jumped.settings.period);
    expect([...new Set(ofPeriod.map(({ at }) => at))].sort()).toEqual(
      [...new Set(minutes.slice(0, 2))].sort(),
    );
    const last = lastImport(jumped);
    expect(last?.batch).toBe(jumped.submissions.at(-1)?.batch);
    expect(last?.at).toBe(minutes[1]);
    expect(jumped.settings.asOf).toBe('2018-01-31');
  },
);
