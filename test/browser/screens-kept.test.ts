import type { Page } from 'playwright-core';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { untilKeptText } from './kept-session';
import { PaneActions } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** Screens of the pane, each with what is left on it and how it is seen that it is still there. */
interface Screen {
  readonly screen: 'overdue' | 'report' | 'summary' | 'returns' | 'settings';
  readonly part?: string;
  readonly leave: (main: ReturnType<Page['locator']>) => Promise<void>;
  readonly seen: (main: ReturnType<Page['locator']>) => Promise<unknown>;
}

const SCREENS: Readonly<Record<string, Screen>> = {
  预警: {
    screen: 'overdue',
    leave: async (main) => {
      await main.getByLabel('分组').selectOption({ label: '按完成时限' });
      await main.getByLabel('查找').fill('市编办');
    },
    seen: async (main) => [
      await main.getByLabel('分组').inputValue(),
      await main.getByLabel('查找').inputValue(),
    ],
  },
  核实: {
    screen: 'report',
    part: '核实',
    leave: async (main) => {
      await main.getByRole('checkbox', { name: '第 1 项　市编办', exact: true }).check();
      await main.getByRole('button', { name: /^退回（1）/ }).click();
      await main.getByLabel(/退回理由|退回原因/).fill('佐证材料与措施不符');
    },
    seen: async (main) => [
      await main.getByRole('checkbox', { name: '第 1 项　市编办', exact: true }).isChecked(),
      await main.getByLabel(/退回理由|退回原因/).inputValue(),
    ],
  },
  延期: {
    screen: 'report',
    part: '延期',
    leave: async (main) => {
      await main.getByLabel('措施序号').fill('7');
      await main.getByLabel('新时限').fill('2018-06-30');
      await main.getByLabel('延期理由').fill('省级清单尚未印发');
    },
    seen: async (main) => [
      await main.getByLabel('措施序号').inputValue(),
      await main.getByLabel('新时限').inputValue(),
      await main.getByLabel('延期理由').inputValue(),
    ],
  },
  发文: {
    screen: 'report',
    part: '发文',
    leave: async (main) => {
      await main.getByRole('checkbox', { name: /通报/ }).first().check();
    },
    seen: (main) => main.getByRole('checkbox', { name: /通报/ }).first().isChecked(),
  },
  回收: {
    screen: 'returns',
    leave: async (main) => {
      await main
        .getByRole('button', { name: /市人大常委会法工委/ })
        .first()
        .click();
      await main.getByText('“己完成”').first().waitFor();
    },
    seen: (main) => main.getByText('“己完成”').first().waitFor(),
  },
};

async function go(page: Page, { screen, part }: Screen): Promise<ReturnType<Page['locator']>> {
  await new PaneActions(page).go(`pane.screen.${screen}`);
  const main = page.locator('main');
  if (part !== undefined) {
    await main
      .getByRole('tablist', { name: '督办事项' })
      .getByRole('tab', { name: part, exact: true })
      .click();
  }
  return main;
}

test('what is typed, ticked, filtered and opened is there again after other screens, and after the page is loaded again', async () => {
  const page = await withCollected(pages, 1280);
  const left: Record<string, unknown> = {};
  for (const [name, screen] of Object.entries(SCREENS)) {
    const main = await go(page, screen);
    await screen.leave(main);
    left[name] = await screen.seen(main);
  }
  const seen = async () => {
    const found: Record<string, unknown> = {};
    for (const [name, screen] of Object.entries(SCREENS))
      found[name] = await screen.seen(await go(page, screen));
    return found;
  };
  expect(await seen()).toEqual(left);
  await untilKeptText(page, 'screenState', '省级清单尚未印发');
  await untilKeptText(page, 'screenState', '佐证材料与措施不符');
  await page.reload();
  expect(await seen()).toEqual(left);
  await page.close();
});

test('each screen and each tab of the workbook comes up where it was left, also after the page is loaded again', async () => {
  const page = await withCollected(pages, 1280);
  const main = page.locator('main');
  const panel = main.getByRole('tabpanel').first();
  const pane = new PaneActions(page);
  const grid = (name: string) => page.getByRole('grid', { name });
  const scrolledTo = () =>
    page
      .locator('section')
      .getByRole('grid')
      .locator('..')
      .evaluate((one) => one.scrollTop);
  await pane.go('pane.screen.overdue');
  await main.getByText(/^逾期 \d+ 条/).waitFor();
  await panel.evaluate((one) => one.scrollTo({ top: 700 }));
  const allRows = () => page.getByRole('button', { name: /^预警：\d+ 项措施$/, pressed: true }).click();
  await allRows();
  await grid('台账').locator('[data-row="9"] [data-column="4"]').click();
  for (let pressed = 0; pressed < 40; pressed += 1) await page.keyboard.press('ArrowDown');
  let before = await scrolledTo();
  expect(before).toBeGreaterThan(500);
  const comesBack = async () => {
    await grid('台账').locator('[data-row="49"] [data-column="4"]').waitFor();
    expect(await scrolledTo()).toBe(before);
    expect(await grid('台账').locator('[data-row="49"] [aria-selected="true"]').count()).toBe(1);
    await pane.go('pane.screen.overdue');
    await page.waitForFunction(
      () => (document.querySelector('main [role=tabpanel]')?.scrollTop ?? 0) === 700,
    );
  };
  await page.getByRole('tablist', { name: '工作表' }).getByRole('tab', { name: '汇总' }).click();
  await grid('汇总').waitFor();
  await pane.go('pane.screen.summary');
  // A screen brings its tab in front when it comes up.
  await main.getByText('完成率').first().waitFor();
  await page.getByRole('tablist', { name: '工作表' }).getByRole('tab', { name: '台账' }).click();
  await comesBack();
  await allRows();
  await grid('台账').locator('[data-row="49"] [data-column="4"]').click();
  before = await scrolledTo();
  await untilKeptText(page, 'screenState', `"row":49,"column":4,"top":${before}`);
  await page.reload();
  await comesBack();

  // A cell that was asked for is left again: the page comes back to where the clerk went from there.
  await main.getByRole('button', { name: /^定位/ }).first().click();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null);
  await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null);
  const located = Number(await focused());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await untilKeptText(page, 'screenState', `"row":${located + 2}`);
  await untilKeptText(page, 'place', 'null');
  await page.reload();
  await grid('台账')
    .locator(`[data-row="${located + 2}"] [aria-selected="true"]`)
    .waitFor();
  await page.close();
});
