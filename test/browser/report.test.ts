import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { openXmlErrors } from '../support/open-xml';
import { unzipped } from '../support/unzipped';
import { violations } from './accessibility';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

const PARTS = ['催办', '核实', '延期', '发文', '报告'] as const;

function main(page: Page) {
  return page.locator('main');
}

function part(page: Page, name: (typeof PARTS)[number]) {
  return main(page).getByRole('tablist', { name: '督办事项' }).getByRole('tab', { name, exact: true });
}

/** The sample with its returns taken in, on 督办. */
async function collected(width: number): Promise<Page> {
  const page = await withCollected(pages, width);
  await new PaneActions(page).go('pane.screen.report');
  await part(page, '催办').waitFor();
  return page;
}

async function onEveryPart(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const name of PARTS) {
    await part(page, name).click();
    await page.waitForTimeout(200);
    if (name === '催办')
      await main(page)
        .getByRole('button', { name: /^市编办/ })
        .click();
    if (name === '核实') {
      await main(page).getByRole('checkbox', { name: '第 1 项　市编办' }).check();
      await main(page)
        .getByRole('button', { name: /^退回（1）/ })
        .click();
    }
    await look(name);
  }
}

test('from reminders to letters: copied, verified, issued as papers that open, taken back', async () => {
  const page = await collected(1280);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await main(page).getByRole('button', { name: '复制：市编办', exact: true }).click();
  await main(page).getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^市编办：\n一、贵单位2017年11月进展情况填报表有 1 处需要更正/u,
  );

  await part(page, '核实').click();
  for (const name of ['第 1 项　市编办', '第 2 项　市编办']) {
    await main(page).getByRole('checkbox', { name, exact: true }).check();
  }
  await main(page).getByRole('button', { name: '核实销号（2）' }).click();
  await main(page).getByText('已登记 2 项核实结果。').waitFor();
  await main(page).getByRole('checkbox', { name: '全选（已选 0/72）' }).waitFor();

  await part(page, '发文').click();
  const pack = () =>
    pages.downloaded(page, () => main(page).getByRole('button', { name: '打包下载 9 份（.zip）' }).click());
  expect(Object.keys(unzipSync(await pack()))[0]).toBe('草稿_督办单_市政府应急办_荆法建督〔2017〕1号.docx');
  expect(await main(page).getByText('已发', { exact: true }).count()).toBe(0);
  await main(page).getByRole('button', { name: '登记 9 份' }).click();
  await main(page).getByText('已发', { exact: true }).nth(8).waitFor();
  const letters = Object.entries(unzipSync(await pack()));
  expect(letters).toHaveLength(9);
  const [name = '', docx = new Uint8Array()] = letters[0] ?? [];
  expect(name).toBe('督办单_市政府应急办_荆法建督〔2017〕1号.docx');
  expect(await openXmlErrors(docx, 'letter.docx')).toEqual([]);
  expect(unzipped(docx)['word/document.xml']).toContain('荆门市人民政府法制办公室');

  const takeBack = main(page).getByRole('button', { name: /^取消登记：督办单/ });
  await takeBack.click();
  await main(page)
    .getByText(/^已取消登记/)
    .waitFor();
  expect(await main(page).getByText('已发', { exact: true }).count()).toBe(0);
  await main(page).getByText('荆法建督〔2017〕1号').waitFor();
  expect(await takeBack.count()).toBe(0);
  expect(
    await main(page)
      .getByRole('button', { name: /^撤销：/ })
      .count(),
  ).toBe(1);
  await page.close();
});

test('a page reloaded after a verdict comes back to 督办 with the verdict, which can still be taken back', async () => {
  const page = await collected(1280);
  const claim = () => main(page).getByRole('checkbox', { name: '第 1 项　市编办', exact: true });
  await part(page, '核实').click();
  await claim().check();
  await main(page).getByRole('button', { name: '核实销号（1）' }).click();
  await main(page).getByText('已登记 1 项核实结果。').waitFor();
  await page.waitForTimeout(300);
  await page.reload();
  await part(page, '核实').click();
  await main(page).getByRole('checkbox', { name: '全选（已选 0/73）' }).waitFor();
  expect(await claim().count()).toBe(0);
  await main(page)
    .getByRole('button', { name: /^撤销：/ })
    .click();
  await claim().waitFor();
  await page.close();
});

