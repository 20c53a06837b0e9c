import { Field } from '@fluentui/react-components';
import type { Unit } from '../../../ledger/records';
import { calendarDate } from '../../../base/calendar';
import { LIST_SEPARATOR } from '../../../sheets/tabs/directory-tab';
import { DossierLink } from '../../dossier/DossierLink';
import { DateInput } from '../../parts/fields/DateInput';
import { useLayout } from '../../parts/layout';
import { namesOf } from '../../parts/names-of';
import { TextField } from '../../parts/fields/TextField';
import { useWords } from '../../words-context';
import { SplitFields } from './SplitFields';

type Successor = NonNullable<Unit['successor']>;

/** The reform of local government took effect about then: the day offered for a successor first. */
const REFORM = calendarDate(2019, 1, 1);

interface UnitFieldsProps {
  readonly unit: Unit;
  /** The measures it leads. */
  readonly owed: readonly number[];
  /** @param edit Of the unit as it is by then. */
  readonly onEdit: (edit: (unit: Unit) => Unit) => void;
}

/** Other names of a unit, who took it over and when, in parts or whole, and whom to call. */
export function UnitFields({ unit, owed, onEdit }: UnitFieldsProps) {
  const layout = useLayout();
  const t = useWords();
  const { successor } = unit;
  const set = (part: Partial<Unit>) => onEdit((now) => ({ ...now, ...part }));
  const setSuccessor = (name: string) =>
    onEdit((now) => {
      const from = now.successor?.from ?? REFORM;
      const isNone = name === '' || from === undefined;
      return { ...now, ...(isNone ? { successor: null, splits: [] } : { successor: { name, from } }) };
    });
  const setFrom = (from: Successor['from']) =>
    onEdit((now) => (now.successor === null ? now : { ...now, successor: { ...now.successor, from } }));
  return (
    <div className={layout.column}>
      <div>
        <DossierLink of={{ unit: unit.name }}>{t('pane.dossier.of', { name: unit.name })}</DossierLink>
      </div>
      <div className={layout.fields}>
        <TextField
          label={t('pane.units.shortNames')}
          hint={t('pane.units.shortNamesHint')}
          value={unit.shortNames.join(LIST_SEPARATOR)}
          onChange={(text) => set({ shortNames: namesOf(text) })}
        />
        <TextField
          label={t('pane.units.successor')}
          hint={t('pane.units.successorHint')}
          value={successor?.name ?? ''}
          faultOf={(text) => (text === unit.name ? t('pane.units.successorSelf') : null)}
          onChange={setSuccessor}
        />
        {successor !== null && (
          <Field label={t('pane.units.successorFrom')}>
            <DateInput value={successor.from} onChange={setFrom} />
          </Field>
        )}
        <TextField
          label={t('pane.units.contact')}
          value={unit.contact}
          onChange={(contact) => set({ contact })}
        />
      </div>
      {successor !== null && (
        <SplitFields
          unit={unit}
          owed={owed}
          onEdit={(edit) => onEdit((now) => ({ ...now, splits: edit(now.splits) }))}
        />
      )}
    </div>
  );
}
