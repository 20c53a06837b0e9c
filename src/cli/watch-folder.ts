import { watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isLitter } from '../base/litter';

/** After the last sign of a change so long nothing may change: a file that is still being written does. */
const QUIET_MS = 500;

/**
 * Tells whenever what lies in a folder has become something else and has stopped changing, one after the other.
 * @param stopped Ends it.
 */
export async function watchFolder(
  folder: string,
  stopped: AbortSignal | undefined,
  changed: () => Promise<void>,
): Promise<void> {
  let told = await stateOf(folder);
  let wake = (): void => undefined;
  let isStirred = false;
  const stir = (): void => {
    isStirred = true;
    wake();
  };
  const watcher = watch(folder, stir);
  stopped?.addEventListener('abort', stir);
  try {
    for (;;) {
      if (!isStirred) await new Promise<void>((resolve) => (wake = resolve));
      isStirred = false;
      if (stopped?.aborted === true) return;
      const settled = await settledState(folder);
      if (settled === told) continue;
      told = settled;
      await changed();
    }
  } finally {
    watcher.close();
  }
}

/** The folder once two looks at it a moment apart are the same. */
async function settledState(folder: string): Promise<string> {
  let before = await stateOf(folder);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const now = await stateOf(folder);
    if (now === before) return now;
    before = now;
  }
}

/** Names, sizes and times of what lies there; what vanishes meanwhile lies there no more. */
async function stateOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => !isLitter(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const info = await stat(join(folder, name)).catch(() => undefined);
      return info === undefined ? '' : `${name} ${info.size} ${info.mtimeMs}`;
    }),
  );
  return files.join('\n');
}
