import type { Page } from 'playwright-core';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import type { Ledger } from '../../src/ledger/ledger';
import { eightPeriods, threePeriodsWithLetters } from '../ledger/three-periods';
import { drawIn } from '../support/ledger-in';
import type { BuiltPages } from './built-pages';
import { untilEntries, untilInbox, untilKept } from './kept-session';
import { PaneActions } from './pane-actions';

/** The sample's rows once its returns are taken in: two months of 177, and 200 of the third. */
export const SAMPLE_ENTRIES = 554;

/** What many tests begin with: each is clicked through once a suite. */

/** The plan's measures, and nothing reported yet. */
export function withMeasures(pages: BuiltPages, width = 1280): Promise<Page> {
  return pages.pageAfter('measures', loaded, width);
}

/** The sample before its returns. */
export function withSample(pages: BuiltPages, width = 1280): Promise<Page> {
  return pages.pageAfter('sample', sampled, width);
}

/** The sample's thirty-three returns of the third month checked, 200 rows of them to be taken in. */
export function withChecked(pages: BuiltPages, width = 1280): Promise<Page> {
  return pages.pageAfter('checked', checked, width);
}

/** The sample with its returns taken in. */
export function withCollected(pages: BuiltPages, width = 1280): Promise<Page> {
  return pages.pageAfter('collected', collected, width);
}

/** A ledger of three periods, opened from its file: a successor, returns late and missing, claims and forms sent back, an extension, letters. */
export function withThreePeriods(pages: BuiltPages, width = 1280): Promise<Page> {
  return pages.pageAfter('three periods', (page) => opened(page, threePeriodsWithLetters()), width);
}

/** The same with five periods before. */
export function withEightPeriods(pages: BuiltPages, width = 1280): Promise<Page> {
  return pages.pageAfter('eight periods', (page) => opened(page, eightPeriods()), width);
}

async function opened(page: Page, ledger: Ledger): Promise<void> {
  const host = FileWorkbookHost.create();
  await drawIn(host, ledger);
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: '台账.xlsx', mimeType: '', buffer: Buffer.from(await host.toBytes()) });
  await page.getByText('已打开 台账.xlsx').waitFor();
  await untilKept(page, 'ledger');
  await settled(page);
}

async function loaded(page: Page): Promise<void> {
  await new PaneActions(page).press('pane.first.build');
  await page.getByRole('grid', { name: '台账' }).waitFor();
  await untilKept(page, 'ledger');
  await settled(page);
}

async function sampled(page: Page): Promise<void> {
  const pane = new PaneActions(page);
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await untilKept(page, 'ledger');
  await settled(page);
}

async function checked(page: Page): Promise<void> {
  const pane = new PaneActions(page);
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await pane.go('pane.screen.returns');
  await pane.press('pane.returns.sample');
  await page.getByRole('button', { name: '汇入 200 条' }).waitFor();
  await untilInbox(page, 33);
  await settled(page);
}

async function collected(page: Page): Promise<void> {
  await checked(page);
  await page.getByRole('button', { name: '汇入 200 条' }).click();
  await page.getByText('汇入完成').waitFor();
  await untilEntries(page, SAMPLE_ENTRIES);
  await settled(page);
}

/** The page keeps its fields one after the other, right after a step. */
function settled(page: Page): Promise<void> {
  return page.waitForTimeout(300);
}
