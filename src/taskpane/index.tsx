import { loadFrame, mountApp, sayNotOpened } from './mount';
import { browserWorld } from './session/browser-world';
import { RecentLedgers } from './storage/recent-ledgers';
import { SessionKeeper } from './storage/session-keeper';
import { workOffline } from './storage/work-offline';

/** What was kept is read before anything is drawn, so that nothing jumps; meanwhile the page shows where things will stand. */
async function start(): Promise<void> {
  const frame = loadFrame().catch(() => null);
  const place = new URL('.', document.baseURI).href;
  const keeper = await SessionKeeper.open(place);
  const [loaded, kept] = await Promise.all([frame, keeper.claim().catch(() => 'not-loaded' as const)]);
  if (loaded === null || kept === 'not-loaded') {
    sayNotOpened();
    return;
  }
  mountApp({ ...browserWorld, keeper, recent: new RecentLedgers(place) }, kept, loaded);
  await workOffline();
}

void start();
