import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';
const ROOT_PX = 16;
const FONTS = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Segoe UI", sans-serif';

const LIGHT = forReaders(webLightTheme);
const DARK_THEME = forReaders(webDarkTheme);

/** Sizes of text follow the reader's own text size, which pixels would not. */
function forReaders(theme: Theme): Theme {
  const scaled = Object.entries(theme).map(([token, value]) => [
    token,
    /^(?:fontSize|lineHeight)/.test(token) && typeof value === 'string' ? inRem(value) : value,
  ]);
  return { ...theme, ...Object.fromEntries(scaled), fontFamilyBase: FONTS };
}

function inRem(pixels: string): string {
  return `${Number.parseFloat(pixels) / ROOT_PX}rem`;
}

/**
 * The theme chosen; else that of Office, else that of the system as it changes. Contrast themes of Windows override
 * any by forced colours.
 */
export function useTheme(
  choice: ThemeChoice,
  officeIsDark: boolean | undefined,
): { readonly theme: Theme; readonly isDark: boolean } {
  const [systemIsDark, setSystemIsDark] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const query = window.matchMedia(DARK);
    const follow = () => setSystemIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const isDark = choice === 'system' ? (officeIsDark ?? systemIsDark) : choice === 'dark';
  return { theme: isDark ? DARK_THEME : LIGHT, isDark };
}
