import { logged } from '../../ledger/change/changes';
import type { Ledger } from '../../ledger/ledger';
import type { LedgerSettings, OfficeSettings, UnitDirectory } from '../../ledger/records';
import { NAME, OFFICE_WORD, TAB } from '../../sheets/words';

/** Every setting by what the log calls it; the mark of sample data is none, the weights are edited in their tab. */
function named({ office, ...settings }: LedgerSettings): readonly (readonly [word: string, value: string])[] {
  return [
    ...Object.entries(NAME).map(([key, word]) => [word, String(settings[key as keyof typeof NAME])] as const),
    ...Object.entries(OFFICE_WORD).map(
      ([key, word]) => [word, String(office[key as keyof OfficeSettings])] as const,
    ),
  ];
}

const NOTHING = '（空）';

/** Settings as the clerk wants them; the log says which changed, old → new. The same ledger when none did. */
export function changeSettings(ledger: Ledger, settings: LedgerSettings, at: string): Ledger {
  const before = new Map(named(ledger.settings));
  const changes = named(settings)
    .filter(([word, value]) => before.get(word) !== value)
    .map(([word, value]) => `${word}：${before.get(word) || NOTHING} → ${value || NOTHING}`);
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
