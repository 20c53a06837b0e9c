import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { TAB } from '../../src/sheets/words';
import { insertCells, withPart } from '../guest/package-edits';
import { unzipped, zipped } from '../support/unzipped';
import { OWN_SHEET, foreignWorkbook } from '../hosts/file/foreign-workbook';
import { AT, day } from '../ledger/builders';
import { BuiltPages } from './built-pages';
import { keptLedger, untilInbox, untilKept } from './kept-session';
import { drawIn } from '../support/ledger-in';

let pages: BuiltPages;

beforeEach(async () => {
  pages = await BuiltPages.open();
});

afterEach(() => pages.close());

function withOwnColumn(bytes: Uint8Array): Uint8Array {
  return zipped(
    withPart(unzipped(bytes), TAB.ledger, (xml) => insertCells(xml, { T3: '领导批示', T5: '请抓紧办理' })),
  );
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

test('a page reloaded in the middle of each step comes back where it was', async () => {
  const page = await pages.page(1280);
  const main = page.locator('main');
  /** What the page shows after a step it shows again after a reload. */
  const reloaded = async (shown: () => ReturnType<Page['getByText']>, ...fields: readonly string[]) => {
    await shown().first().waitFor();
    for (const field of fields) await untilKept(page, field);
    await page.waitForTimeout(300);
    await page.reload();
    await shown().first().waitFor();
  };
  await button(page, '用示例数据试一遍').click();
  await page.getByText('示例已就绪').waitFor();
  await reloaded(() => main.getByText('下一步：下发填报表'), 'ledger');

  await page.getByRole('tab', { name: '下发' }).click();
  await button(page, '打包下载 33 份（.zip）').click();
  await page.getByText('已交给浏览器下载：2017-11_填报表.zip').waitFor();
  await page.getByRole('tab', { name: '首页' }).click();
  await reloaded(() => main.getByText('下一步：回收校验'));

  await page.getByRole('tab', { name: '回收' }).click();
  await button(page, '用示例填报表').click();
  await main.getByText('汇入 200 条').waitFor();
  await untilInbox(page, 33);
  await reloaded(() => main.getByText('汇入 200 条'));
  const agreed = page.getByRole('checkbox', { name: /“己完成”→“已完成”/, checked: true });
  await main
    .getByRole('button', { name: /市人大常委会法工委/ })
    .first()
    .click();
  await button(page, '全部采用（1）').click();
  await agreed.waitFor();
  await reloaded(() => main.getByText('汇入 200 条'));
  await agreed.waitFor();
  expect(await page.getByText('本页的内容没有自动保存').count()).toBe(0);

  await button(page, '汇入 200 条').click();
  await page.getByText('汇入完成').waitFor();
  await page.getByRole('tab', { name: '填报明细' }).click();
  await reloaded(() => page.getByRole('grid', { name: '填报明细' }), 'tab');
  await main.getByText('汇入完成').waitFor();

  await page.getByRole('tab', { name: '预警' }).click();
  await main.getByLabel('统计截止日').fill('2018-02-28');
  await page.waitForTimeout(300);
  await reloaded(() => main.getByText(/^逾期 \d+ 条，临期 0 条/));
  expect(await main.getByLabel('统计截止日').inputValue()).toBe('2018-02-28');

  await page.getByRole('tab', { name: '汇总' }).first().click();
  await button(page, '查看汇总表').click();
  await reloaded(() => page.getByRole('grid', { name: '汇总' }));

  await page.getByRole('tab', { name: '回收' }).click();
  await button(page, '撤销本次汇入').click();
  await page.getByText('已撤销本次汇入。').waitFor();
  await reloaded(() => main.getByText('汇入 200 条'));
});

test('a page closed right after an edit and opened again has the edit', async () => {
  const page = await pages.page(1280);
  await button(page, '载入140项措施').click();
  await page.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改。').waitFor();
  const again = await page.context().newPage();
  await page.close();
  await again.goto(`${pages.origin}/`);
  await again.getByRole('gridcell', { name: '10%' }).waitFor();
  expect((await keptLedger(again))?.entries).toHaveLength(1);
});

test('two pages never overwrite each other: the one opened last goes on, the other says so and can take over', async () => {
  const first = await pages.page(1280);
  await button(first, '载入140项措施').click();
  await first.getByRole('grid').waitFor();
  const second = await first.context().newPage();
  await second.goto(`${pages.origin}/`);
  await first.getByText('台账已在另一个页面中打开').waitFor();
  await second.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await second.keyboard.type('70');
  await second.keyboard.press('Enter');
  await second.getByText('已记入手工修改。').waitFor();

  await first.bringToFront();
  await button(first, '在本页继续').click();
  await first.getByText('70%').waitFor();
  await second.getByText('台账已在另一个页面中打开').waitFor();
  expect((await keptLedger(first))?.entries).toHaveLength(1);
});

test('the clerk’s own sheet and column in the workbook opened are shown, and are still there when it is saved after a reload', async () => {
  const host = await FileWorkbookHost.open(await foreignWorkbook(), '台账.xlsx');
  const plan = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
  await drawIn(host, buildLedger(plan, { asOf: day('2017-09-30'), at: AT }));
  const page = await pages.page(1280);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '台账.xlsx',
      mimeType: '',
      buffer: Buffer.from(withOwnColumn(await host.toBytes())),
    });
  await page.getByText('已打开 台账.xlsx').waitFor();
  await untilKept(page, 'ledger');
  await page.reload();
  await page.getByRole('gridcell', { name: '请抓紧办理' }).waitFor();
  await page.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByText('已记入手工修改。').waitFor();
  const bytes = await pages.downloaded(page, () => button(page, '保存工作簿').click());
  const raw = await createWorkbookFiles().read(bytes, 'x.xlsx');
  expect(raw.sheets.map(({ name }) => name)).toContain(OWN_SHEET);
  const words = raw.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ value }) => value)),
  );
  expect(words).toEqual(expect.arrayContaining(['领导批示', '请抓紧办理']));
  expect(readLedger(raw).ledger.plan.measures).toHaveLength(140);
});

