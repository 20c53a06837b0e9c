import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

/** Where the app runs: inside Excel's pane, or as a page with the workbook beside it. */
export type Edition = 'browser' | 'excel';

export function mountApp(edition: Edition): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <App edition={edition} />
    </StrictMode>,
  );
}
