import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { later } from '../parts/later';
import { useAfterWait } from '../parts/use-after-wait';
import type { ScreenProps } from '../screens/screen';
import { useWords } from '../words-context';

const Progress = later(async () => (await import('./Progress')).Progress);

const Repairs = later(async () => (await import('./Repairs')).Repairs);

const useStyles = makeStyles({
  root: { flexShrink: 0, position: 'sticky', bottom: 0, backgroundColor: tokens.colorNeutralBackground1 },
  notice: { borderRadius: 0 },
});

/** Below the screen, so that nothing above moves: progress, then what it came to. Announced to screen readers. */
export function StatusDock({ session: { work, notice, repairs }, commands }: Omit<ScreenProps, 'isLive'>) {
  const styles = useStyles();
  const t = useWords();
  const isLong = useAfterWait(work !== null);
  return (
    <div className={styles.root}>
      {work !== null && isLong && (
        <Suspense fallback={null}>
          <Progress work={work} onCancel={commands.cancel} />
        </Suspense>
      )}
      <div role="status">
        {repairs.length > 0 && (
          <Suspense fallback={null}>
            <Repairs repairs={repairs} onDismiss={commands.dismissRepairs} />
          </Suspense>
        )}
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
