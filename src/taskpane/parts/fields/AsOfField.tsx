import { Button, Field } from '@fluentui/react-components';
import { useState } from 'react';
import type { LedgerSettings } from '../../../ledger/records';
import { useWords } from '../../words-context';
import { useLayout } from '../layout';
import { fittingPeriod, periodName } from '../periods';
import { DateInput } from './DateInput';

interface AsOfFieldProps {
  readonly settings: LedgerSettings;
  readonly onChange: (changed: Partial<Pick<LedgerSettings, 'asOf' | 'period'>>) => unknown;
}

/** 统计截止日: everything is counted by this day. A change of it leaves the period alone, and says so. */
export function AsOfField({ settings, onChange }: AsOfFieldProps) {
  const layout = useLayout();
  const t = useWords();
  const { asOf, period } = settings;
  const [first] = useState(asOf);
  const fitting = fittingPeriod(period, asOf);
  const isSaid = fitting !== null || asOf !== first;
  const said = isSaid ? t('pane.settings.periodStays', { period: periodName(period, t) }) : null;
  return (
    <div className={layout.tight}>
      <Field
        label={t('pane.settings.asOf')}
        validationState={fitting === null ? 'none' : 'warning'}
        validationMessage={fitting === null ? null : said}
        hint={fitting === null ? said : null}
      >
        <DateInput value={asOf} onChange={(day) => onChange({ asOf: day })} />
      </Field>
      {fitting !== null && (
        <Button size="small" onClick={() => onChange({ period: fitting })}>
          {t('pane.settings.periodTo', { period: periodName(fitting, t) })}
        </Button>
      )}
    </div>
  );
}
