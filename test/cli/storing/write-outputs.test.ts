import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../../src/cli/command-error';
import { writeFault } from '../../../src/cli/storing/file-faults';
import { lockPlace } from '../../../src/cli/storing/file-lock';
import { temporaryBeside } from '../../../src/cli/storing/temporary-files';
import { LedgerChangedError, writeOutputs, type OutputFile } from '../../../src/cli/storing/write-outputs';
import { ioIn } from './bench';

let folder: string;
const path = (name: string) => join(folder, name);
const text = (name: string) => readFile(path(name), 'utf8');
const file = (name: string, content = 'new'): OutputFile => ({
  path: name,
  bytes: new TextEncoder().encode(content),
});
const replace = { keepExisting: false };
const fault = (error: unknown) => (error instanceof CommandError ? error.key : String(error));
const write = (outputs: readonly OutputFile[], options = replace, io = ioIn(folder)) =>
  writeOutputs(io, outputs, options).then(() => 'written', fault);

/** The number of a process that is gone. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-writing-'));
  await writeFile(path('L.xlsx'), 'old');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('what is written over', () => {
  test('a link stays a link, and the file behind it is written, also where it is still to come', async () => {
    await mkdir(path('store'));
    await symlink('../L.xlsx', path('store/link.xlsx'));
    await symlink('link.xlsx', path('store/link-to-link.xlsx'));
    await symlink(path('store/to-come.xlsx'), path('dangling.xlsx'));
    expect(await write([file('store/link-to-link.xlsx')])).toBe('written');
    expect(await write([file('dangling.xlsx')])).toBe('written');
    expect([await text('L.xlsx'), await text('store/to-come.xlsx')]).toEqual(['new', 'new']);
    expect((await lstat(path('store/link.xlsx'))).isSymbolicLink()).toBe(true);
    expect((await lstat(path('dangling.xlsx'))).isSymbolicLink()).toBe(true);
  });

  test('links in a circle are refused', async () => {
    await symlink('b', path('a'));
    await symlink('a', path('b'));
    expect(await write([file('a')])).toBe('cli.error.cannotWrite');
  });

  test('mode and, where the system allows it, owner stay', async () => {
    await chmod(path('L.xlsx'), 0o640);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chown(path('L.xlsx'), 12, 34);
    await write([file('L.xlsx')]);
    const { mode, uid, gid } = await stat(path('L.xlsx'));
    expect(mode & 0o777).toBe(0o640);
    if (isRoot) expect([uid, gid]).toEqual([12, 34]);
  });

  test('a file that is no file, as a pipe or /dev/null, is left alone', async () => {
    expect(await write([file('/dev/null')])).toBe('cli.error.cannotWrite');
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test.each([
    ['by its name', async () => Promise.resolve('r.xlsx')],
    ['through a link', () => symlink('r.xlsx', path('soft')).then(() => 'soft')],
    ['by another name of the same file', () => link(path('r.xlsx'), path('hard')).then(() => 'hard')],
  ])('a file that was read is never replaced: %s', async (_how, named) => {
    await writeFile(path('r.xlsx'), 'a return');
    const io = ioIn(folder);
    io.seen.noteInput(path('r.xlsx'));
    expect(await write([file(await named())], replace, io)).toBe('cli.error.overInput');
    expect(await text('r.xlsx')).toBe('a return');
  });

  test('the ledger is replaced while it holds what was read, and not once it holds something else', async () => {
    const io = ioIn(folder);
    io.seen.noteInput(path('L.xlsx'));
    io.seen.noteLedger(path('L.xlsx'), new TextEncoder().encode('old'));
    await writeFile(path('L.xlsx'), 'saved by hand');
    await expect(writeOutputs(io, [file('L.xlsx')], replace)).rejects.toThrow(LedgerChangedError);
    expect(await text('L.xlsx')).toBe('saved by hand');
    await writeFile(path('L.xlsx'), 'old');
    expect(await write([file('L.xlsx')], replace, io)).toBe('written');
  });

  test('a file that came while the command was at work is not replaced without --force', async () => {
    expect(await write([file('a'), file('L.xlsx')], { keepExisting: true })).toBe('cli.error.exists');
    expect(await write([file('L.xlsx', 'old')], { keepExisting: true })).toBe('written');
    expect(await readdir(folder)).toEqual(['L.xlsx']);
  });
});

describe('all or none', () => {
  test('where the ledger was changed, nothing else is written either', async () => {
    const io = ioIn(folder);
    io.seen.noteLedger(path('L.xlsx'), new TextEncoder().encode('something else'));
    const outputs = [file('A.xlsx'), file('L.xlsx')];
    await expect(writeOutputs(io, outputs, replace)).rejects.toThrow(LedgerChangedError);
    expect(await readdir(folder)).toEqual(['L.xlsx']);
  });

  test('where one of several cannot be put in its place, those before it are taken back', async () => {
    const io = ioIn(folder);
    const now = () => {
      mkdirSync(path('C.xlsx'), { recursive: true });
      return io.now();
    };
    const outputs = [file('L.xlsx'), file('B.xlsx'), file('C.xlsx')];
    expect(await write(outputs, replace, { ...io, now })).toBe('cli.error.isFolder');
    expect((await readdir(folder)).toSorted()).toEqual(['C.xlsx', 'L.xlsx']);
    expect(await text('L.xlsx')).toBe('old');
  });

  test('what a killed run left behind goes with the next, what another is still writing stays', async () => {
    const mine = temporaryBeside(path('L.xlsx'));
    const dead = mine.replace(`-${process.pid}-`, `-${deadProcess()}-`);
    const foreign = path('.ledger-00000000-1-0123456789ab.tmp');
    const old = path('.ledger-00000000-1-ba9876543210.tmp');
    for (const one of [mine, dead, foreign, old]) await writeFile(one, 'half');
    const longAgo = new Date('2017-01-01T00:00:00Z');
    await utimes(old, longAgo, longAgo);
    await write([file('L.xlsx')]);
    const left = (await readdir(folder)).filter((name) => name.endsWith('.tmp')).map(path);
    expect(left.toSorted()).toEqual([mine, foreign].toSorted());
  });
});

describe('the lock', () => {
  const owner = (changes: object) =>
    JSON.stringify({
      user: 'li',
      host: hostname(),
      process: process.pid,
      since: '2017-12-12T02:00:00.000Z',
      token: 'a1',
      ...changes,
    });
  const impatient = { tries: 3, pauseMs: 1 };

  test('of a run that lives is waited for, then told with its owner and the time', async () => {
    await writeFile(lockPlace(path('L.xlsx')), owner({}));
    const refused = writeOutputs(ioIn(folder, impatient), [file('L.xlsx')], replace);
    await expect(refused).rejects.toMatchObject({
      key: 'cli.error.locked',
      values: {
        user: 'li',
        host: hostname(),
        since: expect.stringMatching(/^2017-12-1\d \d\d:\d\d$/),
        lock: '.L.xlsx.ledger-lock',
      },
    });
    expect(await text('L.xlsx')).toBe('old');
  });

  test.each([
    ['of a process that is gone', owner({ process: deadProcess() })],
    ['of another machine that does not change', owner({ host: 'elsewhere' })],
    ['cut off in the middle', owner({}).slice(0, 20)],
    ['empty', ''],
  ])('%s is taken over', async (_which, content) => {
    await writeFile(lockPlace(path('L.xlsx')), content);
    expect(await write([file('L.xlsx')], replace, ioIn(folder, impatient))).toBe('written');
    expect(await readdir(folder)).toEqual(['L.xlsx']);
  });

  test('whose take-over was cut off too is told, and which file stands in the way', async () => {
    const place = lockPlace(path('L.xlsx'));
    await writeFile(place, owner({ process: deadProcess() }));
    await writeFile(`${place}-a1`, '');
    expect(await write([file('L.xlsx')], replace, ioIn(folder, impatient))).toBe('cli.error.locked');
  });
});

describe('a workbook that somebody has open is not written', () => {
  const excel = () => {
    const bytes = Buffer.alloc(165, 0x20);
    bytes[55] = 2;
    bytes.write('李四', 57, 'utf16le');
    return bytes;
  };

  test.each([
    ['~$L.xlsx', excel(), 'Excel', '李四'],
    ['~$L.xlsx', Buffer.alloc(0), 'Excel', ''],
    ['.~lock.L.xlsx#', '王五,wang,pc7,12.12.2017 10:00,file:///home/wang;', 'LibreOffice', '王五'],
    ['.~lock.L.xlsx#', ',wang,pc7,12.12.2017 10:00,file:///home/wang;', 'LibreOffice', 'wang'],
  ])('%s', async (lock, content, program, user) => {
    await writeFile(path(lock), content);
    await expect(writeOutputs(ioIn(folder), [file('L.xlsx')], replace)).rejects.toMatchObject({
      key: 'cli.error.openElsewhere',
      values: { program, user, lock },
    });
    expect(await text('L.xlsx')).toBe('old');
  });
});

describe('what stood in the way is told apart', () => {
  test.each([
    ['ENOSPC', 'cli.error.diskFull'],
    ['EDQUOT', 'cli.error.diskFull'],
    ['EACCES', 'cli.error.noPermission'],
    ['EROFS', 'cli.error.noPermission'],
    ['ENAMETOOLONG', 'cli.error.nameTooLong'],
    ['EBUSY', 'cli.error.inUse'],
    ['EIO', 'cli.error.cannotWrite'],
  ])('%s', (code, key) => {
    expect(writeFault(Object.assign(new Error('refused'), { code }), 'L.xlsx').key).toBe(key);
  });

  test('a name beyond 255 bytes, and a folder in place of the file', async () => {
    await mkdir(path('folder'));
    expect(await write([file(`${'措'.repeat(90)}.xlsx`)])).toBe('cli.error.nameTooLong');
    expect(await write([file('folder')])).toBe('cli.error.isFolder');
    expect(await write([file(`${'措'.repeat(80)}.xlsx`)])).toBe('written');
  });

  /** Root may write everywhere: there the right to is taken away with the file system. */
  const isRoot = process.getuid?.() === 0;

  test.each(['a file that is only to be read', 'a folder nobody may write in'])('%s', async (what) => {
    const place = what.startsWith('a file') ? path('L.xlsx') : folder;
    await chmod(place, what.startsWith('a file') ? 0o444 : 0o555);
    const outcome = isRoot ? await asNobody(() => write([file('L.xlsx')])) : await write([file('L.xlsx')]);
    await chmod(place, 0o755);
    expect(outcome).toBe('cli.error.noPermission');
    expect([await text('L.xlsx'), await readdir(folder)]).toEqual(['old', ['L.xlsx']]);
  });
});

