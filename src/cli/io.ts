import type { Translate } from '../locales/translate';
import type { Progress } from '../app/inbox/check-returns';
import type { LockPatience } from './storing/file-lock';
import type { SeenFiles } from './storing/seen-files';

/** Everything the command touches outside its arguments and files; tests pass their own. */
export interface OutsideIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** The local day, `YYYY-MM-DD`, local time to the minute, `YYYY-MM-DD hh:mm`, and the instant, ISO 8601. */
  readonly now: () => { readonly day: string; readonly minute: string; readonly instant: string };
  /** Milliseconds, for pacing the progress lines. */
  readonly ticks: () => number;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** The command's own file, which threads run again; without it all work is done in this one. */
  readonly script?: string | undefined;
  /** Ends a command that would go on until it is ended; without it only the end of the process does. */
  readonly stopped?: AbortSignal | undefined;
  /** How long to wait for the lock of another run, in milliseconds; a minute by default. */
  readonly lockPatience?: LockPatience | undefined;
}

/** The same for one go at a command: with what it has read so far. */
export interface CommandIo extends OutsideIo {
  readonly seen: SeenFiles;
  /** `--accept-edits`. */
  readonly acceptEdits?: boolean;
}

export interface CommandContext {
  readonly io: CommandIo;
  readonly t: Translate;
  readonly json: boolean;
}

/** Prints the result: the JSON document, or the same in words. */
export function printResult(context: CommandContext, document: unknown, words: readonly string[]): void {
  context.io.stdout(
    context.json ? `${JSON.stringify(document, null, 2)}\n` : words.map((line) => `${line}\n`).join(''),
  );
}

const FIRST_AFTER_MS = 1_000;
const EVERY_MS = 1_000;

/** Progress for long work: nothing in the first second, then at most a line a second on standard error. */
export function pacedProgress({ io, t }: CommandContext): Progress {
  const begun = io.ticks();
  let last = begun + FIRST_AFTER_MS - EVERY_MS;
  return (done, total, file) => {
    const now = io.ticks();
    if (done === total || now - last < EVERY_MS) return;
    last = now;
    io.stderr(`${t('cli.progress', { done: done + 1, total, file })}\n`);
  };
}
