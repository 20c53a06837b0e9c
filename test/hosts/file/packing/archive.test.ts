import { strToU8, Zip, ZipDeflate } from 'fflate';
import { WorkbookFileError } from '../../../../src/base/file-fault';
import { unpack } from '../../../../src/hosts/file/reading/package/archive';
import { LIMITS } from '../../../../src/hosts/file/reading/package/limits';
import { handWritten } from '../hand-written';
import { faultOf } from '../faults';
import { zipped } from '../../../support/unzipped';

const decoder = new TextDecoder();

/** A zip of these files; unlike an object, a list can name one twice. */
function archive(files: readonly (readonly [name: string, content: string | Uint8Array])[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => pieces.push(piece));
  for (const [name, content] of files) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

/** What each file of an archive comes to: its words, or why it is refused. */
async function answers(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  return Promise.all(
    (unpack(bytes) ?? []).map(async ({ name, read }) => {
      const content = await read().then(
        (one) => decoder.decode(one.subarray(0, 20)),
        (error: unknown) => (error instanceof WorkbookFileError ? error.code : 'thrown'),
      );
      return [name, content] as const;
    }),
  );
}

test('names that differ in case alone are two files', async () => {
  const bytes = archive([
    ['A.xlsx', '甲'],
    ['a.xlsx', '乙'],
  ]);
  expect(await answers(bytes)).toEqual([
    ['A.xlsx', '甲'],
    ['a.xlsx', '乙'],
  ]);
});

test('a name that comes twice, or leads out of the archive, is refused alone', async () => {
  const bytes = archive([
    ['甲.xlsx', '甲'],
    ['甲.xlsx', '又'],
    ['../乙.xlsx', '乙'],
    ['/丙.xlsx', '丙'],
    ['C:\\丁.xlsx', '丁'],
    ['戊.xlsx', '戊'],
  ]);
  expect(await answers(bytes)).toEqual([
    ['甲.xlsx', '甲'],
    ['甲.xlsx', 'file-name-in-archive'],
    ['../乙.xlsx', 'file-name-in-archive'],
    ['/丙.xlsx', 'file-name-in-archive'],
    ['C:/丁.xlsx', 'file-name-in-archive'],
    ['戊.xlsx', '戊'],
  ]);
});

test('the same within an archive inside', async () => {
  const inner = archive([
    ['A.xlsx', '甲'],
    ['a.xlsx', '乙'],
    ['../b.xlsx', '丙'],
  ]);
  expect(await answers(archive([['内.zip', inner]]))).toEqual([
    ['内.zip/A.xlsx', '甲'],
    ['内.zip/a.xlsx', '乙'],
    ['内.zip/../b.xlsx', 'file-name-in-archive'],
  ]);
});

test('a file that blows up, or is locked with a password, is refused alone', async () => {
  const bomb = new Uint8Array(LIMITS.ratioFreeBytes.max + 1);
  const bytes = archive([
    ['大.xlsx', bomb],
    ['锁.xlsx', '锁'],
    ['好.xlsx', '好'],
  ]);
  expect(await answers(locked(bytes, 1))).toEqual([
    ['大.xlsx', 'file-too-large'],
    ['锁.xlsx', 'file-encrypted'],
    ['好.xlsx', '好'],
  ]);
});

/** The flag of encryption in the directory's record of one entry. */
function locked(bytes: Uint8Array, entry: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = -1;
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    found += 1;
    if (found === entry) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  }
  return bytes;
}

test('parts of one workbook ignore case: two of one name are no workbook, and no archive', () => {
  const parts = handWritten({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  expect(unpack(parts)).toBeUndefined();
  const doubled = zipped({ '[Content_Types].xml': '<Types/>', 'xl/a.xml': '<a/>', 'xl/A.xml': '<a/>' });
  expect(unpack(doubled)).toBeUndefined();
  expect(faultOf(doubled)).toBe('file-torn');
});
