import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Work } from '../session/session';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  bar: { width: '100%' },
});

interface ProgressProps {
  readonly work: Work;
  readonly onCancel: () => void;
}

/** How far the work is, and the way to stop it. */
export function Progress({ work, onCancel }: ProgressProps) {
  const styles = useStyles();
  const t = useWords();
  const { done, total, item, canStop = false } = work;
  const now = Math.min(done + 1, total);
  return (
    <div className={styles.root}>
      <ProgressBar
        className={styles.bar}
        {...(total > 0 ? { max: total, value: done } : {})}
        aria-label={t('pane.progress')}
      />
      <Text size={200} className={styles.words}>
        {total > 0 ? t('pane.working', { now, total, item: nameOf(item) }) : t('pane.busy')}
      </Text>
      {(total > 0 || canStop) && (
        <Button size="small" onClick={onCancel}>
          {t('pane.cancel')}
        </Button>
      )}
    </div>
  );
}

/** “市教育局_2017Q3_填报表.xlsx” is spoken of as 市教育局. */
function nameOf(item: string): string {
  return item.replace(/(?:_.*)?\.\w+$/u, '');
}
