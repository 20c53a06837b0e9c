import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { DateInput } from '../../parts/fields/DateInput';
import { useLayout } from '../../parts/layout';
import { PeriodField } from '../../parts/fields/PeriodField';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FormList } from './FormList';
import { dueDate, owedForms, returnWithinDays } from './form-choices';
import { usePickedUnits } from './use-picked-units';

/** 下发: for which period, until when, to whom; then the forms, one by one or packed. */
export function Issue({ ledger, commands, isLive }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const { settings } = ledger;
  const downloads = commands.outlet === 'download';
  const forms = useMemo(() => owedForms(ledger), [ledger]);
  const units = usePickedUnits(forms, settings.period);
  const [hasDownloaded, setHasDownloaded] = useState(false);
  const after = (step: Promise<void>) => void step.then(() => setHasDownloaded(true));
  const downloadAll = () => after(commands.issue.downloadForms(settings.period, units.picked));
  const downloadPages = () => after(commands.issue.downloadPages(settings.period, units.picked));
  return (
    <div className={layout.column}>
      <PeriodField ledger={ledger} onChange={commands.setSettings} />
      <Field label={t('pane.issue.dueOn')} hint={t('pane.issue.dueHint')}>
        <DateInput
          value={dueDate(ledger)}
          onChange={(dueOn) =>
            void commands.setSettings({ returnWithinDays: returnWithinDays(ledger, dueOn) })
          }
        />
      </Field>
      {downloads && (
        <Button appearance="primary" disabled={units.picked.length === 0} onClick={downloadAll}>
          {t('pane.issue.downloadAll', { count: units.picked.length })}
        </Button>
      )}
      {downloads && (
        <Field hint={t('pane.issue.pagesHint')}>
          <Button disabled={units.picked.length === 0} onClick={downloadPages}>
            {t('pane.issue.pages', { count: units.picked.length })}
          </Button>
        </Field>
      )}
      {isLive && (
        <Button
          {...(downloads ? {} : { appearance: 'primary' })}
          disabled={units.picked.length === 0}
          onClick={() => void commands.issue.makeTabs(settings.period, units.picked)}
        >
          {t('pane.issue.tabs', { count: units.picked.length })}
        </Button>
      )}
      {!downloads && <Text size={200}>{t('pane.issue.noDownloads')}</Text>}
      {hasDownloaded && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {t(isLive ? 'pane.issue.notStarted.live' : 'pane.issue.notStarted')}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={downloadAll}>{t('pane.issue.again')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <FormList
        forms={forms}
        units={units}
        onDownload={downloads ? (unit) => after(commands.issue.downloadForm(settings.period, unit)) : null}
        onOpen={isLive ? (unit) => void commands.issue.openForm(settings.period, unit) : null}
      />
      <Text size={200} className={layout.muted}>
        {t('pane.issue.works')}
      </Text>
    </div>
  );
}
