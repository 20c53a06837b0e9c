import type { Page } from 'playwright-core';
import { translator, type Locale, type MessageKey, type MessageValues } from '../../src/locales/translate';

/** The pane as a clerk meets it: by what buttons and messages say, in the words of the locale. */
export class PaneActions {
  private readonly words;

  constructor(
    private readonly page: Page,
    locale: Locale = 'zh-CN',
  ) {
    this.words = translator(locale);
  }

  async press(key: MessageKey, values: MessageValues = {}): Promise<void> {
    await this.page
      .getByRole('button', { name: this.words(key, values), exact: true })
      .first()
      .click();
  }

  async go(key: MessageKey): Promise<void> {
    await this.page
      .getByRole('tab', { name: this.words(key) })
      .first()
      .click();
  }

  /** Waits until the pane says the sentence. */
  async says(key: MessageKey, values: MessageValues = {}): Promise<void> {
    await this.page.getByText(this.words(key, values)).first().waitFor();
  }
}
