import './webview';
import { mountApp } from './mount';
import { browserWorld } from './session/browser-world';
import { SessionKeeper } from './storage/session-keeper';
import { workOffline } from './storage/work-offline';

/** What was kept is read before anything is drawn, so that nothing jumps. */
async function start(): Promise<void> {
  const keeper = await SessionKeeper.open(new URL('.', document.baseURI).href);
  mountApp({ ...browserWorld, keeper }, await keeper.claim());
  await workOffline();
}

void start();
