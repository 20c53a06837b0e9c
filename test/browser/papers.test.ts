import { papersInAddress } from '../../src/documents/papers-in-address';
import { PAPER } from '../documents/short-paper';
import { openXmlErrors } from '../support/open-xml';
import { unzipped } from '../support/unzipped';
import { violations } from './accessibility';
import { BuiltPages } from './built-pages';

jest.setTimeout(120_000);

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

test('the page opened beside Excel saves the papers of its address, which it empties, and axe finds nothing', async () => {
  const page = await pages.blank(800, 600);
  const address = papersInAddress([{ fileName: '督办单/市财政局.docx', paper: PAPER }]);
  await page.goto(`${pages.origin}/papers.html#${address}`);
  const button = page.getByRole('button', { name: 'Save 督办单／市财政局.docx' });
  const docx = await pages.downloaded(page, () => button.click());
  expect(await openXmlErrors(docx, 'letter.docx')).toEqual([]);
  expect(unzipped(docx)['word/document.xml']).toContain('请于三月底前办结');
  expect(new URL(page.url()).hash).toBe('');
  expect(await violations(page)).toEqual([]);
  expect(pages.faults).toEqual([]);
  await page.close();
});

test('an address without papers says what to do', async () => {
  const page = await pages.blank(320, 600);
  await page.goto(`${pages.origin}/papers.html#eJy`);
  await page.getByText('This address holds no papers that can be read').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  await page.close();
});

test.each(['support.html', 'message.html?text=%E5%B7%B2%E6%A0%A1%E9%AA%8C', 'papers.html', 'taskpane.html'])(
  'axe finds nothing on %s as it comes',
  async (path) => {
    const page = await pages.blank(320, 480);
    await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
    await page.goto(`${pages.origin}/${path}`);
    expect(await violations(page, 'body')).toEqual([]);
    await page.close();
  },
);
