import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { CommandError } from './command-error';
import type { CommandIo } from './io';

/** Names that may be returns; anything else in a folder is passed over, but a file named outright is always read. */
const RETURN_EXTENSIONS = new Set(['.xlsx', '.xlsm', '.xls', '.csv', '.et', '.zip']);

export interface InputFile {
  /** As the user can open it: relative to where the command was run. */
  readonly path: string;
  readonly name: string;
  read(): Promise<Uint8Array>;
}

export function inputFile(io: CommandIo, path: string): InputFile {
  const absolute = resolve(io.cwd, path);
  return {
    path: shownPath(io, absolute),
    name: basename(absolute),
    read: async () => new Uint8Array(await readOrRefuse(absolute, path)),
  };
}

async function readOrRefuse(absolute: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(absolute);
  } catch (error) {
    throw new CommandError(faultKey(error) === 'EISDIR' ? 'cli.error.isFolder' : 'cli.error.cannotRead', {
      file: shown,
    });
  }
}

function faultKey(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function shownPath(io: CommandIo, absolute: string): string {
  const near = relative(io.cwd, absolute);
  return near === '' || near.startsWith('..') ? absolute : near;
}

/** The files named, and the returns in the folders named (their own files, not those of subfolders), by name. */
export async function returnFiles(io: CommandIo, paths: readonly string[]): Promise<readonly InputFile[]> {
  const found: InputFile[] = [];
  for (const path of paths) {
    const absolute = resolve(io.cwd, path);
    const info = await stat(absolute).catch(() => undefined);
    if (info === undefined) throw new CommandError('cli.error.noSuchFile', { file: path });
    if (!info.isDirectory()) {
      found.push(inputFile(io, path));
      continue;
    }
    const names = (await readdir(absolute)).filter(
      (name) => RETURN_EXTENSIONS.has(extname(name).toLowerCase()) && !name.startsWith('~$'),
    );
    if (names.length === 0) throw new CommandError('cli.error.emptyFolder', { folder: path });
    found.push(...names.sort().map((name) => inputFile(io, join(path, name))));
  }
  return found;
}

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The user named this very file: `keepExisting` is not about it. */
  readonly isNamed?: true;
}

/**
 * Writes all files or none: each goes to a temporary file beside its place, and only when all are there are they renamed.
 * With `keepExisting` a file that is there already with other contents is not replaced.
 */
export async function writeOutputs(
  io: CommandIo,
  outputs: readonly OutputFile[],
  options: { readonly keepExisting: boolean },
): Promise<void> {
  const targets = outputs.map((output) => ({ ...output, absolute: resolve(io.cwd, output.path) }));
  if (options.keepExisting) await refuseToReplace(targets.filter(({ isNamed }) => isNamed !== true));
  const written: { temporary: string; absolute: string }[] = [];
  try {
    for (const { absolute, bytes, path } of targets) {
      const temporary = join(dirname(absolute), `.${basename(absolute)}.${randomUUID()}.tmp`);
      written.push({ temporary, absolute });
      await writeOrRefuse(temporary, bytes, path);
    }
    for (const { temporary, absolute } of written) {
      await rename(temporary, absolute).catch(() => {
        throw new CommandError('cli.error.cannotWrite', { file: shownPath(io, absolute) });
      });
    }
  } finally {
    await Promise.allSettled(written.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

async function writeOrRefuse(temporary: string, bytes: Uint8Array, shown: string): Promise<void> {
  try {
    await makeFolder(dirname(temporary));
    await writeFile(temporary, bytes);
  } catch {
    throw new CommandError('cli.error.cannotWrite', { file: shown });
  }
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
    if (faultKey(error) !== 'EEXIST') throw error;
  });
}

async function refuseToReplace(
  targets: readonly { readonly absolute: string; readonly path: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  for (const { absolute, path, bytes } of targets) {
    const exists = await access(absolute).then(
      () => true,
      () => false,
    );
    if (!exists) continue;
    const present = await readFile(absolute).catch(() => undefined);
    if (present === undefined || !present.equals(bytes)) {
      throw new CommandError('cli.error.exists', { file: path });
    }
  }
}
