import { spawnSync } from 'node:child_process';
import { bytesOf, withFile } from './open-xml';

/** The first Python that has these: a distribution's package is its own Python's, whichever one comes first. */
export function pythonWith(...modules: readonly string[]): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${modules.join(',')}`]).status === 0,
  );
}

export const PYTHON = pythonWith('openpyxl');

/** Whether Python's openpyxl is on this machine; tests that need it are skipped without. */
export const hasOpenpyxl = PYTHON !== undefined;

/**
 * Runs a script as a clerk might have one.
 * @param script Python with `openpyxl` imported and `path` set: to the input first, where the result belongs too.
 */
export function runOpenpyxl(script: string, input: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
  return withFile(input, 'workbook.xlsx', (path) => {
    const program = `import sys, datetime, openpyxl\npath = sys.argv[1]\n${script}`;
    const { status, stderr } = spawnSync(PYTHON ?? 'python3', ['-c', program, path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return bytesOf(path);
  });
}
