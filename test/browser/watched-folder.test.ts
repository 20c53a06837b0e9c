import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { makeDemo, type DemoFile } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { violations } from './accessibility';
import { withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { untilInbox } from './kept-session';

/**
 * A folder of the browser's own stands in for the one a person would name; what the clerk has allowed is forgotten with the page, as the
 * browser does with one of the disk.
 */
const FOLDER = `
  window.showDirectoryPicker = async () => {
    window.isAllowed = true;
    return (await navigator.storage.getDirectory()).getDirectoryHandle('收件', { create: true });
  };
  FileSystemHandle.prototype.queryPermission = async () => (window.isAllowed ? 'granted' : 'prompt');
  FileSystemHandle.prototype.requestPermission = async () => { window.isAllowed = true; return 'granted'; };`;

let pages: BuiltPages;
let returned: readonly DemoFile[];

beforeAll(async () => {
  pages = await BuiltPages.open();
  const plan = await readFile('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
  returned = (await makeDemo(plan, createWorkbookFiles(), { seed: 2017 })).returns;
});

afterAll(() => pages.close());

/** Saves files into the folder, as a mail program would. */
async function save(page: Page, ...files: readonly (DemoFile | undefined)[]): Promise<void> {
  for (const file of files)
    await page.evaluate(
      async ([name, base64]) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('收件');
        const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await writable.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
        await writable.close();
      },
      [file?.fileName ?? '', Buffer.from(file?.bytes ?? []).toString('base64')] as const,
    );
}

async function toReturns(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '回收' }).first().click();
}

const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name });

test('what is saved into a folder named once comes in, whatever the clerk is at; it goes on after a reload when allowed', async () => {
  const page = await withSample(pages);
  await page.addInitScript(FOLDER);
  await page.reload();
  await toReturns(page);
  await button(page, '指定收件文件夹').click();
  await page.getByText('收件文件夹“收件”：存进去的文件会自动收进来。').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('tab', { name: '设置' }).first().click();
  await save(page, ...returned.slice(0, 3));
  await untilInbox(page, 3);
  expect(await page.getByRole('tab', { name: '设置', selected: true }).count()).toBeGreaterThan(0);
  await toReturns(page);
  await page.getByText(/收进 3 份。$/u).waitFor();
  await button(page, /市编办/u)
    .first()
    .click();
  await button(page, /^移出 市编办/u).click();
  await untilInbox(page, 2);

  await page.reload();
  await page.getByText('收件文件夹“收件”暂时没有在看').waitFor();
  expect(await violations(page)).toEqual([]);
  await button(page, '继续查看').click();
  await save(page, returned[3]);
  await untilInbox(page, 3);
  expect(await page.locator('main [aria-expanded]').filter({ hasText: '市编办' }).count()).toBe(0);

  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('收件', { recursive: true });
  });
  await page.getByText('找不到收件文件夹“收件”').waitFor();
  await button(page, '停止查看').click();
  await button(page, '指定收件文件夹').waitFor();
  expect(pages.faults).toEqual([]);
  await page.close();
});

test('a browser that cannot name folders is not offered any', async () => {
  const page = await withSample(pages);
  await page.addInitScript('delete window.showDirectoryPicker;');
  await page.reload();
  await toReturns(page);
  await button(page, '选择文件').waitFor();
  expect(await button(page, '指定收件文件夹').count()).toBe(0);
  await page.close();
});
