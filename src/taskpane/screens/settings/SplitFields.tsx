import { Button, Text } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Split, Unit } from '../../../ledger/records';
import { LIST_SEPARATOR } from '../../../sheets/tabs/directory-tab';
import { TextField } from '../../parts/fields/TextField';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import { NewSplit } from './NewSplit';
import { measuresFault, measuresIn } from './split-edits';

interface SplitFieldsProps {
  readonly unit: Unit;
  /** The measures the unit leads; no others can go to another office. */
  readonly owed: readonly number[];
  /** @param edit Of the parts as they are by then. */
  readonly onEdit: (edit: (splits: readonly Split[]) => readonly Split[]) => void;
}

/** Part of a dissolved unit's measures with another office than its successor: a line an office. */
export function SplitFields({ unit, owed, onEdit }: SplitFieldsProps) {
  const layout = useLayout();
  const t = useWords();
  const { splits } = unit;
  const others = (at: number) => splits.filter((_, index) => index !== at);
  const sentence = (text: string, taken: readonly Split[]) => {
    const fault = measuresFault(text, owed, taken);
    return fault === null
      ? null
      : t(`pane.units.split.${fault.kind}`, { measures: fault.measures.join(t('pane.listComma')) });
  };
  const setMeasures = (office: string, text: string) =>
    onEdit((now) =>
      now.map((split) => (split.office === office ? { ...split, measures: measuresIn(text) } : split)),
    );
  return (
    <div className={layout.tight}>
      <Text size={200} className={layout.muted}>
        {t('pane.units.splitsHint', { measures: owed.join(t('pane.listComma')) })}
      </Text>
      {splits.map((split, at) => (
        <div key={split.office} className={layout.row}>
          <div className={layout.grow}>
            <TextField
              label={t('pane.units.splitOf', { office: split.office })}
              value={split.measures.join(LIST_SEPARATOR)}
              faultOf={(text) => sentence(text, others(at))}
              onChange={(text) => setMeasures(split.office, text)}
            />
          </div>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t('pane.units.splitRemove', { office: split.office })}
            onClick={() => onEdit((now) => now.filter(({ office }) => office !== split.office))}
          />
        </div>
      ))}
      <NewSplit
        unit={unit.name}
        isKnown={(office) =>
          [unit.name, unit.successor?.name, ...splits.map((one) => one.office)].includes(office)
        }
        faultOf={(text) => sentence(text, splits)}
        onAdd={(split) => onEdit((now) => [...now, split])}
      />
    </div>
  );
}
