import { Field, Input } from '@fluentui/react-components';
import type { Unit } from '../../../ledger/types';
import { calendarDate } from '../../../plan/calendar';
import { LIST_SEPARATOR } from '../../../sheets/directory-tabs';
import { DateInput } from '../../parts/DateInput';
import { useLayout } from '../../parts/layout';
import { namesOf } from '../../parts/names-of';
import { useDraft } from '../../parts/use-draft';
import { useWords } from '../../words-context';

/** The reform of local government took effect about then: the day offered for a successor first. */
const REFORM = calendarDate(2019, 1, 1);

interface UnitFieldsProps {
  readonly unit: Unit;
  readonly onChange: (unit: Unit) => void;
}

/** Other names of a unit, who took it over and when, and whom to call. */
export function UnitFields({ unit, onChange }: UnitFieldsProps) {
  const layout = useLayout();
  const t = useWords();
  const { successor } = unit;
  const setSuccessor = (name: string) => {
    const from = successor?.from ?? REFORM;
    onChange({ ...unit, successor: name === '' || from === undefined ? null : { name, from } });
  };
  return (
    <div className={layout.fields}>
      <TextField
        label={t('pane.units.shortNames')}
        hint={t('pane.units.shortNamesHint')}
        value={unit.shortNames.join(LIST_SEPARATOR)}
        onChange={(text) => onChange({ ...unit, shortNames: namesOf(text) })}
      />
      <TextField
        label={t('pane.units.successor')}
        hint={t('pane.units.successorHint')}
        value={successor?.name ?? ''}
        onChange={setSuccessor}
      />
      {successor !== null && (
        <Field label={t('pane.units.successorFrom')}>
          <DateInput
            value={successor.from}
            onChange={(from) => onChange({ ...unit, successor: { ...successor, from } })}
          />
        </Field>
      )}
      <TextField
        label={t('pane.units.contact')}
        value={unit.contact}
        onChange={(contact) => onChange({ ...unit, contact })}
      />
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A line of text, taken over on leaving the field. */
function TextField({ label, hint, value, onChange }: TextFieldProps) {
  const [typed, type] = useDraft(value);
  return (
    <Field label={label} hint={hint ?? null}>
      <Input
        value={typed}
        onChange={(_event, { value: text }) => type(text)}
        onBlur={() => {
          if (typed.trim() !== value) onChange(typed.trim());
        }}
      />
    </Field>
  );
}
