/** Where a file goes that the page has made: `download` arrives; `browser`: only the system's browser can save it; `none`. */
export type FileOutlet = 'download' | 'browser' | 'none';

/**
 * Their webview drops every download without a word, in a dialog as in the pane (WebKit bug 174076; OfficeDev/office-js issues
 * 3, 503, 2700, 3385, 3662, 3848).
 */
const DROPS_DOWNLOADS: ReadonlySet<string> = new Set(['Mac', 'iOS', 'Android']);

/** Of the Excel around the page. */
export function fileOutlet(): FileOutlet {
  const { diagnostics, requirements } = Office.context;
  if (!DROPS_DOWNLOADS.has(String(diagnostics.platform))) return 'download';
  return requirements.isSetSupported('OpenBrowserWindowApi', '1.1') ? 'browser' : 'none';
}

/**
 * Opens an address in the system's browser, the way out that issue 3662 names: http and https alone, so that the page there has
 * to make the file itself. Whether it opened is not told.
 */
export function openInBrowser(address: string): void {
  Office.context.ui.openBrowserWindow(address);
}
