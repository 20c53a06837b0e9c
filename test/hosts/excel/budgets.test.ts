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
  const live = new ExcelWorkbookHost();
  // The first reading of a page asks besides how the workbook counts days.
  await live.read([]);
  const all = useCases(live, grownLedger(measures));
  for (const { name, before, run } of all.slice(0, measures > 140 ? OF_THE_CYCLE : all.length)) {
    await before?.();
    host.traffic.reset();
    await run();
    const { syncs, actions, bytesIn, largestRequest } = host.traffic;
    costs.push({ name, syncs, actions, bytesIn, largestRequest });
  }
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

const UNDO = '撤销 undo';
/** Measured, building takes less (docs/budgets.md): the longer a column, the more of it is filled. */
const BUILT_AT_14_000 = 8_500_000;
const LATER_AT_14_000 = 1_100_000;
/** The undo of everything makes every measure overdue: its row of 汇总 and of 考核, and how high they are. */
const UNDONE_AT_14_000 = 1_600_000;

test('what each further measure adds leaves 14,000 within two requests, and a later use case about one megabyte', async () => {
  const [few, many] = sizes;
  const ofFew = new Map((await costsWith(few)).map(({ name, bytesIn }) => [name, bytesIn]));
  const added = (await costsWith(many)).map(({ name, bytesIn }) => {
    const each = (bytesIn - (ofFew.get(name) ?? NaN)) / (many - few);
    return [name, Math.round(bytesIn + each * (14_000 - many))] as const;
  });
  expect(added.length).toBeGreaterThan(5);
  const [[, built = NaN] = [], ...later] = added;
  expect(built).toBeLessThanOrEqual(BUILT_AT_14_000);
  const undone = later.find(([name]) => name === UNDO)?.[1] ?? NaN;
  expect(undone).toBeLessThanOrEqual(UNDONE_AT_14_000);
  expect(later.filter(([name, bytes]) => name !== UNDO && !(bytes <= LATER_AT_14_000))).toEqual([]);
});

/** A plan with one more measure moves the end of every range that speaks of all of them. */
const REVISION = '修订方案 revision';

test('a later use case sends what differs: 400 actions and 150 KB at most', async () => {
  const [, ...later] = await costsWith(140);
  expect(later.map(({ name }) => name)).toContain(REVISION);
  const most = (name: string) => (name === REVISION ? [515, 155_000] : [400, 150_000]);
  expect(
    later.filter(({ name, actions, bytesIn }) => {
      const [mostActions = 0, mostBytes = 0] = most(name);
      return actions > mostActions || bytesIn > mostBytes;
    }),
  ).toEqual([]);
});

test('building a ledger of 140 measures takes 2,500 actions at most', async () => {
  const [build] = await costsWith(140);
  expect(build?.actions).toBeLessThanOrEqual(2_500);
});
