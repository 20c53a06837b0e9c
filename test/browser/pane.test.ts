import type { Page } from 'playwright-core';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { issueForms } from '../../src/app/changes/issue-forms';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { Ledger } from '../../src/ledger/ledger';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { AT, day, period } from '../ledger/builders';
import { violations } from './accessibility';
import { withChecked, withCollected, withMeasures, withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { goToScreen, screenNames } from './pane-actions';
import { drawIn } from '../support/ledger-in';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

function button(page: Page, name: string | RegExp) {
  return page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
}

function tab(page: Page, name: string) {
  return page.getByRole('tablist', { name: '功能' }).getByRole('tab', { name, exact: true });
}

/** Each screen in turn, what can be unfolded on it unfolded once. */
async function onEveryScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  for (const screen of await screenNames(page)) {
    await goToScreen(page, screen);
    await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).waitFor();
    await page.waitForTimeout(200);
    const folded = button(page, /^(?:需更正\s*市|市编办)/);
    if ((screen === '回收' || screen === '设置') && (await folded.count()) > 0) await folded.first().click();
    await look(screen);
  }
}

/** Whatever reaches beyond the right edge. */
function beyond(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate(
    (limit) =>
      [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > limit + 1 && one.clientWidth > 0)
        .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`),
    width,
  );
}

const LOOKS = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const;

test.each(LOOKS)('axe finds nothing before there is a ledger, %s', async (_, look) => {
  const page = await pages.page(320);
  await page.emulateMedia(look);
  const found: string[] = [];
  await onEveryScreen(page, async (screen) => {
    found.push(...(await violations(page)).map((one) => `${screen}: ${one}`));
  });
  expect(found).toEqual([]);
  await page.close();
});

test.each(LOOKS)('axe finds nothing before an import, %s', async (_, look) => {
  const page = await withChecked(pages, 320);
  await page.emulateMedia(look);
  await button(page, '汇入 200 条').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test.each(LOOKS)('axe finds nothing on any screen, %s', async (_, look) => {
  const page = await withCollected(pages, 320);
  await page.emulateMedia(look);
  const found: string[] = [];
  await onEveryScreen(page, async (screen) => {
    found.push(...(await violations(page)).map((one) => `${screen}: ${one}`));
  });
  expect(found).toEqual([]);
  await page.close();
});

test.each([
  ['270 px', 270, '100%'],
  ['twice the text at 320 px', 320, '200%'],
])('nothing needs sideways scrolling at %s', async (_, width, text) => {
  const page = await withCollected(pages, width);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, text);
  const wide: string[] = [];
  await onEveryScreen(page, async (screen) => {
    wide.push(...(await beyond(page, width)).map((one) => `${screen}: ${one}`));
  });
  expect(wide).toEqual([]);
  await page.close();
});

/** Tabs until the control with this name has the focus. */
async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (focused.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” cannot be reached by keyboard`);
}

test('the whole cycle by keyboard alone; the focus is never lost', async () => {
  const page = await pages.page(1280);
  await button(page, '用示例数据试一遍').waitFor();
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  const focusedTag = () => page.evaluate(() => document.activeElement?.tagName);
  await press('用示例数据试一遍');
  await button(page, '下一步：下发填报表').waitFor();
  await page.waitForTimeout(200);
  expect(await focusedTag()).toBe('H2');
  await press('下一步：下发填报表');
  await button(page, '打包下载 33 份（.zip）').waitFor();
  await press('打包下载 33 份（.zip）');
  await page.getByText('已交给浏览器下载：2017-11_填报表.zip').waitFor();
  await tab(page, '下发').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await button(page, '用示例填报表').waitFor();
  await press('用示例填报表');
  await button(page, '汇入 200 条').waitFor();
  await press('汇入 200 条');
  await page.getByText('汇入完成').waitFor();
  await page.waitForTimeout(200);
  expect(await focusedTag()).toBe('H3');
  await press('下一步：查看逾期预警');
  await page.getByText('逾期 6 条').waitFor();
  await press('定位');
  await page.waitForTimeout(200);
  expect(await focusedTag()).not.toBe('BODY');
  await page.close();
});

test('as-of date and period are set on the first screen, and everything is counted anew', async () => {
  const page = await withSample(pages);
  const count = page.locator('main').getByRole('button', { name: /^逾期 \d+ 项$/ });
  const before = await count.innerText();
  await page.locator('main').getByLabel('统计截止日').fill('2018-06-30');
  await page.waitForFunction((text) => !document.querySelector('main')?.textContent.includes(text), before);
  await page.locator('main').getByLabel('报送期').selectOption('2017Q4');
  await page.getByText('2018-01-10 前报送').waitFor();
  await page.close();
});

