import type { CommandIo } from '../../../src/cli/io';
import type { LockPatience } from '../../../src/cli/storing/file-lock';
import { SeenFiles } from '../../../src/cli/storing/seen-files';

/** What one go at a command in `cwd` sees of the outside. */
export function ioIn(cwd: string, lockPatience: LockPatience = { tries: 400, pauseMs: 2 }): CommandIo {
  return {
    stdout: () => undefined,
    stderr: () => undefined,
    now: () => ({ day: '2017-12-12', minute: '2017-12-12 10:00', instant: '2017-12-12T02:00:00.000Z' }),
    ticks: () => 0,
    cwd,
    seen: new SeenFiles(),
    lockPatience,
  };
}
