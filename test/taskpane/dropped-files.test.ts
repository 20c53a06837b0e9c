import { RETURN_KINDS } from '../../src/taskpane/session/picked-files';
import { readFile } from 'node:fs/promises';
import { droppedFiles } from '../../src/taskpane/session/dropped-files';
import { MOST_LEVELS, MOST_SEEN } from '../../src/taskpane/session/folder-walk';
import { EMPTY_INBOX, checkedFiles } from '../../src/app/inbox/inbox';
import { translator } from '../../src/locales/translate';
import { PlanCommands } from '../../src/taskpane/session/commands/plan-commands';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import type { PickedFile } from '../../src/taskpane/session/session';
import { threePeriods } from '../ledger/three-periods';
import { memoryFiles } from '../support/memory-files';
import { notice, page } from '../support/pane-page';

/** How many entries a reader gives at a time; browsers give a hundred. */
const BATCH = 3;

/** A folder by the names in it; `null` is a file, `'locked'` one that the system lets nobody open. */
interface Tree {
  readonly [name: string]: Tree | null | 'locked';
}

function folder(name: string, tree: Tree | 'locked', path = `/${name}`): FileSystemDirectoryEntry {
  const entries =
    tree === 'locked' ? [] : Object.entries(tree).map(([key, inner]) => entry(key, inner, path));
  const createReader = () => {
    const left = [...entries];
    const readEntries = (give: (some: FileSystemEntry[]) => void, refuse: (error: Error) => void) => {
      if (tree === 'locked') refuse(new Error('NotReadableError'));
      else give(left.splice(0, BATCH));
    };
    return { readEntries };
  };
  return { name, fullPath: path, isDirectory: true, isFile: false, createReader } as never;
}

function entry(name: string, inner: Tree | null | 'locked', parent: string): FileSystemEntry {
  const path = `${parent}/${name}`;
  const isFolder = inner !== null && !/\.\w+$/.test(name);
  if (isFolder) return folder(name, inner, path);
  const file = (give: (found: File) => void, refuse: (error: Error) => void) => {
    if (inner === 'locked') refuse(new Error('NotFoundError'));
    else give(new File([path], name));
  };
  return { name, fullPath: path, isDirectory: false, isFile: true, file } as never;
}

/** What a browser hands over: of a folder dropped it gives both an entry and a file that cannot be read. */
function transfer(...dropped: readonly (File | FileSystemDirectoryEntry)[]): DataTransfer {
  const items = dropped.map((one) => ({
    kind: 'file',
    getAsFile: () => (one instanceof File ? one : new File([], one.name)),
    webkitGetAsEntry: () => (one instanceof File ? { isDirectory: false, isFile: true } : one),
  }));
  return { items: [{ kind: 'string', getAsFile: () => null }, ...items] } as never;
}

async function namesOf(dropped: DataTransfer, kinds = '.xlsx,.csv'): Promise<readonly string[]> {
  return (await droppedFiles(dropped, kinds)).files.map(({ name }) => name);
}

