import { WorkbookFileError } from '../../../../src/base/file-fault';
import { strToU8, zipSync } from 'fflate';
import { pageText } from '../../../../src/hosts/file/reading/document/page-text';
import { readDocument } from '../../../../src/hosts/file/reading/document/read-document';
import { documentText } from '../../../../src/plan/layout/plan-document';
import { parsePlan } from '../../../../src/plan/parse';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../../support/libre-office';
import { openXmlErrors } from '../../../support/open-xml';
import { zipped } from '../../../support/unzipped';
import { handWritten } from '../hand-written';
import { list, numbered, paragraph, table, wordFile, wordParts } from './word-file';

function textOf(bytes: Uint8Array, name = '方案'): string {
  return documentText(readDocument(bytes, name).blocks);
}

function faultOf(bytes: Uint8Array): string {
  try {
    readDocument(bytes, '方案');
    return 'read';
  } catch (error) {
    if (error instanceof WorkbookFileError) return error.code;
    throw error;
  }
}

describe('a text file', () => {
  const WORDS = '一、公开';
  const LINES = '一、公开\n1.清理文件。（市司法局负责，2023年6月底前完成）\n';
  test.each<[string, readonly number[], string, string | null]>([
    ['UTF-8', [...Buffer.from(WORDS)], WORDS, null],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...Buffer.from(WORDS)], WORDS, null],
    ['UTF-16, little end first', [0xff, 0xfe, ...Buffer.from(WORDS, 'utf16le')], WORDS, null],
    ['UTF-16, big end first', [0xfe, 0xff, ...Buffer.from(WORDS, 'utf16le').swap16()], WORDS, null],
    ['UTF-16 without a mark', [...Buffer.from(LINES, 'utf16le')], LINES, 'UTF-16LE'],
    ['UTF-16 without a mark, big end first', [...Buffer.from(LINES, 'utf16le').swap16()], LINES, 'UTF-16BE'],
    ['GBK', [0xd2, 0xbb, 0xa1, 0xa2, 0xb9, 0xab, 0xbf, 0xaa], WORDS, 'GBK'],
    ['Big5', [0xa4, 0x40, 0xa1, 0x42, 0xa4, 0xbd, 0xb6, 0x7d], '一、公開', 'Big5'],
  ])('in %s; what had to be guessed is said', (_encoding, bytes, words, guessed) => {
    const file = Uint8Array.from(bytes);
    expect(textOf(file)).toBe(words);
    expect(readDocument(file, '方案.txt').encoding).toBe(guessed);
  });

  test.each<[string, readonly number[], string]>([
    ['bytes of no encoding', [0xd2, 0xbb, 0xff, 0xff, 0xa1, 0xa2], 'file-encoding'],
    [
      'a program',
      [0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00, 0x03, 0x00, 0x3e],
      'file-not-workbook',
    ],
  ])('%s is refused', (_what, bytes, fault) => {
    expect(faultOf(Uint8Array.from(bytes))).toBe(fault);
  });
});

test('a .csv is a table', () => {
  const text = '工作任务,责任单位,时限\r\n"修路,架桥",市交通局,6月\r\n';
  expect(textOf(strToU8(text), '清单.CSV')).toBe('1. 修路,架桥（责任单位：市交通局；完成时限：6月）');
  expect(textOf(strToU8(text), '清单.txt')).toBe(text);
});

