import type { Page } from 'playwright-core';
import { fixture, type Fixture } from '../hosts/file/other-formats/fixture';
import { violations } from './accessibility';
import { BuiltPages } from './built-pages';
import { keptLedger, untilKept } from './kept-session';
import { goToScreen } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** A plan of another office: a vague unit, two tasks in one measure, one task in two. */
const TEXT = [
  '沙河县2024年优化营商环境工作要点',
  '一、提升政务服务',
  '1.建设统一的政务服务平台。完善配套管理制度。（县行政审批局牵头，2024年6月底前完成）',
  '2.开展惠企政策直达快享。（县财政局等部门负责，2024年9月底前完成）',
  '二、规范涉企执法',
  '3.清理涉企收费项目。（县发改局负责，2024年3月底前完成）',
  '4.公布收费目录清单。（县发改局负责，2024年3月底前完成）',
].join('\n');

const REVISED = [
  '沙河县2024年优化营商环境工作要点',
  '一、提升政务服务',
  '1.开展惠企政策直达快享。（县财政局牵头，县税务局配合，2024年12月底前完成）',
  '2.建设统一的政务服务平台。（县行政审批局牵头，2024年6月底前完成）',
  '二、规范涉企执法',
  '3.清理涉企收费项目。公布收费目录清单。（县发改局负责，2024年3月底前完成）',
  '4.推行涉企行政检查扫码留痕。（县司法局负责，2024年10月底前完成）',
].join('\n');

function button(page: Page, name: string | RegExp) {
  return page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
}

function measures(page: Page) {
  return page.getByRole('region', { name: '措施', exact: true }).locator('[aria-expanded]:not([aria-label])');
}

function cell(page: Page, row: number, column: number) {
  return page.locator(`[role=row][aria-rowindex="${row}"] [aria-colindex="${column}"]`);
}

function tab(page: Page, name: string) {
  return page.getByRole('tablist', { name: '功能' }).getByRole('tab', { name, exact: true });
}

async function withPlan(text: string, width = 1280): Promise<Page> {
  const page = await pages.page(width);
  await button(page, '用自己的方案建账').click();
  await page.getByLabel('或粘贴全文').fill(text);
  await button(page, '读取').click();
  await measures(page).first().waitFor();
  return page;
}

test('another office’s plan: read, corrected, settled, kept over a reload, built; then revised, and its entries stay', async () => {
  const page = await withPlan(TEXT);
  await page.getByText('读出措施 4 项，其中 1 项待核对').waitFor();
  await measures(page).nth(1).click();
  await page.getByLabel(/^配合单位/).fill('县税务局、县人社局');
  await button(page, '修改').click();
  await page.getByText('县财政局（配合：县税务局、县人社局）').waitFor();
  await measures(page).first().click();
  await button(page, '在“服务平台。”后拆分')
    .or(button(page, /^在“.*服务平台。”后拆分$/))
    .first()
    .click();
  await page.getByText('读出措施 5 项').waitFor();
  await measures(page).nth(3).click();
  await button(page, '与下一项合并').click();
  await page.getByText('读出措施 4 项').waitFor();
  await tab(page, '设置').click();
  await page.reload();
  await tab(page, '方案').click();
  await page.getByText('读出措施 4 项').waitFor();
  expect(await measures(page).allInnerTexts()).toEqual([
    expect.stringContaining('1. 建设统一的政务服务平台。\n县行政审批局　2024-06-30'),
    expect.stringContaining('2. 完善配套管理制度。\n县行政审批局　2024-06-30'),
    expect.stringContaining('3. 开展惠企政策直达快享。\n县财政局（配合：县税务局、县人社局）　2024-09-30'),
    expect.stringContaining('4. 清理涉企收费项目。公布收费目录清单。\n县发改局　2024-03-31'),
  ]);
  await button(page, '建账').click();
  const grid = page.getByRole('grid', { name: '台账' });
  await grid.getByText('清理涉企收费项目。公布收费目录清单。').waitFor();

  await cell(page, 6, 8).click();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改。').waitFor();
  await untilKept(page, 'edits');
  await tab(page, '方案').click();
  await page.getByLabel('或粘贴全文').fill(REVISED);
  await button(page, '读取').click();
  await button(page, '与台账比对').click();
  await page.getByText('增加 1 项，取消 1 项').waitFor();
  await button(page, '确认修订台账').click();
  await page.getByText('原有 1 条记录都已保留').waitFor();
  await grid.getByText('推行涉企行政检查扫码留痕。').waitFor();
  await page.waitForTimeout(300);
  expect((await keptLedger(page))?.entries).toMatchObject([{ kind: 'report', measure: 1 }]);
  expect(pages.faults).toEqual([]);
  await page.close();
});

test('what was looked at counts no more, and can be looked at again', async () => {
  const page = await withPlan(TEXT);
  await button(page, '读得对').click();
  await page.getByText('没有待核对的').waitFor();
  await button(page, '重新核对').click();
  await page.getByText('其中 1 项待核对').waitFor();
  await page.close();
});