test('an extension is applied for, approved, and its new day counts', async () => {
  const page = await collected(320);
  await part(page, '延期').click();
  await main(page).getByLabel('措施序号').fill('83');
  await main(page).getByText('完成时限 2016-12-31 在申请日期之前').waitFor();
  await main(page).getByLabel('措施序号').fill('7');
  await main(page)
    .getByText(/现时限 2017-12-31/)
    .waitFor();
  await main(page).getByLabel('新时限').fill('2018-06-30');
  await main(page).getByLabel('延期理由').fill('省级清单尚未印发');
  await main(page).getByRole('button', { name: '登记申请', exact: true }).click();
  await main(page).getByRole('button', { name: '批准：第 7 项　市编办' }).click();
  await main(page).getByText('2017-12-31 延至 2018-06-30').waitFor();
  await main(page).getByText('已批准', { exact: true }).waitFor();
  expect(
    await main(page)
      .getByRole('button', { name: /^撤销：/ })
      .count(),
  ).toBe(2);
  await page.close();
});

test('a letter is seen as a paper before it is registered, and registered from there; the keyboard comes back to where it was', async () => {
  const page = await collected(1280);
  await part(page, '发文').click();
  const preview = main(page).getByRole('button', { name: '预览：督办单　市政府应急办' });
  await preview.focus();
  await page.keyboard.press('Enter');
  const paper = page.getByRole('dialog', { name: '督办单　市政府应急办' });
  await paper.getByText('荆门市人民政府法制办公室文件').waitFor();
  await paper.getByText('草稿：荆法建督〔2017〕1号 登记后才生效。').waitFor();
  const background = await paper
    .getByRole('article')
    .first()
    .evaluate((sheet) => getComputedStyle(sheet).backgroundColor);
  expect(background).toBe('rgb(255, 255, 255)');
  await paper.getByRole('button', { name: '登记发文' }).click();
  await paper.getByText('已登记：荆法建督〔2017〕1号。').waitFor();
  expect(await paper.getByRole('button', { name: '登记发文' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await paper.waitFor({ state: 'hidden' });
  expect(await preview.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.close();
});

test.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
] as const)(
  'axe finds nothing about a paper that is looked at, at %i px, %s; nothing is wider than the page',
  async (width, colorScheme) => {
    const page = await collected(width);
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    for (const [name, button] of [
      ['发文', /^预览：督办单/],
      ['报告', /^预览 2017/],
    ] as const) {
      await part(page, name).click();
      await main(page).getByRole('button', { name: button }).first().click();
      await page.getByRole('dialog').getByRole('article').first().waitFor();
      await page.waitForTimeout(400);
      found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
    }
    expect(found).toEqual([]);
    await page.close();
  },
);

test('the yearly report of a year is a paper that opens, and the tabs beside are shown', async () => {
  const page = await collected(1280);
  await part(page, '报告').click();
  await main(page).getByRole('button', { name: '预览 2017 年度进展报告' }).click();
  const paper = page.getByRole('dialog', { name: '2017 年度进展报告' });
  await paper.getByText('一、主要举措和成效').waitFor();
  const docx = await pages.downloaded(page, () =>
    paper.getByRole('button', { name: '下载（.docx）' }).click(),
  );
  await page.keyboard.press('Escape');
  expect(await openXmlErrors(docx, 'report.docx')).toEqual([]);
  await main(page).getByText('报告中有 4 处须由人填写').waitFor();
  await main(page).getByRole('button', { name: '领导参阅' }).click();
  await page.getByRole('tab', { name: '领导参阅', selected: true }).waitFor();
  await page.close();
});

test.each(['light', 'dark'] as const)('axe finds nothing on any part, %s', async (colorScheme) => {
  const page = await collected(320);
  await page.emulateMedia({ colorScheme });
  const found: string[] = [];
  await onEveryPart(page, async (name) => {
    found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
  });
  expect(found).toEqual([]);
  await page.close();
});

test('nothing needs sideways scrolling at 270 px', async () => {
  const page = await collected(270);
  const wide: string[] = [];
  await onEveryPart(page, async (name) => {
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > 271 && one.clientWidth > 0)
        .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`),
    );
    wide.push(...beyond.map((one) => `${name}: ${one}`));
  });
  expect(wide).toEqual([]);
  await page.close();
});
