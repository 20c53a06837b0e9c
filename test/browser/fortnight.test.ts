import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { Chance } from '../../src/app/demo/chance';
import { demoLedger } from '../../src/app/demo/make-demo';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { entriesInForce } from '../../src/ledger/entries';
import { papersKept } from '../../src/ledger/figures/receipts';
import { liveSubmissions, returnsOwed } from '../../src/ledger/figures/submissions';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import { returnDue } from '../../src/ledger/period';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { BuiltPages } from './built-pages';
import { Clerk } from './fortnight/clerk';
import { Model } from './fortnight/model';
import { DROPS, fortnightOfPost, type Drop } from './fortnight/post';
import { untilKept } from './kept-session';

/** Another fortnight: `FORTNIGHT_SEED=7 npx jest --config jest.browser.config.cjs fortnight`. */
const SEED = Number(process.env['FORTNIGHT_SEED'] ?? 33);
const FIRST_MINUTE = Date.parse('2017-12-01T08:00:00+08:00');
const BETWEEN_DROPS_MS = 5.5 * 3_600_000;
const RELOADS: readonly number[] = [18, 43];
const CRASH = 30;

let pages: BuiltPages;
let ledger: Ledger;
let offices: readonly string[];
let post: readonly Drop[];

beforeAll(async () => {
  pages = await BuiltPages.open();
  ledger = demoLedger(await readFile('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  offices = returnsOwed(ledger, ledger.settings.period).map(({ office }) => office);
  post = await fortnightOfPost(ledger, offices, new Chance(SEED));
});

afterAll(() => pages.close());

/** The sample's plan and offices, of which nobody has reported before: what is said now is held against nothing. */
async function withNothingReported(): Promise<Page> {
  const page = await pages.page(1280);
  const bytes = await createWorkbookFiles().write(ledgerWorkbook(ledger));
  await page
    .locator('input[type=file][aria-label="打开台账文件"]')
    .setInputFiles({ name: '台账.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  await page.getByRole('grid', { name: '台账' }).waitFor();
  await untilKept(page, 'ledger');
  return page;
}

/** The page's clock shows when the drop comes. */
function at(page: Page, drop: number): Promise<void> {
  return page.clock.setFixedTime(FIRST_MINUTE + drop * BETWEEN_DROPS_MS);
}

/** What the clerk does between two drops, now this and now that. */
async function works(clerk: Clerk, drop: number): Promise<void> {
  if (drop % 7 === 3) await clerk.agreeToAll();
  if (drop % 6 === 5) await clerk.chooseNewest();
  if (drop % 12 === 11) await clerk.sendBack();
  if (drop % 13 === 12) await clerk.takeIn();
  if (drop === 25 || drop === 50) await clerk.notePapers();
}

test(`a fortnight of seed ${SEED}: ${DROPS} drops of 33 offices end in the right board, ledger and reminders`, async () => {
  const page = await withNothingReported();
  const due = returnDue(ledger.settings.period, ledger.settings.returnWithinDays);
  const model = new Model(offices, due);
  const clerk = new Clerk(page, pages, model);
  for (const [index, drop] of post.entries()) {
    await at(clerk.page, index);
    if (index === CRASH) {
      await clerk.letGo(drop);
      clerk.page = await pages.killed(clerk.page, (next) => at(next, index));
    }
    await clerk.receive(drop);
    await works(clerk, index);
    if (RELOADS.includes(index)) await clerk.page.reload();
    await clerk.looksAtTheBoard();
  }
  await clerk.tidy();

  await hasRightLedger(clerk.page, model);
  await hasRightReminders(clerk.page, model);
  expect(pages.faults).toEqual([]);
  expect(pages.foreignRequests).toEqual([]);
}, 300_000);

/** The ledger that is saved has of each office what it handed in last, and of each measure what that said. */
async function hasRightLedger(page: Page, model: Model): Promise<void> {
  const bytes = await pages.downloaded(page, () => page.getByRole('button', { name: '保存工作簿' }).click());
  const saved = readLedger(await createWorkbookFiles().read(bytes, '台账.xlsx')).ledger;
  const known = [...entriesInForce(saved.entries).values()].map(({ measure, unit, report }) => [
    `${measure} ${unit}`,
    report,
  ]);
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries([...model.known].map(([key, { report }]) => [key, report])),
  );
  const byOffice = (records: readonly (readonly [string, string, string])[]) =>
    records.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));
  expect(
    byOffice(
      liveSubmissions(saved).map(({ office, returnedOn, verdict }) => [office, returnedOn, verdict] as const),
    ),
  ).toEqual(
    byOffice(
      [...model.taken].flatMap(([office, records]) =>
        records.map(
          ({ sent, isSound }) =>
            [office, sent.returnedOn, isSound ? 'accepted' : 'needs-correction'] as const,
        ),
      ),
    ),
  );
  const kept = papersKept(saved).map(({ kind, office, file }) => `${kind} ${office} ${file}`);
  expect(kept.toSorted()).toEqual(
    model.receipts.map(({ kind, office, file }) => `${kind} ${office} ${file}`).toSorted(),
  );
}

/** Who is asked for a return, who for a correction, and whose measures are overdue. */
async function hasRightReminders(page: Page, model: Model): Promise<void> {
  await page.getByRole('tab', { name: '督办' }).first().click();
  const text = await page.getByText(/^各单位：截至2017年12月12日/u).innerText();
  const named = (what: string) =>
    new RegExp(`${what}的单位有 \\d+ 个：([^。]*)。`, 'u').exec(text)?.[1]?.split('、') ?? [];
  expect(named('尚未报送')).toEqual(model.owing());
  expect(named('填报内容需要更正')).toEqual(model.toCorrect());
  const overdue = ledgerAssignments(ledger).filter(
    ({ measure, unit, deadline }) =>
      deadline !== null &&
      deadline < ledger.settings.asOf &&
      model.known.get(`${measure} ${unit}`)?.report.status !== 'done',
  );
  const late = [...new Set(overdue.map(({ unit }) => unit))].toSorted();
  expect(named('有措施逾期未完成').toSorted()).toEqual(
    late.map((unit) => `${unit} ${overdue.filter((one) => one.unit === unit).length} 项`).toSorted(),
  );

  await page.getByRole('tab', { name: '发文' }).click();
  const boxes = page.getByRole('list', { name: '应发的公文' }).getByRole('checkbox');
  await boxes.first().waitFor();
  const letters = await boxes.evaluateAll((all) =>
    all.map((box) => box.getAttribute('aria-label')?.split('　') ?? []),
  );
  const addressed = (...kinds: readonly string[]) =>
    letters.flatMap(([kind = '', office]) => (kinds.includes(kind) ? [office] : [])).toSorted();
  // The coordinating office writes none to itself.
  expect(addressed('督办单', '商请函')).toEqual(late.filter((unit) => unit !== '市政府法制办'));
  expect(addressed('退回通知')).toEqual(model.toCorrect().toSorted());
}
