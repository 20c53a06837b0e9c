import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLedger } from '../../../src/app/changes/build-ledger';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { day, period } from '../../ledger/builders';

const files = createWorkbookFiles();
const ledger = buildLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'), {
  asOf: day('2017-09-30'),
  period: period('2017Q3'),
  at: '2017-09-30 10:00',
});

/** A form of 市编办 as somebody filled it in, or some program saved it. */
async function checked(name: string) {
  const bytes = new Uint8Array(readFileSync(join(__dirname, name)));
  const [one] = await checkReturns(ledger, [{ name, read: () => Promise.resolve(bytes) }], files);
  if (one === undefined) throw new Error(name);
  return { ...one, codes: one.findings.map(({ code }) => code) };
}

test('a number filled down 20,000 rows is a few findings with a list that is cut short', async () => {
  const { office, verdict, rows, findings, codes } = await checked('twice-20000.xlsx');
  expect({ office, verdict }).toEqual({ office: '市编办', verdict: 'needs-correction' });
  const doubled = findings.filter(({ code }) => code === 'row-twice');
  expect(doubled).toHaveLength(20);
  expect(String(doubled[0]?.details['rows'])).toMatch(/^5、60、61、.*、78…（20001）$/u);
  expect(codes.length).toBeLessThan(100);
  expect(rows.some(({ measure, sound }) => measure === 1 && sound)).toBe(false);
  expect(rows.length).toBeLessThan(50);
});

test('a day typed where words are asked for is read as it is shown', async () => {
  const { verdict, rows } = await checked('evidence-date.xlsx');
  expect(verdict).toBe('accepted');
  expect(rows[0]?.report.evidence).toBe('2017/6/30');
});

test('what binary fractions add to a share is no fault', async () => {
  const { verdict, rows, codes } = await checked('percent-float.xlsx');
  expect({ verdict, codes, percent: rows[0]?.report.percent }).toEqual({
    verdict: 'accepted',
    codes: [],
    percent: 100,
  });
});

test('a merge over whole columns is no merge of cells, and the rest is read', async () => {
  const { office, rows } = await checked('merge-cols.xlsx');
  expect(office).toBe('市编办');
  expect(rows).toHaveLength(16);
});
