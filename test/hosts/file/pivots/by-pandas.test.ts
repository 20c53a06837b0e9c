import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { Ledger } from '../../../../src/ledger/ledger';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { ledgerWorkbook } from '../../../../src/sheets/ledger-workbook';
import { randomLedger } from '../../../ledger/random-ledger';
import { threePeriods } from '../../../ledger/three-periods';
import { withFile } from '../../../support/open-xml';
import { pythonWith } from '../../../support/openpyxl';

jest.setTimeout(240_000);

const run = promisify(execFile);
const files = createWorkbookFiles();
const SCRIPT = join(__dirname, 'by_pandas.py');
const PIVOTS = ['UnitStatusPivot', 'UnitMeasurePivot', 'SectionStatusPivot', 'UnitPeriodPivot'];

/** By row and column; blanks are left out. */
type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Compared = Readonly<Record<string, { readonly shown: Figures | null; readonly pandas: Figures }>>;

/** What the PivotTables of each ledger's file show, and what pandas makes of the file's other tabs. */
async function compared(ledgers: readonly Ledger[]): Promise<readonly Compared[]> {
  const workbooks = await Promise.all(ledgers.map((ledger) => files.write(ledgerWorkbook(ledger))));
  return withFile(new Uint8Array(), 'none', async (_path, folder) => {
    const name = (index: number) => `${String(index).padStart(3, '0')}.xlsx`;
    await Promise.all(workbooks.map((bytes, index) => writeFile(join(folder, name(index)), bytes)));
    const python = pythonWith('pandas', 'openpyxl') ?? 'python3';
    const { stdout } = await run(python, [SCRIPT, folder], { cwd: dirname(SCRIPT), maxBuffer: 1 << 26 });
    const answer = JSON.parse(stdout) as Readonly<Record<string, Compared>>;
    return ledgers.map((_, index) => answer[name(index)] ?? {});
  });
}

/** A ledger in which more has happened: what happened in several, one after the other. */
const busyLedger: fc.Arbitrary<Ledger> = fc
  .array(randomLedger, { minLength: 3, maxLength: 10 })
  .map(([first, ...others]) => {
    const ledger = first ?? threePeriods();
    const entries = [ledger, ...others].flatMap((one) => one.entries);
    const renumbered = entries.map((entry, index) => ({
      ...entry,
      id: index + 1,
      batch: `B${String(index + 1).padStart(4, '0')}`,
    }));
    return { ...ledger, entries: renumbered };
  });

test('pandas makes the same figures of 填报明细, 单位目录 and 核实督办, whatever is in the ledger', async () => {
  const columns = new Set<string>();
  await fc.assert(
    // A counterexample is then a seed, and not eight ledgers.
    fc.asyncProperty(fc.integer(), async (seed) => {
      const ledgers = fc.sample(busyLedger, { numRuns: 8, seed });
      for (const pivots of await compared([threePeriods(), ...ledgers])) {
        expect(Object.keys(pivots)).toEqual(PIVOTS);
        for (const [name, { shown, pandas }] of Object.entries(pivots)) {
          expect([name, shown]).toEqual([name, pandas]);
          for (const column of Object.values(pandas).flatMap(Object.keys)) columns.add(column);
        }
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
  expect([...columns]).toEqual(
    expect.arrayContaining([
      '已完成',
      '推进中',
      '未填报',
      '推进中 占比',
      '逾期项数',
      '临期项数',
      '平均进度（%）',
      '完成率',
    ]),
  );
});
