import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useEffect, useMemo, useState } from 'react';
import { translator, type Locale } from '../locales/translate';
import { ErrorBoundary } from './ErrorBoundary';
import { Pane } from './Pane';
import type { KeptSession } from './session/session';
import { useSession } from './session/use-session';
import type { World } from './session/world';
import { KeepingNotice, OpenElsewhere, useKeeping } from './storage/Keeping';
import { useTheme, type ThemeChoice } from './theme';
import { WordsContext } from './words-context';

const WorkbookView = lazy(async () => ({ default: (await import('./grid/WorkbookView')).WorkbookView }));

/** Below this width the workbook stands under the pane. */
const BESIDE = '@media (min-width: 900px)';

const useStyles = makeStyles({
  // Not on the provider: what it wears, its pop-ups wear too.
  root: {
    minHeight: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif',
    [BESIDE]: { flexDirection: 'row-reverse', height: '100%' },
  },
  pane: {
    boxSizing: 'border-box',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    [BESIDE]: {
      width: '380px',
      flexShrink: 0,
      overflowY: 'auto',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  alone: { width: '100%', [BESIDE]: { width: '100%', borderLeft: 'none' } },
  workbook: { flexGrow: 1, minWidth: 0, height: '80vh', [BESIDE]: { height: '100%' } },
});

export function App({ world, kept }: { readonly world: World; readonly kept: KeptSession | null }) {
  const styles = useStyles();
  const [locale, setLocale] = useState<Locale>('zh-CN');
  const [themeChoice, setThemeChoice] = useState<ThemeChoice>('system');
  const { theme, isDark } = useTheme(themeChoice);
  const t = useMemo(() => translator(locale), [locale]);
  const { session, commands } = useSession(world, kept);
  const { ledger, unsaved } = session;
  const { keeper } = world;
  const keeping = useKeeping(keeper);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t('pane.title');
  }, [locale, t]);

  useEffect(() => {
    if (!unsaved || keeper === null) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.isBehind) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved, keeper]);

  const showsWorkbook = world.live === null && ledger !== null;
  return (
    <FluentProvider theme={theme} style={{ height: '100%', colorScheme: isDark ? 'dark' : 'light' }}>
      <div className={styles.root}>
        <WordsContext value={t}>
          {keeper !== null && keeping === 'elsewhere' ? (
            <OpenElsewhere keeper={keeper} />
          ) : (
            <ErrorBoundary>
              <main className={showsWorkbook ? styles.pane : `${styles.pane} ${styles.alone}`}>
                <KeepingNotice keeping={keeping} />
                <Pane
                  session={session}
                  commands={commands}
                  isLive={world.live !== null}
                  preferences={{ locale, setLocale, themeChoice, setThemeChoice }}
                />
              </main>
              {showsWorkbook && (
                <section className={styles.workbook} aria-label={t('pane.workbook')}>
                  <Suspense fallback={null}>
                    <WorkbookView ledger={ledger} session={session} commands={commands.grid} />
                  </Suspense>
                </section>
              )}
            </ErrorBoundary>
          )}
        </WordsContext>
      </div>
    </FluentProvider>
  );
}
