import type { Locator, Page } from 'playwright-core';
import { translator, type Locale, type MessageKey, type MessageValues } from '../../src/locales/translate';

/** The row of screens, in either language. */
const SCREENS = /^(?:功能|Screens)$/;
/** What has no room in it is behind this. */
const MORE = /^(?:更多功能|More screens)/;

/** To a screen by its tab, or out of the menu where the tab has no room. */
export async function goToScreen(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: SCREENS });
  await tabs.waitFor();
  const tab = tabs.getByRole('tab', { name, exact: true });
  const isPressed = (await tab.isVisible()) && (await pressed(tab));
  if (isPressed) return;
  await page.getByRole('button', { name: MORE }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** The room of the tabs is measured after they are drawn: one may lose its own in the moment it is pressed. */
const A_MOMENT_MS = 5_000;

function pressed(tab: Locator): Promise<boolean> {
  return tab.click({ timeout: A_MOMENT_MS }).then(
    () => true,
    () => false,
  );
}

/** The names of all screens that can be gone to, those in the menu last. */
export async function screenNames(page: Page): Promise<readonly string[]> {
  const tabs = page.getByRole('tablist', { name: SCREENS }).getByRole('tab', { includeHidden: true });
  await page.getByRole('tablist', { name: SCREENS }).waitFor();
  // At one go: how many have room is measured anew after each change of the window or the text.
  const shown = await tabs.evaluateAll((all) =>
    all.flatMap((tab) =>
      (tab as HTMLElement).offsetParent === null ? [] : [(tab as HTMLElement).innerText],
    ),
  );
  const more = page.getByRole('button', { name: MORE });
  if ((await tabs.count()) === shown.length) return shown;
  await more.click();
  await page.getByRole('menuitem').first().waitFor();
  const hidden = await page.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  return [...shown, ...hidden];
}

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

  /** To a screen, or to a part of one. */
  async go(key: MessageKey): Promise<void> {
    const name = this.words(key);
    if (key.startsWith('pane.screen.')) await goToScreen(this.page, name);
    else await this.page.getByRole('tab', { name }).first().click();
  }

  /** Waits until the pane says the sentence. */
  async says(key: MessageKey, values: MessageValues = {}): Promise<void> {
    await this.page.getByText(this.words(key, values)).first().waitFor();
  }
}
