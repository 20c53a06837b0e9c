import { strToU8, zipSync, type Zippable } from 'fflate';
import { NODE_COMPRESSION } from '../../../src/cli/node/node-compression';
import { PLAIN_COMPRESSION, useCompression } from '../../../src/hosts/file/packing/compression';
import { inflatePart } from '../../../src/hosts/file/reading/package/inflate';
import { LIMITS } from '../../../src/hosts/file/reading/package/limits';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { readZipDirectory } from '../../../src/hosts/file/reading/package/zip-directory';
import { zipped } from '../../support/unzipped';
import { faultOf } from './faults';
import { handWritten, handWrittenParts, sheetXml } from './hand-written';

const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>';

/** The package with its numbers overwritten: for each central entry of `part`, the field at `offset` becomes `value`. */
function withLie(bytes: Uint8Array, part: string, offset: number, value: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  const name = strToU8(part);
  for (let at = 0; at + 46 < lying.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const named = lying.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    if (named.length === name.length && named.every((byte, index) => byte === name[index])) {
      view.setUint32(at + offset, value, true);
    }
  }
  return lying;
}

const MEGABYTE = 1024 * 1024;
const DECLARED_SIZE = 24;
const SHEET = 'xl/worksheets/sheet1.xml';
/** 64 MB of spaces in 64 KB. */
const bomb = (() => {
  const parts = handWrittenParts({});
  const spaces = new Uint8Array(64 * MEGABYTE).fill(0x20);
  const zippable: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    zippable[name] = typeof part === 'string' ? strToU8(part) : part;
  zippable[SHEET] = [spaces, { level: 1 }];
  return zipSync(zippable);
})();

describe.each([
  ['in plain JavaScript', PLAIN_COMPRESSION],
  ["by Node's zlib", NODE_COMPRESSION],
])('a hostile file, inflated %s, is refused with a typed fault before it costs anything', (_, by) => {
  beforeAll(() => useCompression(by));
  afterAll(() => useCompression(PLAIN_COMPRESSION));

  test('a bomb that says its size', () => {
    expect(faultOf(bomb)).toBe('file-too-large');
  });

  test('a bomb that says it is small is stopped at the size it gave', () => {
    const lying = withLie(bomb, SHEET, DECLARED_SIZE, 1000);
    expect(faultOf(lying)).toBe('file-torn');
    const entry = readZipDirectory(lying).get(SHEET);
    const count = { bytes: 0 };
    let taken = 0;
    expect(() => entry && inflatePart(lying, entry, count, (piece) => (taken += piece.length))).toThrow(
      'file-torn',
    );
    expect(taken).toBe(0);
    // One piece of 16 KB at deflate's best ratio is all that was inflated.
    expect(count.bytes).toBeLessThan(17 * MEGABYTE);
  });

  test('a bomb that says it is just within the limits for one part', () => {
    const declared = LIMITS.ratioFreeBytes.max;
    expect(faultOf(withLie(bomb, SHEET, DECLARED_SIZE, declared))).toBe('file-torn');
  });

  test('many large parts that break only the limit for all together', () => {
    let bytes: Uint8Array = zipSync(
      Object.fromEntries(
        Array.from({ length: 4 }, (_, index) => [`part${index}.xml`, strToU8(String(index).repeat(900_000))]),
      ),
    );
    for (let index = 0; index < 4; index += 1) {
      bytes = withLie(bytes, `part${index}.xml`, DECLARED_SIZE, 200 * MEGABYTE);
      bytes = withLie(bytes, `part${index}.xml`, 20, 2 * MEGABYTE);
    }
    expect(faultOf(bytes)).toBe('file-too-large');
  });

  test('a part read so often that all together break the limit', () => {
    const bytes = zipped({ [SHEET]: new Uint8Array(3 * MEGABYTE) });
    const entry = readZipDirectory(bytes).get(SHEET);
    const count = { bytes: LIMITS.totalBytes.max - MEGABYTE };
    expect(() => entry && inflatePart(bytes, entry, count, () => undefined)).toThrow('file-too-large');
    expect(count.bytes).toBeLessThanOrEqual(LIMITS.totalBytes.max);
  });

  test('ten thousand parts', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`p${index}`, new Uint8Array()]),
    );
    expect(faultOf(zipSync(parts))).toBe('file-too-many-parts');
  });

  test.each<[what: string, name: string]>([
    ['climbs out of its folder', '../../etc/passwd'],
    ['climbs out further in', 'xl/../../x.xml'],
    ['is absolute', '/xl/x.xml'],
    ['is on a drive', 'C:/x.xml'],
    ['climbs with backslashes', 'xl\\..\\..\\x.xml'],
    ['holds a zero', 'xl/a\0.xml'],
  ])('a part whose name %s', (_, name) => {
    expect(faultOf(handWritten({ rows: row, parts: { [name]: 'x' } }))).toBe('file-torn');
  });

  test('two parts of one name: two readers would see two workbooks', () => {
    const parts = handWrittenParts({ rows: row });
    expect(
      faultOf(handWritten({ rows: row, parts: { 'XL/workbook.xml': parts['xl/workbook.xml'] ?? '' } })),
    ).toBe('file-torn');
  });

  test('bytes before the archive: other readers would count offsets from elsewhere', () => {
    const sound = handWritten({ rows: row });
    const shifted = new Uint8Array(sound.length + 4);
    shifted.set([0x50, 0x4b, 3, 4]);
    shifted.set(sound, 4);
    expect(faultOf(shifted)).toBe('file-torn');
  });

  test('bytes after the archive, as a mail gateway leaves them, do no harm', () => {
    const sound = handWritten({ rows: row });
    const longer = new Uint8Array(sound.length + 2);
    longer.set(sound);
    longer.set([13, 10], sound.length);
    expect(faultOf(longer)).toBeUndefined();
  });

  test('a local header that names another part than the directory', () => {
    const bytes = handWritten({ rows: row });
    const at = Buffer.from(bytes).indexOf(SHEET);
    bytes[at] = 'y'.charCodeAt(0);
    expect(faultOf(bytes)).toBe('file-torn');
  });

  test('a part whose bytes were changed on the way', () => {
    const bytes = handWritten({ rows: row });
    expect(faultOf(withLie(bytes, SHEET, 16, 0x12345678))).toBe('file-torn');
  });

  test('a zip that is itself encrypted', () => {
    expect(faultOf(withLie(handWritten({ rows: row }), SHEET, 8, 0x00080001))).toBe('file-encrypted');
  });

  test('a way of packing nobody uses', () => {
    expect(faultOf(withLie(handWritten({ rows: row }), SHEET, 10, 0x00000009))).toBe('file-torn');
  });
});

