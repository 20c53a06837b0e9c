import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { runUseCase } from '../../../../src/app/runner/run-use-case';
import { workbookPlace } from '../../../../src/app/runner/ledger-place';
import { ExcelHostError } from '../../../../src/hosts/excel/excel-errors';
import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import { LedgerFormatError } from '../../../../src/sheets/reading/ledger-format-error';
import { LEDGER } from '../../../../src/sheets/tabs/ledger-tab';
import { ledgerWorkbook } from '../../../../src/sheets/ledger-workbook';
import { TAB } from '../../../../src/sheets/words';
import { AT, day, SMALL_PLAN, smallLedger } from '../../../ledger/builders';
import { useExcel } from '../../../excel-host/support';
import { lookIn, runIn } from '../../../support/ledger-in';
import { page } from '../../../support/pane-page';
import { plainSheet, plainWorkbook, range } from '../../../support/sheet-blueprint';
import { differences } from '../two-hosts';

const excel = useExcel({ excelApi: '1.14' });

function liveWorkbook(): ExcelWorkbookHost {
  excel().host.workbook.behaviour.computesFormulas = false;
  return new ExcelWorkbookHost();
}

async function builtLedger(): Promise<ExcelWorkbookHost> {
  const live = liveWorkbook();
  await live.write(ledgerWorkbook(smallLedger()));
  return live;
}

/** The code of what Excel, or the ledger, was refused with. */
async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await work.catch((failure: unknown) => failure);
  if (error instanceof LedgerFormatError) return error.fault;
  return error instanceof ExcelHostError ? error.code : undefined;
}

const markOverdue = (live: ExcelWorkbookHost) =>
  runUseCase(workbookPlace(live), 'markOverdue', { asOf: day('2018-02-01') }, { by: 'pane', at: AT });

describe('long texts that begin like a formula (OfficeDev/office-js issue 3256)', () => {
  const LONG = 'a'.repeat(9_000);
  test.each(['=', '+', '-', '@'])('one that begins with %s is a text, in a text column too', async (sign) => {
    const live = liveWorkbook();
    const text = `${sign}${LONG}`;
    const formats = [{ range: range(1, 2, 1, 2), format: { numberFormat: '@' } }];
    await live.write(plainWorkbook([plainSheet('表', { cells: [[text, text, '后面']], formats })]));
    const { sheets } = await live.read();
    const cells = sheets.find(({ name }) => name === '表')?.rows[0]?.cells;
    expect(cells?.map(({ value }) => value)).toEqual([text, text, '后面']);
  });
});

describe('a copy in a window of its own', () => {
  const contentTypes = (kind: string) =>
    zipSync({
      '[Content_Types].xml': new TextEncoder().encode(`<Types><Override ContentType="${kind}"/></Types>`),
    });
  const WITH_MACROS = contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
  const PLAIN = contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');

  // Issue 2537: InvalidArgument on a Mac; issue 3568: an internal exception where extensions are hardened.
  test.each([
    ['a workbook with macros on a Mac', 'noMacros', WITH_MACROS, 'no-window'],
    ['any other on a Mac', 'noMacros', PLAIN, undefined],
    ['any under extension hardening', 'none', PLAIN, 'no-window'],
  ] as const)('%s', async (_, opensCopies, bytes, code) => {
    const live = liveWorkbook();
    excel().host.workbook.behaviour.opensCopies = opensCopies;
    expect(await refusal(live.openCopy(bytes))).toBe(code);
    expect(excel().host.createdWorkbooks).toHaveLength(code === undefined ? 1 : 0);
  });

  test('a form that no window opened for is not noted as issued', async () => {
    const here = page({ live: liveWorkbook() });
    await here.commands.build(SMALL_PLAN);
    const { log } = here.store.ledger;
    excel().host.workbook.behaviour.opensCopies = 'none';
    await here.commands.issue.openForm(here.store.ledger.settings.period, '市编办');
    expect(here.store.snapshot().notice).toMatchObject({ intent: 'error', key: 'excel.error.no-window' });
    expect(here.store.ledger.log).toEqual(log);
  });
});

