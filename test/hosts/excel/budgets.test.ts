import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { bootExcel } from '../../excel-host/boot';
import { grownLedger, useCases } from './grown-ledger';

/** A busy machine takes its time over the larger one. */
jest.setTimeout(600_000);

const sizes = [140, 1_400] as const;

interface Cost {
  readonly name: string;
  readonly syncs: number;
  readonly actions: number;
  readonly bytesIn: number;
  readonly largestRequest: number;
}

/** Of the larger ledger only the cycle is run, up to the undo of the collection. */
const OF_THE_CYCLE = 9;

/** What each use case costs on a ledger of so many measures. */
async function measure(measures: number): Promise<readonly Cost[]> {
  const { host, uninstall } = bootExcel({ excelApi: '1.14' });
  host.workbook.behaviour.computesFormulas = false;
  const costs: Cost[] = [];
  let greetings = 0;
  const live = new ExcelWorkbookHost();
  // The first reading of a page opens a context, and asks besides how the workbook counts days.
  await live.read([]);
  const all = useCases(live, grownLedger(measures));
  for (const { name, before, run } of all.slice(0, measures > 140 ? OF_THE_CYCLE : all.length)) {
    await before?.();
    host.traffic.reset();
    await run();
    greetings += host.traffic.greetings;
    const { syncs, actions, bytesIn, largestRequest } = host.traffic;
    costs.push({ name, syncs, actions, bytesIn, largestRequest });
  }
  expect(greetings).toBe(0);
  uninstall();
  host.assertNothingUnmodelled();
  return costs;
}

/** Measured once, by whichever test asks first. */
const measured = new Map<number, Promise<readonly Cost[]>>();
function costsWith(measures: number): Promise<readonly Cost[]> {
  const known = measured.get(measures) ?? measure(measures);
  measured.set(measures, known);
  return known;
}

test.each(sizes)('with %i measures each use case takes four round trips at most', async (measures) => {
  const costs = await costsWith(measures);
  expect(costs.length).toBeGreaterThan(5);
  expect(costs.filter(({ syncs }) => syncs > 4)).toEqual([]);
  expect(costs.filter(({ largestRequest }) => largestRequest >= 4_000_000)).toEqual([]);
});

/** Measured, building takes less (docs/budgets.md): the longer a column, the more of it is filled. */
const BUILT_AT_14_000 = 8_500_000;
const LATER_AT_14_000 = 1_000_000;

test('what each further measure adds leaves 14,000 within two requests, and a later use case within one megabyte', async () => {
  const [few, many] = sizes;
  const ofFew = new Map((await costsWith(few)).map(({ name, bytesIn }) => [name, bytesIn]));
  const added = (await costsWith(many)).map(({ name, bytesIn }) => {
    const each = (bytesIn - (ofFew.get(name) ?? NaN)) / (many - few);
    return [name, Math.round(bytesIn + each * (14_000 - many))] as const;
  });
  expect(added.length).toBeGreaterThan(5);
  const [[, built = NaN] = [], ...later] = added;
  expect(built).toBeLessThanOrEqual(BUILT_AT_14_000);
  expect(later.filter(([, bytes]) => !(bytes <= LATER_AT_14_000))).toEqual([]);
});

test('a later use case sends what differs: 400 actions and 150 KB at most', async () => {
  const [, ...later] = await costsWith(140);
  expect(later.length).toBeGreaterThan(10);
  expect(later.filter(({ actions, bytesIn }) => actions > 400 || bytesIn > 150_000)).toEqual([]);
});

test('building a ledger of 140 measures takes 2,100 actions at most', async () => {
  const [build] = await costsWith(140);
  expect(build?.actions).toBeLessThanOrEqual(2_100);
});
