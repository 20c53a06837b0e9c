import { BuiltPages } from './built-pages';
import { untilKept } from './kept-session';
import { goToScreen } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

test.each([320, 1280])(
  'at %i px a unit gets a successor, and another office part of its measures; a reload keeps both',
  async (width) => {
    const page = await pages.page(width);
    const main = page.locator('main');
    const unfold = () =>
      main
        .getByRole('button', { name: /^市编办/ })
        .first()
        .click();
    const field = (label: string) => main.getByLabel(label, { exact: true });
    await page.getByRole('button', { name: '载入140项措施', exact: true }).click();
    await page.getByRole('grid', { includeHidden: true }).waitFor({ state: 'attached' });
    await goToScreen(page, '设置');
    await unfold();
    await field('承接单位').fill('市编办');
    await field('承接单位').press('Tab');
    await main.getByText('承接单位不能是本单位').waitFor();
    await field('承接单位').fill('市委编办');
    await field('承接单位').press('Tab');
    await field('承接日期').waitFor();
    await field('承接日期').fill('2019-01-15');

    const hint = await main.getByText(/本单位牵头第 .* 项/).innerText();
    const owed = [...(/牵头第 (.*) 项/.exec(hint)?.[1] ?? '').matchAll(/\d+/g)].map(([no]) => Number(no));
    expect(owed.length).toBeGreaterThan(1);
    const others = Array.from({ length: 140 }, (_, index) => index + 1).filter((no) => !owed.includes(no));
    await field('另由哪个单位承接').fill('市政务服务局');
    await field('措施序号').fill(String(others[0]));
    await main.getByText(`第 ${others[0]} 项不是本单位牵头的，请核对序号。`).waitFor();
    expect(await main.getByRole('button', { name: '添加', exact: true }).isDisabled()).toBe(true);
    await field('措施序号').fill(String(owed[0]));
    await main.getByRole('button', { name: '添加', exact: true }).click();
    await field('由市政务服务局承接的序号').waitFor();

    await untilKept(page, 'ledger');
    await page.waitForTimeout(300);
    await page.reload();
    await main.getByText('现为市委编办').waitFor();
    expect(await field('承接日期').inputValue()).toBe('2019-01-15');
    expect(await field('由市政务服务局承接的序号').inputValue()).toBe(String(owed[0]));
    await main.getByRole('button', { name: '不再由市政务服务局承接', exact: true }).click();
    await field('由市政务服务局承接的序号').waitFor({ state: 'detached' });
    await page.close();
  },
);
