import { KnownParts } from '../../../src/hosts/file/reading/package/known-parts';
import { StylesReader } from '../../../src/hosts/file/reading/xlsx/styles-part';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { faultOf } from './faults';
import { handWritten, handWrittenParts } from './hand-written';
import { zipped } from '../../support/unzipped';

const entry = {
  name: 'xl/styles.xml',
  method: 'deflated',
  crc: 7,
  compressedBytes: 3,
  declaredBytes: 9,
  offset: 0,
} as const;
const data = Uint8Array.of(1, 2, 3);

describe('of a part that was read before the same reader comes back', () => {
  const known = new KnownParts(() => new StylesReader());
  const reader = known.make('');
  known.keep(entry, data, '', reader);

  test('when its packed data are the same, wherever they lie', () => {
    expect(known.find({ ...entry, offset: 40 }, data.slice(), '')).toBe(reader);
  });

  test.each<[what: string, find: () => unknown]>([
    ['one byte differs', () => known.find(entry, Uint8Array.of(1, 2, 4), '')],
    ['the checksum is said to be another', () => known.find({ ...entry, crc: 8 }, data, '')],
    ['the size is said to be another', () => known.find({ ...entry, declaredBytes: 8 }, data, '')],
    ['it is not packed', () => known.find({ ...entry, method: 'stored' }, data, '')],
    ['it has another name', () => known.find({ ...entry, name: 'xl/other.xml' }, data, '')],
    ['it is read for something else', () => known.find(entry, data, 'xl/workbook.xml')],
  ])('not when %s', (_, find) => {
    expect(find()).toBeUndefined();
  });

  test('and data that are changed afterwards do not change what is kept', () => {
    const own = Uint8Array.of(5, 6);
    known.keep(entry, own, 'own', reader);
    own[0] = 9;
    expect(known.find(entry, Uint8Array.of(5, 6), 'own')).toBe(reader);
  });
});

test('two files that share their looks and one that does not are each read by their own', () => {
  const styles = (code: string): string =>
    `<numFmts count="1"><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`;
  const formatIn = (code: string): unknown =>
    readWorkbook(
      handWritten({ rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>', styles: styles(code) }),
      '',
    ).sheets[0]?.rows[0]?.cells[0]?.format;
  expect([formatIn('0.0'), formatIn('0.0'), formatIn('0.000'), formatIn('0.0')]).toEqual([
    '0.0',
    '0.0',
    '0.000',
    '0.0',
  ]);
});

test('a file whose parts are known and whose sheet is torn is refused like any other', () => {
  const parts = handWrittenParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  readWorkbook(zipped(parts), '');
  expect(faultOf(zipped({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }))).toBe(
    'file-bad-xml',
  );
});
