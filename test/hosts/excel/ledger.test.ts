import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { TAB } from '../../../src/sheets/words';
import { useExcel } from '../../excel-host/support';
import { collectedSample, type Sample } from './sample';
import { differences } from './two-hosts';
import { bookIn, drawIn } from '../../support/ledger-in';

jest.setTimeout(60_000);

const live = new ExcelWorkbookHost();

/** Order in which the product lays out its tabs. */
const ORDER: readonly string[] = [
  TAB.ledger,
  TAB.summary,
  TAB.leaders,
  TAB.trend,
  TAB.scores,
  TAB.entries,
  TAB.pivot,
  TAB.unitPage,
  TAB.submissions,
  TAB.acts,
  TAB.findings,
  TAB.units,
  TAB.log,
  TAB.settings,
  TAB.basis,
  TAB.pivotSource,
  TAB.identity,
  TAB.plan,
];

let sample: Sample;

beforeAll(async () => {
  sample = await collectedSample();
});

describe('a ledger in the open workbook', () => {
  const excel = useExcel();

  /** What is left in the workbook and not what formulas come to, which `two-hosts` compares: to work out takes a second each. */
  function withoutResults(): void {
    excel().host.workbook.behaviour.computesFormulas = false;
  }

  test('is written and read back in three round trips each', async () => {
    const { host } = excel();
    await drawIn(live, sample.collected, sample.findings);
    expect(host.traffic.syncs).toBe(3);
    expect(host.traffic.largestRequest).toBeLessThan(4_000_000);
    // The first reading asks besides how the workbook counts days.
    await live.read([]);
    host.traffic.reset();
    const { ledger } = await bookIn(live);
    expect(host.traffic.syncs).toBe(3);
    expect(host.traffic.largestResponse).toBeLessThan(4_000_000);
    expect(ledger).toEqual(sample.collected);
    expect(host.trackedObjects).toBe(0);
  });

  test('written again over itself is the same workbook, in three round trips', async () => {
    const { host } = excel();
    withoutResults();
    await drawIn(live, sample.collected, sample.findings);
    const before = await live.read();
    const objects = objectsOf();
    host.traffic.reset();
    await drawIn(live, sample.collected, sample.findings);
    expect(host.traffic.syncs).toBe(3);
    expect(differences(before, await live.read())).toEqual([]);
    expect(objectsOf()).toEqual(objects);
  });

  test('written smaller leaves nothing of the larger one', async () => {
    withoutResults();
    await drawIn(live, sample.collected, sample.findings);
    await drawIn(live, sample.fresh);
    const overwritten = await live.read();
    for (const name of excel().host.sheetNames.slice(0, -1))
      excel().host.user.renameSheet(name, `旧${name}`.slice(0, 31));
    await drawIn(live, sample.fresh);
    const fresh = await live.read();
    const ours = (raw: typeof fresh) => ({
      ...raw,
      sheets: raw.sheets.filter(({ name }) => ORDER.includes(name)),
    });
    expect(differences(ours(fresh), ours(overwritten))).toEqual([]);
  });

  test('stands before the clerk’s own sheets, in the blueprint’s order, with the ledger in front', async () => {
    const { host } = excel();
    withoutResults();
    host.addSheet('领导用', [['本周重点']]);
    await drawIn(live, sample.fresh);
    expect(host.sheetNames).toEqual([...ORDER, 'Sheet1', '领导用']);
    expect(host.workbook.activeSheet.name).toBe(TAB.ledger);
    expect(host.sheet(TAB.identity).visibility).toBe('VeryHidden');
    expect(host.sheet(TAB.basis).visibility).toBe('Hidden');
  });

  test('formulas of the clerk’s own keep reading it, by cells, by names and by table columns', async () => {
    const { host } = excel();
    await drawIn(live, sample.fresh);
    const formulas = [
      [`=${TAB.ledger}!A4`, 1],
      ['=统计截止日', host.values(`${TAB.settings}!B4`)[0]?.[0]],
      ['=COUNTA(LedgerTable[序号])', 140],
    ] as const;
    host.addSheet(
      '领导用',
      formulas.map(([formula]) => [formula]),
    );
    await drawIn(live, sample.collected, sample.findings);
    expect(host.values('领导用!A1:A3').map(([value]) => value)).toEqual(formulas.map(([, value]) => value));
    expect(formulas.map((_, index) => host.cell(`领导用!A${index + 1}`).formula)).toEqual(
      formulas.map(([formula]) => formula),
    );
  });

  test('a tab that the clerk protected is not written over, nor anything else, and the sentence names it', async () => {
    const { host } = excel();
    withoutResults();
    await drawIn(live, sample.fresh);
    host.user.protect(TAB.summary, '密码');
    const before = await live.read();
    await expect(drawIn(live, sample.collected)).rejects.toMatchObject({
      code: 'sheet-protected',
      sheet: TAB.summary,
    });
    expect(differences(before, await live.read())).toEqual([]);
    host.user.unprotect(TAB.summary, '密码');
    await drawIn(live, sample.collected);
    expect((await bookIn(live)).ledger).toEqual(sample.collected);
  });

  test('the clerk’s own sheet is not touched', async () => {
    const { host } = excel();
    withoutResults();
    const own = host.addSheet('领导用', [['本周重点', 3]]);
    host.user.protect('领导用', '密码');
    await drawIn(live, sample.fresh);
    await drawIn(live, sample.collected);
    expect(host.sheet('领导用')).toBe(own);
    expect(own.protection?.password).toBe('密码');
    expect(host.values('领导用!A1:B1')).toEqual([['本周重点', 3]]);
  });

  function objectsOf() {
    const { workbook } = excel().host;
    return workbook.sheets.map((sheet) => [
      sheet.name,
      sheet.tables.map(({ name, rect }) => [name, rect]),
      sheet.charts.map(({ name, series }) => [name, series.map((one) => one.name)]),
      sheet.pivots.map(({ name }) => name),
      sheet.conditionalFormats.map(({ formula, rects }) => [formula, rects]),
      sheet.validations.length,
      sheet.freeze,
    ]);
  }
});

describe('forms as tabs', () => {
  const excel = useExcel();
  const unit = '市编办';

  test('a protected form is made anew where unprotect() fails', async () => {
    const { host } = excel();
    host.workbook.behaviour.unprotectFails = true;
    const form = formWorkbook(sample.fresh, unit, sample.fresh.settings.period);
    await live.write(form);
    host.traffic.reset();
    await live.write(form);
    expect(host.traffic.syncs).toBe(3);
    expect(host.sheetNames).toEqual([...form.sheets.map(({ name }) => name), 'Sheet1']);
    expect(() => host.user.type('填报表!D5', '改')).toThrow('locked');
    host.user.type('填报表!G5', '推进中');
    expect(host.cell('填报表!G5').value).toBe('推进中');
  });
});

describe('the oldest Excel we know', () => {
  const excel = useExcel({ excelApi: '1.9' });

  test('takes and gives the ledger', async () => {
    await drawIn(live, sample.collected, sample.findings);
    await drawIn(live, sample.collected, sample.findings);
    const { ledger } = await bookIn(live);
    expect(ledger).toEqual(sample.collected);
    expect(excel().host.traffic.roundTrips.every(({ error }) => error === null)).toBe(true);
  });
});
