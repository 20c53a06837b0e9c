import { logged } from '../../ledger/change/changes';
import type { LedgerSettings, OfficeSettings } from '../../ledger/records';
import { NAME, OFFICE_WORD } from '../../sheets/words';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

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

/** What the clerk set anew. */
export interface SettingsInput extends Partial<Omit<LedgerSettings, 'office'>> {
  readonly office?: Partial<OfficeSettings>;
}

/** 设置: the log says what changed, old → new. The same ledger when nothing did. */
export function changeSettings(
  { ledger, at }: OpenedLedger,
  { office, ...changed }: SettingsInput,
): Revision {
  const settings: LedgerSettings = {
    ...ledger.settings,
    ...changed,
    office: { ...ledger.settings.office, ...office },
  };
  const before = new Map(named(ledger.settings));
  const changes = named(settings)
    .filter(([word, value]) => before.get(word) !== value)
    .map(([word, value]) => `${word}：${before.get(word) || NOTHING} → ${value || NOTHING}`);
  if (changes.length === 0) return { ledger };
  return { ledger: logged({ ...ledger, settings }, 'settings', changes.join('；'), at) };
}
