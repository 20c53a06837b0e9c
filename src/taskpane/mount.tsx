import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import type { KeptSession } from './session/session';
import type { World } from './session/world';

/** Mounts the one app: as a page, or inside Excel over the workbook around it. */
export function mountApp(world: World, kept: KeptSession | null = null): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <App world={world} kept={kept} />
    </StrictMode>,
  );
}
