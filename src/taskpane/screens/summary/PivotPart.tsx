import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { assignmentRows } from '../../../ledger/figures/assignment-rows';
import { itemsIn, pivot } from '../../../ledger/figures/pivot';
import {
  PIVOT_FIELDS,
  PIVOT_VALUES,
  type PivotChoice,
  type PivotField,
  type PivotFilter,
} from '../../../ledger/figures/pivot-choice';
import { TAB } from '../../../sheets/words';
import { useFollowed } from '../../following/use-followed';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { useLayout } from '../../parts/layout';
import { orNull, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { PivotRows } from './PivotRows';
import { TurnedTable } from './TurnedTable';
import { figureAt, figureName, firstChoice, isFigurePlace, itemName, type FigurePlace } from './pivot-words';

/** In the place of a field, or of an item: there is neither under these words. */
const [NONE, ALL] = ['-none', '-all'] as const;

/** 透视: rows, columns, filters and value as the clerk turns them; each figure opens the rows it is of. */
export function PivotPart({ ledger, session, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const [place, setPlace] = useScreenState<FigurePlace | null>('pivot.figure', null, orNull(isFigurePlace));
  const rows = useMemo(() => assignmentRows(ledger), [ledger]);
  const { period } = ledger.settings;
  const choice = useMemo(() => session.pivot ?? firstChoice(period), [session.pivot, period]);
  const made = useMemo(() => pivot(rows, choice), [rows, choice]);
  const turn = (changed: Partial<PivotChoice>) => commands.turnPivot({ ...choice, ...changed });
  const field = (one: PivotField | typeof NONE) =>
    one === NONE ? t('pane.pivot.none') : t(`pane.pivot.field.${one}`);
  const filter = (at: number, changed: PivotFilter) =>
    turn({ filters: choice.filters.map((one, index) => (index === at ? changed : one)) });
  const figure = place === null ? undefined : figureAt(made, place);
  const title = place === null ? '' : figureName(place, choice, ledger, t);
  const isDrilled = figure !== undefined;
  useFollowed(commands, {
    tab: isDrilled ? TAB.ledger : TAB.pivot,
    why: isDrilled ? title : t('pane.summary.part.pivot'),
    measures: isDrilled ? figure.rows.map(({ measure }) => measure.no) : null,
  });
  if (isDrilled) {
    const back = () => setPlace(null);
    return <PivotRows title={title} rows={figure.rows} ledger={ledger} commands={commands} onBack={back} />;
  }
  return (
    <>
      <div className={layout.fields}>
        <ChoiceField
          label={t('pane.pivot.rows')}
          value={choice.rows}
          choices={PIVOT_FIELDS}
          wordOf={field}
          onChange={(one) => turn({ rows: one })}
        />
        <ChoiceField
          label={t('pane.pivot.columns')}
          value={choice.columns ?? NONE}
          choices={[NONE, ...PIVOT_FIELDS]}
          wordOf={field}
          onChange={(one) => turn({ columns: one === NONE ? null : one })}
        />
        <ChoiceField
          label={t('pane.pivot.value')}
          value={choice.value}
          choices={PIVOT_VALUES}
          wordOf={(one) => t(`pane.pivot.value.${one}`)}
          onChange={(value) => turn({ value })}
        />
        {choice.filters.map(({ field: of, item }, at) => (
          <FilterFields
            key={at}
            isFixed={at === 0}
            field={of}
            item={item}
            items={itemsIn(rows, of)}
            fieldName={field}
            nameOf={(one) => itemName(of, one, ledger, t)}
            onChange={(changed) => filter(at, changed)}
          />
        ))}
      </div>
      <TurnedTable made={made} choice={choice} ledger={ledger} onDrill={setPlace} />
      <Text size={200} className={layout.muted}>
        {t('pane.pivot.hint')}
      </Text>
    </>
  );
}

interface FilterProps extends PivotFilter {
  /** The first is always the period: sums over several count an assignment several times. */
  readonly isFixed: boolean;
  readonly items: readonly string[];
  readonly fieldName: (field: PivotField) => string;
  readonly nameOf: (item: string) => string;
  readonly onChange: (changed: PivotFilter) => void;
}

function FilterFields({ isFixed, field, item, items, fieldName, nameOf, onChange }: FilterProps) {
  const t = useWords();
  return (
    <>
      {!isFixed && (
        <ChoiceField
          label={t('pane.pivot.filterBy')}
          value={field}
          choices={PIVOT_FIELDS}
          wordOf={fieldName}
          onChange={(one) => onChange({ field: one, item: null })}
        />
      )}
      <ChoiceField
        label={t('pane.pivot.only', { field: fieldName(field) })}
        value={item ?? ALL}
        choices={[ALL, ...items]}
        wordOf={(one) => (one === ALL ? t('pane.pivot.all') : nameOf(one))}
        onChange={(one) => onChange({ field, item: one === ALL ? null : one })}
      />
    </>
  );
}
