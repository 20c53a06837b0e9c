import { Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parsePeriod } from '../../ledger/period';
import type { LedgerSettings } from '../../ledger/types';
import { parseIsoDate } from '../../plan/calendar';
import type { Locale } from '../../locales/translate';
import type { Preferences, ScreenProps } from '../Pane';
import type { ThemeChoice } from '../theme';
import { useWords } from '../words-context';

const MOST_DAYS = 365;

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** 设置: the day and period everything is counted by, the thresholds, language and theme. */
export function Settings({
  session,
  commands,
  preferences,
}: ScreenProps & { readonly preferences: Preferences }) {
  const styles = useStyles();
  const t = useWords();
  const { ledger } = session;
  const change = (part: Partial<LedgerSettings>) => {
    if (ledger !== null) commands.setSettings({ ...ledger.settings, ...part });
  };
  return (
    <div className={styles.column}>
      {ledger !== null && <LedgerFields settings={ledger.settings} change={change} />}
      <Field label={t('pane.settings.language')}>
        <Select
          value={preferences.locale}
          onChange={(_event, { value }) => preferences.setLocale(value as Locale)}
        >
          <option value="zh-CN">{t('pane.settings.chinese')}</option>
          <option value="en-US">{t('pane.settings.english')}</option>
        </Select>
      </Field>
      <Field label={t('pane.settings.theme')}>
        <Select
          value={preferences.themeChoice}
          onChange={(_event, { value }) => preferences.setThemeChoice(value as ThemeChoice)}
        >
          {(['system', 'light', 'dark'] as const).map((choice) => (
            <option key={choice} value={choice}>
              {t(`pane.settings.theme.${choice}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

interface LedgerFieldsProps {
  readonly settings: LedgerSettings;
  readonly change: (part: Partial<LedgerSettings>) => void;
}

function LedgerFields({ settings, change }: LedgerFieldsProps) {
  const t = useWords();
  return (
    <>
      <Field label={t('pane.settings.asOf')}>
        <Input
          type="date"
          value={settings.asOf}
          onChange={(_event, { value }) => {
            const asOf = parseIsoDate(value);
            if (asOf !== undefined) change({ asOf });
          }}
        />
      </Field>
      <PeriodField settings={settings} change={change} />
      <Field label={t('pane.settings.dueSoonDays')}>
        <Input
          type="number"
          min={0}
          max={MOST_DAYS}
          value={String(settings.dueSoonDays)}
          onChange={(_event, { value }) => {
            const days = Number(value);
            if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) change({ dueSoonDays: days });
          }}
        />
      </Field>
    </>
  );
}

/** Taken over once it can be read; until then the field says how to write it. */
function PeriodField({ settings, change }: LedgerFieldsProps) {
  const t = useWords();
  const [typed, setTyped] = useState<string>(settings.period);
  const isReadable = parsePeriod(typed) !== undefined;
  return (
    <Field
      label={t('pane.settings.period')}
      validationState={isReadable ? 'none' : 'error'}
      validationMessage={isReadable ? null : t('pane.settings.periodHint')}
    >
      <Input
        value={typed}
        onChange={(_event, { value }) => {
          setTyped(value);
          const period = parsePeriod(value);
          if (period !== undefined) change({ period });
        }}
      />
    </Field>
  );
}
