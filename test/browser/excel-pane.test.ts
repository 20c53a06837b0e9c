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

  test('nothing is fetched but the page’s own files and office.js, and nothing fails', () => {
    const office = pages.foreignRequests.filter(
      (address) => !address.startsWith('https://appsforoffice.microsoft.com/lib/1/hosted/'),
    );
    expect(office).toEqual([]);
    expect(pages.faults).toEqual([]);
  });
});
