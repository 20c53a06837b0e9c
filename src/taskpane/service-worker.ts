/** The part of a service worker's scope used here: the standard library has the page's and the worker's apart. */
interface WorkerScope {
  /** Set by the build: every file of the page, and a name that changes whenever one of them does. */
  readonly OFFLINE: { readonly version: string; readonly files: readonly string[] };
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(kind: 'fetch', listener: (event: PageRequest) => void): void;
}

interface LifeEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface PageRequest extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const worker = globalThis as unknown as WorkerScope;
const { version, files } = worker.OFFLINE;
const { scope } = worker.registration;

/** Other folders of the same server have caches of their own. */
const PREFIX = `measures-ledger ${scope} `;
const CACHE = PREFIX + version;
const TAKE_OVER = 'take over';
const INDEX = new URL('index.html', scope).href;
const addresses = new Set(files.map((file) => new URL(file, scope).href));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET') return;
  const page = new URL(url);
  const address = page.origin + page.pathname;
  const isIndex = address === scope || address === INDEX;
  if (mode === 'navigate' && isIndex) event.respondWith(openPage(event.request));
  else if (addresses.has(address)) event.respondWith(kept(address, event.request));
});

/** All files or none. A version's files stay together until no page of that version is open any more. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([...addresses].map((address) => new Request(address, { cache: 'no-cache' })));
}

async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** A new version takes over when the page is opened and no other page of the old one is. */
async function openPage(request: Request): Promise<Response> {
  const { waiting } = worker.registration;
  if (waiting !== null && (await worker.clients.matchAll()).length < 2) {
    waiting.postMessage(TAKE_OVER);
    return new Response('', { headers: { refresh: '0' } });
  }
  return kept(INDEX, request);
}

async function kept(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? (await fetch(request));
}
