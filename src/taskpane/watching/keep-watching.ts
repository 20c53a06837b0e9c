import type { FolderWatch } from './folder-watch';

const BETWEEN_LOOKS_MS = 3_000;
/** Where something was found that may still be being written. */
const SOON_MS = 1_000;

/** Looks into the folder again and again while the page is seen. Gives what ends it. */
export function keepWatching(watch: FolderWatch): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout>;
  const turn = async (): Promise<void> => {
    const isSoon = !document.hidden && (await watch.look().catch(() => false));
    if (!isOver) timer = setTimeout(() => void turn(), isSoon ? SOON_MS : BETWEEN_LOOKS_MS);
  };
  timer = setTimeout(() => void turn());
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
