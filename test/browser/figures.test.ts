import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';

jest.setTimeout(240_000);

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function main(page: Page) {
  return page.locator('main');
}

async function onFigures(width: number): Promise<Page> {
  const page = await withCollected(pages, width);
  await new PaneActions(page).go('pane.screen.summary');
  await main(page).getByText('完成率').first().waitFor();
  return page;
}

test('a figure leads to just the rows it counts, by click and by Enter; the chip says why and takes it back', async () => {
  const page = await onFigures(1280);
  const rows = () => main(page).getByRole('list').last().getByRole('listitem').count();
  await main(page).getByRole('button', { name: '全部措施：逾期 6', exact: true }).click();
  await main(page).getByRole('heading', { name: '全部措施：逾期（6）' }).waitFor();
  expect(await rows()).toBe(6);
  await main(page).getByRole('button', { name: '取消“全部措施：逾期”，回到各项数字' }).click();
  const ofUnit = main(page).getByRole('button', { name: /^市编办：已完成 \d+$/ });
  const count = Number(await ofUnit.textContent());
  await ofUnit.focus();
  await page.keyboard.press('Enter');
  await main(page)
    .getByRole('heading', { name: `市编办：已完成（${count}）` })
    .waitFor();
  expect(await rows()).toBe(count);
  await page.close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing at 320 px, %s, and nothing is wider than the page',
  async (colorScheme) => {
    const page = await onFigures(320);
    await page.emulateMedia({ colorScheme });
    const found = [...(await violations(page))];
    await main(page).getByRole('button', { name: '全部措施：逾期 6', exact: true }).click();
    await main(page).getByRole('heading', { name: '全部措施：逾期（6）' }).waitFor();
    found.push(...(await violations(page)));
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  },
);
