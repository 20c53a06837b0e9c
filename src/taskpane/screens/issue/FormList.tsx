import { Button, Checkbox, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, WindowNewRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { OwedForm } from './form-choices';
import type { usePickedUnits } from './use-picked-units';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  unit: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  count: { whiteSpace: 'nowrap' },
});

interface FormListProps {
  readonly forms: readonly OwedForm[];
  readonly units: ReturnType<typeof usePickedUnits>;
  readonly onDownload: (unit: string) => void;
  /** Inside Excel: as a workbook in a window of its own. */
  readonly onOpen: ((unit: string) => void) | null;
}

/** One line a form: in or out, how many measures, and the file by itself. */
export function FormList({ forms, units, onDownload, onOpen }: FormListProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [filter, setFilter] = useState('');
  const shown = forms.filter(({ unit }) => unit.includes(filter.trim()));
  const pickedShown = shown.filter(({ unit }) => units.isPicked(unit)).length;
  const names = shown.map(({ unit }) => unit);
  return (
    <div className={layout.tight}>
      <Input
        value={filter}
        placeholder={t('pane.filter.unit')}
        aria-label={t('pane.filter.unit')}
        onChange={(_event, { value }) => setFilter(value)}
      />
      <Checkbox
        label={t('pane.issue.all', { picked: units.picked.length, count: forms.length })}
        checked={pickedShown === shown.length ? true : pickedShown === 0 ? false : 'mixed'}
        onChange={(_event, { checked }) => units.pick(names, checked === true)}
      />
      <ul className={layout.list} aria-label={t('pane.issue.forms')}>
        {shown.map(({ unit, measures, file }) => (
          <li key={unit} className={styles.item}>
            <div className={styles.unit}>
              <Checkbox
                label={unit}
                checked={units.isPicked(unit)}
                onChange={(_event, { checked }) => units.pick([unit], checked === true)}
              />
            </div>
            <Text size={200} className={styles.count}>
              {t('pane.issue.measures', { count: measures })}
            </Text>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              title={file}
              aria-label={t('pane.issue.download', { file })}
              onClick={() => onDownload(unit)}
            />
            {onOpen !== null && (
              <Button
                size="small"
                appearance="subtle"
                icon={<WindowNewRegular />}
                title={t('pane.issue.open', { unit })}
                aria-label={t('pane.issue.open', { unit })}
                onClick={() => onOpen(unit)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
