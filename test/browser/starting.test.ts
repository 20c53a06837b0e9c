import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { translator } from '../../src/locales/translate';
import { BuiltPages } from './built-pages';
import { ExcelPage } from './excel-page';

jest.setTimeout(120_000);

const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const words = translator('en-US');

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** What becomes of a request for a file of office.js. */
type Fate = 'refused' | 'kept back' | 'answered';

/** The pane's page with no Excel around it, its office.js as `fate` says. */
async function openPane(fate: (file: string) => Fate) {
  const page = await pages.blank(350, 700);
  await page.clock.install();
  await page.route(`${OFFICE}**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice('/lib/1/hosted/'.length);
    if (fate(file) === 'refused') await route.abort();
    else if (fate(file) === 'answered') {
      const body = await readFile(join('node_modules/@microsoft/office-js/dist', file));
      const contentType = extname(file) === '.js' ? 'text/javascript' : 'application/octet-stream';
      await route.fulfill({ body, contentType });
    }
  });
  await page.goto(`${pages.origin}/taskpane.html`, { waitUntil: 'commit' });
  return page;
}

describe('a pane whose Excel does not come (OfficeDev/office-js issues 6040 and 6148)', () => {
  test('shows that it is opening while office.js is on its way, and after ten seconds what to do', async () => {
    const page = await openPane(() => 'kept back');
    await page.getByText('正在打开措施台账').waitFor();
    await page.clock.fastForward(9_000);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.clock.fastForward(1_500);
    await page.getByText(words('pane.starting.slow')).waitFor();
    expect(await page.getByRole('button', { name: words('pane.starting.retry') }).count()).toBe(1);
    await page.close();
  });

  test('says at once that office.js cannot be fetched, and tries again on the press of a button', async () => {
    const page = await openPane(() => 'refused');
    await page.getByText(words('pane.starting.missing')).waitFor();
    const again = page.waitForRequest(`${OFFICE}office.js`);
    await page.getByRole('button', { name: words('pane.starting.retry') }).click();
    await again;
    await page.close();
  });

  test('opened outside Excel, it says so and leads to the browser edition', async () => {
    const page = await openPane(() => 'answered');
    await page.getByText(words('pane.starting.outside')).waitFor();
    const link = page.getByRole('link', { name: words('pane.starting.edition') });
    expect(await link.getAttribute('href')).toBe('index.html');
    await page.close();
  });

  test('inside Excel the pane takes the place of all that', async () => {
    const excel = await ExcelPage.open(pages, { language: 'zh-CN' });
    await excel.page.getByRole('button', { name: translator('zh-CN')('pane.first.build') }).waitFor();
    expect(await excel.page.locator('#starting').count()).toBe(0);
    await excel.close();
  });
});
