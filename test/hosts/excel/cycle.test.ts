import { buildLedger } from '../../../src/app/changes/build-ledger';
import { checkActiveSheet, OwnTabError } from '../../../src/app/inbox/check-active-sheet';
import { checkReturns, type CheckedFile } from '../../../src/app/inbox/check-returns';
import { demoReturns } from '../../../src/app/demo/make-demo';
import { openForm } from '../../../src/app/changes/issue-tabs';
import { NothingToUndoError } from '../../../src/app/changes/undo';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { summarise } from '../../../src/ledger/figures/summary';
import { translator } from '../../../src/locales/translate';
import { toSerial } from '../../../src/base/calendar';
import type { CellContent, SheetBlueprint } from '../../../src/base/blueprint';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { TAB } from '../../../src/sheets/words';
import { AT, day, period } from '../../ledger/builders';
import { faultsOfFile, useExcel } from '../../excel-host/support';
import { JINGMEN as planText } from '../../plan/support';
import { lookOf } from './look';
import { differences } from './two-hosts';
import { drawIn, lookIn, runIn } from '../../support/ledger-in';

jest.setTimeout(180_000);

const excel = useExcel({ excelApi: '1.14' });
const live = new ExcelWorkbookHost();
const files = createWorkbookFiles();
const check = { planText, today: day('2017-12-12'), at: AT, words: translator('zh-CN') };

/** What a use case cost, and that nothing it needed is still held on to. */
async function within<Result>(syncs: number, work: Promise<Result>): Promise<Result> {
  const { host } = excel();
  host.traffic.reset();
  const result = await work;
  expect(host.traffic.syncs).toBeLessThanOrEqual(syncs);
  expect(host.traffic.largestRequest).toBeLessThan(4_000_000);
  expect(host.trackedObjects).toBe(0);
  return result;
}

function typed(content: CellContent): string | number | boolean | null {
  if (content === null || typeof content !== 'object') return content;
  if ('date' in content) return toSerial(content.date);
  return 'text' in content ? content.text : content.result;
}

/** The unit types into the open cells of its tab what the filled form holds there. */
function fillTab(sheet: string, form: SheetBlueprint): void {
  for (const { top, left, bottom, right } of form.protection?.unlocked ?? []) {
    const rows = form.cells.slice(top - 1, bottom).map((row) => row.slice(left - 1, right).map(typed));
    const cell = `${String.fromCharCode(64 + left)}${top}`;
    excel().host.user.paste(`${sheet}!${cell}`, rows);
  }
}

