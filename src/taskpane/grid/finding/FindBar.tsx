import {
  Button,
  Input,
  Text,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Translate } from '../../../locales/translate';
import { useBarStyles } from '../../parts/bars/bar-styles';
import { useWords } from '../../words-context';
import { MOST_HITS } from './find-cells';
import { useFound, type Searched } from './use-found';

const useStyles = makeStyles({
  bar: { backgroundColor: tokens.colorNeutralBackground3 },
  field: { flexGrow: 1, minWidth: '140px', maxWidth: '320px' },
  count: { minWidth: '64px', fontVariantNumeric: 'tabular-nums' },
});

interface FindBarProps extends Searched {
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
  /** Another number each time the clerk asks for it: the field is then theirs to type in. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** 查找: over all rows of a tab or of the workbook, those out of view as well. */
export function FindBar({ sought, onSeek, asked, onClose, ...searched }: FindBarProps) {
  const styles = useStyles();
  const bars = useBarStyles();
  const t = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const { hits, at, isOver, step } = useFound(sought, isWhole, searched);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = bar.current?.querySelector('input');
    field?.focus();
    // Asked for again, what was sought is typed over, as in Excel.
    if (asked > 1) field?.select();
  }, [asked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={bar}
      className={mergeClasses(bars.bar, styles.bar)}
      role="search"
      aria-label={t('grid.find')}
      onKeyDown={onKeyDown}
    >
      <Input
        size="small"
        className={styles.field}
        value={sought}
        aria-label={t('grid.find.field')}
        placeholder={t('grid.find.field')}
        onChange={(_event, { value }) => onSeek(value)}
      />
      <Text size={200} className={styles.count} role="status">
        {sought.trim() === '' ? '' : foundSentence(t, { hits, at, isOver })}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t('grid.find.previous')}
        title={t('grid.find.previous')}
        disabled={hits.length === 0}
        onClick={() => step(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t('grid.find.next')}
        title={t('grid.find.next')}
        disabled={hits.length === 0}
        onClick={() => step(1)}
      />
      <ToggleButton size="small" checked={isWhole} onClick={() => setIsWhole(!isWhole)}>
        {t('grid.find.workbook')}
      </ToggleButton>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('grid.find.close')}
        title={t('grid.find.close')}
        onClick={onClose}
      />
    </div>
  );
}

/** How far the search has come. */
function foundSentence(
  t: Translate,
  { hits, at, isOver }: Pick<ReturnType<typeof useFound>, 'hits' | 'at' | 'isOver'>,
): string {
  if (!isOver) return t('grid.find.searching', { count: hits.length });
  if (hits.length === 0) return t('grid.find.nothing');
  const place = { at: at + 1, count: hits.length };
  return t(hits.length === MOST_HITS ? 'grid.find.atMost' : 'grid.find.count', place);
}