test('the files of a folder are read, however many a reader gives at a time, in the order of their paths', async () => {
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${9 - at}.xlsx`, null]));
  const dropped = await droppedFiles(
    transfer(folder('回收', { ...many, 区县: { '甲.CSV': null } })),
    '.xlsx,.csv',
  );
  expect(dropped.files.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 10 }, (_, at) => `${at}.xlsx`),
    '甲.CSV',
  ]);
  expect(dropped).toMatchObject({ hasFolder: true, leftOut: null });
  const bytes = await dropped.files.at(-1)?.arrayBuffer();
  expect(new TextDecoder().decode(bytes)).toBe('/回收/区县/甲.CSV');
});

test('files dropped beside folders are taken of whatever kind; two of one name in folders bear their paths', async () => {
  const one = folder('一科', { '市编办.xlsx': null, '市审计局.xlsx': null });
  const other = folder('二科', { '市编办.xlsx': null });
  const names = await namesOf(transfer(new File([], '说明.pdf'), one, other));
  expect(names).toEqual(['说明.pdf', '市审计局.xlsx', '一科/市编办.xlsx', '二科/市编办.xlsx']);
});

test('what systems and open programs lay in a folder is passed over without a word', async () => {
  const litter = { '.DS_Store': null, 'Thumbs.db': null, 'desktop.ini': null, '~$市编办.xlsx': null };
  const inside = { ...litter, __MACOSX: { 'x.xlsx': null }, '.git': { 'y.xlsx': null }, '市编办.xlsx': null };
  expect(await droppedFiles(transfer(folder('回收', inside)), '.xlsx')).toMatchObject({
    files: [{ name: '市编办.xlsx' }],
    leftOut: null,
  });
});

test('what is left out is counted: other kinds, what cannot be opened, what lies too deep', async () => {
  let deep: Tree = { '太深.xlsx': null };
  for (let level = MOST_LEVELS; level > 0; level -= 1)
    deep = { [`第${level}层`]: deep, [`${level}.xlsx`]: null };
  const tree = { ...deep, '照片.jpg': null, 无扩展名: null, '占用.xlsx': 'locked', 上锁: 'locked' } as const;
  const { files, leftOut } = await droppedFiles(transfer(folder('回收', tree)), '.xlsx');
  expect(files.map(({ name }) => name).toSorted()).toEqual([
    '1.xlsx',
    '2.xlsx',
    '3.xlsx',
    '4.xlsx',
    '5.xlsx',
  ]);
  expect(leftOut).toEqual({ otherKind: 2, tooDeep: 1, refused: 2, isCut: false });
});

test('a whole disk is not walked through: after so many files and folders no more is looked at', async () => {
  const many = (from: number) =>
    Object.fromEntries(Array.from({ length: MOST_SEEN / 2 }, (_, at) => [`${from + at}.xlsx`, null]));
  const whole = await droppedFiles(transfer(folder('盘', many(0)), folder('盘二', many(MOST_SEEN))), '.xlsx');
  expect(whole).toMatchObject({ files: { length: MOST_SEEN }, leftOut: null });
  const beyond = folder('盘', { ...many(0), ...many(MOST_SEEN), '还有.xlsx': null });
  expect(await droppedFiles(transfer(beyond), '.xlsx')).toMatchObject({
    files: { length: MOST_SEEN },
    leftOut: { isCut: true },
  });
});

test('a browser that knows no entries gives the files alone', async () => {
  const items = [{ kind: 'file', getAsFile: () => new File([], '市编办.xlsx') }];
  expect(await droppedFiles({ items } as never, '.xlsx')).toMatchObject({
    files: [{ name: '市编办.xlsx' }],
    hasFolder: false,
  });
});

test('photos, scans and texts of forms in a folder come along with the workbooks', async () => {
  const tree = {
    '市编办.xlsx': null,
    '照片.JPG': null,
    '扫描件.pdf': null,
    '市审计局.txt': null,
    '录像.mp4': null,
  };
  const { files, leftOut } = await droppedFiles(transfer(folder('回收', tree)), RETURN_KINDS);
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['照片.JPG', '扫描件.pdf', '市审计局.txt']),
  );
  expect([files.length, leftOut]).toEqual([4, expect.objectContaining({ otherKind: 1 })]);
});

describe('the page says what came of a drop', () => {
  const dropped = (...parts: readonly (File | FileSystemDirectoryEntry)[]) =>
    droppedFiles(transfer(...parts), '.xlsx');

  test('of a folder what was not read, as a warning that stays', async () => {
    const here = page();
    await here.commands.build();
    const tree = { '市编办.xlsx': null, '照片.jpg': null };
    await here.commands.returns.take(await dropped(folder('回收', tree)));
    expect(notice(here)).toEqual(['warning', 'pane.checkedFolder']);
    const { notice: said, inbox } = here.store.snapshot();
    expect(inbox.items).toHaveLength(1);
    expect(translator('zh-CN')('pane.checkedFolder', said?.values)).toMatch(
      /没读的：其他类型的文件 1 个；其中/,
    );
    expect(translator('en-US')('pane.checkedFolder', said?.values)).toMatch(/1 file of another kind; if/);
  });

  test('a folder all of which is read needs no more words than its files', async () => {
    const here = page();
    await here.commands.build();
    await here.commands.returns.take(await dropped(folder('回收', { '市编办.xlsx': null })));
    expect(notice(here)).toEqual(['success', 'pane.checked']);
  });

  test('an empty folder, and files before there is a ledger, change nothing', async () => {
    const here = page();
    const two = await dropped(new File([], '1.xlsx'), new File([], '2.xlsx'));
    await here.commands.returns.take(two);
    expect(notice(here)).toEqual(['warning', 'pane.returns.noLedger']);
    await here.commands.build();
    await here.commands.returns.take(await dropped(folder('回收', { '照片.jpg': null })));
    expect(notice(here)).toEqual(['warning', 'pane.returns.emptyFolder']);
    expect(here.store.snapshot().inbox).toEqual(EMPTY_INBOX);
  });
});

describe('a document to become a ledger', () => {
  test('is the one file dropped, or the one in the folder dropped; of several none is guessed', async () => {
    const here = page();
    const plans = new PlanCommands(here.commands.desk);
    const seed = new File([await readFile('seeds/000_a65ed4e6259fe44e.txt')], '方案.txt');
    await plans.readDropped({ files: [seed, seed], hasFolder: false, leftOut: null });
    expect(notice(here)).toEqual(['warning', 'pane.plan.notOne']);
    await plans.readDropped({ files: [], hasFolder: true, leftOut: null });
    expect(notice(here)).toEqual(['warning', 'pane.plan.notOne']);
    expect(here.store.snapshot().draft).toBeNull();
    await plans.readDropped({ files: [seed], hasFolder: true, leftOut: null });
    expect(here.store.snapshot().draft?.texts).toHaveLength(1);
  });
});

describe('whatever is dropped is told apart by its content', () => {
  const alone = (file: PickedFile) => ({ files: [file], hasFolder: false, leftOut: null });

  async function ledgerFile(name: string): Promise<PickedFile> {
    const bytes = await memoryFiles.write(ledgerWorkbook(threePeriods()));
    return { name, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
  }

  test('one file that is no ledger is a return, and what was there stays', async () => {
    const here = page();
    await here.commands.build();
    const [first, second] = [new File(['a'], '市编办.xlsx'), new File(['b'], '市财政局.xlsx')];
    await here.commands.returns.take(alone(first));
    await here.commands.returns.take(alone(second));
    await here.commands.returns.take(alone(first));
    const { inbox, screen, notice: said } = here.store.snapshot();
    expect([screen, inbox.items.length, inbox.handedIn.length]).toEqual(['returns', 2, 2]);
    expect(translator('zh-CN')('pane.checked', said?.values)).toMatch(/^共 1 份：.*其中 1 份早已收过/);
  });

  test('a ledger alone is opened, also over another; among other files it is only named', async () => {
    const here = page();
    await here.commands.returns.take(alone(await ledgerFile('回收.xlsx')));
    expect(notice(here)).toEqual(['success', 'pane.opened']);
    const other = { ...alone(await ledgerFile('又一本.xlsx')) };
    await here.commands.returns.take({ ...other, files: [...other.files, new File(['a'], '市编办.xlsx')] });
    const { inbox, fileName } = here.store.snapshot();
    expect([fileName, inbox.items.map(({ kind }) => kind)]).toEqual(['回收.xlsx', ['ledger', 'other']]);
    await here.commands.returns.take(other);
    expect(here.store.snapshot().fileName).toBe('又一本.xlsx');
  });

  test('without a ledger the one among the files is opened, and the others are checked by it', async () => {
    const here = page();
    const files = [new File(['a'], '市编办.xlsx'), await ledgerFile('台账.xlsx')];
    await here.commands.returns.take({ files, hasFolder: false, leftOut: null });
    const { fileName, inbox } = here.store.snapshot();
    expect([fileName, checkedFiles(inbox).map(({ file }) => file)]).toEqual(['台账.xlsx', ['市编办.xlsx']]);
    const two = page();
    const ledgers = [await ledgerFile('一.xlsx'), await ledgerFile('二.xlsx')];
    await two.commands.returns.take({ files: ledgers, hasFolder: false, leftOut: null });
    expect(notice(two)).toEqual(['warning', 'pane.returns.whichLedger']);
  });

  test.each([false, true])('a plan alone is read as a draft, with a ledger open: %s', async (isOpen) => {
    const here = page();
    if (isOpen) await here.commands.build();
    const seed = new File([await readFile('seeds/000_a65ed4e6259fe44e.txt')], '方案.txt');
    await here.commands.returns.take(alone(seed));
    const { screen, draft, inbox } = here.store.snapshot();
    expect([screen, draft?.texts.length, inbox]).toEqual(['plan', 1, EMPTY_INBOX]);
    if (!isOpen) return;
    await here.commands.returns.take(alone(seed));
    const kept = here.store.snapshot();
    expect([kept.draft, kept.inbox.items.map(({ kind }) => kind)]).toEqual([draft, ['plan']]);
  });

  test('what is dropped while a step runs waits for it and is not lost', async () => {
    const here = page();
    await here.commands.build();
    const drops = ['甲', '乙', '丙'].map((name) =>
      here.commands.returns.take(alone(new File([name], `${name}.xlsx`))),
    );
    await Promise.all(drops);
    expect(here.store.snapshot().inbox.items).toHaveLength(3);
  });

  test('the bytes are those of the moment it was dropped, whatever becomes of the file on the disk', async () => {
    const here = page();
    await here.commands.build();
    let content = new Uint8Array([1, 2]);
    const file = { name: '市编办.xlsx', arrayBuffer: () => Promise.resolve(content.buffer) };
    await here.commands.returns.take(alone(file));
    content = new Uint8Array([3]);
    expect(await here.store.snapshot().inbox.handedIn[0]?.read()).toEqual(new Uint8Array([1, 2]));
  });
});

describe('a file that cannot be read any more', () => {
  const gone = {
    name: '市编办.xlsx',
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
  };

  test('is refused among returns, and the others go on', async () => {
    const here = page();
    await here.commands.build();
    const files = [gone, new File([], '空.xlsx')];
    await here.commands.returns.take({ files, hasFolder: false, leftOut: null });
    expect(
      checkedFiles(here.store.snapshot().inbox).map(({ file, findings }) => [file, findings[0]?.code]),
    ).toEqual([
      ['市编办.xlsx', 'file-unreadable'],
      ['空.xlsx', 'file-not-workbook'],
    ]);
  });

  test('as a plan is said to be so, not to be damaged', async () => {
    const here = page();
    await new PlanCommands(here.commands.desk).readFile(gone);
    expect(notice(here)).toEqual(['error', 'planFault.unreadable']);
  });

  test('as a ledger is said to be so, not to be no ledger', async () => {
    const here = page();
    await here.commands.opening.open(gone);
    expect(notice(here)).toEqual(['error', 'pane.fault.unreadable']);
  });
});