describe('a workbook that counts days from 1904', () => {
  test('is read by its own days', async () => {
    const { host } = excel();
    host.workbook.date1904 = true;
    host.addSheet('表', [[41_454]]);
    const live = liveWorkbook();
    expect((await live.read()).date1904).toBe(true);
    expect((await live.readActive([])).workbook.date1904).toBe(true);
  });

  test('takes no ledger and no change, and is left as it is', async () => {
    const live = await builtLedger();
    const before = await live.read();
    excel().host.workbook.date1904 = true;
    const later = new ExcelWorkbookHost();
    expect(await refusal(markOverdue(later))).toBe('dates-from-1904');
    expect(await refusal(later.write(ledgerWorkbook(smallLedger())))).toBe('dates-from-1904');
    expect(differences(before, await live.read())).toEqual([]);
  });

  test.each(['ConnectionFailure', 'ServiceNotAvailable', 'InvalidOperationInCellEditMode'])(
    'an Excel that was not there when it was asked how it counts (%s) is asked again',
    async (code) => {
      const { host } = excel();
      host.workbook.date1904 = true;
      const live = liveWorkbook();
      host.faults.at(3, { kind: 'error', code });
      expect(await refusal(live.read())).toMatch(/^(?:disconnected|busy|cell-edit)$/);
      expect(host.faults.unmet).toBe(0);
      expect((await live.read()).date1904).toBe(true);
      expect(await refusal(live.write(ledgerWorkbook(smallLedger())))).toBe('dates-from-1904');
    },
  );

  test('an Excel that will not say how it counts is read as any other', async () => {
    const live = liveWorkbook();
    const { host } = excel();
    host.faults.at(3, { kind: 'error', code: 'GeneralException' });
    expect((await live.read()).date1904).toBe(false);
    expect(host.faults.unmet).toBe(0);
  });
});

test('a workbook in the format before 2007 takes no ledger, and its name is said', async () => {
  const { host } = excel();
  host.workbook.name = '旧账.XLS';
  const here = page({ live: liveWorkbook() });
  await here.commands.build(SMALL_PLAN);
  expect(here.store.snapshot().notice).toMatchObject({
    key: 'ledgerFault.old-format',
    values: { name: '旧账.XLS' },
  });
  expect(host.sheetNames).toEqual(['Sheet1']);
});

describe('a workbook that may only be looked at (Protected View, read-only, viewing on the web)', () => {
  test('is read, and what would change it is refused before anything is', async () => {
    const live = await builtLedger();
    const before = await live.read();
    excel().host.workbook.behaviour.readOnly = true;
    expect((await lookIn(live)).ledger.plan.measures).toHaveLength(4);
    expect(await refusal(markOverdue(live))).toBe('access-denied');
    excel().host.workbook.behaviour.readOnly = false;
    expect(differences(before, await live.read())).toEqual([]);
  });

  test('takes no ledger', async () => {
    const live = liveWorkbook();
    excel().host.workbook.behaviour.readOnly = true;
    expect(await refusal(live.write(ledgerWorkbook(smallLedger())))).toBe('access-denied');
    expect(excel().host.sheetNames).toEqual(['Sheet1']);
  });
});

describe('a workbook whose structure is protected', () => {
  test('takes no ledger and no forms as tabs, and nothing is half there', async () => {
    const live = await builtLedger();
    const { host } = excel();
    const before = await live.read();
    host.workbook.structureProtected = true;
    const issued = runIn(live, 'issueTabs', { offices: ['市编办'] }, smallLedger());
    expect(await refusal(issued)).toBe('access-denied');
    expect(differences(before, await live.read())).toEqual([]);
  });

  test('what needs a sheet for a moment is refused before anything is changed; what needs none is done', async () => {
    const live = await builtLedger();
    const before = await live.read();
    excel().host.workbook.structureProtected = true;
    const edits = [{ row: 5, column: LEDGER.at('status'), typed: '推进中' }];
    expect(await refusal(runIn(live, 'editCells', { edits }, smallLedger()))).toBe('access-denied');
    expect(differences(before, await live.read())).toEqual([]);
    expect(await refusal(markOverdue(live))).toBeUndefined();
    expect((await lookIn(live)).ledger.settings.asOf).toBe('2018-02-01');
  });
});

test('a ledger whose rows are hidden by hand or folded away in groups takes every change', async () => {
  const live = await builtLedger();
  const wanted = await markOverdue(live).then(() => live.read());
  excel().host.user.hideRows(`${TAB.ledger}!4:5`);
  await runIn(live, 'markOverdue', { asOf: day('2017-09-30') }, smallLedger());
  await markOverdue(live);
  const found = differences(wanted, await live.read()).filter((line) => !line.includes('hidden'));
  expect(found.filter((line) => line.startsWith(TAB.ledger))).toEqual([]);
});

/**
 * Formulas, styles and formats by their English names in A1, whatever language Excel speaks and whether it shows R1C1 (Learn,
 * Excel.Range: `formulas` is “in A1-style notation”, `formulasLocal` “in the user's language”). The whole cycle runs in Chinese and English.
 */
test('nothing that depends on the language of Excel or on R1C1 is used', () => {
  const folder = 'src/hosts/excel';
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const local = /\.(?:\w+Local|\w+R1C1)\b/;
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.flatMap(([name, text]) => (local.test(text) ? [name] : []))).toEqual([]);
});
