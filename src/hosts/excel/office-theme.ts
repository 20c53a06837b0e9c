/** Newer than the library's own declarations. */
type ThemeOfOffice = Partial<Office.OfficeTheme> & { readonly isDarkTheme?: boolean };

/** Whether Office is in a dark theme; `undefined` where it does not say (Mac, Excel on the web). */
export function officeIsDark(): boolean | undefined {
  const theme = (Office.context as Partial<Office.Context>).officeTheme as ThemeOfOffice | undefined;
  return theme?.isDarkTheme ?? isDarkColor(theme?.bodyBackgroundColor);
}

/** Older versions of Office give colours only (“#212121”). */
function isDarkColor(color: string | undefined): boolean | undefined {
  const parts = /^#(..)(..)(..)/.exec(color ?? '')?.slice(1);
  if (parts === undefined) return undefined;
  return parts.reduce((sum, part) => sum + Number.parseInt(part, 16), 0) < 3 * 128;
}
