import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { isLitter } from '../base/litter';
import { CommandError } from './command-error';
import type { CommandIo } from './io';
import { faultCode } from './storing/file-faults';

export { writeOutputs } from './storing/write-outputs';

/** Names that may be returns; anything else in a folder is passed over, but a file named outright is always read. */
const RETURN_EXTENSIONS = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.csv', '.et', '.zip']);

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
      (name) => RETURN_EXTENSIONS.has(extname(name).toLowerCase()) && !isLitter(name),
    );
    if (names.length === 0) throw new CommandError('cli.error.emptyFolder', { folder: path });
    found.push(...names.sort().map((name) => inputFile(io, join(path, name))));
  }
  return found;
}
