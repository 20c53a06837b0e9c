import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { withCollected, withEightPeriods, withThreePeriods } from './beginnings';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';
import { turnTo } from './sides';

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
  const ofUnit = main(page)
    .getByRole('table')
    .getByRole('button', { name: /^市编办：已完成 \d+$/ })
    .last();
  const count = Number(await ofUnit.textContent());
  await ofUnit.focus();
  await page.keyboard.press('Enter');
  await main(page)
    .getByRole('heading', { name: `市编办：已完成（${count}）` })
    .waitFor();
  expect(await rows()).toBe(count);
  await page.close();
});

/** What says a number other than nought and leads nowhere: dates, periods and rates are no counts. */
function looseCounts(page: Page): Promise<readonly string[]> {
  return main(page)
    .getByRole('tabpanel')
    .first()
    .evaluate((panel) => {
      const texts: string[] = [];
      const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const isWay = node.parentElement?.closest('button, a, select, svg, caption, [role=tooltip]') != null;
        const counts = (node.textContent ?? '').replaceAll(/\d{4}-\d\d-\d\d|\d{4}年(?:\d+月)?|\d+%/gu, '');
        if (!isWay && /[1-9]/u.test(counts)) texts.push(counts);
      }
      return texts;
    });
}

/** Presses a figure by the keyboard, and whether as many rows come as it says; then back to all figures. */
async function leadsToRows(page: Page, label: string): Promise<void> {
  const count = Number(/\d+$/u.exec(label)?.[0]);
  await main(page).getByRole('button', { name: label, exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await main(page)
    .getByRole('heading', { name: `${label.replace(/ \d+$/u, '')}（${count}）`, exact: true })
    .waitFor();
  if (count <= FEW)
    expect(await main(page).getByRole('list').last().getByRole('listitem').count()).toBe(count);
  await main(page)
    .getByRole('button', { name: /^取消“/ })
    .click();
  await main(page).getByText('完成率').first().waitFor();
}

/** As many rows are drawn at once. */
const FEW = 40;

test('no count on 首页 and 汇总 leads nowhere', async () => {
  const page = await withCollected(pages, 1280);
  const pane = new PaneActions(page);
  await pane.go('pane.screen.home');
  await main(page).getByRole('button', { name: '140 项措施' }).waitFor();
  expect(await looseCounts(page)).toEqual([]);
  await pane.go('pane.screen.summary');
  await main(page).getByText('完成率').first().waitFor();
  expect(await looseCounts(page)).toEqual([]);
  await page.close();
});

test('figures of 首页 lead to the measures, offices and claims they count', async () => {
  const page = await withCollected(pages, 1280);
  const pane = new PaneActions(page);
  const lead = async (name: RegExp): Promise<number> => {
    await pane.go('pane.screen.home');
    const way = main(page).getByRole('button', { name });
    const count = Number(/\d+/u.exec(await way.innerText())?.[0]);
    await way.focus();
    await page.keyboard.press('Enter');
    return count;
  };
  for (const [name, what] of [
    [/^140 项措施$/, '全部措施：措施'],
    [/^205 条应报项$/, '各单位应报项：措施'],
    [/^逾期 \d+ 项$/, '全部措施：逾期'],
    [/^临期 \d+ 项$/, '全部措施：临期'],
    [/^已完成 \d+\/140 项$/, '全部措施：已完成'],
  ] as const) {
    const count = await lead(name);
    await main(page)
      .getByRole('heading', { name: `${what}（${count}）`, exact: true })
      .waitFor();
  }
  for (const [name, what] of [
    [/^33 个单位$/, '应报单位'],
    [/^已回收 33\/33$/, '已回收'],
  ] as const) {
    await lead(name);
    await main(page)
      .getByRole('heading', { name: new RegExp(`^2017年11月：${what}（33）$`, 'u') })
      .waitFor();
    expect(await main(page).getByRole('list').last().getByRole('listitem').count()).toBe(33);
  }
  const claims = await lead(/^待核实 \d+ 项$/);
  await main(page)
    .getByRole('option', { name: `填报已完成、待核实（${claims}）`, selected: true })
    .waitFor({ state: 'attached' });
  await page.close();
});

/** How many rows of a tab are shown below what stays in view. */
async function shownIn(page: Page, tab: string, heads: number): Promise<number> {
  const grid = page.getByRole('grid', { name: tab, exact: true });
  await grid.waitFor();
  return Number(await grid.getAttribute('aria-rowcount')) - heads;
}

test('figures of returns and letters lead to their records, in the pane and in the tab that holds them; the chip shows all again', async () => {
  const page = await withThreePeriods(pages);
  const pane = new PaneActions(page);
  for (const [way, what, tab, count] of [
    ['5 个单位', '2018年第一季度：应报单位', '报送情况', 5],
    ['已回收 4/5', '2018年第一季度：已回收', '报送情况', 4],
    ['已发文 2 件', '已发文', '核实督办', 2],
  ] as const) {
    await pane.go('pane.screen.home');
    await main(page).getByRole('button', { name: way, exact: true }).focus();
    await page.keyboard.press('Enter');
    await main(page)
      .getByRole('heading', { name: `${what}（${count}）`, exact: true })
      .waitFor();
    expect(await main(page).getByRole('list', { name: what }).getByRole('listitem').count()).toBe(count);
    expect(await shownIn(page, tab, 3)).toBe(count);
    const chip = page.getByRole('toolbar', { name: '随窗格显示' }).getByRole('button', { name: what });
    await chip.click();
    expect(await shownIn(page, tab, 3)).toBeGreaterThan(count);
    await chip.click();
    expect(await shownIn(page, tab, 3)).toBe(count);
  }
  await main(page).getByRole('button', { name: /^定位/ }).first().click();
  await page.locator('[role=grid][aria-label="核实督办"] [aria-selected=true]').first().waitFor();
  await page.close();
});

test('figures of 考核 and 领导参阅 about returns lead from the workbook by Enter to as many rows as they say', async () => {
  const page = await withThreePeriods(pages);
  for (const { tab, place, what, count, held, heads } of [
    { tab: '领导参阅', place: 'K3', what: '2018年第一季度：未报单位', count: 1, held: '报送情况', heads: 3 },
    { tab: '考核', place: 'G16', what: '市司法局：迟报、未报', count: 3, held: '考核', heads: 4 },
    { tab: '考核', place: 'H13', what: '市编办：退回更正', count: 2, held: '考核', heads: 4 },
  ]) {
    await turnTo(page, tab);
    const box = page.getByRole('textbox', { name: '名称框' });
    await box.fill(place);
    await box.press('Enter');
    const ways = page.getByRole('region', { name: '工作簿' });
    await ways.getByRole('button', { name: `看这 ${count} 行` }).waitFor();
    await page.keyboard.press('Enter');
    await main(page)
      .getByRole('heading', { name: `${what}（${count}）`, exact: true })
      .waitFor();
    expect(await main(page).getByRole('list', { name: what }).getByRole('listitem').count()).toBe(count);
    expect(await shownIn(page, held, heads)).toBe(count);
    await main(page)
      .getByRole('button', { name: /^取消“/ })
      .click();
    await main(page).getByText('完成率').first().waitFor();
  }
  await page.close();
});

test('cards, bars, the trend and its earlier periods lead to as many rows as they say, by the keyboard', async () => {
  const page = await onFigures(1280);
  const ways = async (name: RegExp) => {
    const all = await main(page)
      .getByRole('button', { name })
      .evaluateAll((found) => found.map((one) => one.getAttribute('aria-label') ?? ''));
    return [...new Set(all)];
  };
  const cards = await ways(/^全部措施：.* \d+$/u);
  const periods = await ways(/^2017年\d+月：[^，]+ \d+$/u);
  const units = await ways(/^市编办：.* \d+$/u);
  const sections = await ways(/^\(一\).*：.* \d+$/u);
  expect([cards.length, periods.length, units.length, sections.length].every((many) => many > 2)).toBe(true);
  for (const label of [...cards, ...units, ...sections]) await leadsToRows(page, label);
  for (const label of periods) {
    await main(page).getByRole('button', { name: label, exact: true }).last().focus();
    await page.keyboard.press('Enter');
    const [period = '', figure = '', count = ''] = label.split(/：| (?=\d+$)/u);
    await main(page)
      .getByRole('heading', { name: `${period}，全部措施：${figure}（${count}）`, exact: true })
      .waitFor();
    await main(page)
      .getByRole('button', { name: /^取消“/ })
      .click();
    await main(page).getByText('完成率').first().waitFor();
  }
  const bar = main(page).getByRole('toolbar', { name: '市编办：按填报状态' });
  const parts = bar.getByRole('button');
  await parts.first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await parts.nth(1).evaluate((part) => part === document.activeElement)).toBe(true);
  expect(await bar.locator('[tabindex="0"]').count()).toBe(1);
  const label = (await parts.nth(1).getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Enter');
  await main(page)
    .getByRole('heading', { name: label.replace(/ (\d+)$/u, '（$1）'), exact: true })
    .waitFor();
  await page.close();
});

test('in a trend of more periods than have room for their values each period leads to its rows by the keyboard', async () => {
  const page = await withEightPeriods(pages);
  await new PaneActions(page).go('pane.screen.summary');
  const chart = main(page).getByRole('group', { name: '各报送期趋势' });
  await chart.waitFor();
  const values = main(page).locator('[data-period] button');
  expect(await values.count()).toBeLessThanOrEqual(4);
  await chart.getByRole('button').first().focus();
  for (let moved = 0; moved < 4; moved += 1) await page.keyboard.press('ArrowRight');
  const said = (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '';
  expect(said).toMatch(/^2017年第二季度.*已完成 1/u);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await main(page)
    .getByRole('heading', { name: '2017年第二季度，全部措施：已完成（1）', exact: true })
    .waitFor();
  expect(await main(page).getByRole('list').last().getByRole('listitem').count()).toBe(1);
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
