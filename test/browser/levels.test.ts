import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { fillForm } from '../../src/app/demo/fill-form';
import { ledgerSource } from '../../src/app/runner/open-ledger';
import { must } from '../../src/base/invariant';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { EMPTY_REPORT } from '../../src/ledger/ledger';
import { officesOfPeriod } from '../../src/ledger/units/offices';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { CommandBench } from '../cli/run';
import { day } from '../ledger/builders';
import { violations } from './accessibility';
import { BuiltPages } from './built-pages';
import { withCollected } from './beginnings';
import { dropOn } from './hands';
import { PaneActions } from './pane-actions';

jest.setTimeout(300_000);

const PROGRESS = '正在按计划推进，已完成第一阶段工作任务。';
let pages: BuiltPages;
let bench: CommandBench;

beforeAll(async () => {
  [pages, bench] = await Promise.all([BuiltPages.open(), CommandBench.open()]);
});

afterAll(() => Promise.all([pages.close(), bench.close()]));

async function did(...args: readonly string[]): Promise<void> {
  const { code, out, err } = await bench.ledger(...args, '--json');
  if (code === 2) throw new Error(`${args.join(' ')}: ${out}${err}`);
}

/** What the place below makes of the plan it was given: a ledger in which one office has reported on the first measure. */
async function reportedFrom(plan: string): Promise<Uint8Array> {
  await did('init', '--plan', plan, '--out', 'J.xlsx', '--as-of', '2017-12-12', '--period', '2017-11');
  const host = await FileWorkbookHost.open(await readFile(bench.path('J.xlsx')), 'J.xlsx');
  const { ledger } = ledgerSource(await host.read()).book;
  const { period } = ledger.settings;
  const charge = must(
    officesOfPeriod(ledger, period).find(({ assignments }) =>
      assignments.some(({ measure }) => measure === 1),
    ),
    'the office of the first measure',
  );
  const answer = { ...EMPTY_REPORT, status: 'inProgress', percent: 40, progress: PROGRESS } as const;
  const form = fillForm(formWorkbook(ledger, charge.office, period), new Map([[1, answer]]), {
    preparedBy: '张三',
    reviewedBy: '李四',
    phone: '0724-1234567',
    preparedOn: day('2017-12-08'),
  });
  await writeFile(bench.path('form.xlsx'), await createWorkbookFiles().write(form));
  await did('collect', 'J.xlsx', 'form.xlsx', '--out', 'J.xlsx');
  await did('report-up', 'J.xlsx', '--period', period, '--out', 'up.xlsx', '--force');
  return readFile(bench.path('up.xlsx'));
}

async function handedDown(page: Page, place: string): Promise<string> {
  const pane = new PaneActions(page);
  await page.getByLabel('下级地区').fill(place);
  const coming = page.waitForEvent('download');
  await pane.press('pane.handDown.make');
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${place}_下达措施.xlsx`);
  await download.saveAs(bench.path(`${place}.xlsx`));
  await page.getByText(`已向${place}下达`).waitFor();
  return `${place}.xlsx`;
}

test('handed down, reported, dropped among the returns, seen by place down to the row of an office, and taken back', async () => {
  const page = await withCollected(pages, 1280);
  const main = page.locator('main');
  const pane = new PaneActions(page);
  await pane.go('pane.screen.summary');
  await main.getByText('完成率').first().waitFor();
  expect(await main.getByRole('table', { name: /^各地区/ }).count()).toBe(0);

  await pane.go('pane.screen.report');
  await pane.go('pane.report.part.levels');
  const plan = await handedDown(page, '京山县');
  await handedDown(page, '沙洋县');
  await main.getByText('尚未上报：京山县、沙洋县').waitFor();
  const found = [...(await violations(page))];

  const upwards = page.waitForEvent('download');
  await main.getByRole('button', { name: /^生成.*上报表$/ }).click();
  expect((await upwards).suggestedFilename()).toMatch(/^荆门市_.*_上报表\.xlsx$/);
  await page.getByText('所辖 2 个地区尚未上报').waitFor();

  await pane.go('pane.screen.returns');
  const bytes = await reportedFrom(plan);
  await dropOn(page, 'main h1', { name: '京山县上报.xlsx', bytes });
  await main.getByText('另有下级上报 1 份：京山县。').waitFor();
  await main.getByRole('button', { name: /京山县上报表/ }).click();
  await main.getByText(/^京山县上报\.xlsx：京山县2017年11月上报/).waitFor();
  found.push(...(await violations(page)));
  await main.getByRole('button', { name: '汇入下级上报 1 份' }).click();
  await main.getByText('下级上报 1 份：京山县。').waitFor();

  await pane.go('pane.screen.summary');
  const table = main.getByRole('table', { name: '各地区（2 个，已上报 1 个）' });
  await table.waitFor();
  const rowOf = (place: string) => table.getByRole('row', { name: new RegExp(`^${place}`) });
  expect(await rowOf('沙洋县').innerText()).toMatch(/未上报$/);
  expect(await rowOf('沙洋县').innerText()).not.toContain('0');
  expect((await rowOf('京山县').innerText()).split(/\s+/).slice(0, 4)).toEqual(['京山县', '140', '0', '1']);
  found.push(...(await violations(page)));
  await table.getByRole('button', { name: '京山县', exact: true }).focus();
  await page.keyboard.press('Enter');
  await main.getByRole('heading', { name: '京山县：140 项措施' }).waitFor();
  await main.getByRole('button', { name: /^第 1 项/ }).click();
  await main.getByText(PROGRESS).waitFor();
  await main.getByText(/推进中 · 40%/).waitFor();
  found.push(...(await violations(page)));
  await pane.press('pane.places.back');
  await table.waitFor();

  await pane.go('pane.screen.returns');
  await pane.press('pane.returns.undo');
  await pane.says('pane.undone');
  await pane.go('pane.screen.summary');
  await main.getByRole('table', { name: '各地区（2 个，已上报 0 个）' }).waitFor();
  expect(found).toEqual([]);
  expect(pages.faults).toEqual([]);
  await page.close();
});
