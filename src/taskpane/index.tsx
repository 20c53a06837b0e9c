import { loadFrame, mountApp, sayNotOpened } from './mount';
import { browserWorld } from './session/browser-world';
import { SessionKeeper } from './storage/session-keeper';
import { workOffline } from './storage/work-offline';

/** What was kept is read before anything is drawn, so that nothing jumps; meanwhile the page shows where things will stand. */
async function start(): Promise<void> {
  const frame = loadFrame().catch(() => null);
  const keeper = await SessionKeeper.open(new URL('.', document.baseURI).href);
  const loaded = await frame;
  if (loaded === null) {
    sayNotOpened();
    return;
  }
  mountApp({ ...browserWorld, keeper }, await keeper.claim(), loaded);
  await workOffline();
}

void start();
