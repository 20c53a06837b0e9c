import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useWords } from '../../words-context';
import type { Said } from './use-cell-editing';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `2px ${tokens.spacingHorizontalS}`,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  address: {
    minWidth: '56px',
    maxWidth: '40%',
    paddingRight: tokens.spacingHorizontalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  said: { color: tokens.colorNeutralForeground2, flexShrink: 1, minWidth: 0 },
  refused: { color: tokens.colorStatusDangerForeground3 },
});

interface CellBarProps {
  /** Cell or range that is selected. */
  readonly address: string;
  /** What stands in the cell, all of it. */
  readonly content: string;
  readonly said: Said;
  readonly onUndo: (() => void) | null;
}

/** Over the grid, as in Excel: which cell, what stands in it, what the last edit came to. */
export function CellBar({ address, content, said, onUndo }: CellBarProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.bar}>
      <Text size={200} className={styles.address}>
        {address}
      </Text>
      <Text size={200} className={styles.content}>
        {said.text === '' ? content : ''}
        <span role="status" className={said.isRefusal ? styles.refused : styles.said}>
          {said.text}
        </span>
      </Text>
      {onUndo !== null && (
        <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} onClick={onUndo}>
          {t('grid.undo')}
        </Button>
      )}
    </div>
  );
}
