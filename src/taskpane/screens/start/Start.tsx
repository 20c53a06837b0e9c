import { Button, Text } from '@fluentui/react-components';
import { BookOpenRegular, DocumentAddRegular, PlayCircleRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { LedgerPicker } from '../../parts/files/LedgerPicker';
import { later } from '../../parts/later';
import { useLayout } from '../../parts/layout';
import type { RecentLedger } from '../../storage/recent-ledgers';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';
import { StartPicture } from './StartPicture';
import { useStartStyles } from './start-styles';

const RecentList = later(async () => (await import('./RecentList')).RecentList);

const ICONS = { new: DocumentAddRegular, open: BookOpenRegular, sample: PlayCircleRegular } as const;

/** First run: what it is for, and the ways in. */
export function Start({ commands, isLive }: ScreenProps) {
  const styles = useStartStyles();
  const layout = useLayout();
  const t = useWords();
  const [recents, setRecents] = useState<readonly RecentLedger[]>([]);
  const { recent } = commands.desk.world;
  useEffect(() => {
    void recent?.list().then(setRecents);
  }, [recent]);
  return (
    <div className={styles.root}>
      <div className={layout.tight}>
        <Text block className={styles.lead}>
          {t('pane.first.what')}
        </Text>
        <Text block className={layout.muted}>
          {t(isLive ? 'pane.first.live' : 'pane.first.how')}
        </Text>
      </div>
      <StartPicture />
      <div className={styles.ways}>
        <Way of="new">
          <Button appearance="primary" size="large" onClick={() => void commands.build()}>
            {t('pane.first.build')}
          </Button>
          <Button onClick={() => commands.go('plan')}>{t('pane.first.ownPlan')}</Button>
        </Way>
        {!isLive && (
          <Way of="open">
            {recents.length > 0 && (
              <Suspense fallback={null}>
                <RecentList ledgers={recents} commands={commands} />
              </Suspense>
            )}
            <LedgerPicker label={t('pane.first.open')} commands={commands} />
          </Way>
        )}
        <Way of="sample">
          <Button onClick={() => void commands.tryDemo()}>{t('pane.first.demo')}</Button>
        </Way>
      </div>
      {isLive && (
        <Button onClick={() => void commands.returns.checkActiveSheet(t)}>
          {t('pane.returns.activeSheet')}
        </Button>
      )}
    </div>
  );
}

interface WayProps {
  readonly of: keyof typeof ICONS;
  readonly children: ReactNode;
}

/** One of the ways in: what it is for, and its buttons below. */
function Way({ of, children }: WayProps) {
  const styles = useStartStyles();
  const layout = useLayout();
  const t = useWords();
  const Icon = ICONS[of];
  return (
    <section className={styles.way} aria-labelledby={`way-${of}`}>
      <h3 className={`${layout.heading} ${styles.wayHead}`} id={`way-${of}`}>
        <Icon className={styles.wayIcon} aria-hidden />
        {t(`pane.way.${of}`)}
      </h3>
      <Text className={layout.muted}>{t(`pane.way.${of}.what`)}</Text>
      <div className={styles.buttons}>{children}</div>
    </section>
  );
}
