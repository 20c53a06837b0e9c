import { randomBytes } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { faultCode } from './file-faults';

/** `.ledger-HOST-PROCESS-CHANCE.tmp`: short, whatever the file's own name, and it tells who left it behind. */
const TEMPORARY = /^\.ledger-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}\.tmp$/;
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1_000;
const ONLY_MINE = 0o600;
const AS_USUAL = 0o666;

/** A name in the folder of `path` that no other write uses. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.ledger-${hostCode()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

function hostCode(): string {
  const code = [...hostname()].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return code.toString(16).padStart(8, '0');
}

/** Writes a new file and has the disk keep it. What takes the place of another is nobody else's to read meanwhile. */
export async function writeThrough(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  isReplacing: boolean,
): Promise<void> {
  const file = await open(path, 'wx', isReplacing ? ONLY_MINE : AS_USUAL);
  try {
    if (bytes instanceof Uint8Array) await file.writeFile(bytes);
    else for await (const piece of bytes) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Has the disk keep the names of a folder; not every system lets a folder be opened for that. */
export async function settleFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}

/**
 * Removes what writes that were killed left in a folder: of this machine once their process is gone, of another after a day.
 * @param fresh A file just written there: its time is that of the disk, whatever this machine's clock says.
 */
export async function sweepFolder(folder: string, fresh: string): Promise<void> {
  const found = (await readdir(folder)).filter((name) => TEMPORARY.test(name));
  const today = (await stat(fresh)).mtimeMs;
  for (const name of found) {
    const path = join(folder, name);
    const [, host, id] = TEMPORARY.exec(name) ?? [];
    const isOrphan = host === hostCode() && !isRunning(Number(id));
    const age = await stat(path).then(
      ({ mtimeMs }) => today - mtimeMs,
      () => 0,
    );
    if (isOrphan || age > LEFT_BEHIND_MS) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Whether a process of this machine lives; one that may not be asked does. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return faultCode(error) === 'EPERM';
  }
}
