import { readFileSync } from 'node:fs';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { demoLedger, demoReturns, sampleLedger } from '../../src/app/demo/make-demo';
import { checkReturns } from '../../src/app/inbox/check-returns';
import { summarise } from '../../src/ledger/figures/summary';
import { STANDING_RANK } from '../../src/ledger/figures/timeliness';
import { trend } from '../../src/ledger/figures/trend';
import { submissionRecord } from '../../src/ledger/figures/submissions';
import { AT } from '../ledger/builders';
import { memoryFiles } from '../support/memory-files';

const PLAN = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
const ledger = sampleLedger(PLAN, 2017);

test('the sample begins with two months reported, and waits for the third', () => {
  const periods = trend(ledger);
  expect(periods.map(({ period }) => period)).toEqual(['2017-09', '2017-10', '2017-11']);
  const [first, second] = periods.map(({ total }) => total.done);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(ledger.settings).toMatchObject({ period: '2017-11', sample: true });
  expect(ledger.submissions.filter(({ period }) => period === '2017-11')).toEqual([]);
});

test('no office says less in a later month, and the returns of the third month follow from what was said', () => {
  const said = new Map<string, number>();
  for (const entry of ledger.entries) {
    if (entry.kind !== 'report' || entry.report.status === null) throw new Error('every entry is a report');
    const key = `${entry.measure} ${entry.unit}`;
    expect(STANDING_RANK[entry.report.status]).toBeGreaterThanOrEqual(said.get(key) ?? 0);
    said.set(key, STANDING_RANK[entry.report.status]);
  }
  for (const { unit, reports } of demoReturns(ledger, 2017)) {
    for (const [measure, { status }] of reports) {
      if (status === null) throw new Error('every measure has a status');
      expect(STANDING_RANK[status]).toBeGreaterThanOrEqual(said.get(`${measure} ${unit}`) ?? 0);
    }
    expect(submissionRecord(ledger, unit, ledger.settings.period)).toBeUndefined();
  }
});

test('what was said before changes nothing of what the third month comes to', async () => {
  const after = await Promise.all(
    [demoLedger(PLAN), ledger].map(async (begun) => {
      const returned = await Promise.all(
        demoReturns(begun, 2017).map(async ({ fileName, form }) => {
          const bytes = await memoryFiles.write(form);
          return { name: fileName, read: () => Promise.resolve(bytes) };
        }),
      );
      const checked = await checkReturns(begun, returned, memoryFiles);
      const codes = checked.flatMap(({ findings }) => findings.map(({ code }) => code));
      return { codes, figures: summarise(collectReturns(begun, checked, { at: AT }).ledger) };
    }),
  );
  expect(after[1]).toEqual(after[0]);
});

test('the same seed gives the same ledger, another another', () => {
  expect(sampleLedger(PLAN, 2017)).toEqual(ledger);
  expect(sampleLedger(PLAN, 2018).entries).not.toEqual(ledger.entries);
});
