import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { foldLedger } from '../../src/ledger/fold';
import { HEADER_ROW } from '../../src/sheets/tab-builder';
import { LEDGER } from '../../src/sheets/tabs/ledger-tab';
import { GridCommands } from '../../src/taskpane/session/commands/grid-commands';
import { day } from '../ledger/builders';
import { drawIn, lookIn } from '../support/ledger-in';
import { page } from '../support/pane-page';

/** A page whose clock is set as the test wants, and a hand at the progress of measure 1. */
async function atClock() {
  const clock = { minute: '2017-09-30 10:00' };
  const here = page({ minute: () => clock.minute, today: () => day(clock.minute.slice(0, 10)) });
  await here.commands.build();
  const grid = new GridCommands(here.commands.desk);
  const type = (typed: string) =>
    grid.edit([{ row: HEADER_ROW + 1, column: LEDGER.at('percent'), typed }]).kind;
  return { here, clock, grid, type };
}

type Bench = Awaited<ReturnType<typeof atClock>>;

/** As the ledger has it, and as it is read again from the file it is saved as. */
async function shown({ here }: Bench) {
  const host = FileWorkbookHost.create();
  await drawIn(host, here.store.ledger);
  const { ledger } = await lookIn(await FileWorkbookHost.open(await host.toBytes(), 'L.xlsx'));
  expect(ledger.entries).toEqual(here.store.ledger.entries);
  return ledger.entries.map((entry) => [entry.batch, entry.at]);
}

test.each([
  ['back by a day', '2017-09-29 10:00'],
  ['back by the hour that comes twice in autumn', '2017-09-30 09:20'],
  ['over midnight', '2017-10-01 00:00'],
])(
  'an edit after the clock went %s comes after the edit before it, and is taken back first',
  async (_, later) => {
    const bench = await atClock();
    const { here, clock, grid, type } = bench;
    expect(type('10')).toBe('taken');
    clock.minute = later;
    expect(type('70')).toBe('taken');
    const percent = () => foldLedger(here.store.ledger).measures[0]?.report?.percent;
    expect(percent()).toBe(70);
    const [first, second] = await shown(bench);
    expect([first?.[1], second?.[1]]).toEqual(['2017-09-30 10:00', later]);
    grid.undo();
    expect(here.store.ledger.entries.at(-1)).toMatchObject({ kind: 'undo', undone: second?.[0], at: later });
    expect(percent()).toBe(10);
    grid.undo();
    expect(here.store.ledger.entries.at(-1)).toMatchObject({ kind: 'undo', undone: first?.[0] });
  },
);

test('midnight between opening and collecting moves neither the as-of date nor the day a return counts from', async () => {
  const { here, clock } = await atClock();
  clock.minute = '2017-12-31 23:58';
  await here.commands.tryDemo();
  const { asOf, period } = here.store.ledger.settings;
  await here.commands.returns.check(here.store.snapshot().sampleReturns);
  clock.minute = '2018-01-01 00:01';
  await here.commands.returns.collect();
  expect(here.store.ledger.settings).toMatchObject({ asOf, period });
  const submissions = here.store.ledger.submissions.filter((one) => one.period === period);
  expect(submissions.length).toBeGreaterThan(5);
  expect(new Set(submissions.map(({ at }) => at))).toEqual(new Set(['2018-01-01 00:01']));
  expect(submissions.filter(({ returnedOn }) => returnedOn > asOf)).toEqual([]);
});
