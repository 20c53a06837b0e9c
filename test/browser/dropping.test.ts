import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeDemo } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { violations } from './accessibility';
import { withSample } from './beginnings';
import { BuiltPages } from './built-pages';
import { dropFromDisk } from './hands';

const PLAN = 'seeds/000_a65ed4e6259fe44e.txt';
let pages: BuiltPages;
let folder: string;

/** What came back, as a clerk has it: most in one folder, some in folders of it, and things that are no returns beside them. */
beforeAll(async () => {
  pages = await BuiltPages.open();
  folder = await mkdtemp(join(tmpdir(), 'ledger-dropped-'));
  const demo = await makeDemo(await readFile(PLAN, 'utf8'), createWorkbookFiles(), { seed: 2017 });
  const inbox = join(folder, '回收');
  await mkdir(join(inbox, '区县', '二批'), { recursive: true });
  await mkdir(join(folder, '方案'));
  for (const [at, { fileName, bytes }] of demo.returns.entries())
    await writeFile(join(inbox, at < 20 ? '' : at < 30 ? '区县' : '区县/二批', fileName), bytes);
  await writeFile(join(inbox, '录像.mp4'), 'no return');
  await writeFile(join(inbox, '~$市编办.xlsx'), 'a lock');
  await writeFile(join(folder, '台账.xlsx'), demo.ledger.bytes);
  await writeFile(join(folder, '方案', '方案.txt'), await readFile(PLAN));
});

afterAll(async () => {
  await pages.close();
  await rm(folder, { recursive: true, force: true });
});

function drop(page: Page, where: string, ...names: readonly string[]): Promise<void> {
  return dropFromDisk(page, where, ...names.map((name) => join(folder, name)));
}

async function toReturns(): Promise<Page> {
  const page = await withSample(pages);
  await page.getByRole('tab', { name: '回收' }).first().click();
  await page.getByRole('button', { name: '选择文件' }).waitFor();
  return page;
}

test.each([
  ['the place for returns', 'main div:has(> span:text("把收到的文件或文件夹拖到页面任何地方"))'],
  ['the page beside it', 'main h1'],
])(
  'a folder dropped on %s is read with the folders in it, and what is not read is said',
  async (_, where) => {
    const page = await toReturns();
    await drop(page, where, '回收');
    await page.getByRole('button', { name: '汇入 200 条' }).waitFor();
    await page.getByText('文件夹里有没读的：其他类型的文件 1 个；其中有填报表的').waitFor();
    await page.getByText(/^共 33 份：/).waitFor();
    await page.close();
  },
);

test('files dropped with a folder are read with those in it', async () => {
  const page = await toReturns();
  await drop(page, 'main h1', '回收', '台账.xlsx');
  await page.getByText(/^共 34 份：/).waitFor();
  await page.close();
});

test('a folder dropped before there is a ledger is answered with what to do, one file opens as the ledger', async () => {
  const page = await pages.page(1280);
  await page.getByRole('button', { name: '载入140项措施' }).waitFor();
  await drop(page, 'main', '回收');
  await page.getByText('还没有打开台账，拖入的文件没有校验。').waitFor();
  await drop(page, 'main', '台账.xlsx');
  await page.getByText('已打开 台账.xlsx').waitFor();
  await page.close();
});

test('a plan is read out of the folder that holds nothing else; of several files none is guessed to be it', async () => {
  const page = await pages.page(1280);
  await page.getByRole('button', { name: '用自己的方案' }).click();
  const place = 'main div:has(> button:text("打开方案文件"))';
  await drop(page, place, '回收');
  await page.getByText('拖入的里面有 33 个文件，没有读取').waitFor();
  await drop(page, place, '方案');
  await page.getByText('读出措施 140 项').waitFor();
  await page.close();
});

test('nothing failed meanwhile', () => {
  expect(pages.faults).toEqual([]);
});

test('dragging files over anything shows that they may be dropped, until they are dropped or taken elsewhere', async () => {
  const page = await pages.page(1280);
  await page.getByRole('button', { name: '载入140项措施' }).waitFor();
  const drag = (kind: 'dragover' | 'dragleave' | 'drop', type: string) =>
    page.locator('main h1').evaluate(
      (where, [name, carried]) => {
        const dataTransfer = new DataTransfer();
        if (carried === 'Files') dataTransfer.items.add(new File(['x'], '截图.png', { type: 'image/png' }));
        else dataTransfer.setData(carried, 'x');
        where.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [kind, type] as const,
    );
  const veil = page.getByText('松开鼠标，收下这些文件');
  await drag('dragover', 'text/plain');
  await page.waitForTimeout(200);
  expect(await veil.count()).toBe(0);
  await drag('dragover', 'Files');
  await veil.waitFor();
  expect(await violations(page, 'body')).toEqual([]);
  await drag('dragleave', 'Files');
  await veil.waitFor({ state: 'detached' });
  await drag('dragover', 'Files');
  await veil.waitFor();
  await drag('drop', 'Files');
  await veil.waitFor({ state: 'detached' });
  await page.close();
});
