import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { withCollected } from './beginnings';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';
import { turnTo } from './sides';

let pages: BuiltPages;
let folder: string;

beforeAll(async () => {
  pages = await BuiltPages.open();
  folder = mkdtempSync(join(tmpdir(), 'printed-'));
});

afterAll(async () => {
  await pages.close();
  rmSync(folder, { recursive: true });
});

/** What the browser prints, page by page as text, and the size of the paper in points. */
async function printed(page: Page): Promise<{ readonly texts: readonly string[]; readonly size: string }> {
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const texts = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  return {
    texts: texts.split('\f').filter((text) => text.trim() !== ''),
    size: /Page size: +(.*?) pts/.exec(info)?.[1] ?? '',
  };
}

test('台账 is printed with all its rows on A4 lying down, its heads on each page, and nothing of the pane', async () => {
  const page = await withCollected(pages, 1280);
  await turnTo(page, '台账');
  const { texts, size } = await printed(page);
  expect(size).toMatch(/^841\.\d+ x 59[45]/);
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(text).toMatch(/序号.*措施内容.*填报状态/s);
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(/^\s{0,8}(\d{1,3})\s/gmu)].map(([, no]) => Number(no)),
  );
  expect(new Set(numbers).size).toBeGreaterThanOrEqual(140);
  expect(texts.join('')).not.toContain('下一步');
  expect(await page.locator('[data-printed]').count()).toBe(0);
  await page.close();
});

test('what is left out on the screen is not printed', async () => {
  const page = await withCollected(pages, 1280);
  await new PaneActions(page).go('pane.screen.overdue');
  await page
    .getByRole('toolbar', { name: '随窗格显示' })
    .getByRole('button', { name: /^预警：/ })
    .waitFor();
  const shown = await page.getByRole('grid').getAttribute('aria-rowcount');
  const { texts } = await printed(page);
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(/^\s{0,8}(\d{1,3})\s/gmu)].map(([, no]) => Number(no)),
  );
  expect(new Set(numbers).size).toBeLessThanOrEqual(Number(shown));
  expect(texts.join('')).toContain('序号');
  await page.close();
});

test('领导参阅 is one page of A4', async () => {
  const page = await withCollected(pages, 1280);
  await turnTo(page, '领导参阅');
  const { texts, size } = await printed(page);
  expect(size).toMatch(/^59[45]\.?\d* x 841/);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('逾期最久的十项措施');
  await page.close();
});

test('while a report is looked at it is what is printed, on A4 standing up; afterwards the tab again', async () => {
  const page = await withCollected(pages, 1280);
  const pane = new PaneActions(page);
  await turnTo(page, '台账');
  await pane.go('pane.screen.report');
  await pane.go('pane.report.part.year');
  await page.getByRole('button', { name: '预览 2017 年度进展报告' }).click();
  const dialog = page.getByRole('dialog', { name: '2017 年度进展报告' });
  await dialog.getByText('一、主要举措和成效').waitFor();
  const { texts, size } = await printed(page);
  expect(size).toMatch(/^59[45]\.?\d* x 841/);
  const text = texts.join('');
  for (const part of ['一、主要举措和成效', '附件1', '附件3'])
    expect(text.replaceAll(/\s/gu, '')).toContain(part);
  for (const behind of ['填报状态', '下载（.docx）', '保存工作簿']) expect(text).not.toContain(behind);
  // The annexes are lists of many pages: each is printed to its end.
  expect(texts.length).toBeGreaterThan(6);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const after = await printed(page);
  expect(after.size).toMatch(/^841\.\d+ x 59[45]/);
  expect(after.texts.join('')).not.toContain('一、主要举措和成效');
  await page.close();
});

test('a letter that is looked at is printed by itself', async () => {
  const page = await withCollected(pages, 1280);
  const pane = new PaneActions(page);
  await pane.go('pane.screen.report');
  await pane.go('pane.report.part.letters');
  await page
    .getByRole('button', { name: /^预览：督办单/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('article').first().waitFor();
  const { texts, size } = await printed(page);
  expect(size).toMatch(/^59[45]\.?\d* x 841/);
  expect(texts[0]?.replaceAll(/\s/gu, '')).toContain('督办');
  expect(texts.join('')).not.toContain('填报状态');
  await page.close();
});

test('nothing of this was a fault of the page or broke its content security policy', () => {
  expect(pages.faults).toEqual([]);
});
