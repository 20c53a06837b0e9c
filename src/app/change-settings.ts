import { logged } from '../ledger/changes';
import type { Ledger } from '../ledger/ledger';
import type { LedgerSettings, UnitDirectory } from '../ledger/types';
import { NAME, TAB } from '../sheets/words';

/** What the log calls a setting; the mark of sample data is no setting. */
const LOGGED = Object.entries(NAME) as readonly [keyof typeof NAME, string][];

/** Settings as the clerk wants them; the log says which changed, old → new. The same ledger when none did. */
export function changeSettings(ledger: Ledger, settings: LedgerSettings, at: string): Ledger {
  const before = ledger.settings;
  const changes = LOGGED.filter(([key]) => before[key] !== settings[key]).map(
    ([key, word]) => `${word}：${before[key]} → ${settings[key]}`,
  );
  if (changes.length === 0) return ledger;
  return logged({ ...ledger, settings }, 'settings', changes.join('；'), at);
}

/** Units and groups as the clerk wants them; the log names the unit or group that was edited. */
export function changeDirectory(
  ledger: Ledger,
  directory: UnitDirectory,
  edited: string,
  at: string,
): Ledger {
  return logged({ ...ledger, directory }, 'settings', `${TAB.units}：${edited}`, at);
}