test('from the document to the measures and on, by keyboard alone', async () => {
  const page = await withPlan(TEXT);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const inDocument = page.getByRole('region', { name: '方案原文' });
  await inDocument.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(100);
  expect(await focused()).toMatch(/^3\.清理涉企收费项目/);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(200);
  expect(await focused()).toMatch(/^3\. 清理涉企收费项目/);
  expect(await measures(page).nth(2).getAttribute('aria-expanded')).toBe('true');
  await measures(page).nth(3).press('Enter');
  await page.waitForTimeout(200);
  expect(await inDocument.locator('[aria-current="true"]').innerText()).toMatch(/^4\.公布收费目录清单/);
  await button(page, '与下一项合并').first().waitFor({ state: 'detached' });
  await measures(page).nth(2).press('Enter');
  await button(page, '与下一项合并').press('Enter');
  await page.getByText('读出措施 3 项').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await page.close();
});

test('what is to be said of the reading stands by kind, opens to the single remarks and leads to their measures', async () => {
  const page = await withPlan(TEXT);
  await button(page, /^读取说明：/).click();
  await button(page, /“等”后的单位没有列全$/).click();
  await button(page, '第 2 项').click();
  await page.waitForTimeout(200);
  expect(await measures(page).nth(1).getAttribute('aria-expanded')).toBe('true');
  await button(page, '读得对').click();
  await button(page, /“等”后的单位没有列全$/).waitFor({ state: 'detached' });
  await page.close();
});

test('a draft that was put aside is gone after a reload too', async () => {
  const page = await withPlan(TEXT);
  await button(page, '换一份方案').click();
  await page.getByLabel('或粘贴全文').fill('');
  await page.waitForTimeout(300);
  await page.reload();
  await button(page, '用自己的方案建账').click();
  expect(await page.getByLabel('或粘贴全文').inputValue()).toBe('');
  await page.close();
});

test('an .xls is read in a worker, which is ended over a file when that is cancelled', async () => {
  const page = await pages.page(1280);
  await button(page, '用自己的方案建账').click();
  const pick = (name: Fixture) =>
    page
      .locator('main input[type=file]')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(fixture(name)) });
  await pick('takes-long.xls');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await page.getByText('已取消，没有改动。').waitFor();
  // The browser tells a moment later that it has ended.
  while (page.workers().length > 0) await page.waitForTimeout(50);
  await pick('plan.xls');
  await page.getByText('读出措施 5 项').waitFor();
  expect(page.workers()).toHaveLength(1);
  expect(await measures(page).allInnerTexts()).toEqual([
    expect.stringContaining('1. 开工重点项目100个\n市发展改革委（配合：市财政局、市自然资源局）　2024-12-31'),
    expect.stringContaining('2. 发行专项债券（备注：含再融资）\n市财政局'),
    expect.stringContaining('3. 举办展会10场\n市商务局（配合：各县（市、区）人民政府）　2024-09-30'),
    expect.stringContaining('4. 新建幼儿园5所\n市教育局　2024-08-31'),
    expect.stringContaining('5. 改造农贸市场3处\n市商务局　2024-10-31'),
  ]);
  expect(pages.faults).toEqual([]);
  await page.close();
});

test('a document of thousands of measures is drawn only where it is looked at', async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, index) => `${index + 1}.推进第${index + 1}件实事。（县财政局负责，2024年9月底前完成）`,
  );
  const page = await pages.page(1280);
  await button(page, '用自己的方案建账').click();
  await page.locator('main input[type=file]').setInputFiles({
    name: '要点.txt',
    mimeType: '',
    buffer: Buffer.from(['沙河县2024年工作要点', ...lines].join('\n')),
  });
  await page.getByText('读出措施 5000 项').waitFor();
  expect(await measures(page).count()).toBeLessThan(60);
  await page.getByRole('region', { name: '方案原文' }).locator('[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.getByText('5000. 推进第5000件实事。').waitFor();
  await page.close();
});

test.each(['light', 'dark', 'forced colours'])('axe finds nothing while a plan is read, %s', async (look) => {
  const page = await withPlan(TEXT, 320);
  await page.emulateMedia(
    look === 'forced colours'
      ? { forcedColors: 'active' }
      : { colorScheme: look === 'dark' ? 'dark' : 'light' },
  );
  await button(page, /^读取说明：/).click();
  await button(page, /“等”后的单位没有列全$/).click();
  await button(page, '第 2 项').click();
  const found = [...(await violations(page))];
  await button(page, '建账').click();
  await page.getByText('已载入 4 项措施').waitFor();
  await goToScreen(page, '方案');
  found.push(...(await violations(page)));
  await page.getByLabel('或粘贴全文').fill(REVISED);
  await button(page, '读取').click();
  await button(page, '与台账比对').click();
  await page.getByText('确认修订台账').waitFor();
  found.push(...(await violations(page)));
  expect(found).toEqual([]);
  await page.close();
});

test.each([
  ['270 px', 270, '100%'],
  ['twice the text at 320 px', 320, '200%'],
])('nothing needs sideways scrolling at %s', async (_, width, text) => {
  const page = await withPlan(TEXT, width);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, text);
  await measures(page).nth(1).click();
  const beyond = await page.evaluate(
    (limit) =>
      [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > limit + 1 && one.clientWidth > 0)
        .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`),
    width,
  );
  expect(beyond).toEqual([]);
  await page.close();
});
