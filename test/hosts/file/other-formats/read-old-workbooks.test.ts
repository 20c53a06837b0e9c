import { CFB } from '@e965/xlsx';
import { readPlanDocument } from '../../../../src/app/plan-reading/read-plan-document';
import { isCellError, type RawSheet, type RawWorkbook } from '../../../../src/base/raw-sheet';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { checkReturns } from '../../../../src/app/inbox/check-returns';
import { cellWords } from '../../../../src/returns/locate/cell-words';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../../support/libre-office';
import { DONE, filledReturn, ledger } from '../../../returns/builder';
import { writeRaw } from '../../../returns/kinds/write-raw';
import { handWritten } from '../hand-written';
import { fixture } from './fixture';
import { oldWorkbook } from './old-workbook';

const files = createWorkbookFiles();

/** What a reader of cells goes by: words as shown, kinds of values, what is hidden, merged, coloured in. */
function facts({ sheets, date1904 }: RawWorkbook) {
  return sheets.map(({ name, rows, merges, fills = [] }: RawSheet) => ({
    name,
    merges: merges.toSorted((a, b) => a.top - b.top || a.left - b.left),
    fills: fills.map(({ row, column }) => [row, column]),
    rows: rows.map(({ row, hidden, cells }) => ({
      row,
      hidden,
      cells: cells.map((cell) => [
        cell.column,
        isCellError(cell.value) ? cell.value.error : cellWords(cell, date1904),
        typeof cell.value,
        cell.formula,
      ]),
    })),
  }));
}

const text = (at: string, words: string, style = 0): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (at: string, value: number, style = 0): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.0%"/></numFmts>' +
  '<fonts count="1"><font/></fonts><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
  '<cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/><xf numFmtId="49"/><xf numFmtId="0" fillId="2"/></cellXfs>';

