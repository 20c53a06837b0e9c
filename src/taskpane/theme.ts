import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/** The theme chosen, or the system's as it changes. Contrast themes of Windows override either by forced colours. */
export function useTheme(choice: ThemeChoice): { readonly theme: Theme; readonly isDark: boolean } {
  const [systemIsDark, setSystemIsDark] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const query = window.matchMedia(DARK);
    const follow = () => setSystemIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const isDark = choice === 'system' ? systemIsDark : choice === 'dark';
  return { theme: isDark ? webDarkTheme : webLightTheme, isDark };
}
