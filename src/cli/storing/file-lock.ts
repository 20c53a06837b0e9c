import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localMinute } from '../../app/runner/local-times';
import { CommandError } from '../command-error';
import { faultCode, ifMissing } from './file-faults';
import { isRunning, temporaryBeside } from './temporary-files';

/** Who writes a file, as the lock beside it says. */
export interface LockOwner {
  readonly user: string;
  readonly host: string;
  readonly process: number;
  /** The instant it was taken, ISO 8601, by the owner's clock. */
  readonly since: string;
  /** No two locks have the same. */
  readonly token: string;
}

/** How long a lock of somebody else is waited for; no clock is asked, since clocks jump. */
export interface LockPatience {
  readonly tries: number;
  readonly pauseMs: number;
}

/** A lock is held for the moment of writing alone, so a minute is many times what any owner needs. */
export const USUAL_PATIENCE: LockPatience = { tries: 300, pauseMs: 200 };

/** File systems allow 255 bytes; the take-over file's name is the longest made here. */
const LONGEST_NAME_WITH_ENDING = 180;

export interface FileLock {
  /** @throws CommandError when somebody took it for abandoned, as after a computer slept. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Locks a file against other runs of the command, on this machine or another that has the folder.
 *
 * A lock is abandoned when its process on this machine is gone, or when another machine's has not changed for as long as
 * we wait; it is then taken over. Of several that wait, only the one that creates the take-over file of that very lock
 * removes it.
 * @param path Absolute, without links.
 * @throws CommandError with the owner's name when the lock is not free in time
 */
export async function lockFile(
  path: string,
  shown: string,
  since: string,
  patience: LockPatience,
): Promise<FileLock> {
  const place = lockPlace(path);
  const owner: LockOwner = {
    user: userName(),
    host: hostname(),
    process: process.pid,
    since,
    token: randomUUID(),
  };
  let waited = { token: '', tries: 0 };
  for (;;) {
    if (await create(place, owner)) return heldLock(place, owner, shown);
    const other = await readLock(place);
    if (other === undefined) continue;
    waited = { token: other.token, tries: waited.token === other.token ? waited.tries + 1 : 1 };
    const hasWaited = waited.tries > patience.tries;
    const isAbandoned = isGone(other) || (hasWaited && other.host !== owner.host);
    if (isAbandoned && (await takeAway(place, other))) continue;
    if (hasWaited) throw lockedBy(shown, other, place);
    await pause(patience.pauseMs);
  }
}

/** Beside the file; where its name leaves no room for an ending, under a name made of it. */
export function lockPlace(path: string): string {
  const name = basename(path);
  const digest = createHash('sha256').update(name).digest('hex');
  const hasRoom = Buffer.byteLength(name) <= LONGEST_NAME_WITH_ENDING;
  return join(dirname(path), hasRoom ? `.${name}.ledger-lock` : `.${digest}.ledger-lock`);
}

function heldLock(place: string, { token }: LockOwner, shown: string): FileLock {
  const isMine = async () => (await readLock(place))?.token === token;
  return {
    assertHeld: async () => {
      if (!(await isMine())) throw new CommandError('cli.error.lockLost', { file: shown });
    },
    release: async () => {
      if (await isMine()) await rm(place, { force: true });
    },
  };
}

/** Whole from the first moment, where the file system has links; `false` when there is a lock already. */
async function create(place: string, owner: LockOwner): Promise<boolean> {
  const text = JSON.stringify(owner);
  const temporary = temporaryBeside(place);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await link(temporary, place).catch(async (error: unknown) => {
      if (faultCode(error) === 'EEXIST') throw error;
      await writeFile(place, text, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if (faultCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** `undefined` when there is none. One that cannot be read is being written, or was cut off: nobody's, until it is waited out. */
async function readLock(place: string): Promise<LockOwner | undefined> {
  const text = await readFile(place, 'utf8').catch(ifMissing(undefined));
  if (text === undefined) return undefined;
  try {
    const { user, host, process, since, token } = JSON.parse(text) as Partial<LockOwner>;
    if (typeof token === 'string' && /^[0-9a-f-]{1,64}$/.test(token) && typeof host === 'string') {
      return { user: String(user), host, process: Number(process), since: String(since), token };
    }
  } catch {
    // Falls through to the lock of nobody.
  }
  return { user: '', host: '', process: 0, since: '', token: 'unreadable' };
}

function isGone({ host, process }: LockOwner): boolean {
  return host === hostname() && !isRunning(process);
}

/** `false` while somebody else is taking it away. */
async function takeAway(place: string, abandoned: LockOwner): Promise<boolean> {
  const claim = `${place}-${abandoned.token}`;
  try {
    await writeFile(claim, '', { flag: 'wx' });
  } catch (error) {
    if (faultCode(error) !== 'EEXIST') throw error;
    return false;
  }
  try {
    if ((await readLock(place))?.token === abandoned.token) await rm(place, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
  return true;
}

function lockedBy(file: string, { user, host, since }: LockOwner, lock: string): CommandError {
  const time = localTime(since);
  const values = {
    file,
    user,
    host,
    hostGiven: host === '' ? 'no' : 'yes',
    since: time,
    sinceGiven: time === '' ? 'no' : 'yes',
    lock: basename(lock),
  };
  return new CommandError('cli.error.locked', values);
}

/** `2017-12-12 10:02`, as this machine's clocks show it. */
function localTime(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? '' : localMinute(time);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
