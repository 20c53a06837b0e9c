import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { PAPER_EXTENSIONS, RETURN_EXTENSIONS } from '../app/inbox/file-kinds';
import { isLitter } from '../base/litter';
import { CommandError } from './command-error';
import type { CommandIo } from './io';
import { faultCode } from './storing/file-faults';

export { writeOutputs } from './storing/write-outputs';

export interface InputFile {
  /** As the user can open it: relative to where the command was run. */
  readonly path: string;
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** A file to read; from here on nothing is written over it. */
export function inputFile(io: CommandIo, path: string): InputFile {
  const absolute = resolve(io.cwd, path);
  io.seen.noteInput(absolute);
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
    throw new CommandError(faultCode(error) === 'EISDIR' ? 'cli.error.isFolder' : 'cli.error.cannotRead', {
      file: shown,
    });
  }
}

function shownPath(io: CommandIo, absolute: string): string {
  const near = relative(io.cwd, absolute);
  return near === '' || near.startsWith('..') ? absolute : near;
}

/** Every file of a folder, whatever it is called, by name; not those of its subfolders. */
export async function everyFile(io: CommandIo, folder: string): Promise<readonly InputFile[]> {
  const entries = await readdir(resolve(io.cwd, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !isLitter(entry.name)).map(({ name }) => name);
  return names.sort().map((name) => inputFile(io, join(folder, name)));
}

/**
 * The files named, and the returns in the folders named (their own files, not those of subfolders), by name.
 * @param withPapers Photos and scans in those folders too.
 */
export async function returnFiles(
  io: CommandIo,
  paths: readonly string[],
  withPapers = false,
): Promise<readonly InputFile[]> {
  // Anything else in a folder is passed over; a file named outright is always read.
  const wanted = new Set([...RETURN_EXTENSIONS, ...(withPapers ? PAPER_EXTENSIONS : [])]);
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
      (name) => wanted.has(extname(name).toLowerCase()) && !isLitter(name),
    );
    if (names.length === 0) throw new CommandError('cli.error.emptyFolder', { folder: path });
    found.push(...names.sort().map((name) => inputFile(io, join(path, name))));
  }
  return found;
}
