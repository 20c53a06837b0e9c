import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

/** What a file about to be written over is to the command. */
export type Standing = 'unread' | 'input' | { readonly ledger: string };

/**
 * The files a command has read. None of them is written over, so that no return or plan is lost to a slip of `--out`; only
 * a ledger may be, and only while it holds what was read.
 */
export class SeenFiles {
  private readonly inputs = new Set<string>();
  private readonly ledgers = new Map<string, string>();

  /** @param path Absolute. */
  noteInput(path: string): void {
    this.inputs.add(path);
  }

  noteLedger(path: string, bytes: Uint8Array): void {
    this.ledgers.set(path, digestOf(bytes));
  }

  /** What the file at an absolute path without links is, whatever name it was read under. */
  async standing(path: string): Promise<Standing> {
    const wanted = await identity(path);
    for (const [seen, ledger] of this.ledgers) {
      if (await isSame(seen, path, wanted)) return { ledger };
    }
    for (const seen of this.inputs) {
      if (await isSame(seen, path, wanted)) return 'input';
    }
    return 'unread';
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function isSame(seen: string, path: string, wanted: string | undefined): Promise<boolean> {
  return seen === path || (wanted !== undefined && (await identity(seen)) === wanted);
}

/** Links, hard links and names in other letters lead to one file. */
async function identity(path: string): Promise<string | undefined> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info && `${info.dev} ${info.ino}`;
}
