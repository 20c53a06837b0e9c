import { execFileSync } from 'node:child_process';
import { readPlanDocument } from '../../../../src/app/plan-reading/read-plan-document';
import type { RawWorkbook } from '../../../../src/base/raw-sheet';
import { otherFormat } from '../../../../src/hosts/file/reading/other-formats/other-format';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { parsePlan } from '../../../../src/plan/parse';
import { sendBackWorkbook } from '../../../../src/sheets/tabs/send-back-tab';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../../support/libre-office';
import { zipped } from '../../../support/unzipped';
import { DONE, filledReturn } from '../../../returns/builder';
import { writeRaw } from '../../../returns/kinds/write-raw';
import { facts, TABLE } from './measure-table';
import { oldWorkbook } from './old-workbook';
import { webArchive } from './web-archive-file';
import { formIdentityRows, readIdentity } from '../../../../src/returns/whose/form-identity';
import { period } from '../../../ledger/builders';

const files = createWorkbookFiles();

/** The library tells the console of number formats it does not know. */
const { error: told } = console;
beforeAll(() => {
  console.error = () => undefined;
});
afterAll(() => {
  console.error = told;
});
const gbk = (text: string): Uint8Array =>
  new Uint8Array(execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: text }));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function planOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  return readPlanDocument(bytes, name, true).then(({ text }) =>
    parsePlan(text).measures.map(
      ({ section, text: words, leadUnits, supportUnits, deadline }) =>
        `${section} ${words}: ${leadUnits.join('、')}/${supportUnits.join('、')} ${deadline}`,
    ),
  );
}

/** Without its fills, which an OpenDocument's reader does not tell. */
function withoutFills(workbook: RawWorkbook) {
  return facts(workbook).map(({ fills: _fills, ...rest }) => rest);
}