test('an import of an earlier day can be taken back, and the files wait again', async () => {
  const page = await withCollected(pages);
  await tab(page, '回收').click();
  await page.getByText('汇入完成').waitFor();
  await button(page, '撤销本次汇入').click();
  await button(page, '汇入 200 条').waitFor();
  await page.close();
});

test('of one period there is no trend; of several the summary shows one, a bar and its figures each', async () => {
  const fresh = await withMeasures(pages);
  await tab(fresh, '汇总').click();
  await fresh.locator('main').getByRole('table', { name: '分部分' }).waitFor();
  expect(await fresh.getByRole('table', { name: '各报送期趋势' }).count()).toBe(0);
  await fresh.close();
  const page = await withCollected(pages);
  await tab(page, '汇总').click();
  const trend = page.locator('main').getByRole('table', { name: '各报送期趋势' });
  await trend.waitFor();
  const chart = page.getByRole('img', { name: /^已完成：2017年9月 \d+, 2017年10月 \d+, 2017年11月 \d+。/ });
  expect(await chart.count()).toBe(1);
  expect(await trend.getByRole('rowheader').allInnerTexts()).toEqual([
    '2017年9月',
    '2017年10月',
    '2017年11月',
  ]);
  expect(
    await trend.getByRole('toolbar').first().getByRole('button').first().getAttribute('aria-label'),
  ).toMatch(/^2017年9月：已完成 \d+$/u);
  await page.close();
});

describe('a unit with the longest of names and a hundred faults', () => {
  const UNIT = '市推进放管服改革优化营商环境和乡村振兴战略工作领导小组办公室';
  const MEASURES = 100;

  function crowdedLedger(): Ledger {
    const lines = Array.from({ length: MEASURES }, (_, index) => {
      return `(${index + 1})完善第${index + 1}项行政执法全过程记录和重大执法决定法制审核制度,明确责任主体。(牵头单位:${UNIT}。2017年底完成)`;
    });
    const text = [
      '某市法治政府建设实施方案',
      '(2016—2020年)',
      '一、工作任务',
      '(一)规范执法',
      '1.健全制度',
      ...lines,
    ];
    return buildLedger(text.join('\n'), { asOf: day('2018-03-31'), period: period('2017Q4'), at: AT });
  }

  test.each([
    ['270 px', 270, '100%'],
    ['twice the text at 320 px', 320, '200%'],
  ])('does not break the layout at %s', async (_, width, text) => {
    const ledger = crowdedLedger();
    const host = FileWorkbookHost.create();
    await drawIn(host, ledger);
    const [form] = await issueForms(ledger, createWorkbookFiles(), { period: period('2017Q4') });
    const page = await pages.page(width);
    await page
      .locator('main input[type=file]')
      .first()
      .setInputFiles({ name: '台账.xlsx', mimeType: '', buffer: Buffer.from(await host.toBytes()) });
    await page.getByText('已打开 台账.xlsx').waitFor();
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, text);
    await tab(page, '回收').click();
    await page
      .locator('main input[type=file]')
      .first()
      .setInputFiles({ name: form?.fileName ?? '', mimeType: '', buffer: Buffer.from(form?.bytes ?? []) });
    await page.getByText('需更正 1').first().waitFor();
    const wide: string[] = [];
    await onEveryScreen(page, async (screen) => {
      if (screen === '回收') {
        expect(await page.getByText(/^第 \d+ 项没有填报状态。$/).count()).toBe(MEASURES);
        expect(await violations(page)).toEqual([]);
      }
      wide.push(...(await beyond(page, width)).map((one) => `${screen}: ${one}`));
    });
    expect(wide).toEqual([]);
    await page.close();
  });
});

test('a screen that cannot be drawn says what to do, keeps the data, and lets the rest go on', async () => {
  // Without a secure context nothing is kept for use without a network, so that the screen’s code can be withheld.
  const page = await pages.page(1280, 800, { fromAnotherMachine: true });
  await button(page, '用示例数据试一遍').click();
  await page.getByText('示例已就绪').waitFor();
  const before = pages.faults.length;
  await page.route('**/*.js', (route) => route.abort());
  await tab(page, '汇总').click();
  await page.getByText('这一部分没有加载成功').waitFor();
  await page.getByText('数据没有改动').waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/Error|chunk|undefined/i);
  expect(await violations(page)).toEqual([]);
  await page.unroute('**/*.js');
  const bytes = await pages.downloaded(page, () => button(page, '保存工作簿').first().click());
  expect(readLedger(await createWorkbookFiles().read(bytes, 'x.xlsx')).ledger.plan.measures).toHaveLength(
    140,
  );
  await tab(page, '首页').click();
  await button(page, '下一步：下发填报表').waitFor();
  pages.faults.length = before;
  await page.close();
});
