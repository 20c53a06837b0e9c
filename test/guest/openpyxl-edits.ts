import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, withFile } from '../support/open-xml';
import { PYTHON } from '../support/openpyxl';

const SCRIPT = join(__dirname, 'openpyxl-edits.py');

/** The workbook after each of these edits, by name. */
export function editedByOpenpyxl(
  base: Uint8Array,
  edits: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return withFile(base, 'base.xlsx', async (path, folder) => {
    const out = join(folder, 'edited');
    await mkdir(out);
    const { status, stderr } = spawnSync(PYTHON ?? 'python3', [SCRIPT, path, out, ...edits], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const files = await readdir(out);
    const edited = await Promise.all(
      files.map(async (name) => [name.replace('.xlsx', ''), await bytesOf(join(out, name))] as const),
    );
    return new Map(edited);
  });
}

/** The workbook after all of these edits, one upon the other; an edit that does not find what it edits is left out. */
export function chainedByOpenpyxl(base: Uint8Array, edits: readonly string[]): Promise<Uint8Array> {
  return withFile(base, 'base.xlsx', async (path, folder) => {
    const out = join(folder, 'chained.xlsx');
    const arguments_ = [SCRIPT, '--chain', path, out, ...edits];
    const { status, stderr } = spawnSync(PYTHON ?? 'python3', arguments_, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return bytesOf(out);
  });
}
