import { Field } from '@fluentui/react-components';
import type { LedgerSettings } from '../../../ledger/records';
import { useWords } from '../../words-context';
import { DateInput } from './DateInput';

interface AsOfFieldProps {
  readonly settings: LedgerSettings;
  readonly onChange: (changed: Pick<LedgerSettings, 'asOf'>) => unknown;
}

/** 统计截止日: everything is counted by this day. */
export function AsOfField({ settings, onChange }: AsOfFieldProps) {
  const t = useWords();
  return (
    <Field label={t('pane.settings.asOf')}>
      <DateInput value={settings.asOf} onChange={(asOf) => onChange({ asOf })} />
    </Field>
  );
}
