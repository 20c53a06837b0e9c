import { Button, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, SearchRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../words-context';
import type { Said } from './use-cell-editing';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `2px ${tokens.spacingHorizontalS}`,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  address: { width: '104px', flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
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
  /** Ways to what the cell is about. */
  readonly ways: ReactNode;
  readonly onUndo: (() => void) | null;
  readonly onFind: () => void;
  /** Goes to what was typed into the name box. Whether there is such a place. */
  readonly onGoTo: (typed: string) => boolean;
}

/** Over the grid, as in Excel: which cell, what stands in it, what the last edit came to. */
export function CellBar({ address, content, said, ways, onUndo, onFind, onGoTo }: CellBarProps) {
  const styles = useStyles();
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const leave = () => {
    setTyped(null);
    setIsWrong(false);
  };
  return (
    <div className={styles.bar}>
      <Input
        size="small"
        className={styles.address}
        aria-label={t('grid.goTo')}
        title={t('grid.goTo')}
        aria-invalid={isWrong}
        value={typed ?? address}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={(_event, { value }) => setTyped(value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
          if (event.key !== 'Enter' || typed === null) return;
          if (onGoTo(typed)) leave();
          else setIsWrong(true);
        }}
      />
      <Text size={200} className={styles.content}>
        {isWrong ? (
          <span role="alert" className={styles.refused}>
            {t('grid.goTo.nowhere', { typed: typed ?? '' })}
          </span>
        ) : (
          said.text === '' && content
        )}
        <span role="status" className={said.isRefusal ? styles.refused : styles.said}>
          {isWrong ? '' : said.text}
        </span>
      </Text>
      {ways}
      {onUndo !== null && (
        <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} onClick={onUndo}>
          {t('grid.undo')}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label={t('grid.find')}
        title={t('grid.find')}
        onClick={onFind}
      />
    </div>
  );
}