(hasLibreOffice ? describe : describe.skip)('what LibreOffice saves as .ods', () => {
  test(
    'gives the rows of the .xlsx: dates, shares, texts, formulas, errors, merges, hidden rows',
    async () => {
      const saved = await files.read(await convertWithLibreOffice(TABLE, 'ods'), '任务.ods');
      expect(withoutFills(saved)).toEqual(withoutFills(await files.read(TABLE, '任务.xlsx')));
      expect(saved.source).toEqual({ format: 'ods', encoding: '' });
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a plan gives the same text',
    async () => {
      const saved = await readPlanDocument(await convertWithLibreOffice(TABLE, 'ods'), '任务.ods', true);
      expect(saved).toEqual(await readPlanDocument(TABLE, '任务.xlsx', false));
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a form gives the rows that were filled in, and which sheets do not show',
    async () => {
      const form = await writeRaw(filledReturn({ 5: DONE }), 'shared strings');
      const [saved, original] = await Promise.all([
        files.read(await convertWithLibreOffice(form, 'ods'), '市审计局.ods'),
        files.read(form, '市审计局.xlsx'),
      ]);
      expect(withoutFills(saved)).toEqual(withoutFills(original));
      const shows = ({ sheets }: RawWorkbook) => sheets.map(({ visibility }) => visibility === 'visible');
      expect(shows(saved)).toEqual(shows(original));
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a web page gives the same measures',
    async () => {
      const { text } = await readPlanDocument(await convertWithLibreOffice(PLAIN, 'html'), '任务.html', true);
      expect(text).toContain(
        '1. 修路（牵头单位：市交通局；配合单位：市财政局、市公安局；完成时限：2023年9月）',
      );
    },
    LIBRE_OFFICE_TIMEOUT,
  );
});

const PLAIN_TABLE: readonly (readonly string[])[] = [
  ['江口市2023年任务分解表'],
  ['序号', '类别', '工作任务', '牵头单位', '配合单位', '完成时限'],
  ['1', '一、基础设施', '修路', '市交通局', '市财政局、市公安局', '2023年9月'],
  ['2', '', '架桥', '市交通局', '市水利局', '2023年11月底前'],
  ['3', '二、民生', '办学', '市教育局', '市财政局', '2023年12月底前'],
];
const PLAIN_RAW: RawWorkbook = {
  file: '任务.xlsx',
  date1904: false,
  hasMacros: false,
  hasExternalLinks: false,
  sheets: [
    {
      name: '任务',
      visibility: 'visible',
      merges: [{ top: 3, left: 2, bottom: 4, right: 2 }],
      rows: PLAIN_TABLE.map((cells, index) => ({
        row: index + 1,
        hidden: false,
        cells: cells.flatMap((value, at) => (value === '' ? [] : [{ column: at + 1, value }])),
      })),
    },
  ],
};
const PLAIN = oldWorkbook(PLAIN_RAW, 'xlsx');
const MEASURES = [
  '一 修路: 市交通局/市财政局、市公安局 2023-09-30',
  '一 架桥: 市交通局/市水利局 2023-11-30',
  '二 办学: 市教育局/市财政局 2023-12-31',
];

test.each([
  ['xlsb', 'xlsb'],
  ['ods', 'ods'],
  ['xml', 'xlml'],
] as const)('a form kept as .%s gives its rows, whatever the file is called', async (format, bookType) => {
  const read = await files.read(oldWorkbook(filledReturn(), bookType), '市审计局.xls');
  expect(read.source?.format).toBe(format);
  expect(withoutFills(read)).toEqual(withoutFills(filledReturn()));
});

test.each([
  ['xlsb', 'xlsb'],
  ['ods', 'ods'],
  ['xml', 'xlml'],
  ['html', 'html'],
] as const)('a plan kept as .%s gives its measures', async (_format, bookType) => {
  expect(await planOf(oldWorkbook(PLAIN_RAW, bookType), '任务.xls')).toEqual(MEASURES);
});

/** As Excel 2003 saves a workbook: an instruction first, cells that leave some out. */
const EXCEL_2003 = `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles><Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style></Styles>
 <Worksheet ss:Name="任务"><Table>
  <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">江口市2023年任务分解表</Data></Cell></Row>
  <Row ss:Index="3"><Cell><Data ss:Type="String">序号</Data></Cell><Cell><Data ss:Type="String">工作任务</Data></Cell><Cell><Data ss:Type="String">责任单位</Data></Cell><Cell><Data ss:Type="String">完成时限</Data></Cell></Row>
  <Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="String">修路&#10;（含&#134071;家路）</Data></Cell><Cell ss:Index="4" ss:StyleID="s1"><Data ss:Type="DateTime">2023-09-30T00:00:00.000</Data></Cell></Row>
  <Row ss:Hidden="1"><Cell><Data ss:Type="Number">2</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>架桥</B></ss:Data></Cell><Cell><Data ss:Type="String">市交通局</Data></Cell></Row>
 </Table></Worksheet>
 <Worksheet ss:Name="码表"><Table/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>`;

test('a workbook as Excel 2003 writes it in XML', async () => {
  const read = await files.read(utf8(EXCEL_2003), '任务.xls');
  expect(read.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
  expect(
    withoutFills(read)[0]?.rows.map(({ row, hidden, cells }) => [
      row,
      hidden,
      cells.map(([at, words]) => [at, words]),
    ]),
  ).toEqual([
    [1, false, [[1, '江口市2023年任务分解表']]],
    [
      3,
      false,
      [
        [1, '序号'],
        [2, '工作任务'],
        [3, '责任单位'],
        [4, '完成时限'],
      ],
    ],
    [
      4,
      false,
      [
        [1, '1'],
        [2, '修路\n（含𠮷家路）'],
        [4, '2023-09-30'],
      ],
    ],
    [
      5,
      true,
      [
        [1, '2'],
        [2, '架桥'],
        [3, '市交通局'],
      ],
    ],
  ]);
});

/** As systems of offices export a list and call it .xls; the words of it in GBK. */
const EXPORTED = [
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"}</style></head><body>',
  '<h3>江口市2023年任务分解表</h3>',
].join('');

test('a page with a table keeps what stands around it', async () => {
  const rows = PLAIN_TABLE.slice(1).map((row, index) => {
    const cells = row.flatMap((cell, at) => {
      if (index === 2 && at === 1) return [];
      const span = index === 1 && at === 1 ? ' rowspan="2"' : '';
      return [`<td${span}>${cell}</td>`];
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const page = `${EXPORTED}<table border="1">${rows.join('')}</table><p>备注：市发改委&nbsp;负责汇总&#12290;</p><script>var a = "<table>";</script></body></html>`;
  const bytes = gbk(page);
  const { text } = await readPlanDocument(bytes, '导出.xls', true);
  expect(text.split('\n')[0]).toBe('江口市2023年任务分解表');
  expect(text).toContain('备注：市发改委 负责汇总。');
  expect(text).not.toContain('var a');
  expect(await planOf(bytes, '导出.xls')).toEqual(MEASURES);
});

test('characters of a page may be written by number or by name, and none of them becomes a mark of the page', async () => {
  const cells = [
    '&#24207;&#x53F7;',
    '&ldquo;&#20845;&#31283;&rdquo;&mdash;&hellip;',
    'a&#60;b&lt;c&amp;#24207;',
    '&#134071;',
  ];
  const page = `<html><body><table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table></body></html>`;
  const read = await files.read(utf8(page), '导出.xls');
  const words = read.sheets[0]?.rows[0]?.cells.map(({ value }) => value);
  expect(words).toEqual(['序号', '“六稳”—…', 'a<b<c&#24207;', '𠮷']);
});

test('a page with what a form says of itself as a table beside it is read like the form', async () => {
  const rows = (cells: readonly (readonly unknown[])[]) =>
    cells.map((row) => `<tr>${row.map((cell) => `<td>${String(cell)}</td>`).join('')}</tr>`).join('');
  const own = formIdentityRows({ plan: '6907b1db', unit: '市审计局', period: period('2017-11'), version: 2 });
  const form = rows([
    ['序号', '措施内容', '填报状态'],
    [1, '修路', '已完成'],
  ]);
  const page = `<html><body><table>${form}</table><table>${rows(own)}</table></body></html>`;
  const read = await files.read(utf8(page), '市审计局.html');
  expect(read.sheets.map(({ name, visibility, rows: { length } }) => [name, visibility, length])).toEqual([
    ['Sheet1', 'visible', 2],
    ['_form', 'veryHidden', 4],
  ]);
  expect(readIdentity(read)).toEqual({ plan: '6907b1db', unit: '市审计局', period: '2017-11', version: 2 });
});

test.each([
  ['quoted-printable', 'utf-8', utf8],
  ['base64', 'gb2312', gbk],
  ['base64', 'x-unknown', gbk],
  ['quoted-printable', 'x-unknown', utf8],
] as const)(
  'a web archive in %s, its words in %s, is read like its page',
  async (encoding, charset, encode) => {
    const page = `<html><body><p>填报单位：市审计局</p>${oldTable()}<p>填报人：张三</p></body></html>`;
    const archive = webArchive(
      [encode(page), encode('<html><body><p>无表</p></body></html>')],
      encoding,
      charset,
    );
    expect(otherFormat(archive)).toBe('mhtml');
    const read = await files.read(archive, '导出.xls');
    expect(read.source?.format).toBe('mhtml');
    const texts = read.sheets.map(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value)));
    expect(texts).toEqual([
      [
        ['填报单位：市审计局'],
        ...PLAIN_TABLE.map((row) => row.filter((cell) => cell !== '')),
        ['填报人：张三'],
        ['无表'],
      ],
    ]);
  },
);

test('a web archive that is torn, or whose parts lie about themselves, gives what can be read of it', async () => {
  const archive = new TextDecoder().decode(webArchive([utf8(`<body>${oldTable()}</body>`)], 'base64'));
  const torn = utf8(archive.replace(/[A-Za-z0-9+/]{40}\r\n/, '!!!\r\n'));
  await expect(files.read(torn, '导出.mht')).rejects.toMatchObject({ code: 'file-no-sheet' });
  const nested = utf8(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n${'--x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n'.repeat(2000)}`,
  );
  await expect(files.read(nested, '导出.mht')).rejects.toMatchObject({ code: 'file-no-sheet' });
});

function oldTable(): string {
  return `<table>${PLAIN_TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}

test('a page without a table is read by its words', async () => {
  const page = `<!DOCTYPE html><html><head><title>不是标题</title></head><body><!-- 注 --><div>江口市2023年工作要点</div><p>一、建设<br>1.修路。（市交通局牵头，<b>9月</b>底前完成）</p><p>2.办学。（市教育局牵头，12月底前完成）`;
  const { text } = await readPlanDocument(utf8(page), '要点.html', false);
  expect(text).toBe(
    '江口市2023年工作要点\n一、建设\n1.修路。（市交通局牵头，9月底前完成）\n2.办学。（市教育局牵头，12月底前完成）',
  );
});

test.each([
  ['mark-up of some other program', utf8('<?xml version="1.0"?><orders><order/></orders>'), undefined],
  [
    'a text document',
    zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    undefined,
  ],
  ['a torn zip', zipped({ 'xl/workbook.bin': 'x' }).subarray(0, 40), undefined],
  ['a .xlsb', zipped({ 'xl/workbook.bin': 'x' }), 'xlsb'],
  ['a page with a table', utf8('<div><TABLE></TABLE></div>'), 'html'],
  ['a letter with headers', utf8('Subject: x\r\n\r\nMIME'), undefined],
  ['a page without one', utf8('<html><body>a</body></html>'), undefined],
] as const)('%s is told by its bytes', (_what, bytes, format) => {
  expect(otherFormat(bytes)).toBe(format);
});

test('a marked copy of an .ods is an .xlsx of what was read', async () => {
  const marked = await files.mark(
    oldWorkbook(filledReturn(), 'ods'),
    sendBackWorkbook({ subject: '市审计局', lines: [], marked: true }),
    [],
  );
  expect(marked.extension).toBe('xlsx');
  const read = await files.read(marked.bytes, '市审计局_退回.xlsx');
  expect(read.sheets.map(({ name }) => name)).toContain(filledReturn().sheets[0]?.name);
});
