import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { RawCell } from '../../src/base/raw-sheet';
import { checkReturn } from '../../src/returns/check-return';
import { handWritten } from '../hosts/file/hand-written';
import { paragraph, table, wordFile } from '../hosts/file/document/word-file';
import { DONE, check, codes, context, filledReturn, type Answers } from './builder';

const files = createWorkbookFiles();

/** The picture as each program keeps it. */
const PICTURES: readonly (readonly [program: string, cell: Partial<RawCell>])[] = [
  ['Excel', { value: '', picture: true }],
  ['WPS', { value: '=DISPIMG("ID_AB12",1)', formula: '_xlfn.DISPIMG("ID_AB12",1)' }],
  ['WPS, not yet calculated', { value: '', formula: 'DISPIMG("ID_AB12",1)' }],
  ['WPS, as an error', { value: { error: '#NAME?' }, formula: '_xlfn.DISPIMG("ID_AB12",1)' }],
  ['WPS, saved as words', { value: '=DISPIMG("ID_AB12",1)' }],
  ['Excel’s function', { value: { error: '#VALUE!' }, formula: '_xlfn.IMAGE("https://example.org/a.png")' }],
];

describe.each(PICTURES)('a picture in a cell, by %s', (_program, cell) => {
  const answered = (answers: Answers) => check(filledReturn({ 5: { ...DONE, ...answers } }));

  test('in a column for words is one finding, and the row is taken', () => {
    const checked = answered({ evidence: cell });
    expect(codes(checked)).toEqual(['cell-picture@L5']);
    expect(checked.rows[0]).toMatchObject({ sound: true, report: { evidence: '（图片）' } });
  });

  test('says nothing of status, share and day, which are asked for as ever', () => {
    expect(codes(answered({ claimedStatus: cell }))).toContain('status-missing@F5');
    expect(codes(answered({ percent: cell }))).toEqual(['cell-picture@G5']);
    expect(codes(answered({ completedOn: cell }))).toEqual(['cell-picture@H5', 'done-without-date@H5']);
  });
});

const cellsOf = async (bytes: Uint8Array, name: string): Promise<readonly RawCell[]> =>
  (await files.read(bytes, name)).sheets[0]?.rows.flatMap(({ cells }) => cells) ?? [];

test('Excel keeps a picture as an error with a rich value; other errors are errors', async () => {
  const row = (cell: string) => handWritten({ rows: `<row r="1">${cell}</row>` });
  expect(await cellsOf(row('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>'), 'a.xlsx')).toEqual([
    { column: 1, value: '', picture: true },
  ]);
  expect(await cellsOf(row('<c r="A1" t="e" vm="1"><f>A2#</f><v>#VALUE!</v></c>'), 'a.xlsx')).toEqual([
    { column: 1, value: { error: '#VALUE!' }, formula: 'A2#' },
  ]);
  expect(await cellsOf(row('<c r="A1" t="e"><v>#VALUE!</v></c>'), 'a.xlsx')).toEqual([
    { column: 1, value: { error: '#VALUE!' } },
  ]);
  expect(await cellsOf(row('<c r="A1" vm="1"><v>5</v></c>'), 'a.xlsx')).toEqual([{ column: 1, value: 5 }]);
});

test('a picture in a cell of a web page, of a mail or of a text document is one too, words beside it are words', async () => {
  const html =
    '<table><tr><td>序号</td><td><img src="a.png"></td><td>见图<img src="b.png"></td></tr></table>';
  const expected = [
    { column: 1, value: '序号' },
    { column: 2, value: '', picture: true },
    { column: 3, value: '见图' },
  ];
  expect(await cellsOf(new TextEncoder().encode(html), 'a.html')).toEqual(expected);
  const drawing =
    '<w:r><w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></w:drawing></w:r>';
  const older = '<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>';
  const words = '<w:r><w:t>见图</w:t></w:r>';
  for (const picture of [drawing, older]) {
    const cells = ['<w:r><w:t>序号</w:t></w:r>', picture, words + picture].map(
      (runs) => [paragraph(runs), ''] as const,
    );
    expect(await cellsOf(wordFile({ body: table([cells]) }), 'a.docx')).toEqual(expected);
  }
});

test('a form with a picture goes through the files and back', () => {
  const form = filledReturn({ 5: { ...DONE, evidence: { value: '', picture: true } } });
  expect(checkReturn(form, context).verdict).toBe('accepted');
});
