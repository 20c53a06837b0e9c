import { demoReturns } from '../../../src/app/demo/make-demo';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { must } from '../../../src/base/invariant';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { checksHere } from '../../support/checks-here';
import { LIBRE_OFFICE_TIMEOUT } from '../../support/libre-office';
import { ledger } from '../builder';
import { WRITERS } from './writers';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const files = createWorkbookFiles();
const FEWEST_ROWS = 20;

async function checked(name: string, bytes: Uint8Array) {
  const file = { name, read: () => Promise.resolve(bytes) };
  const found = await checkReturns(ledger, [file], files, undefined, checksHere(ledger));
  return must(found[0], 'a checked file');
}

type Checked = Awaited<ReturnType<typeof checked>>;

let form: Uint8Array;
let asFilled: Checked;

/** The longest form of the sample in which nothing is wrong. */
beforeAll(async () => {
  for (const { fileName, form: filled } of demoReturns(ledger, 33)) {
    const bytes = await files.write(filled);
    const found = await checked(fileName, bytes);
    if (found.findings.length === 0 && found.rows.length >= FEWEST_ROWS) [form, asFilled] = [bytes, found];
  }
});

test('the form has twenty rows and more, with days, shares and words', () => {
  expect(asFilled.rows.length).toBeGreaterThanOrEqual(FEWEST_ROWS);
  const reports = asFilled.rows.map(({ report }) => report);
  expect(reports.filter(({ completedOn }) => completedOn !== null).length).toBeGreaterThan(3);
  expect(reports.filter(({ percent }) => percent !== null).length).toBeGreaterThan(10);
  expect(reports.every(({ progress }) => progress !== '')).toBe(true);
});

describe.each(WRITERS)('.$kind by $by', ({ kind, isHere, write }) => {
  (isHere ? test : test.skip)('says the same in every row', async () => {
    const { rows, ...read } = await checked(`填报表.${kind}`, await write(form));
    expect({
      office: read.office,
      period: read.period,
      verdict: read.verdict,
      errors: errorsOf(read),
    }).toEqual({
      office: asFilled.office,
      period: asFilled.period,
      verdict: 'accepted',
      errors: [],
    });
    expect(rows.map(({ measure, report }) => [measure, report])).toEqual(
      asFilled.rows.map(({ measure, report }) => [measure, report]),
    );
  });
});

function errorsOf({ findings }: Pick<Checked, 'findings'>) {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where, value }) => `${code} ${where.cell} ${value}`);
}
