import { contentValue } from '../../src/base/content-value';
import type { SheetBlueprint, WorkbookBlueprint } from '../../src/base/blueprint';
import { toSerial } from '../../src/base/calendar';
import { must } from '../../src/base/invariant';
import type { RawWorkbook } from '../../src/base/raw-sheet';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { Ledger } from '../../src/ledger/ledger';
import { pageOffices, shownOffice } from '../../src/sheets/figures/unit-page/page-basis';
import { CHOICE_LABEL } from '../../src/sheets/figures/unit-page/unit-page-tab';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { PAGE_NAME, TAB } from '../../src/sheets/words';
import { collectedSample } from '../hosts/excel/sample';
import { day } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { LIBRE_OFFICE_TIMEOUT, hasLibreOffice, resavedByLibreOffice } from '../support/libre-office';
import { runIn } from '../support/ledger-in';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const files = createWorkbookFiles();

function showing(ledger: Ledger, office: string): Ledger {
  return { ...ledger, settings: { ...ledger.settings, shownOffice: office } };
}

function pageOf({ sheets }: WorkbookBlueprint): SheetBlueprint {
  return must(
    sheets.find(({ name }) => name === TAB.unitPage),
    'the page',
  );
}

/** As a clerk leaves it who chooses another office and does nothing else. */
function chosen(workbook: WorkbookBlueprint, office: string): WorkbookBlueprint {
  const page = pageOf(workbook);
  const cells = page.cells.map((row) => (row[0] === CHOICE_LABEL ? [row[0], office, ...row.slice(2)] : row));
  return { ...workbook, sheets: workbook.sheets.map((one) => (one === page ? { ...page, cells } : one)) };
}

/** LibreOffice writes fifteen digits of a number. */
function rounded<Value>(value: Value): Value | number {
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;
}

/** What stands in the cells of the page, row by row; a blank cell and an empty text are one. */
function drawnValues(workbook: WorkbookBlueprint) {
  return pageOf(workbook).cells.map((row) =>
    row.map((content) => {
      if (content !== null && typeof content === 'object' && 'date' in content) return toSerial(content.date);
      return rounded(contentValue(content) ?? '');
    }),
  );
}

function readValues({ sheets }: RawWorkbook, like: readonly (readonly unknown[])[]) {
  const rows = sheets.find(({ name }) => name === TAB.unitPage)?.rows ?? [];
  return like.map((line, index) => {
    const cells = rows.find(({ row }) => row === index + 1)?.cells ?? [];
    return line.map((_, at) => rounded(cells.find(({ column }) => column === at + 1)?.value ?? ''));
  });
}

test('the offices in charge on the day can be chosen, a dissolved unit is none of them', () => {
  const ledger = threePeriods();
  expect(pageOffices(ledger)).toEqual(['市编办', '市发改委', '市市场监管局', '市财政局', '市司法局']);
  const workbook = ledgerWorkbook(ledger);
  const list = must(
    workbook.names.find(({ name }) => name === PAGE_NAME.offices),
    'the list',
  );
  const basis = must(
    workbook.sheets.find(({ name }) => name === list.sheet),
    'the basis',
  );
  const { top, bottom, left } = list.range;
  expect(basis.cells.slice(top - 1, bottom).map((row) => row[left - 1])).toEqual(pageOffices(ledger));
});

test('the office that the clerk chose is read back and drawn again; one that is in charge of nothing is not', () => {
  const ledger = threePeriods();
  const read = (office: string) =>
    readLedger(rawFromBlueprint(chosen(ledgerWorkbook(ledger), office))).ledger;
  expect(shownOffice(read('市财政局'))).toBe('市财政局');
  expect(drawnValues(ledgerWorkbook(read('市财政局')))).toEqual(
    drawnValues(ledgerWorkbook(showing(ledger, '市财政局'))),
  );
  expect(shownOffice(read('市物价局'))).toBe('市编办');
  expect(read('市编办')).toEqual(ledger);
});

test('the most urgent come first: longest overdue, due soon, open, done', async () => {
  const { collected } = await collectedSample();
  const lines = drawnValues(ledgerWorkbook(showing(collected, '市政府法制办')));
  const header = lines.findIndex(([first]) => first === '序号');
  const states = lines.slice(header + 1).map((line) => String(line[6]).replace(/ .*/, ''));
  const order = { 逾期: 0, 临期: 1, 正常: 2, 长期: 2, 已完成: 3, 逾期完成: 3, '': 4 };
  expect(new Set(states)).toEqual(new Set(Object.keys(order)));
  const ranks = states.map((state) => order[state as keyof typeof order]);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(ranks.filter((rank) => rank < 4)).toHaveLength(30);
});

test('whatever is done in a file, the office that the clerk chose stays chosen, and nothing counts as repaired', async () => {
  const ledger = threePeriods();
  const host = await FileWorkbookHost.open(
    await files.write(chosen(ledgerWorkbook(ledger), '市财政局')),
    'page.xlsx',
  );
  const asOf = day('2018-07-20');
  const { repairs } = await runIn(host, 'buildSummary', { asOf });
  expect(repairs).toEqual([]);
  const later = { ...ledger, settings: { ...ledger.settings, asOf } };
  const drawn = drawnValues(ledgerWorkbook(showing(later, '市财政局')));
  expect(readValues(await host.read(), drawn)).toEqual(drawn);
});

const withLibreOffice = hasLibreOffice ? test : test.skip;

withLibreOffice(
  'another choice in the workbook shows what the product would have drawn, as LibreOffice works it out',
  async () => {
    const { collected } = await collectedSample();
    const quarters = threePeriods();
    const cases = [
      [quarters, '市发改委'] as const,
      [quarters, '市财政局'] as const,
      [collected, '市政府办公室'] as const,
    ];
    const written = await Promise.all(
      cases.map(([ledger, office]) => files.write(chosen(ledgerWorkbook(ledger), office))),
    );
    const resaved = await resavedByLibreOffice(written);
    for (const [index, [ledger, office]] of cases.entries()) {
      const drawn = drawnValues(ledgerWorkbook(showing(ledger, office)));
      const bytes = must(resaved[index], 'a workbook');
      expect([office, readValues(await files.read(bytes, 'page.xlsx'), drawn)]).toEqual([office, drawn]);
    }
  },
);
