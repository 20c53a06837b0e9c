import { Input, type InputProps } from '@fluentui/react-components';
import { parseIsoDate, type CalendarDate } from '../../../base/calendar';
import { useDraft } from './use-draft';

/** No deadline of this field is older; a year half typed (“0201”) is not taken for a date. */
const EARLIEST = '1990-01-01';

interface DateInputProps extends Omit<InputProps, 'value' | 'onChange' | 'type' | 'defaultValue'> {
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate) => void;
}

/** A day, taken over as soon as it is a whole one; what is half typed stays in the field until then. */
export function DateInput({ value, onChange, ...input }: DateInputProps) {
  const [typed, type] = useDraft(value ?? '');
  return (
    <Input
      {...input}
      type="date"
      value={typed}
      onChange={(_event, { value: text }) => {
        type(text);
        const date = parseIsoDate(text);
        if (date !== undefined && date >= EARLIEST && date !== value) onChange(date);
      }}
    />
  );
}
