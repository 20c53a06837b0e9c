import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type Loaded } from './App';
import { storedPreferences } from './preferences';
import type { KeptSession } from './session/session';
import type { World } from './session/world';
import { sayInstead, startingSentences } from './starting/starting-notice';
import { completeArrays } from './webview';
import { loadWords } from './words-context';

/** What the page needs beside its first script: on its way while the rest of the beginning goes on. */
export async function loadFrame(): Promise<Loaded> {
  await completeArrays();
  const [{ Frame }, words] = await Promise.all([
    import('./pane/Frame'),
    loadWords(storedPreferences().locale),
  ]);
  return { View: Frame, words };
}

/** Mounts the one app: as a page, or inside Excel over the workbook around it, whose theme it then follows. */
export function mountApp(
  world: World,
  kept: KeptSession | null,
  loaded: Loaded,
  officeIsDark?: boolean,
): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <App world={world} kept={kept} loaded={loaded} officeIsDark={officeIsDark} />
    </StrictMode>,
  );
}

/** Stands in place of the page when a part of it did not come. */
export function sayNotOpened(): void {
  sayInstead(startingSentences().parts);
}
