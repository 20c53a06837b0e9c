import { link, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandError } from '../command-error';
import type { CommandIo } from '../io';
import { faultCode, ifMissing, writeFault } from './file-faults';
import { lockFile, USUAL_PATIENCE, type FileLock } from './file-lock';
import { refuseIfOpen } from './program-locks';
import { digestOf } from './seen-files';
import { findTarget, takeAfter, type Target } from './target';
import { settleFolder, sweepFolder, temporaryBeside, writeThrough } from './temporary-files';

export interface OutputFile {
  readonly path: string;
  /** All of it; or piece by piece, so that it need not be held at once, and then a file that is there is always another. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** The user named this very file: `keepExisting` is not about it. */
  readonly isNamed?: true;
}

/** The ledger holds something else than what the command read: the change is to be made again on what is there now. */
export class LedgerChangedError extends Error {
  override readonly name = 'LedgerChangedError';
  constructor(readonly file: string) {
    super(file);
  }
}

/** A file on its way to its place. */
interface Underway {
  readonly target: Target;
  readonly bytes: OutputFile['bytes'];
  readonly temporary: string;
  /** Another file may be there and is replaced. */
  readonly isReplacing: boolean;
  /** What was there before, kept until all are in place. */
  before?: string | undefined;
  isPlaced?: true;
}

/**
 * Writes all files or none: each goes to a temporary file beside its place, and only when all are there are they renamed.
 * With `keepExisting` a file that is there already with other contents is not replaced. A file the command has read is
 * never replaced, but for its ledger, and that one only while it holds what was read.
 * @throws CommandError; LedgerChangedError, when nothing is written and the same command can be run again
 */
export async function writeOutputs(
  io: CommandIo,
  outputs: readonly OutputFile[],
  options: { readonly keepExisting: boolean },
): Promise<void> {
  const files: Underway[] = [];
  const locks: FileLock[] = [];
  try {
    for (const output of outputs) {
      const isReplacing = !options.keepExisting || output.isNamed === true;
      files.push(await prepared(io, output, isReplacing));
    }
    for (const { target, bytes, temporary, isReplacing } of files) {
      await naming(target.shown, async () => {
        await writeThrough(temporary, bytes, isReplacing && target.present !== undefined);
        await takeAfter(temporary, isReplacing ? target.present : undefined);
      });
    }
    await sweep(files);
    await lockReplaced(io, files, locks);
    for (const lock of locks) await lock.assertHeld();
    await placeAll(io, files);
    for (const folder of foldersOf(files)) await settleFolder(folder);
  } finally {
    const litter = files.flatMap(({ temporary, before }) =>
      before === undefined ? [temporary] : [temporary, before],
    );
    await Promise.allSettled(litter.map((path) => rm(path, { force: true })));
    await Promise.allSettled(locks.map((lock) => lock.release()));
  }
}

async function prepared(io: CommandIo, { path, bytes }: OutputFile, isReplacing: boolean): Promise<Underway> {
  const target = await naming(path, () => findTarget(io.cwd, path));
  const standing = target.present === undefined ? 'unread' : await io.seen.standing(target.path);
  if (standing === 'input') throw new CommandError('cli.error.overInput', { file: path });
  if (target.present !== undefined && isReplacing) await refuseIfOpen(target.path, path);
  if (target.present !== undefined && !isReplacing) await refuseToReplace(target, bytes);
  return { target, bytes, isReplacing, temporary: temporaryBeside(target.path) };
}

async function refuseToReplace({ path, shown }: Target, bytes: OutputFile['bytes']): Promise<void> {
  if (!(bytes instanceof Uint8Array)) throw new CommandError('cli.error.inTheWay', { file: shown });
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(bytes) !== true) throw new CommandError('cli.error.exists', { file: shown });
}

async function naming<T>(shown: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw writeFault(error, shown);
  }
}

function foldersOf(files: readonly Underway[]): ReadonlySet<string> {
  return new Set(files.map(({ target }) => dirname(target.path)));
}

async function sweep(files: readonly Underway[]): Promise<void> {
  const byFolder = new Map(files.map(({ target, temporary }) => [dirname(target.path), temporary]));
  for (const [folder, fresh] of byFolder) await sweepFolder(folder, fresh).catch(() => undefined);
}

/** In the order of their names, so that two runs never wait for each other. */
async function lockReplaced(io: CommandIo, files: readonly Underway[], locks: FileLock[]): Promise<void> {
  const targets = files.filter(({ isReplacing }) => isReplacing).map(({ target }) => target);
  for (const { path, shown } of targets.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const taken = lockFile(path, shown, io.now().instant, io.lockPatience ?? USUAL_PATIENCE);
    locks.push(await naming(shown, () => taken));
  }
}

/** Looks once more at what is to be replaced, right before the renaming; what fails half way is taken back. */
async function placeAll(io: CommandIo, files: readonly Underway[]): Promise<void> {
  for (const file of files) await assertAsRead(io, file);
  try {
    for (const file of files) await naming(file.target.shown, () => place(file, files.length > 1));
  } catch (error) {
    for (const file of files) await takeBack(file);
    throw error;
  }
}

async function assertAsRead(
  io: CommandIo,
  { target: { path, shown }, isReplacing }: Underway,
): Promise<void> {
  if (!isReplacing) return;
  const standing = await io.seen.standing(path);
  if (typeof standing === 'string') return;
  await refuseIfOpen(path, shown);
  const present = await readFile(path).catch(ifMissing(undefined));
  if (present === undefined || digestOf(present) !== standing.ledger) throw new LedgerChangedError(shown);
}

/** A new file goes in by a link, which, unlike a renaming, replaces nothing that came meanwhile. */
async function place(file: Underway, isOneOfMany: boolean): Promise<void> {
  const { target, temporary, isReplacing } = file;
  if (!isReplacing) {
    await placeNew(file);
    return;
  }
  if (isOneOfMany && target.present !== undefined) {
    const before = temporaryBeside(target.path);
    file.before = await link(target.path, before).then(
      () => before,
      () => undefined,
    );
  }
  await rename(temporary, target.path);
  file.isPlaced = true;
}

async function placeNew(file: Underway): Promise<void> {
  const { target, temporary, bytes } = file;
  if (target.present !== undefined) return;
  try {
    await link(temporary, target.path);
  } catch (error) {
    if (faultCode(error) === 'EEXIST') await refuseToReplace(target, bytes);
    else await rename(temporary, target.path);
  }
  file.isPlaced = true;
}

async function takeBack({ target, isPlaced, before }: Underway): Promise<void> {
  if (isPlaced !== true) return;
  if (before !== undefined) await rename(before, target.path).catch(() => undefined);
  else if (target.present === undefined) await rm(target.path, { force: true }).catch(() => undefined);
}