describe('hostile XML is refused as such', () => {
  const sheet = (xml: string): Uint8Array => handWritten({ parts: { [SHEET]: xml } });

  test.each<[what: string, xml: string]>([
    ['declared entities', `<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${sheetXml('')}`],
    ['any document type', `<!DOCTYPE worksheet>${sheetXml('')}`],
    ['entities nobody declared', sheetXml('<row r="1"><c r="A1"><v>&nbsp;</v></c></row>')],
    ['elements a thousand deep', sheetXml('<a>'.repeat(1000) + '</a>'.repeat(1000))],
    ['elements that do not close', '<worksheet><sheetData><row>'],
    ['two attributes of one name', sheetXml('<row r="1" r="2"/>')],
    ['control characters', sheetXml('<row r="1"><c r="A1" t="str"><v>\u0001</v></c></row>')],
    ['no element', ''],
    ['a text only', 'hello'],
    ['a row beyond the last', sheetXml('<row r="1048577"/>')],
    ['a row before the first', sheetXml('<row r="0"/>')],
    ['a row of no number', sheetXml('<row r="x"/>')],
    ['a column beyond the last', sheetXml('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['an address of no column', sheetXml('<row r="1"><c r="1"><v>1</v></c></row>')],
  ])('%s', (_, xml) => {
    expect(faultOf(sheet(xml))).toBe('file-bad-xml');
  });

  test('bytes that are no UTF-8', () => {
    const bytes = strToU8(sheetXml('<row r="1"><c r="A1" t="str"><v>?</v></c></row>'));
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xff;
    expect(faultOf(handWritten({ parts: { [SHEET]: bytes } }))).toBe('file-bad-xml');
  });

  test('a cell longer than any program writes', () => {
    const text = 'x'.repeat(LIMITS.cellCharacters.max + 1);
    const cell = (inside: string, type: string): string =>
      `<row r="1"><c r="A1" t="${type}">${inside}</c></row>`;
    expect(faultOf(handWritten({ rows: cell(`<is><t>${text}</t></is>`, 'inlineStr') }))).toBe(
      'file-too-large',
    );
    expect(faultOf(handWritten({ rows: '', strings: `<si><t>${text}</t></si>` }))).toBe('file-too-large');
  });

  test('more sheets than a workbook has', () => {
    const sheets = Array.from(
      { length: LIMITS.sheets.max + 1 },
      (_, n) => `<sheet name="${n}" r:id="rId1"/>`,
    );
    const xml = `<workbook xmlns:r="r"><sheets>${sheets.join('')}</sheets></workbook>`;
    expect(faultOf(handWritten({ parts: { 'xl/workbook.xml': xml } }))).toBe('file-too-large');
  });

  test('a workbook without a sheet of cells', () => {
    const empty = '<workbook><sheets/></workbook>';
    expect(faultOf(handWritten({ parts: { 'xl/workbook.xml': empty } }))).toBe('file-no-sheet');
  });

  test('a sheet whose part is gone', () => {
    const parts = Object.entries(handWrittenParts({})).filter(([name]) => name !== SHEET);
    expect(faultOf(zipped(Object.fromEntries(parts)))).toBe('file-torn');
  });
});

describe('what is merely odd is read', () => {
  test('a cell in the last corner costs no more than its own place', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const [sheet] = readWorkbook(handWritten({ rows }), 'corner.xlsx').sheets;
    expect(sheet?.rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, [{ column: 1, value: 1 }]],
      [1_048_576, [{ column: 16_384, value: 2 }]],
    ]);
  });

  test('empty rows down to the last one leave no row behind', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 948_577}" ht="20"/>`).join(
      '',
    );
    expect(readWorkbook(handWritten({ rows }), 'long.xlsx').sheets[0]?.rows).toEqual([]);
  });

  test('names that mean something to JavaScript are names', () => {
    const parts = handWrittenParts({ rows: '<row r="1"><c r="A1" t="str"><v>constructor</v></c></row>' });
    const workbook = String(parts['xl/workbook.xml']).replace('表', '__proto__');
    const read = readWorkbook(handWritten({ parts: { ...parts, 'xl/workbook.xml': workbook } }), '__proto__');
    expect(read.sheets[0]?.name).toBe('__proto__');
    expect(read.sheets[0]?.rows[0]?.cells[0]?.value).toBe('constructor');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('attributes called __proto__ do no harm', () => {
    const rows = '<row r="1" __proto__="x"><c r="A1" constructor="y"><v>1</v></c></row>';
    expect(faultOf(handWritten({ rows }))).toBeUndefined();
  });
});
