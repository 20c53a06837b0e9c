import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { BuiltPages } from '../built-pages';
import { dropFromDisk, dropOn, paste, type InHand } from '../hands';
import { untilEntries, untilInbox } from '../kept-session';
import type { Model } from './model';
import type { Drop } from './post';

/** Where a hand may let go. */
const PLACES = ['main h1', 'main [role=tabpanel]', 'section[aria-label="工作簿"]'] as const;

/** The clerk at the page: does it there and in the model, and holds what the page offers against what the model says there is. */
export class Clerk {
  private drops = 0;

  constructor(
    public page: Page,
    private readonly pages: BuiltPages,
    private readonly model: Model,
  ) {}

  private button(name: string | RegExp) {
    return this.page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Lets go of it somewhere on the page and does not wait. */
  async letGo({ packing, returns, papers }: Drop): Promise<void> {
    const [first] = returns;
    if (packing === 'pasted' && first?.clipboard != null) return paste(this.page, first.clipboard);
    const files = [...returns.flatMap(({ file }) => file ?? []), ...papers.map(({ content }) => content)];
    this.drops += 1;
    const where = PLACES[this.drops % PLACES.length] ?? 'main';
    const name = `第${this.drops}批`;
    if (packing === 'files') return dropOn(this.page, where, ...files);
    const zip = { name: `${name}.zip`, bytes: zipped(files) };
    if (packing === 'zip') return dropOn(this.page, where, zip);
    if (packing === 'zip in zip')
      return dropOn(this.page, where, { name: `转发${name}.zip`, bytes: zipped([zip]) });
    const folder = await mkdtemp(join(tmpdir(), 'fortnight-'));
    await mkdir(join(folder, name, '附件'), { recursive: true });
    for (const [index, file] of files.entries())
      await writeFile(join(folder, name, index % 2 === 0 ? '' : '附件', file.name), file.bytes);
    await writeFile(join(folder, name, '~$填报表.xlsx'), 'a lock');
    await dropFromDisk(this.page, where, join(folder, name));
    this.left.push(folder);
  }

  private readonly left: string[] = [];

  async tidy(): Promise<void> {
    await Promise.all(this.left.map((folder) => rm(folder, { recursive: true, force: true })));
  }

  /** Lets go of it and waits until all of it is there and kept. */
  async receive(drop: Drop): Promise<void> {
    const { returns, papers } = drop;
    const said = this.page.getByRole('status').getByText(/^共 \d+ 份：/u);
    const close = this.page.getByRole('status').getByRole('button', { name: '关闭提示' });
    if (await close.isVisible()) await close.click();
    await this.letGo(drop);
    await said.waitFor();
    for (const one of returns) this.model.arrive(one);
    for (const { kind, office, file } of papers) this.model.arrivePaper({ kind, office, file });
    await untilInbox(this.page, this.model.files);
  }

  async agreeToAll(): Promise<void> {
    const count = this.model.curable().length;
    await this.offers(/^采用全部可采用的更正/u, count === 0 ? null : `采用全部可采用的更正（${count}）`);
    if (count === 0) return;
    await this.button(`采用全部可采用的更正（${count}）`).click();
    await this.page.getByText(`已采用更正 ${count} 处。`).waitFor();
    this.model.agreeToAll();
  }

  async chooseNewest(): Promise<void> {
    const count = this.model.undecided().length;
    const name = `待选定的用最后收到的一份（${count} 家）`;
    await this.offers(/^待选定的用最后收到的一份/u, count === 0 ? null : name);
    if (count === 0) return;
    await this.button(name).click();
    await this.button(name).waitFor({ state: 'detached' });
    this.model.chooseNewest();
  }

  /** All that are faulty go back, packed into one; a single one by itself. */
  async sendBack(): Promise<void> {
    const faulty = this.model.faulty();
    const packed = `打包下载退回件（${faulty.length} 份，.zip）`;
    await this.offers(/^打包下载退回件/u, faulty.length < 2 ? null : packed);
    if (faulty.length < 2) return;
    const bytes = await this.pages.downloaded(this.page, () => this.button(packed).click());
    // Each in a workbook of its own, and the words to send them with.
    expect(Object.keys(unzipSync(bytes))).toHaveLength(faulty.length + 1);
    await this.page
      .getByText(/已交给浏览器下载/u)
      .first()
      .waitFor();
    this.model.sendBack();
  }

  async takeIn(): Promise<void> {
    const rows = this.model.takeIn(false);
    if (rows === 0) return;
    await this.button(`汇入 ${rows} 条`).click();
    await this.page.getByText('汇入完成').waitFor();
    this.model.takeIn(true);
    this.entries += rows;
    await untilEntries(this.page, this.entries);
  }

  private entries = 0;

  async notePapers(): Promise<void> {
    const count = this.model.waiting;
    await this.offers(/^登记收到（/u, count === 0 ? null : `登记收到（${count} 份）`);
    if (count === 0) return;
    await this.button(`登记收到（${count} 份）`).click();
    await this.page.getByText(`已在台账登记 ${count} 份材料`).waitFor();
    this.model.notePapers();
    await untilInbox(this.page, this.model.files);
  }

  /** The board says of each office what the model says. */
  async looksAtTheBoard(): Promise<void> {
    await expect(this.board()).resolves.toEqual(this.model.board());
  }

  private async board(): Promise<Readonly<Record<string, string>>> {
    const lines = this.page.getByRole('region', { name: '收回的文件' }).locator('li[aria-posinset]');
    await lines.first().waitFor();
    const words = await lines.evaluateAll((all) =>
      all.map((line) =>
        (line as HTMLElement).innerText.split('\n').filter((word) => word !== '' && word !== '待选定'),
      ),
    );
    return Object.fromEntries(words.map(([state = '', office = '']) => [office, state]));
  }

  /** The button is there by that name, or none of its kind. */
  private async offers(kind: RegExp, name: string | null): Promise<void> {
    await expect(this.button(kind).allInnerTexts()).resolves.toEqual(name === null ? [] : [name]);
  }
}

function zipped(files: readonly InHand[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
}
