import { constants, type Stats } from 'node:fs';
import { access, chmod, chown, lstat, mkdir, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, basename, resolve } from 'node:path';
import { CommandError } from '../command-error';
import { faultCode, ifMissing } from './file-faults';

/** A place to write a file to. */
export interface Target {
  /** Absolute; the file behind a link, so that the link stays. */
  readonly path: string;
  /** As the user named it. */
  readonly shown: string;
  /** What is there now. */
  readonly present: Stats | undefined;
}

const MOST_LINKS = 40;

/** Finds what a name stands for and makes its folder. @throws CommandError, or a fault of the file system */
export async function findTarget(cwd: string, shown: string): Promise<Target> {
  const named = resolve(cwd, shown);
  await makeFolder(dirname(named));
  const path = await behindLinks(join(await realpath(dirname(named)), basename(named)), shown);
  await makeFolder(dirname(path));
  const present = await stat(path).catch(ifMissing(undefined));
  if (present?.isDirectory() === true) throw new CommandError('cli.error.isFolder', { file: shown });
  if (present?.isFile() === false) throw new CommandError('cli.error.cannotWrite', { file: shown });
  if (present !== undefined) await access(path, constants.W_OK);
  return { path, shown, present };
}

async function behindLinks(path: string, shown: string, left = MOST_LINKS): Promise<string> {
  const info = await lstat(path).catch(ifMissing(undefined));
  if (info?.isSymbolicLink() !== true) return path;
  if (left === 0) throw new CommandError('cli.error.cannotWrite', { file: shown });
  return behindLinks(resolve(dirname(path), await readlink(path)), shown, left - 1);
}

/** Not `mkdir` with `recursive`: below a broken link, a lost drive or /proc it tries for ever. */
async function makeFolder(folder: string): Promise<void> {
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  if (exists) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    if (faultCode(error) !== 'EEXIST') throw error;
  });
}

const PERMISSIONS = 0o7777;

/** Gives a new file the mode of the one it replaces and, where the system allows it, the owner too. */
export async function takeAfter(path: string, present: Stats | undefined): Promise<void> {
  if (present === undefined) return;
  await chown(path, present.uid, present.gid).catch(() =>
    chown(path, -1, present.gid).catch(() => undefined),
  );
  await chmod(path, present.mode & PERMISSIONS);
}
