import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import type { CellRange } from '../../../base/raw-sheet';
import { useWords } from '../../words-context';
import { figuresOf } from './selection-figures';
import type { SheetGridModel } from '../sheet-grid-model';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '20px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Below the grid, as in Excel: count, average and sum of what is selected. */
export function SelectionFigures({
  model,
  range,
}: {
  readonly model: SheetGridModel;
  readonly range: CellRange;
}) {
  const styles = useStyles();
  const t = useWords();
  const { top, bottom, left, right } = useDeferredValue(range);
  const { filled, numbers, sum } = useMemo(
    () => figuresOf(model, { top, bottom, left, right }),
    [model, top, bottom, left, right],
  );
  const isOne = top === bottom && left === right;
  return (
    <div className={styles.line}>
      {!isOne && filled > 1 && <Text size={200}>{t('grid.figures.count', { count: filled })}</Text>}
      {!isOne && numbers > 1 && (
        <>
          <Text size={200}>{t('grid.figures.average', { value: sum / numbers })}</Text>
          <Text size={200}>{t('grid.figures.sum', { value: sum })}</Text>
        </>
      )}
    </div>
  );
}
