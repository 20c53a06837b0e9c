import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Repairs } from './Repairs';
import { DismissRegular } from '@fluentui/react-icons';
import { useAfterWait } from '../parts/use-after-wait';
import type { ScreenProps } from '../screens/screen';
import type { Work } from '../session/session';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  root: { flexShrink: 0, position: 'sticky', bottom: 0, backgroundColor: tokens.colorNeutralBackground1 },
  work: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  bar: { width: '100%' },
  notice: { borderRadius: 0 },
});

/** Below the screen, so that nothing above moves: progress, then what it came to. Announced to screen readers. */
export function StatusDock({ session: { work, notice, repairs }, commands }: Omit<ScreenProps, 'isLive'>) {
  const styles = useStyles();
  const t = useWords();
  const isLong = useAfterWait(work !== null);
  return (
    <div className={styles.root}>
      {work !== null && isLong && <Progress work={work} onCancel={commands.cancel} />}
      <div role="status">
        {repairs.length > 0 && <Repairs repairs={repairs} onDismiss={commands.dismissRepairs} />}
        {notice !== null && (
          <MessageBar
            className={styles.notice}
            intent={notice.intent}
            layout="multiline"
            politeness={notice.intent === 'error' ? 'assertive' : 'polite'}
          >
            <MessageBarBody>{t(notice.key, notice.values)}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={t('pane.dismiss')}
                  onClick={commands.dismiss}
                />
              }
            />
          </MessageBar>
        )}
      </div>
    </div>
  );
}

function Progress({ work, onCancel }: { readonly work: Work; readonly onCancel: () => void }) {
  const styles = useStyles();
  const t = useWords();
  const { done, total, item, canStop = false } = work;
  const now = Math.min(done + 1, total);
  return (
    <div className={styles.work}>
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
