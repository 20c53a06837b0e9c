import type { Page } from 'playwright-core';

/** Brings the pane or the workbook in front, where the window has room for one of them. */
export async function bringInFront(page: Page, side: '窗格' | '工作簿'): Promise<void> {
  await page.getByRole('tablist', { name: '窗格和工作簿' }).getByRole('tab', { name: side }).click();
}

/** Turns to a tab of the workbook, which is brought in front where it has to be. */
export async function turnTo(page: Page, tab: string): Promise<void> {
  const isNarrow = (page.viewportSize()?.width ?? 0) < 900;
  if (isNarrow) await bringInFront(page, '工作簿');
  await page.getByRole('tablist', { name: '工作表' }).getByRole('tab', { name: tab, exact: true }).click();
  await page.getByRole('grid', { name: tab, exact: true }).waitFor();
}
