import type { Locator, Page } from 'playwright-core';
import { dropOn, type InHand } from '../hands';

/** A clerk whose actions are counted: a click, a key or a chord of keys, a field that is filled in, a batch of files let go of. */
export class CountingClerk {
  private done = 0;

  constructor(readonly page: Page) {}

  get actions(): number {
    return this.done;
  }

  async click(what: Locator): Promise<void> {
    this.done += 1;
    await what.click();
  }

  /** @param keys One key, or keys that are held together. */
  async press(keys: string): Promise<void> {
    this.done += 1;
    await this.page.keyboard.press(keys);
  }

  /** A field that is not where the keyboard is. */
  async fill(what: Locator, text: string): Promise<void> {
    this.done += 1;
    await what.fill(text);
  }

  /** Where the keyboard is. */
  async type(text: string): Promise<void> {
    this.done += 1;
    await this.page.keyboard.type(text);
  }

  async drop(...files: readonly InHand[]): Promise<void> {
    this.done += 1;
    await dropOn(this.page, 'body', ...files);
  }
}
