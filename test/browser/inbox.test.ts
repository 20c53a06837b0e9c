import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { Chance } from '../../src/app/demo/chance';
import { makeDemo } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { SAMPLE_ENTRIES, withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { dropOn, type InHand } from './hands';
import { untilEntries, untilInbox } from './kept-session';

const SEED = 16;
let pages: BuiltPages;
let returned: readonly InHand[];

beforeAll(async () => {
  const plan = await readFile('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
  const demo = await makeDemo(plan, createWorkbookFiles(), { seed: 2017 });
  returned = demo.returns.map(({ fileName, bytes }) => ({ name: fileName, bytes }));
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** Drops files on the page beside every place made for them. */
function drop(page: Page, ...files: readonly InHand[]): Promise<void> {
  return dropOn(page, 'main h1', ...files);
}

/** The returns in an order of chance, cut into drops of one to six; every third drop comes packed. */
function drops(): readonly (readonly InHand[])[] {
  const chance = new Chance(SEED);
  const left = [...returned];
  const dropped: (readonly InHand[])[] = [];
  while (left.length > 0) {
    const some = Array.from({ length: chance.between(1, 6) }, () =>
      left.splice(chance.between(0, Math.max(left.length - 1, 0)), 1),
    ).flat();
    const packed = zipSync(Object.fromEntries(some.map(({ name, bytes }) => [name, bytes])));
    dropped.push(dropped.length % 3 === 2 ? [{ name: `第${dropped.length}批.zip`, bytes: packed }] : some);
  }
  return dropped;
}

test('33 returns in drops of chance order, some twice, with a correction agreed to and two reloads: all are there, and taken in', async () => {
  const page = await withSample(pages);
  const all = drops();
  const correction = page.getByRole('checkbox', { name: /“己完成”→“已完成”/ });
  for (const [index, files] of all.entries()) {
    await drop(page, ...files);
    if (index % 4 === 1) await drop(page, ...files);
    await page.getByText(/^共 \d+ 份：/).waitFor();
    if (index === Math.floor(all.length / 3) || index === Math.floor((2 * all.length) / 3)) {
      await page.waitForTimeout(500);
      await page.reload();
      await page.getByRole('region', { name: '收回的文件' }).waitFor();
    }
  }
  await untilInbox(page, 33);
  await page.getByRole('button', { name: '汇入 200 条' }).waitFor();

  await page
    .locator('main')
    .getByRole('button', { name: /市人大常委会法工委/ })
    .first()
    .click();
  await correction.click();
  await page.getByRole('checkbox', { name: /“己完成”→“已完成”/, checked: true }).waitFor();
  await page.getByRole('button', { name: '汇入 200 条' }).waitFor();
  const [first] = returned;
  if (first !== undefined) await drop(page, first, { name: '说明.jpg', bytes: new Uint8Array([1, 2, 3]) });
  await page.getByText(/其中 1 份早已收过/).waitFor();
  await page.getByRole('button', { name: '汇入 200 条' }).click();
  await untilEntries(page, SAMPLE_ENTRIES);
  await page.reload();
  await page.getByRole('button', { name: '撤销本次汇入' }).waitFor();
  expect(await correction.isChecked()).toBe(true);
  await page.getByRole('button', { name: '下载退回件' }).first().waitFor();
  expect(pages.faults).toEqual([]);
});
