import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The JSON document, when `--json` was given. */
  readonly json: unknown;
}

/** A folder of its own for one test file, and the command run in it on one day, unless the clock is set. */
export class CommandBench {
  /** Done once, in the midst of the next long work: the ledger has been read then and is not written yet. */
  meanwhile: (() => void) | undefined;

  /** What the clock on the wall shows. */
  minute = '2017-12-12 10:00';

  private constructor(readonly folder: string) {}

  static async open(): Promise<CommandBench> {
    return new CommandBench(await mkdtemp(join(tmpdir(), 'ledger-cli-')));
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  async ledger(...args: readonly string[]): Promise<Ran> {
    let [out, err, ticks] = ['', '', 0];
    const code = await run(args, {
      stdout: (text) => (out += text),
      stderr: (text) => (err += text),
      now: () => ({
        day: this.minute.slice(0, 10),
        minute: this.minute,
        instant: new Date(`${this.minute.replace(' ', 'T')}:00+08:00`).toISOString(),
      }),
      ticks: () => {
        const once = this.meanwhile;
        this.meanwhile = undefined;
        once?.();
        return (ticks += 400);
      },
      cwd: this.folder,
    });
    return { code, out, err, json: args.includes('--json') && out !== '' ? JSON.parse(out) : undefined };
  }
}