test('where the browser can write files, saving asks once and then writes the same file', async () => {
  const page = await pages.page(1280, 800, { savesFiles: true });
  await button(page, '载入140项措施').click();
  await button(page, '保存工作簿').click();
  await page.getByText('已保存到 新台账.xlsx').waitFor();
  await page.locator('[aria-rowindex="4"] [aria-colindex="8"]').click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await button(page, '保存工作簿').click();
  await page.getByText('已保存', { exact: true }).waitFor();
  const saved = await page.evaluate(async () => {
    const { asked } = window as unknown as { asked: number };
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('新台账.xlsx')).getFile();
    return { asked, bytes: [...new Uint8Array(await file.arrayBuffer())] };
  });
  expect(saved.asked).toBe(1);
  const raw = await createWorkbookFiles().read(new Uint8Array(saved.bytes), 'x.xlsx');
  expect(readLedger(raw).ledger.entries).toHaveLength(1);
});

test.each([
  ['does not allow it', 'throw new DOMException("", "SecurityError")', '本页的内容没有自动保存'],
  ['has no space left', 'throw new DOMException("", "QuotaExceededError")', '存储空间不足'],
])('a browser that %s is told of plainly, and leaving warns', async (_, fault, sentence) => {
  const script = fault.includes('Quota')
    ? `IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
         apply: (put, store, [value, key]) => {
           if (key === 'ledger') ${fault};
           return Reflect.apply(put, store, [value, key]);
         },
       })`
    : `IDBFactory.prototype.open = () => { ${fault} }`;
  const page = await pages.page(1280, 800, { script });
  await button(page, '载入140项措施').click();
  await page.getByText(sentence).waitFor();
  const heldUp = await page.waitForFunction(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
  expect(await heldUp.jsonValue()).toBe(true);
});

test('after the first visit the page opens without a network, from any folder, and reads and writes workbooks', async () => {
  const page = await pages.page(1280, 800, { folder: '/内网/台账/' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await pages.stopServing();
  await page.reload();
  await button(page, '用示例数据试一遍').click();
  await page.getByText('示例已就绪').waitFor();
  await page.getByRole('grid', { name: '台账' }).waitFor();
  await button(page, '用示例填报表').click();
  await button(page, '汇入 200 条').waitFor();
  expect(pages.faults).toEqual([]);
});

test('over plain http to another machine the page works as it is, without a word', async () => {
  const page = await pages.page(1280, 800, { fromAnotherMachine: true });
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  await button(page, '载入140项措施').click();
  await page.getByRole('grid', { name: '台账' }).waitFor();
  await untilKept(page, 'ledger');
  await page.reload();
  await page.getByRole('grid', { name: '台账' }).waitFor();
  expect(pages.faults).toEqual([]);
});

test('writing and reading workbooks asks nothing of any other place and keeps to the content security policy', async () => {
  const page = await pages.page(1280);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  await button(page, '载入140项措施').click();
  const bytes = await pages.downloaded(page, () => button(page, '保存工作簿').click());
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '台账.xlsx',
      mimeType: '',
      buffer: Buffer.from(bytes),
    });
  await page.getByText('已打开 台账.xlsx').waitFor();
  for (const name of await page.getByRole('tablist', { name: '工作表' }).getByRole('tab').allInnerTexts()) {
    await page.getByRole('tab', { name, exact: true }).last().click();
    await page.getByRole('grid', { name }).waitFor();
  }
  expect(pages.foreignRequests).toEqual([]);
  expect(pages.faults).toEqual([]);
});
