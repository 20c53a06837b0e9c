/**
 * Has the browser keep the page's own files, so that it opens without a network. Where there is no secure context (plain
 * http on a closed network) or no such thing, the page works as it is.
 */
export async function workOffline(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker
    .register('service-worker.js', { updateViaCache: 'none' })
    .catch(() => undefined);
}
