/** Gives an older webview the array methods it lacks: before anything else runs, and nothing is loaded where they are there. */
export async function completeArrays(): Promise<void> {
  if (!('toSorted' in Array.prototype)) await import('./webview-arrays');
}
