import { TAB } from '../../src/sheets/words';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';
import { PaneActions } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

describe('the pane in Excel, office.js booted by itself', () => {
  test('knows the application, its language and what it can do', async () => {
    const excel = await ExcelPage.open(pages, { excelApi: '1.10', language: 'en-US' });
    const said = await excel.page.evaluate(async () => {
      await Office.onReady();
      const { host, platform, displayLanguage, requirements } = Office.context;
      const supported = ['1.9', '1.10', '1.13'].map((version) =>
        requirements.isSetSupported('ExcelApi', version),
      );
      return { host, platform, displayLanguage, supported };
    });
    expect(said).toEqual({
      host: 'Excel',
      platform: 'PC',
      displayLanguage: 'en-US',
      supported: [true, true, false],
    });
    await excel.close();
  });

  test('builds the ledger in the workbook, before the clerk’s own sheet', async () => {
    const excel = await ExcelPage.open(pages);
    const pane = new PaneActions(excel.page);
    await pane.press('pane.first.build');
    await pane.says('pane.built', { measures: 140 });
    expect(excel.host.sheetNames[0]).toBe(TAB.ledger);
    expect(excel.host.sheetNames.at(-1)).toBe('Sheet1');
    expect(excel.host.values(`${TAB.ledger}!A143`)).toEqual([[140]]);
    await excel.close();
  });

  test('says in 设置 what whoever helps has to know of this Excel', async () => {
    const excel = await ExcelPage.open(pages, { excelApi: '1.14', width: 320 });
    const { page } = excel;
    await new PaneActions(page).go('pane.screen.settings');
    const lines = page.getByRole('textbox', { name: '诊断' });
    await lines.scrollIntoViewIfNeeded();
    expect(await lines.inputValue()).toContain('ExcelApi 1.14');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await excel.close();
  });

  test('a figure leads to its rows, a row to its cell in Excel and to its dossier, and back; there is no grid to follow', async () => {
    const excel = await ExcelPage.open(pages, { width: 320 });
    const { page, host } = excel;
    const pane = new PaneActions(page);
    const main = page.locator('main');
    const heading = (name: string) => main.getByRole('heading', { name, exact: true });
    await pane.press('pane.first.build');
    await pane.says('pane.built', { measures: 140 });
    await main.getByRole('button', { name: '140 项措施' }).click();
    await heading('全部措施：措施（140）').waitFor();
    const locate = main.getByRole('button', { name: /^定位/ }).nth(1);
    await locate.click();
    const selected = () => [host.workbook.selection.sheet.name, host.workbook.selection.rects[0]] as const;
    while (selected()[1]?.top !== 5) await page.waitForTimeout(20);
    expect(selected()).toMatchObject([TAB.ledger, { top: 5, left: 7 }]);
    expect(await locate.evaluate((button) => button === document.activeElement)).toBe(true);
    await main.getByRole('button', { name: '第 2 项', exact: true }).click();
    await heading('第 2 项').waitFor();
    await main.getByRole('button', { name: '市编办', exact: true }).first().click();
    await heading('市编办').waitFor();
    await main.getByRole('button', { name: '市编办：措施 16', exact: true }).click();
    await main.getByRole('button', { name: '返回第 2 项' }).click();
    await main.getByRole('button', { name: '返回汇总' }).click();
    await heading('全部措施：措施（140）').waitFor();
    expect(await page.getByRole('tablist', { name: '窗格和工作簿' }).count()).toBe(0);
    expect(await page.getByRole('separator').count()).toBe(0);
    await excel.close();
  });

  test('nothing is fetched but the page’s own files and office.js, and nothing fails', () => {
    const office = pages.foreignRequests.filter(
      (address) => !address.startsWith('https://appsforoffice.microsoft.com/lib/1/hosted/'),
    );
    expect(office).toEqual([]);
    expect(pages.faults).toEqual([]);
  });
});
