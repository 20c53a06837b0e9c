import { readFileSync } from 'node:fs';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { collectReturns } from '../../../src/app/changes/collect-returns';
import { findingLines } from '../../../src/app/wording/describe-finding';
import { makeDemo } from '../../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import type { RawValue, RawWorkbook } from '../../../src/base/raw-sheet';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { readLedger } from '../../../src/sheets/reading/read-ledger';
import type { FindingLine } from '../../../src/sheets/tabs/findings-tab';
import { AT, day } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';
import { LIBRE_OFFICE_TIMEOUT, hasLibreOffice, resavedByLibreOffice } from '../../support/libre-office';
import { openXmlErrors } from '../../support/open-xml';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const files = createWorkbookFiles();

interface Cycle {
  readonly fresh: Ledger;
  readonly collected: Ledger;
  readonly findings: readonly FindingLine[];
  readonly returned: Uint8Array;
}

/** The sample as the clerk would have it: built, returned, collected. */
async function runCycle(): Promise<Cycle> {
  const demo = await makeDemo(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'), files, { seed: 2017 });
  const { ledger: fresh } = readLedger(await files.read(demo.ledger.bytes, demo.ledger.fileName));
  const returned = demo.returns.map(({ fileName, bytes }) => ({
    name: fileName,
    read: () => Promise.resolve(bytes),
  }));
  const checked = await checkReturns(fresh, returned, files);
  const change = collectReturns(fresh, checked, { at: AT });
  const [first] = demo.returns;
  if (first === undefined) throw new Error('the sample has returns');
  return {
    fresh,
    collected: change.ledger,
    findings: findingLines(change.files, translator('zh-CN')),
    returned: first.bytes,
  };
}

let cycle: Cycle;

beforeAll(async () => {
  cycle = await runCycle();
});

function setTo(ledger: Ledger, asOf: string): Ledger {
  return { ...ledger, settings: { ...ledger.settings, asOf: day(asOf) } };
}

/** Every workbook the product writes, by name. */
const WORKBOOKS: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['a new ledger', () => files.write(ledgerWorkbook(cycle.fresh))],
  ['a collected ledger', () => files.write(ledgerWorkbook(cycle.collected, cycle.findings))],
  ['one long after', () => files.write(ledgerWorkbook(setTo(cycle.collected, '2019-06-30')))],
  ['a ledger of three periods', () => files.write(ledgerWorkbook(threePeriods()))],
  ['one long before', () => files.write(ledgerWorkbook(setTo(cycle.collected, '2016-01-01')))],
  ['a form', () => files.write(formWorkbook(cycle.fresh, '市政府办公室', cycle.fresh.settings.period))],
  ['a returned form', () => Promise.resolve(cycle.returned)],
];

/** Each is written once, for all who look at it. */
const written = new Map<string, Promise<Uint8Array>>();
function bytesOf(name: string): Promise<Uint8Array> {
  const write = WORKBOOKS.find(([one]) => one === name)?.[1];
  if (write === undefined) throw new Error(`no workbook: ${name}`);
  const bytes = written.get(name) ?? write();
  written.set(name, bytes);
  return bytes;
}

test.each(WORKBOOKS)('%s is valid by the Open XML SDK', async (name) => {
  expect(await openXmlErrors(await bytesOf(name))).toEqual([]);
});

test('what was written reads back as the same ledger', async () => {
  const bytes = await files.write(ledgerWorkbook(cycle.collected, cycle.findings));
  const book = readLedger(await files.read(bytes, 'ledger.xlsx'));
  expect(book.ledger).toEqual(cycle.collected);
  expect(book.findings).toEqual(cycle.findings);
});

test('the same ledger is the same bytes', async () => {
  const [once, again] = await Promise.all([1, 2].map(() => files.write(ledgerWorkbook(cycle.collected))));
  expect(Buffer.compare(Buffer.from(once ?? []), Buffer.from(again ?? []))).toBe(0);
});

/** Value of every formula cell, by sheet and place; blank and empty text are one. */
function formulaResults(workbook: RawWorkbook, only?: ReadonlyMap<string, RawValue | ''>) {
  const results = new Map<string, RawValue | ''>();
  for (const sheet of workbook.sheets) {
    for (const { row, cells } of sheet.rows) {
      for (const { column, value, formula } of cells) {
        const place = `${sheet.name} ${row}:${column}`;
        if (formula !== undefined || only?.has(place) === true) results.set(place, value);
      }
    }
  }
  return results;
}

/** The ledgers, and all of them as LibreOffice saves them in one run after it has worked every formula out. */
const LEDGERS = WORKBOOKS.slice(0, 5).map(([name]) => name);
let recalculated: Promise<readonly Uint8Array[]> | undefined;
async function recalculatedByLibreOffice(name: string): Promise<Uint8Array> {
  recalculated ??= Promise.all(LEDGERS.map(bytesOf)).then(resavedByLibreOffice);
  const bytes = (await recalculated)[LEDGERS.indexOf(name)];
  if (bytes === undefined) throw new Error(`not saved by LibreOffice: ${name}`);
  return bytes;
}

(hasLibreOffice ? test.each(LEDGERS) : test.skip.each(LEDGERS))(
  '%s: after recalculation every formula equals its cached result',
  async (name) => {
    const ours = formulaResults(await files.read(await bytesOf(name), 'ledger.xlsx'));
    const theirs = formulaResults(
      await files.read(await recalculatedByLibreOffice(name), 'recalculated.xlsx'),
      ours,
    );
    expect(ours.size).toBeGreaterThan(300);
    const differing = [...ours].filter(([place, value]) => {
      const computed = theirs.get(place) ?? '';
      const same =
        typeof value === 'number' && typeof computed === 'number'
          ? Math.abs(value - computed) < 1e-9
          : value === computed;
      return !same;
    });
    expect(differing).toEqual([]);
  },
);