describe('a workbook', () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="h:mm"/></numFmts>' +
    '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="58"/><xf numFmtId="171"/></cellXfs>';
  const cell = (address: string, text: string): string =>
    `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const date = (address: string, serial: number, style: number): string =>
    `<c r="${address}" s="${style}"><v>${serial}</v></c>`;
  const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
  const header = ['序号', '工作任务', '责任单位', '完成时限', '目标']
    .map((title, index) => cell(`${'ABCDE'.charAt(index)}3`, title))
    .join('');

  test('of measures: dates and shares as shown, merged cells for every row, other rows kept', () => {
    const rows =
      row(1, cell('A1', '江口市2023年任务清单')) +
      row(3, header) +
      row(
        4,
        `<c r="A4"><v>1</v></c>${cell('B4', '修路')}${cell('C4', '市交通局')}${date('D4', 45199, 1)}${date('E4', 0.9, 3)}`,
      ) +
      row(5, `<c r="A5"><v>2</v></c>${cell('B5', '架桥')}${date('D5', 45199, 2)}${date('E5', 0.5, 5)}`) +
      row(6, `<c r="A6"><v>3</v></c>${cell('B6', '办学')}${cell('C6', '市教育局')}${date('D6', 45199, 4)}`);
    const after = '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="C4:C5"/></mergeCells>';
    expect(textOf(handWritten({ rows, after, styles })).split('\n')).toEqual([
      '江口市2023年任务清单',
      '1. 修路（目标：90%）（责任单位：市交通局；完成时限：2023年9月30日）',
      '2. 架桥（目标：12:00）（责任单位：市交通局；完成时限：2023年9月）',
      '3. 办学（责任单位：市教育局；完成时限：9月30日）',
    ]);
  });
});

describe('a document as LibreOffice writes it', () => {
  const numbering = list(1, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ]);
  const body = [
    paragraph('江口市2023年法治政府建设工作要点'),
    numbered('完善制度', 1),
    numbered('立法工作', 1, 1),
    numbered('起草条例。（市司法局牵头，市城管局配合，2023年6月底前完成）', 1, 2),
    numbered('清理文件。（责任单位：市司法局；完成时限：2023年11月）', 1, 2),
    numbered('严格执法', 1),
    numbered('执法监督', 1, 1),
    numbered('评查案卷。（市司法局负责，每半年一次）', 1, 2),
    table([
      ['工作任务', '责任单位', '完成时限'],
      ['培训', ['市委党校', '<w:vMerge w:val="restart"/>'], '全年'],
      ['考试', ['', '<w:vMerge/>'], '12月底'],
    ]),
  ].join('');
  const ours = wordFile({ body, numbering });

  test('the file of this test is a sound one', async () => {
    const sound = wordFile({ body: `${body}${paragraph('完')}`, numbering });
    expect(await openXmlErrors(sound, 'plan.docx')).toEqual([]);
  });

  (hasLibreOffice ? test : test.skip)(
    'gives the same plan',
    async () => {
      const theirs = await convertWithLibreOffice(ours, 'docx:MS Word 2007 XML', 'plan.docx');
      const [first, second] = [parsePlan(textOf(ours)), parsePlan(textOf(theirs))];
      expect(second.measures.map(({ source: _, ...measure }) => measure)).toEqual(
        first.measures.map(({ source: _, ...measure }) => measure),
      );
      expect(first.measures.map(({ text }) => text)).toEqual([
        '起草条例。',
        '清理文件。',
        '评查案卷。',
        '培训',
        '考试',
      ]);
    },
    LIBRE_OFFICE_TIMEOUT,
  );
});

describe('a hostile or wrong file is refused', () => {
  const part = 'word/document.xml';
  const parts = wordParts({ body: paragraph('甲') });
  const withPart = (content: string | Uint8Array): Uint8Array => zipped({ ...parts, [part]: content });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['a PDF', strToU8('%PDF-1.7 '), 'file-word-or-pdf'],
    ['an .rtf', strToU8('{\\rtf1 '), 'file-word-or-pdf'],
    ['a presentation', zipped({ 'ppt/presentation.xml': '<p/>' }), 'file-not-workbook'],
    ['a broken zip', wordFile({ body: paragraph('甲') }).subarray(0, 300), 'file-torn'],
    ['XML that is none', withPart('<w:document'), 'file-bad-xml'],
    [
      'entities',
      withPart('<!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document>&a;</w:document>'),
      'file-bad-xml',
    ],
    ['elements without end', withPart('<a>'.repeat(1000)), 'file-bad-xml'],
    [
      'a bomb',
      zipSync({
        ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
        [part]: [new Uint8Array(64 * 1024 * 1024).fill(0x20), { level: 1 }],
      }),
      'file-too-large',
    ],
  ])('%s', (_what, bytes, code) => {
    expect(faultOf(bytes)).toBe(code);
  });

  test('cells wider than any table, levels and numbers beyond all measure cost nothing', () => {
    const body =
      numbered('甲', 1, 99_999_999) +
      table([[['乙', '<w:gridSpan w:val="999999999"/>']], [['丙', '<w:vMerge/><w:gridSpan w:val="-1"/>']]]);
    const numbering = list(1, [['decimal', '%1.']]).replace('w:start w:val="1"', 'w:start w:val="1e300"');
    expect(textOf(wordFile({ body, numbering })).split('\n')).toEqual(['甲', '乙']);
  });
});

test.each([
  ['a “>” within quotes', '<p title="a > b" class=\'c > d\'>修路</p><p>架桥</p>', '修路\n架桥'],
  ['a quote that never ends', '<p title="a>修路</p><p>架桥</p>', '修路\n架桥'],
  ['a tag longer than any', `<p title="${'甲'.repeat(3_000)}">修路</p>`, '修路'],
  [
    'characters by name and number',
    '<p>5&deg;C &times; 3 &#8805; &ge; &#x4e2d;&nosuch;</p>',
    '5°C × 3 ≥ ≥ 中&nosuch;',
  ],
  [
    'what nobody sees',
    '<!-- <p>甲</p> --><script>if (a > b) "</p>"</script><p>修路</p><style>p > b {}',
    '修路',
  ],
])('the words of a page with %s', (_, html, words) => {
  expect(pageText(html)).toBe(words);
});
