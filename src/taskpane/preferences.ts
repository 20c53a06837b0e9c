import { createContext, use } from 'react';
import type { Locale } from '../locales/translate';
import type { ThemeChoice } from './pane-theme';

/** How the clerk likes the pane; of this machine, not of the ledger. */
export interface Preferences {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
}

const STORED_AS = 'measures-ledger/preferences';
const DEFAULT: Preferences = { locale: 'zh-CN', theme: 'system' };

/** What was kept, or the default: storage can be switched off, and then nothing is lost but the choice. */
export function storedPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    return isPreferences(kept) ? kept : DEFAULT;
  } catch {
    return DEFAULT;
  }
}

export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(preferences));
  } catch {
    return;
  }
}

function isPreferences(value: unknown): value is Preferences {
  if (typeof value !== 'object' || value === null || !('locale' in value) || !('theme' in value))
    return false;
  const { locale, theme } = value;
  return (
    (locale === 'zh-CN' || locale === 'en-US') &&
    (theme === 'system' || theme === 'light' || theme === 'dark')
  );
}

export const PreferencesContext = createContext<readonly [Preferences, (next: Preferences) => void]>([
  DEFAULT,
  () => undefined,
]);

/** The preferences, and how to change them. */
export function usePreferences() {
  return use(PreferencesContext);
}
