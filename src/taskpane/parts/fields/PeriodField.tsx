import { Field, Select } from '@fluentui/react-components';
import type { Ledger } from '../../../ledger/ledger';
import type { LedgerSettings } from '../../../ledger/records';
import { useWords } from '../../words-context';
import { offeredPeriods, periodKind, periodName, type PeriodKind } from '../periods';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'year'];

interface PeriodFieldProps {
  readonly ledger: Ledger;
  readonly onChange: (changed: Pick<LedgerSettings, 'period'>) => unknown;
}

/** 报送期: by month, quarter or year, the latest first. */
export function PeriodField({ ledger, onChange }: PeriodFieldProps) {
  const t = useWords();
  const { settings } = ledger;
  const offered = offeredPeriods(ledger).toReversed();
  return (
    <Field label={t('pane.settings.period')}>
      <Select
        value={settings.period}
        onChange={(_event, { value }) => {
          const period = offered.find((one) => one === value);
          if (period !== undefined) onChange({ period });
        }}
      >
        {KINDS.map((kind) => (
          <optgroup key={kind} label={t(`pane.period.by.${kind}`)}>
            {offered
              .filter((period) => periodKind(period) === kind)
              .map((period) => (
                <option key={period} value={period}>
                  {periodName(period, t)}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
