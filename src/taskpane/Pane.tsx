import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Tab,
  TabList,
  Text,
  Title3,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { Suspense, lazy } from 'react';
import type { Locale } from '../locales/translate';
import { Home } from './screens/Home';
import type { Screen, Session } from './session/session';
import type { Commands } from './session/commands';
import type { ThemeChoice } from './theme';
import { useWords } from './words-context';

const Returns = lazy(async () => ({ default: (await import('./screens/Returns')).Returns }));
const Overdue = lazy(async () => ({ default: (await import('./screens/Overdue')).Overdue }));
const SummaryScreen = lazy(async () => ({
  default: (await import('./screens/SummaryScreen')).SummaryScreen,
}));
const Settings = lazy(async () => ({ default: (await import('./screens/Settings')).Settings }));

export interface Preferences {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly themeChoice: ThemeChoice;
  readonly setThemeChoice: (choice: ThemeChoice) => void;
}

export interface ScreenProps {
  /** Inside Excel, over the workbook that is open there. */
  readonly isLive: boolean;
  readonly session: Session;
  readonly commands: Commands;
}

const SCREENS = ['home', 'returns', 'overdue', 'summary', 'settings'] as const satisfies readonly Screen[];

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  head: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  muted: { color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  tabs: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
  work: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  bar: { flexGrow: 1 },
});

/** The pane: where the clerk is, what is going on, and the screen. */
export function Pane({
  session,
  commands,
  isLive,
  preferences,
}: ScreenProps & { readonly preferences: Preferences }) {
  const styles = useStyles();
  const t = useWords();
  const { ledger, screen, unsaved } = session;
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <Title3 as="h1" className={styles.title}>
          {t('pane.title')}
        </Title3>
        {ledger !== null && (
          <Text size={200} className={styles.muted}>
            {t(unsaved ? 'pane.unsaved' : 'pane.saved')}
          </Text>
        )}
      </header>
      {ledger !== null && (
        <TabList
          size="small"
          className={styles.tabs}
          selectedValue={screen}
          onTabSelect={(_event, { value }) => commands.go(value as Screen)}
          aria-label={t('pane.screens')}
        >
          {SCREENS.map((one) => (
            <Tab key={one} value={one}>
              {t(`pane.screen.${one}`)}
            </Tab>
          ))}
        </TabList>
      )}
      <Status session={session} commands={commands} />
      <Suspense fallback={null}>
        {screen === 'home' && <Home isLive={isLive} session={session} commands={commands} />}
        {screen === 'returns' && <Returns isLive={isLive} session={session} commands={commands} />}
        {screen === 'overdue' && <Overdue isLive={isLive} session={session} commands={commands} />}
        {screen === 'summary' && <SummaryScreen isLive={isLive} session={session} commands={commands} />}
        {screen === 'settings' && (
          <Settings isLive={isLive} session={session} commands={commands} preferences={preferences} />
        )}
      </Suspense>
    </div>
  );
}

/** Progress and the last result, announced to screen readers. */
function Status({ session: { work, notice }, commands }: Omit<ScreenProps, 'isLive'>) {
  const styles = useStyles();
  const t = useWords();
  return (
    <div aria-live="polite">
      {work !== null && work.total > 0 && (
        <div className={styles.work}>
          <ProgressBar
            className={styles.bar}
            max={work.total}
            value={work.done}
            aria-label={t('pane.progress')}
          />
          <Text size={200}>{t('pane.working', { done: work.done, total: work.total })}</Text>
          <Button size="small" onClick={commands.cancel}>
            {t('pane.cancel')}
          </Button>
        </div>
      )}
      {notice !== null && (
        <MessageBar intent={notice.intent} layout="multiline">
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
  );
}
