import { LIMITS } from '../../../src/hosts/file/reading/package/limits';
import { faultOf, faultWithDetail } from './faults';
import { handWritten, handWrittenParts } from './hand-written';
import { compoundFile } from './compound-file';
import { zipped } from '../../support/unzipped';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const sound = handWritten({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

describe('the gate tells a file by its bytes, whatever it is called', () => {
  test.each<[what: string, bytes: Uint8Array, code: string, detail: string]>([
    ['nothing at all', new Uint8Array(), 'file-empty', ''],
    ['zeros, as a broken download leaves them', new Uint8Array(4096), 'file-empty', ''],
    ['blank lines', ascii(' \r\n\t\r\n'), 'file-empty', ''],
    ['a PDF', ascii('%PDF-1.7\n%…'), 'file-word-or-pdf', 'PDF'],
    ['an RTF', ascii('{\\rtf1\\ansi}'), 'file-word-or-pdf', 'Word'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-picture', ''],
    ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file-picture', ''],
    ['a bitmap', new Uint8Array([0x42, 0x4d, 70, 0, 0, 0, 0, 0, 0, 0, 54]), 'file-picture', ''],
    ['a text that begins like a bitmap', ascii('BM 表格'), 'file-not-workbook', 'text'],
    ['a phone’s HEIC', ascii('\0\0\0\x18ftypheic'), 'file-picture', ''],
    ['a plain text', ascii('序号,状态\n1,已完成\n'), 'file-not-workbook', 'text'],
    ['a text in UTF-16', new Uint8Array([0xff, 0xfe, 0x31, 0]), 'file-not-workbook', 'text'],
    ['a web page called .xls', ascii('<html><table>…'), 'file-not-workbook', 'HTML'],
    ['a RAR archive', new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]), 'file-archive', 'RAR'],
    ['a 7z archive', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'file-archive', '7z'],
    ['an old Excel workbook or a WPS .et', compoundFile(['Workbook']), 'file-legacy-xls', ''],
    ['an Excel 5 workbook', compoundFile(['Book']), 'file-legacy-xls', ''],
    ['an Excel 4 sheet without a container', new Uint8Array([9, 4, 6, 0, 0, 0]), 'file-legacy-xls', ''],
    ['an encrypted workbook', compoundFile(['EncryptionInfo', 'EncryptedPackage']), 'file-encrypted', ''],
    ['an old Word document', compoundFile(['WordDocument', '1Table']), 'file-word-or-pdf', 'Word'],
    ['an old workbook whose writer had capitals alone', compoundFile(['WORKBOOK']), 'file-legacy-xls', ''],
    ['an old Word document in capitals', compoundFile(['WORDDOCUMENT']), 'file-word-or-pdf', 'Word'],
    ['an encrypted workbook in small letters', compoundFile(['encryptedpackage']), 'file-encrypted', ''],
    ['some other compound file', compoundFile(['PowerPoint Document']), 'file-not-workbook', ''],
    [
      'a compound file torn after its header',
      compoundFile(['Workbook']).slice(0, 600),
      'file-not-workbook',
      '',
    ],
    ['a zip of anything', zipped({ 'a.xlsx': sound }), 'file-not-workbook', 'zip'],
    ['a Word document', zipped({ 'word/document.xml': '<w/>' }), 'file-word-or-pdf', 'Word'],
    ['an OFD', zipped({ 'OFD.xml': '<ofd/>' }), 'file-word-or-pdf', 'OFD'],
    [
      'a LibreOffice sheet',
      zipped({ mimetype: 'x', 'content.xml': '<o/>' }),
      'file-not-workbook',
      'OpenDocument',
    ],
  ])('%s', (_, bytes, code, detail) => {
    expect(faultWithDetail(bytes)).toMatchObject({ code, detail });
  });

  test('a presentation and a binary workbook are named too', () => {
    const parts = handWrittenParts({});
    const renamed = (main: string, type: string): Uint8Array =>
      zipped({
        ...parts,
        '_rels/.rels': String(parts['_rels/.rels']).replace('xl/workbook.xml', main),
        '[Content_Types].xml': String(parts['[Content_Types].xml'])
          .replace('/xl/workbook.xml', `/${main}`)
          .replace(/ContentType="[^"]*main\+xml"/, `ContentType="${type}"`),
        [main]: '<x/>',
      });
    const powerPoint = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
    const binary = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main';
    expect(faultWithDetail(renamed('ppt/presentation.xml', powerPoint))?.detail).toBe('PowerPoint');
    expect(faultWithDetail(renamed('xl/workbook.bin', binary))).toMatchObject({
      code: 'file-legacy-xls',
      detail: 'xlsb',
    });
  });

  test.each([
    ['a workbook with macros', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
    ['a template', 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'],
  ])('%s comes in', (_, type) => {
    const parts = handWrittenParts({});
    const types = String(parts['[Content_Types].xml']).replace(
      /ContentType="[^"]*main\+xml"/,
      `ContentType="${type}"`,
    );
    expect(faultOf(zipped({ ...parts, '[Content_Types].xml': types }))).toBeUndefined();
  });

  test('the content type of the main part may come from its extension alone', () => {
    const parts = handWrittenParts({});
    const types = String(parts['[Content_Types].xml'])
      .replace(/<Override[^>]*>/, '')
      .replace(
        'ContentType="application/xml"',
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"',
      );
    expect(faultOf(zipped({ ...parts, '[Content_Types].xml': types }))).toBeUndefined();
    expect(faultOf(zipped({ ...parts, '[Content_Types].xml': '<Types/>' }))).toBe('file-not-workbook');
  });

  test('every limit says its unit, its reason and its fault', () => {
    for (const limit of Object.values(LIMITS)) {
      expect(limit.max).toBeGreaterThan(0);
      expect(limit.reason.length).toBeGreaterThan(20);
      expect(limit.fault).toMatch(/^file-/);
    }
    expect(Object.isFrozen(LIMITS)).toBe(true);
  });

  test('a file above the size limit is refused unread', () => {
    expect(faultOf(new Uint8Array(LIMITS.fileBytes.max + 1))).toBe('file-too-large');
  });
});
