import type { Ledger } from '../../../ledger/ledger';
import { AsOfField } from '../../parts/fields/AsOfField';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { DaysField } from '../../parts/fields/DaysField';
import { useLayout } from '../../parts/layout';
import { PeriodField } from '../../parts/fields/PeriodField';
import { usePreferences } from '../../preferences';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';
import { DiagnosisPart } from './DiagnosisPart';
import { DirectoryEditor } from './DirectoryEditor';
import { OfficeFields } from './OfficeFields';

const LOCALES = ['zh-CN', 'en-US'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** 设置: what everything is counted by, the units, how the pane looks, and what helpers must know. */
export function Settings({ session: { ledger }, commands, isLive }: ScreenProps) {
  const layout = useLayout();
  const diagnosis = commands.desk.world.live?.diagnosis?.();
  return (
    <div className={layout.column}>
      {ledger !== null && <LedgerFields ledger={ledger} commands={commands} />}
      <PreferenceFields isLive={isLive} />
      {ledger !== null && <OfficeFields ledger={ledger} commands={commands} />}
      {ledger !== null && <DirectoryEditor ledger={ledger} commands={commands} />}
      {diagnosis !== undefined && <DiagnosisPart diagnosis={diagnosis} />}
    </div>
  );
}

function LedgerFields({ ledger, commands }: Pick<ScreenProps, 'commands'> & { readonly ledger: Ledger }) {
  const t = useWords();
  const { settings } = ledger;
  const { setSettings } = commands;
  return (
    <>
      <AsOfField settings={settings} onChange={setSettings} />
      <PeriodField ledger={ledger} onChange={setSettings} />
      <DaysField
        label={t('pane.settings.dueSoonDays')}
        hint={t('pane.settings.dueSoonHint')}
        value={settings.dueSoonDays}
        onChange={(dueSoonDays) => void setSettings({ dueSoonDays })}
      />
      <DaysField
        label={t('pane.settings.returnWithinDays')}
        hint={t('pane.settings.returnWithinHint')}
        value={settings.returnWithinDays}
        onChange={(returnWithinDays) => void setSettings({ returnWithinDays })}
      />
    </>
  );
}

function PreferenceFields({ isLive }: Pick<ScreenProps, 'isLive'>) {
  const t = useWords();
  const [preferences, remember] = usePreferences();
  return (
    <>
      <ChoiceField
        label={t('pane.settings.language')}
        value={preferences.locale}
        choices={LOCALES}
        wordOf={(locale) => t(locale === 'zh-CN' ? 'pane.settings.chinese' : 'pane.settings.english')}
        onChange={(locale) => remember({ ...preferences, locale })}
      />
      <ChoiceField
        label={t('pane.settings.theme')}
        value={preferences.theme}
        choices={THEMES}
        wordOf={(theme) =>
          theme === 'system' && isLive ? t('pane.settings.theme.office') : t(`pane.settings.theme.${theme}`)
        }
        onChange={(theme) => remember({ ...preferences, theme })}
      />
    </>
  );
}