/** A table of measures with everything that a cell can be. */
const TABLE = handWritten({
  styles: STYLES,
  rows: [
    `<row r="1">${text('A1', '江口市2023年任务分解表')}</row>`,
    `<row r="3">${['序号', '类别', '工作任务', '责任单位', '完成时限', '目标'].map((header, index) => text(`${'ABCDEF'.charAt(index)}3`, header)).join('')}</row>`,
    `<row r="4">${number('A4', 1)}${text('B4', '一、基础设施')}${text('C4', `修路，𠮷野。${'很长的一句。'.repeat(600)}`)}${text('D4', '市交通局')}${number('E4', 45199, 1)}${number('F4', 0.9, 3)}</row>`,
    `<row r="5" hidden="1">${number('A5', 2)}${text('C5', '架桥')}${text('D5', '市交通局')}${number('E5', 45199, 2)}${number('F5', 0.125, 4)}</row>`,
    `<row r="6">${number('A6', 3)}${text('B6', '二、民生')}${text('C6', '办学')}${text('D6', '市教育局')}${text('E6', '0012', 5)}<c r="F6"><f>A4+1</f><v>2</v></c></row>`,
    `<row r="8"><c r="B8" s="6"/><c r="C8" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
  ].join(''),
  after: '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="B4:B5"/></mergeCells>',
});

(hasLibreOffice ? describe : describe.skip)('what LibreOffice saves for Excel 97', () => {
  test(
    'gives the rows of the .xlsx: dates, shares, texts, formulas, errors, merges, hidden rows, fills',
    async () => {
      const old = await files.read(await convertWithLibreOffice(TABLE, 'xls'), '任务.xls');
      expect(facts(old)).toEqual(facts(await files.read(TABLE, '任务.xlsx')));
      expect(old.source).toEqual({ format: 'xls', encoding: '' });
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a plan gives the same text',
    async () => {
      const old = await readPlanDocument(await convertWithLibreOffice(TABLE, 'xls'), '任务.et', true);
      expect(old).toEqual(await readPlanDocument(TABLE, '任务.xlsx', false));
      expect(old.text).toContain('架桥（目标：12.5%）（责任单位：市交通局；完成时限：2023年9月30日）');
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test(
    'as a form gives the rows that were sent out and filled in',
    async () => {
      const form = await writeRaw(filledReturn({ 5: DONE }), 'shared strings');
      const old = await files.read(await convertWithLibreOffice(form, 'xls'), '市审计局.xls');
      expect(facts(old)).toEqual(facts(await files.read(form, '市审计局.xlsx')));
    },
    LIBRE_OFFICE_TIMEOUT,
  );
});

test.each(['excel-97.xls', 'excel-95.xls'] as const)('%s gives the rows of the form', async (name) => {
  const read = await files.read(fixture(name), name);
  expect(facts(read)).toEqual(facts(filledReturn()));
});

test('days that count from 1904 are told, and hidden sheets', async () => {
  const raw: RawWorkbook = { ...filledReturn(), date1904: true };
  const read = await files.read(oldWorkbook(raw), 'a.xls');
  expect(read.date1904).toBe(true);
  expect(read.sheets.map(({ visibility }) => visibility)).toEqual(
    raw.sheets.map(({ visibility }) => visibility),
  );
});

/** A record of a workbook stream: number, length, content. */
const record = (number: number, ...content: readonly number[]): readonly number[] => [
  number & 0xff,
  number >> 8,
  content.length,
  0,
  ...content,
];
const BEGIN = record(0x809, 0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const END = record(0x0a);

function compound(streams: Readonly<Record<string, Uint8Array | readonly number[]>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, path, Uint8Array.from(content));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
}

function workbookStream(bytes: Uint8Array): Uint8Array {
  const file = CFB.read(bytes, { type: 'array' });
  return Uint8Array.from(CFB.find(file, '/Workbook')?.content ?? []);
}

test('macros are told', async () => {
  const workbook = workbookStream(oldWorkbook(filledReturn()));
  const read = (streams: Parameters<typeof compound>[0]) => files.read(compound(streams), 'a.xls');
  expect((await read({ '/Workbook': workbook })).hasMacros).toBe(false);
  expect((await read({ '/Workbook': workbook, '/_VBA_PROJECT_CUR/VBA/dir': [1] })).hasMacros).toBe(true);
});

const SOUND = oldWorkbook(filledReturn());

test.each<[string, Uint8Array, string]>([
  [
    'a workbook with a password',
    compound({ '/Workbook': [...BEGIN, ...record(0x2f, 0, 0, 1, 1, 2, 2), ...END] }),
    'file-encrypted',
  ],
  ['a workbook without a sheet', compound({ '/Workbook': [...BEGIN, ...END] }), 'file-no-sheet'],
  ['a file cut off in the middle', SOUND.subarray(0, SOUND.length / 2), 'file-torn'],
  [
    'a stream that ends before its last sheet',
    compound({ '/Workbook': workbookStream(SOUND).subarray(0, -400) }),
    'file-torn',
  ],
  [
    'a file of more than 16 MB',
    new Uint8Array([...SOUND.subarray(0, 4096), ...new Uint8Array(17 * 1024 * 1024)]),
    'file-too-large',
  ],
])('%s is refused by name', async (_what, bytes, code) => {
  await expect(files.read(bytes, 'a.xls')).rejects.toMatchObject({ name: 'WorkbookFileError', code });
});

test('what may hang is not read where nobody could end it', async () => {
  expect([files.mayHang(SOUND), files.mayHang(TABLE)]).toEqual([true, false]);
  const returned = { name: '市审计局.xls', read: () => Promise.resolve(SOUND) };
  const [checked] = await checkReturns(ledger, [returned], files);
  expect(checked).toMatchObject({ verdict: 'rejected', findings: [{ code: 'file-legacy-xls' }] });
  await expect(readPlanDocument(SOUND, 'a.xls', false)).rejects.toMatchObject({ code: 'file-legacy-xls' });
});
