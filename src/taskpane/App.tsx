import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { Translate } from '../locales/translate';
import type { Frame } from './pane/Frame';
import { useDroppedFiles } from './pane/use-dropped-files';
import { PreferencesContext, storePreferences, storedPreferences, type Preferences } from './preferences';
import type { DroppedFiles } from './session/dropped-files';
import { RETURN_KINDS } from './session/picked-files';
import type { KeptSession } from './session/session';
import { useSession } from './session/use-session';
import type { World } from './session/world';
import { useTheme } from './pane-theme';
import { WordsContext, loadWords } from './words-context';

/** What was loaded beside the page's first script, before anything is drawn. */
export interface Loaded {
  /** What draws everything. */
  readonly View: typeof Frame;
  /** The sentences of the language last chosen. */
  readonly words: Translate;
}

interface AppProps {
  readonly world: World;
  readonly kept: KeptSession | null;
  readonly loaded: Loaded;
  readonly officeIsDark: boolean | undefined;
}

/** Session, language and theme around all that is seen. */
export function App({ world, kept, loaded: { View, words }, officeIsDark }: AppProps) {
  const [preferences, setPreferences] = useState(storedPreferences);
  const [t, setWords] = useState(() => words);
  const { locale } = preferences;
  const { theme, isDark } = useTheme(preferences.theme, officeIsDark);
  const { session, commands } = useSession(world, kept);
  const { unsaved, draft } = session;
  const { keeper } = world;

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
  const isDraggedOver = useDroppedFiles(RETURN_KINDS, t('pane.paste.name'), onDrop);

  useEffect(() => {
    if (isDraggedOver) commands.opening.prepare();
  }, [isDraggedOver, commands]);

  const keep = (next: Preferences, inIt: Translate) => {
    setWords(() => inIt);
    setPreferences(next);
    storePreferences(next);
  };
  const remember = (next: Preferences) => {
    if (next.locale === locale) keep(next, t);
    else void loadWords(next.locale).then((inIt) => keep(next, inIt), commands.sayNotLoaded);
  };
  return (
    <FluentProvider theme={theme} style={{ height: '100%', colorScheme: isDark ? 'dark' : 'light' }}>
      <WordsContext value={t}>
        <PreferencesContext value={[preferences, remember]}>
          <View session={session} commands={commands} world={world} isDraggedOver={isDraggedOver} />
        </PreferencesContext>
      </WordsContext>
    </FluentProvider>
  );
}
