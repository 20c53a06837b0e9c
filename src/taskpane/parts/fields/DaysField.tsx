import { Field, Input } from '@fluentui/react-components';
import { useWords } from '../../words-context';
import { useDraft } from './use-draft';

const MOST_DAYS = 365;

interface DaysFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Default: 0. */
  readonly least?: number;
  readonly value: number;
  readonly onChange: (days: number) => void;
}

/** A number of days, taken over on leaving the field; until it is one the field says what it wants. */
export function DaysField({ label, hint, least = 0, value, onChange }: DaysFieldProps) {
  const t = useWords();
  const [typed, type] = useDraft(String(value));
  const days = Number(typed);
  const isReadable = typed.trim() !== '' && Number.isInteger(days) && days >= least && days <= MOST_DAYS;
  return (
    <Field
      label={label}
      hint={hint}
      validationState={isReadable ? 'none' : 'error'}
      validationMessage={isReadable ? null : t('pane.settings.daysHint', { least, most: MOST_DAYS })}
    >
      <Input
        type="number"
        min={least}
        max={MOST_DAYS}
        value={typed}
        onChange={(_event, { value: text }) => type(text)}
        onBlur={() => {
          if (isReadable && days !== value) onChange(days);
        }}
      />
    </Field>
  );
}
