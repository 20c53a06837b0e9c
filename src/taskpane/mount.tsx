import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import type { KeptSession } from './session/session';
import type { World } from './session/world';

/** Mounts the one app: as a page, or inside Excel over the workbook around it, whose theme it then follows. */
export function mountApp(world: World, kept: KeptSession | null, officeIsDark?: boolean): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <App world={world} kept={kept} officeIsDark={officeIsDark} />
    </StrictMode>,
  );
}
