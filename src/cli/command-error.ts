import type { MessageKey } from '../locales/translate';

/** Wrong usage or unreadable input: one sentence for the user, exit code 2, nothing written. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly key: MessageKey,
    readonly values: Readonly<Record<string, string | number>> = {},
    /** Named before the sentence. */
    readonly file?: string,
  ) {
    super(key);
  }
}

/** Exit codes of the command. */
export const EXIT = { done: 0, findings: 1, usage: 2 } as const;
