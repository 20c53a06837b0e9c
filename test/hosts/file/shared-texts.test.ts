import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import { SharedTexts } from '../../../src/hosts/file/writing/shared-texts';
import type { CellContent } from '../../../src/base/blueprint';
import { openXmlErrors } from '../../support/open-xml';
import { plainSheet, plainWorkbook } from '../../support/sheet-blueprint';
import { unzipped } from '../../support/unzipped';

jest.setTimeout(120_000);

const ROWS = 12_000;
const UNITS = ['市财政局', '市公安局 ', ' 市民政局', '一\n二', 'A & B <c>', '_x000D_'] as const;

async function written(content: (row: number) => readonly CellContent[]): Promise<Uint8Array> {
  const host = FileWorkbookHost.create();
  const cells = Array.from({ length: ROWS }, (_, row) => content(row));
  await host.write(
    plainWorkbook([
      plainSheet('大', { cells, columnWidths: [8, 40] }),
      plainSheet('小', { cells: [['市财政局', '旁边']] }),
    ]),
  );
  return host.toBytes();
}

test('a text of a large sheet stands once in the file, with those of the small ones, however many cells show it', async () => {
  const bytes = await written((row) => [row, UNITS[row % UNITS.length] as string]);
  const parts = unzipped(bytes);
  const texts = parts['xl/sharedStrings.xml'] ?? '';
  expect(texts.match(/市财政局/g)).toHaveLength(1);
  expect(texts.match(/<si>/g)).toHaveLength(UNITS.length + 1);
  expect(texts).toContain(` count="${ROWS + 2}" uniqueCount="${UNITS.length + 1}"`);
  expect(Object.values(parts).join('')).not.toContain('inlineStr');
  expect(await openXmlErrors(bytes)).toEqual([]);
});

test('they are read again as they were, blanks and lines included', async () => {
  const bytes = await written((row) => [row, UNITS[row % UNITS.length] as string]);
  const [sheet] = (await (await FileWorkbookHost.open(bytes, '大.xlsx')).read()).sheets;
  expect(sheet?.rows.slice(0, UNITS.length).map(({ cells }) => cells[1]?.value)).toEqual(UNITS);
});

test('cells that lead elsewhere are counted once, though the writing library knows them too', async () => {
  const bytes = await written((row) => [row, { text: `第 ${row} 行`, sheet: '小', cell: 'A1' }]);
  expect(unzipped(bytes)['xl/sharedStrings.xml']).toContain(` count="${ROWS + 2}" uniqueCount="${ROWS + 2}"`);
  expect(await openXmlErrors(bytes)).toEqual([]);
});

test('a workbook of numbers alone has no such part', async () => {
  const host = FileWorkbookHost.create();
  const cells = Array.from({ length: ROWS }, (_, row) => [row, row + 1]);
  await host.write(plainWorkbook([plainSheet('数', { cells, columnWidths: [8, 8] })]));
  const bytes = await host.toBytes();
  expect(Object.keys(unzipped(bytes))).not.toContain('xl/sharedStrings.xml');
  expect(await openXmlErrors(bytes)).toEqual([]);
});

test('texts that were there keep their numbers and their looks, also where two read alike', () => {
  const there = '<si><t>甲</t></si><si><r><rPr><b/></rPr><t>甲</t></r></si><si><t>乙</t></si>';
  const texts = SharedTexts.after(`<sst xmlns="x" count="5" uniqueCount="3">${there}</sst>`);
  expect(['甲', '乙', '丙', '丙', '甲', '丁 '].map((text) => texts.take(text))).toEqual([0, 2, 3, 3, 0, 4]);
  const written = new TextDecoder().decode(texts.written());
  expect(written).toContain(`${there}<si><t>丙</t></si><si><t xml:space="preserve">丁 </t></si></sst>`);
  expect(written).toContain(' count="11" uniqueCount="5"');
});
