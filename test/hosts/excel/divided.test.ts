import { LEDGER_PARTS } from '../../../src/sheets/ledger-tabs';
import { checkActiveSheet } from '../../../src/app/inbox/check-active-sheet';
import { buildLedger } from '../../../src/app/changes/build-ledger';
import { openLedger } from '../../../src/app/runner/open-ledger';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { TAB } from '../../../src/sheets/words';
import { AT, day, period, SMALL_PLAN } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';
import { faultsOfFile, useExcel } from '../../excel-host/support';
import { lookOf } from './look';
import { collectedSample, type Sample } from './sample';
import { differences } from './two-hosts';
import { drawIn, lookIn, runIn } from '../../support/ledger-in';

const excel = useExcel({ excelApi: '1.14' });
/** Requests so small that a ledger takes many. */
const sparing = new ExcelWorkbookHost(200_000);

let sample: Sample;

beforeAll(async () => {
  sample = await collectedSample();
});

async function equalsFile(ledger: Ledger): Promise<void> {
  const { findings } = await lookIn(sparing);
  const blueprint = ledgerWorkbook(ledger, findings);
  const file = FileWorkbookHost.create('Book1.xlsx');
  await file.write(blueprint);
  expect(differences(await file.read(), await sparing.read())).toEqual([]);
  const saved = await excel().host.save();
  expect(faultsOfFile(saved)).toEqual([]);
  const [one, other] = [await lookOf(await file.toBytes(), blueprint), await lookOf(saved, blueprint)];
  expect([...one.keys()].filter((place) => one.get(place) !== other.get(place))).toEqual([]);
}

test('a ledger written with many requests, again and again, is the one a file holds', async () => {
  const { host } = excel();
  await drawIn(sparing, threePeriods());
  expect(host.traffic.syncs).toBeGreaterThan(5);
  host.user.deleteSheet('Sheet1');
  const { ledger } = await runIn(sparing, 'buildSummary', {});
  expect(host.sheet(TAB.pivot).pivots).toHaveLength(4);
  host.user.activate(TAB.ledger);
  await equalsFile(ledger);
});

describe('what is too large for one answer is read in parts', () => {
  const fresh = buildLedger(SMALL_PLAN.text, { asOf: day('2017-10-10'), period: period('2017Q3'), at: AT });
  const check = { planText: SMALL_PLAN.text, today: day('2017-10-10'), at: AT, words: translator('zh-CN') };

  test('a ledger, and one that is to be changed', async () => {
    const { host } = excel();
    host.workbook.behaviour.computesFormulas = false;
    await drawIn(sparing, sample.collected, sample.findings);
    const whole = await lookIn(sparing);
    host.traffic.reset();
    host.settings.answerLimit = 60_000;
    expect((await lookIn(sparing)).ledger).toEqual(whole.ledger);
    expect(host.traffic.syncs).toBeGreaterThan(2);
    const { workbook, write } = await sparing.beginRevision(LEDGER_PARTS);
    expect(openLedger(workbook, { at: AT }).ledger).toEqual(whole.ledger);
    host.settings.answerLimit = 5_000_000;
    await write(ledgerWorkbook(sample.fresh), { sheet: '', ranges: [] });
    expect((await lookIn(sparing)).ledger).toEqual(sample.fresh);
  });

  test('the sheet in front, and the ledger behind it', async () => {
    const { host } = excel();
    const live = new ExcelWorkbookHost();
    await drawIn(live, fresh);
    const { issued } = await runIn(live, 'issueTabs', { offices: ['市编办'] });
    const [{ sheet } = { sheet: '' }] = issued;
    host.user.type(`${sheet}!F5`, '已完成');
    host.user.activate(sheet);
    const whole = await checkActiveSheet(live, check);
    expect(whole.checked.findings.length).toBeGreaterThan(0);
    host.traffic.reset();
    host.settings.answerLimit = 10_500;
    expect(await checkActiveSheet(live, check)).toEqual(whole);
    expect(host.traffic.syncs).toBeGreaterThan(4);
  });
});
