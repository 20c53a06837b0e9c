import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { openXmlErrors } from '../support/open-xml';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** The sample with its returns taken in, on 汇总 · 单位页. */
async function onPages(width: number): Promise<Page> {
  const page = await withCollected(pages, width);
  await new PaneActions(page).go('pane.screen.summary');
  await page.getByRole('tablist', { name: '汇总内容' }).getByRole('tab', { name: '单位页' }).click();
  return page;
}

const make = (page: Page) => page.getByRole('button', { name: '生成全部单位页（33）' });

test('a workbook an office in one .zip, then one workbook', async () => {
  const page = await onPages(1280);
  const packed = unzipSync(await pages.downloaded(page, () => make(page).click()));
  const names = Object.keys(packed);
  expect(names).toHaveLength(33);
  expect(names).toContain('市财政局_2017-12-12_反馈确认单.xlsx');
  const [first] = Object.values(packed);
  expect(await openXmlErrors(first ?? new Uint8Array())).toEqual([]);
  await page.getByText('已交给浏览器下载：2017-12-12_反馈确认单.zip（33 个单位）。').waitFor();

  await page.getByLabel('生成方式').selectOption({ label: '合为一个工作簿' });
  const bound = await pages.downloaded(page, () => make(page).click());
  const { sheets } = await createWorkbookFiles().read(bound, 'bound.xlsx');
  expect(sheets).toHaveLength(33);
  expect(sheets[0]?.name).toBe('市编办');
  await page.getByText('已交给浏览器下载：2017-12-12_全部单位页.xlsx（33 个单位）。').waitFor();
  await page.close();
});

test.each([320, 1280])('axe has nothing to say of it at %i px', async (width) => {
  const page = await onPages(width);
  await make(page).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});
