import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { translator } from '../locales/translate';
import { ErrorBoundary } from './pane/ErrorBoundary';
import { Pane } from './pane/Pane';
import { useDroppedFiles } from './pane/use-dropped-files';
import { PreferencesContext, storePreferences, storedPreferences, type Preferences } from './preferences';
import type { DroppedFiles } from './session/dropped-files';
import { RETURN_KINDS } from './session/picked-files';
import type { KeptSession, Session } from './session/session';
import { useSession } from './session/use-session';
import type { World } from './session/world';
import { KeepingNotice, OpenElsewhere, useKeeping } from './storage/Keeping';
import { useTheme } from './pane-theme';
import { WordsContext } from './words-context';

const WorkbookView = lazy(async () => ({ default: (await import('./grid/WorkbookView')).WorkbookView }));

const LeaveDialog = lazy(async () => ({ default: (await import('./pane/LeaveDialog')).LeaveDialog }));

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
    [BESIDE]: { flexDirection: 'row-reverse', height: '100%' },
  },
  pane: {
    boxSizing: 'border-box',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    [BESIDE]: {
      width: '380px',
      flexShrink: 0,
      height: '100%',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  /** Inside Excel, and before there is a workbook to show. */
  alone: { height: '100vh', [BESIDE]: { width: '100%', borderLeft: 'none' } },
  workbook: { flexGrow: 1, minWidth: 0, height: '80vh', [BESIDE]: { height: '100%' } },
});

interface AppProps {
  readonly world: World;
  readonly kept: KeptSession | null;
  readonly officeIsDark: boolean | undefined;
}

/** Language and theme around the pane, and in the browser the workbook beside it. */
export function App({ world, kept, officeIsDark }: AppProps) {
  const styles = useStyles();
  const [preferences, setPreferences] = useState(storedPreferences);
  const { locale } = preferences;
  const { theme, isDark } = useTheme(preferences.theme, officeIsDark);
  const t = useMemo(() => translator(locale), [locale]);
  const { session, commands } = useSession(world, kept);
  const { ledger, unsaved, leaving, draft } = session;
  const { keeper } = world;
  const keeping = useKeeping(keeper);
  const isLive = world.live !== null;

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t('pane.title');
  }, [locale, t]);

  useEffect(() => {
    if ((!unsaved && draft === null) || keeper === null) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.isBehind) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved, draft, keeper]);

  const onDrop = useCallback((dropped: DroppedFiles) => void commands.returns.take(dropped), [commands]);
  useDroppedFiles(RETURN_KINDS, t('pane.paste.name'), onDrop);

  const remember = (next: Preferences) => {
    setPreferences(next);
    storePreferences(next);
  };
  // A document and its measures want the room of the workbook.
  const showsWorkbook = !isLive && ledger !== null && session.screen !== 'plan';
  const onSave = ledger === null ? null : () => void commands.save();
  return (
    <FluentProvider theme={theme} style={{ height: '100%', colorScheme: isDark ? 'dark' : 'light' }}>
      <div className={styles.root}>
        <WordsContext value={t}>
          <PreferencesContext value={[preferences, remember]}>
            {keeper !== null && keeping === 'elsewhere' ? (
              <OpenElsewhere keeper={keeper} />
            ) : (
              <>
                <ErrorBoundary onSave={onSave}>
                  <main className={mergeClasses(styles.pane, !showsWorkbook && styles.alone)}>
                    <KeepingNotice keeping={keeping} keeper={keeper} />
                    <Pane session={session} commands={commands} isLive={isLive} />
                  </main>
                </ErrorBoundary>
                {leaving !== null && (
                  <Suspense fallback={null}>
                    <LeaveDialog session={session} leaving={leaving} commands={commands} />
                  </Suspense>
                )}
                {showsWorkbook && (
                  <section className={styles.workbook} aria-label={t('pane.workbook')}>
                    <ErrorBoundary onSave={onSave}>
                      <Suspense fallback={null}>
                        <WorkbookView ledger={ledger} desk={commands.desk} {...inWorkbook(session)} />
                      </Suspense>
                    </ErrorBoundary>
                  </section>
                )}
              </>
            )}
          </PreferencesContext>
        </WordsContext>
      </div>
    </FluentProvider>
  );
}

/** What of the session the workbook is drawn from: it is not drawn again for anything else. */
function inWorkbook({ findings, tab, place, edits, source, ownSheets, returnedSheet }: Session) {
  return { findings, tab, place, edits, source, ownSheets, returnedSheet };
}
