import type { RawWorkbook } from '../../../../src/base/raw-sheet';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { checkReturn } from '../../../../src/returns/check-return';
import { sendBackWorkbook } from '../../../../src/sheets/tabs/send-back-tab';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../../support/libre-office';
import { zipped } from '../../../support/unzipped';
import { context, filledReturn } from '../../../returns/builder';
import { paragraph, table, wordFile } from './word-file';
import { wordReturn } from './word-return-file';

const files = createWorkbookFiles();
const HEAD = [
  '序号',
  '措施内容',
  '完成时限',
  '填报状态',
  '进度（%）',
  '完成日期',
  '进展情况',
  '存在问题',
  '下一步打算',
];
const SOUND = ['推进中', '60', '', '已制定审计方案并完成前期调查，正在实施', '', '年底前出具审计报告'];
const OWED = [48, 94, 127, 128];
const LINES = OWED.map((no) => {
  const measure = context.plan.measures.find((one) => one.no === no);
  return [String(no), measure?.text ?? '', measure?.deadline ?? '', ...SOUND];
});
const ABOVE = [
  paragraph('法治政府建设实施方案填报表'),
  paragraph('填报单位：市审计局　　报送期：2017年11月'),
].join('');
const BELOW = paragraph('填报人：张三　审核人：李四　联系电话：0724-2330000');

function read(body: string): Promise<RawWorkbook> {
  return files.read(wordFile({ body }), '市审计局.docx');
}

function answer(workbook: RawWorkbook) {
  const { office, period, verdict, rows, findings } = checkReturn(workbook, context);
  return {
    office,
    period,
    verdict,
    measures: rows.map(({ measure }) => measure),
    codes: findings.map(({ code }) => code),
  };
}

const TAKEN = { office: '市审计局', period: '2017-11', verdict: 'accepted', measures: OWED };
/** It is no form that was issued: it has fewer columns than one. */
const SAID = ['read-other-format', 'column-lost', 'column-lost'];

test('the lines above a table say whose it is and for when', async () => {
  expect(answer(await read(`${ABOVE}${table([HEAD, ...LINES])}${BELOW}`))).toEqual({ ...TAKEN, codes: SAID });
});

test('a table that goes on over pages, with its head once more or without, is one', async () => {
  const [first = [], second = [], ...rest] = LINES;
  const body = [ABOVE, table([HEAD, first]), '<w:p/>', table([HEAD, second]), '<w:p/>', table(rest), BELOW];
  const workbook = await read(body.join(''));
  expect(workbook.sheets).toHaveLength(1);
  expect(answer(workbook)).toEqual({ ...TAKEN, codes: SAID });
});

test('a small table above says whose it is; one that is headed otherwise begins a sheet', async () => {
  const who = table(
    [['填报单位', '市审计局', '报送期', '2017年11月']].map((row) =>
      row.map((cell, at) => (at % 2 === 0 ? `${cell}：` : cell)),
    ),
  );
  const other = table([
    ['序号', '措施内容', '责任单位', '填报状态'],
    ['1', '另一件事', '市审计局', '已完成'],
  ]);
  const workbook = await read(`${who}<w:p/>${table([HEAD, ...LINES])}<w:p/>${other}`);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Word', 'Word 2']);
  expect(answer(workbook)).toMatchObject(TAKEN);
});

test('cells merged across and downwards stay merged, what is coloured in stays coloured', async () => {
  const workbook = await read(
    table([
      [['填报表', '<w:gridSpan w:val="3"/>']],
      ['序号', '措施内容', ['', '<w:shd w:val="clear" w:fill="ffff00"/>']],
      ['1', ['甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>']],
      ['2', ['', '<w:gridSpan w:val="2"/><w:vMerge/>']],
    ]),
  );
  expect(workbook.sheets[0]?.merges).toEqual([
    { top: 3, bottom: 4, left: 2, right: 3 },
    { top: 1, bottom: 1, left: 1, right: 3 },
  ]);
  expect(workbook.sheets[0]?.fills).toEqual([{ row: 2, column: 3, color: 'FFFF00' }]);
});

test('a marked copy is an .xlsx with the unit’s own cells', async () => {
  const marked = await files.mark(
    wordFile({ body: `${ABOVE}${table([HEAD, ...LINES])}` }),
    sendBackWorkbook({ subject: '市审计局', lines: [], marked: true }),
    [{ sheet: 'Word', cell: 'D4', severity: 'error', note: '须补填' }],
  );
  expect(marked.extension).toBe('xlsx');
  const back = await files.read(marked.bytes, '市审计局_退回.xlsx');
  expect(back.sheets.map(({ name }) => name)).toEqual(['退回说明', 'Word']);
  const texts = back.sheets[1]?.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
  expect(texts).toEqual(expect.arrayContaining(['填报单位：市审计局　　报送期：2017年11月', '48', '推进中']));
});

test.each([
  ['a package without its document', zipped({ 'word/document.xml': '<w/>' }), 'file-torn'],
  ['a document whose text is torn', wordFile({ body: '<w:tbl><w:tr>' }), 'file-bad-xml'],
])('%s is refused with a sentence', async (_what, bytes, code) => {
  await expect(files.read(bytes, 'a.docx')).rejects.toMatchObject({ code });
});

test('a document that holds no table says so, and is never taken to hang', async () => {
  const bytes = wordFile({ body: paragraph('关于报送进展情况的说明') });
  expect(files.mayHang(bytes)).toBe(false);
  expect(answer(await files.read(bytes, '说明.docx')).codes).toEqual(['header-missing']);
  expect(answer(await files.read(wordFile({ body: '' }), '空.docx')).codes).toEqual(['header-missing']);
});

(hasLibreOffice ? test : test.skip)(
  'what LibreOffice saves as .docx gives the rows that were written',
  async () => {
    const written = wordReturn(filledReturn());
    const saved = await convertWithLibreOffice(written, 'docx:MS Word 2007 XML', 'form.docx');
    const rows = async (bytes: Uint8Array) =>
      (await files.read(bytes, '市审计局.docx')).sheets.map((sheet) => sheet.rows);
    expect(await rows(saved)).toEqual(await rows(written));
  },
  LIBRE_OFFICE_TIMEOUT,
);
