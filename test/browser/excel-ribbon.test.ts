import type { Page } from 'playwright-core';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import type { ExcelHost } from '../excel-host/host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { AT, day } from '../ledger/builders';
import { JINGMEN } from '../plan/support';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';

const ledger = buildLedger(JINGMEN, { asOf: day('2018-03-01'), at: AT });

let pages: BuiltPages;
let bytes: Uint8Array;

beforeAll(async () => {
  pages = await BuiltPages.open();
  bytes = await createWorkbookFiles().write(ledgerWorkbook(ledger));
});

afterAll(() => pages.close());

/** A button of the ribbon as Excel presses it; `said` is the address of the window it opens, once it is released. */
interface Pressed {
  readonly said: string | null;
}

/** Where office.js keeps what `associate` was told, by names in upper case. */
interface Commands {
  readonly _association: {
    readonly mappings: Readonly<Record<string, (event: { completed: () => void }) => void>>;
  };
}

/** Runs in the page: calls what the add-in associated, as Excel does, and closes the window the moment it opens. */
async function pressed(name: string): Promise<Pressed> {
  let said: string | null = null;
  const ui = {
    displayDialogAsync: (address: string, _options: object, opened: (result: object) => void) => {
      said = address;
      const addEventHandler = (_type: string, closed: () => void) => closed();
      opened({ status: Office.AsyncResultStatus.Succeeded, value: { addEventHandler } });
    },
  };
  // The library's own cannot be written to: what is asked of it goes through one that stands before it.
  const context = Object.create(Office.context, { ui: { value: ui } }) as object;
  window.Office = Object.create(Office, { context: { value: context } }) as typeof Office;
  const { mappings } = (Office.actions as unknown as Commands)._association;
  await new Promise<void>((completed) => mappings[name.toUpperCase()]?.({ completed }));
  return { said };
}

/** Runs in the page. */
function isAssociated(name: string): boolean {
  const actions = window.Office?.actions as unknown as Partial<Commands> | undefined;
  return name.toUpperCase() in (actions?._association?.mappings ?? {});
}

async function press(page: Page, name: string): Promise<Pressed> {
  while (!(await page.evaluate(isAssociated, name))) await page.waitForTimeout(100);
  return page.evaluate(pressed, name);
}

const withLedger = (host: ExcelHost) => host.load(bytes, '措施台账.xlsx');

function open(seed: (host: ExcelHost) => unknown = withLedger): Promise<ExcelPage> {
  return ExcelPage.open(pages, { path: 'ribbon.html' }, seed);
}

describe('the buttons of the ribbon, without the pane', () => {
  test('标记逾期 brings the ledger to the front, 生成汇总 the summary; neither has anything to say', async () => {
    const excel = await open();
    const { host, page } = excel;
    host.user.activate(TAB.log);
    expect(await press(page, 'markOverdue')).toEqual({ said: null });
    expect(host.workbook.activeSheet.name).toBe(TAB.ledger);
    expect(await press(page, 'buildSummary')).toEqual({ said: null });
    expect(host.workbook.activeSheet.name).toBe(TAB.summary);
    expect(host.values(`${TAB.summary}!A1`)).toEqual([[expect.stringMatching(/进展情况汇总$/)]]);
    await excel.close();
  });

  test('校验当前表 on a tab of the ledger says what to do, in a small window', async () => {
    const excel = await open();
    const { said } = await press(excel.page, 'checkSheet');
    await excel.page.goto(said ?? '');
    expect(await excel.page.getByRole('status').innerText()).toBe(
      '“台账”是台账自己的工作表，不是填报表。请先切换到要校验的填报表，再点“校验当前表”。',
    );
    await excel.close();
  });

  test.each(['markOverdue', 'buildSummary'])('%s in a workbook without a ledger says so', async (name) => {
    const excel = await open(() => undefined);
    const { said } = await press(excel.page, name);
    expect(new URL(said ?? '').searchParams.get('text')).toMatch(/^这个工作簿里没有台账。/);
    expect(excel.host.sheetNames).toEqual(['Sheet1']);
    await excel.close();
  });

  test('a tab under the clerk’s password is named, and nothing is changed', async () => {
    const excel = await open();
    excel.host.user.type(`${TAB.ledger}!G4`, '未启动');
    excel.host.user.protect(TAB.entries, '密码');
    const { said } = await press(excel.page, 'buildSummary');
    expect(new URL(said ?? '').searchParams.get('text')).toMatch(/^工作表“填报明细”设了保护/);
    await excel.close();
  });
});