describe('the whole cycle in an open workbook', () => {
  test('build, issue, returns as files and as tabs, check, collect, overdue, summary, undo', async () => {
    const { host } = excel();
    host.addSheet('领导用', [['本周重点']]);
    const built = buildLedger(planText, { asOf: day('2017-12-12'), period: period('2017-11'), at: AT });
    await within(4, drawIn(live, built));
    // The first reading asks besides how the workbook counts days; no other does.
    await live.read([]);

    const asTabs = ['市编办', '市司法局'];
    const issued = await within(4, runIn(live, 'issueTabs', { offices: asTabs }));
    expect(issued.issued).toEqual(asTabs.map((office) => ({ office, sheet: `${office}_2017-11` })));
    const visible = host.sheetNames.filter((name) => host.sheet(name).visibility === 'Visible');
    expect(visible.slice(-4)).toEqual(['市编办_2017-11', '市司法局_2017-11', 'Sheet1', '领导用']);
    expect(await runIn(live, 'issueTabs', { offices: asTabs })).toMatchObject({ tabs: [], kept: asTabs });

    const returned = demoReturns(built, 2017);
    const formOf = (unit: string) => returned.find(({ fileName }) => fileName.startsWith(`${unit}_`))?.form;
    const tabs: CheckedFile[] = [];
    for (const { office: unit, sheet } of issued.issued) {
      const form = formOf(unit)?.sheets[0];
      if (form === undefined) throw new Error(unit);
      fillTab(sheet, form);
      host.user.activate(sheet);
      const { checked, marked, inLedger } = await within(4, checkActiveSheet(live, check));
      expect([checked.office, checked.period, marked, inLedger]).toEqual([unit, '2017-11', true, true]);
      tabs.push(checked);
    }
    const byFile = returned.filter(({ fileName }) => !asTabs.some((unit) => fileName.startsWith(`${unit}_`)));
    expect(byFile).toHaveLength(31);
    const checked = await checkReturns(
      built,
      byFile.map(({ fileName, form }) => ({ name: fileName, read: () => files.write(form) })),
      files,
    );

    const collected = await within(4, runIn(live, 'collect', { checked: [...checked, ...tabs] }));
    expect(new Set(collected.ledger.submissions.map(({ office }) => office)).size).toBe(33);
    expect((await within(2, lookIn(live))).ledger).toEqual(collected.ledger);
    const again = await runIn(live, 'collect', { checked: [...checked, ...tabs] });
    expect(again).toMatchObject({ batch: null, added: [] });

    const late = await within(4, runIn(live, 'markOverdue', { asOf: day('2018-03-01') }));
    expect(summarise(late.ledger).total.overdue).toBeGreaterThan(20);
    expect(host.workbook.activeSheet.name).toBe(TAB.ledger);
    host.user.activate('领导用');
    const { ledger: seen } = await within(4, runIn(live, 'buildSummary', {}));
    expect(host.workbook.activeSheet.name).toBe(TAB.summary);
    expect(host.sheet(TAB.summary).charts.length).toBeGreaterThan(0);
    expect(host.sheet(TAB.pivot).pivots).toHaveLength(4);
    expect(summarise(seen).units.every(({ returned: isIn }) => isIn)).toBe(true);

    await equalsFileHost(late.ledger);
    const { ledger: undone } = await within(4, runIn(live, 'undo', { batches: [collected.batch ?? ''] }));
    expect((await runIn(live, 'undo', { batches: [collected.batch ?? ''] })).ledger).toEqual(undone);
    await expect(runIn(live, 'undo', { batches: ['B9999'] })).rejects.toThrow(NothingToUndoError);
    expect((await lookIn(live)).ledger).toEqual(undone);
    expect(host.values('领导用!A1')).toEqual([['本周重点']]);
    expect(host.values('市编办_2017-11!C5')[0]?.[0]).not.toBe('');
  });

  /** The workbook as Excel saves it, beside the one the file host writes from the same ledger. */
  async function equalsFileHost(ledger: Parameters<typeof ledgerWorkbook>[0]): Promise<void> {
    const { findings, foreignSheets } = await lookIn(live);
    const blueprint = ledgerWorkbook(ledger, findings, foreignSheets);
    const saved = await excel().host.save();
    expect(faultsOfFile(saved)).toEqual([]);
    const file = FileWorkbookHost.create('Book1.xlsx');
    await file.write(blueprint);
    const ours = new Set(blueprint.sheets.map(({ name }) => name));
    const opened = await files.read(saved, 'Book1.xlsx');
    const mine = { ...opened, sheets: opened.sheets.filter(({ name }) => ours.has(name)) };
    expect(differences(await file.read(), mine)).toEqual([]);
    const [one, other] = [await lookOf(await file.toBytes(), blueprint), await lookOf(saved, blueprint)];
    const places = [...one.keys()].filter((place) => one.get(place) !== other.get(place));
    // The print area of a tab that stands is the clerk's; a link that comes to a cell that stood without one has Excel's colour.
    const known = new Set([`${TAB.summary} page`, `${TAB.findings}!C4`]);
    expect(places.filter((place) => !place.endsWith(' views') && !known.has(place))).toEqual([]);
  }
});

describe('one form at a time', () => {
  test('opens as a workbook of its own, for the clerk to save or send', async () => {
    const ledger = buildLedger(planText, { asOf: day('2017-12-12'), at: AT });
    await openForm(live, ledger, files, { period: period('2017-11'), unit: '编办' });
    const [bytes] = excel().host.createdWorkbooks;
    const opened = await files.read(bytes ?? new Uint8Array(), '工作簿2.xlsx');
    expect(opened.sheets.map(({ name }) => name)).toEqual(['填报表', '_form']);
  });

  test('a tab of the ledger is nothing to check', async () => {
    await drawIn(live, buildLedger(planText, { asOf: day('2017-12-12'), at: AT }));
    await expect(checkActiveSheet(live, check)).rejects.toThrow(OwnTabError);
  });
});