/** What another user of the machine gets who may read the folder. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  await chmod(folder, (await stat(folder)).mode | 0o055);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const NOBODY = 65_534;

/** A file system of its own, full after so much: only root on Linux may have one. */
const CAN_MOUNT = process.platform === 'linux' && process.getuid?.() === 0 && mayMount();

function mayMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'ledger-mount-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at]).status === 0;
  if (isMounted) spawnSync('umount', [at]);
  rmdirSync(at);
  return isMounted;
}

(CAN_MOUNT ? describe : describe.skip)('on a disk that is full', () => {
  const PAGE = 4_096;
  const disk = () => path('disk');

  /** @param pages How many pages of 4 KB the disk has; one entry of a folder takes none. */
  async function mounted(pages: number, options = ''): Promise<void> {
    await mkdir(disk());
    const asked = ['-t', 'tmpfs', '-o', `size=${pages * PAGE}${options}`, 'tmpfs', disk()];
    expect(spawnSync('mount', asked).status).toBe(0);
    await writeFile(path('disk/L.xlsx'), 'old');
  }

  afterEach(() => void spawnSync('umount', ['-l', disk()]));

  const big = 'x'.repeat(3 * PAGE);

  test('the ledger stays whole, nothing is left beside it, and the disk is said to be full', async () => {
    await mounted(3);
    expect(await write([file('disk/L.xlsx', big)])).toBe('cli.error.diskFull');
    expect([await text('disk/L.xlsx'), await readdir(disk())]).toEqual(['old', ['L.xlsx']]);
  });

  test('of several files none is written when the last has no room', async () => {
    await mounted(4);
    const forms = ['disk/1.xlsx', 'disk/2.xlsx', 'disk/L.xlsx'].map((name) =>
      file(name, 'x'.repeat(PAGE + 1)),
    );
    expect(await write(forms)).toBe('cli.error.diskFull');
    expect([await text('disk/L.xlsx'), await readdir(disk())]).toEqual(['old', ['L.xlsx']]);
  });

  test('without room for one more name it is said too', async () => {
    // The folder itself and L.xlsx.
    await mounted(9, ',nr_inodes=2');
    expect(await write([file('disk/L.xlsx')])).toBe('cli.error.diskFull');
    expect([await text('disk/L.xlsx'), await readdir(disk())]).toEqual(['old', ['L.xlsx']]);
  });

  test('one that lets nobody write says so', async () => {
    await mounted(9);
    expect(spawnSync('mount', ['-o', 'remount,ro', disk()]).status).toBe(0);
    expect(await write([file('disk/L.xlsx')])).toBe('cli.error.noPermission');
    expect(await write([file('disk/new.xlsx')])).toBe('cli.error.noPermission');
    expect([await text('disk/L.xlsx'), await readdir(disk())]).toEqual(['old', ['L.xlsx']]);
  });
});
