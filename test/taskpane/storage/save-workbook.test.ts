import { FileChangedError, saveWorkbook } from '../../../src/taskpane/storage/save-workbook';
import { Cancelled } from '../../../src/taskpane/session/store';
import { notice, page } from '../../support/pane-page';
import { threePeriods } from '../../ledger/three-periods';

/** A file on a disk that others write too; a second of its clock passes with each write. */
class DiskFile {
  readonly name = '台账.xlsx';
  constructor(
    public text: string,
    public lastModified = 1_000,
  ) {}

  write(text: string): void {
    this.text = text;
    this.lastModified += 1_000;
  }

  readonly handle = {
    name: this.name,
    kind: 'file',
    requestPermission: () => Promise.resolve('granted'),
    getFile: () => Promise.resolve({ lastModified: this.lastModified }),
    createWritable: () => {
      let written = '';
      return Promise.resolve({
        write: (bytes: Uint8Array) => {
          written = new TextDecoder().decode(bytes);
          return Promise.resolve();
        },
        close: () => Promise.resolve(this.write(written)),
        abort: () => Promise.resolve(),
      });
    },
  } as unknown as FileSystemFileHandle;
}

const downloads: string[] = [];

/** The dialogue of the browser empties the file that is named in it. */
function dialogue(file: DiskFile, answer: () => void = () => undefined): void {
  const showSaveFilePicker = async () => {
    answer();
    file.text = '';
    return Promise.resolve(file.handle);
  };
  Object.assign(globalThis, { window: { showSaveFilePicker } });
}

const bytes = (text: string) => () => Promise.resolve(new TextEncoder().encode(text));

beforeAll(() => {
  // A download releases its bytes a minute later.
  jest.useFakeTimers();
  const link = {
    click: () => downloads.push(link.download),
    remove: () => undefined,
    href: '',
    download: '',
  };
  const body = { append: () => undefined };
  Object.assign(globalThis, { document: { createElement: () => link, body } });
});

afterAll(() => {
  jest.useRealTimers();
  for (const name of ['window', 'document']) Reflect.deleteProperty(globalThis, name);
});

test('what somebody else wrote into the file since it was saved is not written over', async () => {
  const file = new DiskFile('');
  dialogue(file);
  const { file: known } = await saveWorkbook('台账.xlsx', null, bytes('ours'));
  file.write('theirs');
  await expect(saveWorkbook('台账.xlsx', known, bytes('ours again'))).rejects.toThrow(FileChangedError);
  expect(file.text).toBe('theirs');
});

test('the same where it is written while our bytes are made', async () => {
  const file = new DiskFile('');
  dialogue(file);
  const { file: known } = await saveWorkbook('台账.xlsx', null, bytes('ours'));
  const slowly = () => {
    file.write('theirs');
    return bytes('ours again')();
  };
  await expect(saveWorkbook('台账.xlsx', known, slowly)).rejects.toThrow(FileChangedError);
  expect(file.text).toBe('theirs');
});

test('a file named in the dialogue is not emptied when the bytes cannot be made', async () => {
  const file = new DiskFile('before');
  dialogue(file);
  const broken = () => Promise.reject(new Error('no bytes'));
  await expect(saveWorkbook('台账.xlsx', null, broken)).rejects.toThrow('no bytes');
  expect(file.text).toBe('before');
});

test('a click that counts no more when the bytes are there makes it a download, a closed dialogue nothing', async () => {
  const refused = (name: string) => () => {
    throw new DOMException('', name);
  };
  const file = new DiskFile('before');
  dialogue(file, refused('SecurityError'));
  expect(await saveWorkbook('台账.xlsx', null, bytes('ours'))).toEqual({ name: '台账.xlsx', file: null });
  expect(downloads).toEqual(['台账.xlsx']);
  dialogue(file, refused('AbortError'));
  await expect(saveWorkbook('台账.xlsx', null, bytes('ours'))).rejects.toThrow(Cancelled);
  expect(file.text).toBe('before');
});

test.each([
  ['a file changed outside', new FileChangedError('台账.xlsx'), 'pane.fault.changedOutside'],
  ['a full disk', new DOMException('', 'QuotaExceededError'), 'pane.fault.diskFull'],
  ['no permission', new DOMException('', 'NotAllowedError'), 'pane.fault.noPermission'],
  ['a file in use', new DOMException('', 'NoModificationAllowedError'), 'pane.fault.inUse'],
])(
  '%s: the page says what stood in the way, leaves the changes unsaved and asks for a place the next time',
  async (_, fault, said) => {
    const asked: unknown[] = [];
    let isRefused = true;
    const here = page({
      save: (name, known) => {
        asked.push(known);
        if (isRefused) return Promise.reject(fault);
        return Promise.resolve({ name, file: null });
      },
    });
    const ledger = threePeriods();
    const opened = {
      ledger,
      findings: [],
      fileName: '台账.xlsx',
      source: null,
      sampleReturns: [],
      unsaved: true,
    };
    here.store.dispatch({ kind: 'opened', ...opened });
    const savedFile = { handle: new DiskFile('').handle, lastModified: 1 };
    here.store.dispatch({ kind: 'saved', savedFile });
    here.store.dispatch({ kind: 'changed', ledger });
    await here.commands.save();
    expect(notice(here)).toEqual(['error', said]);
    expect(here.store.snapshot().unsaved).toBe(true);
    isRefused = false;
    await here.commands.save();
    expect(asked).toEqual([savedFile, null]);
    expect(here.store.snapshot().unsaved).toBe(false);
  },
);
