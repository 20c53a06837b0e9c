import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words-context';
import type { Choice } from './arrangement';

/** So many values are listed; more are found by searching. */
const MOST_LISTED = 200;

const useStyles = makeStyles({
  values: {
    maxHeight: '240px',
    overflowY: 'auto',
    overflowX: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  value: { display: 'flex', alignItems: 'flex-start', width: '100%' },
  label: { overflowWrap: 'anywhere' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  remark: { padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

interface ValueListProps {
  readonly choices: readonly Choice[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (values: readonly string[], isOn: boolean) => void;
}

/** Values to be ticked, each with the number of rows that hold it. */
export function ValueList({ choices, ticked, onTick }: ValueListProps) {
  const styles = useStyles();
  const t = useWords();
  const count = choices.filter(({ value }) => ticked.has(value)).length;
  const all = count === 0 ? false : count === choices.length ? true : 'mixed';
  return (
    <div className={styles.values} role="group" aria-label={t('grid.filter.values')}>
      <Checkbox
        className={styles.value}
        label={t('grid.filter.all', { count: choices.length })}
        checked={all}
        onChange={(_event, { checked }) =>
          onTick(
            choices.map(({ value }) => value),
            checked === true,
          )
        }
      />
      {choices.slice(0, MOST_LISTED).map((choice) => (
        <Checkbox
          key={choice.value}
          className={styles.value}
          checked={ticked.has(choice.value)}
          onChange={(_event, { checked }) => onTick([choice.value], checked === true)}
          label={
            <span className={styles.label}>
              {choice.value === '' ? t('grid.filter.blank') : choice.value}{' '}
              <span className={styles.count}>{t('grid.filter.count', { count: choice.count })}</span>
            </span>
          }
        />
      ))}
      {choices.length > MOST_LISTED && (
        <div className={styles.remark}>{t('grid.filter.more', { count: choices.length - MOST_LISTED })}</div>
      )}
      {choices.length === 0 && <div className={styles.remark}>{t('grid.filter.nothing')}</div>}
    </div>
  );
}
