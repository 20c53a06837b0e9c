import { freeScreen, ledgerScreen, type ScreenEntry } from './screen';

/**
 * Every screen, in the order of the tabs. A new one is one line here, a folder beside this file, and its words in the
 * locales: `pane.screen.<id>` on the tab and `pane.title.<id>` over the screen.
 */
export const SCREENS = {
  start: freeScreen('noLedger', async () => (await import('./start/Start')).Start),
  home: ledgerScreen(async () => (await import('./home/Home')).Home),
  issue: ledgerScreen(async () => (await import('./issue/Issue')).Issue),
  returns: ledgerScreen(async () => (await import('./returns/Returns')).Returns),
  overdue: ledgerScreen(async () => (await import('./overdue/Overdue')).Overdue),
  summary: ledgerScreen(async () => (await import('./summary/SummaryScreen')).SummaryScreen),
  report: ledgerScreen(async () => (await import('./report/Report')).Report),
  plan: freeScreen('always', async () => (await import('./plan/PlanScreen')).PlanScreen),
  settings: freeScreen('always', async () => (await import('./settings/Settings')).Settings),
} as const satisfies Record<string, ScreenEntry>;

export type ScreenId = keyof typeof SCREENS;

export const SCREEN_IDS = Object.keys(SCREENS) as readonly ScreenId[];

/** Whether a screen can be gone to now. */
export function isOffered(id: ScreenId, hasLedger: boolean): boolean {
  const { when } = SCREENS[id];
  return when === 'always' || (when === 'ledger') === hasLedger;
}
