import type { CellContent } from '../../../../src/base/blueprint';
import { writeWorkbook } from '../../../../src/hosts/file/writing/write-xlsx';
import { plainSheet, plainWorkbook } from '../../../support/sheet-blueprint';
import { unzipped, zipped } from '../../../support/unzipped';
import { cellAt, changedTab, differenceOf, played, readBack } from './differences';

jest.setTimeout(120_000);

/** The same numbers each time, between 0 and below 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const CONTENTS: readonly CellContent[] = [
  null,
  7,
  'text',
  '=no',
  true,
  { formula: 'A1', result: 3 },
  '<&> "',
];

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a random difference reads back as it was played on a model (%i)',
  async (seed) => {
    const next = numbers(seed);
    const pick = (count: number): number => Math.floor(next() * count);
    const model: CellContent[][] = Array.from({ length: 12 }, (_, row) => [
      row + 1,
      `r${row}`,
      null,
      row / 4,
    ]);
    const bytes = await writeWorkbook(plainWorkbook([plainSheet('表', { cells: model })]));
    const insertedRows = [2 + pick(3), 8 + pick(4)].map((before) => ({ before, count: 1 + pick(2) }));
    for (const { before, count } of insertedRows)
      model.splice(before - 1, 0, ...Array.from({ length: count }, () => [null, null, null, null]));
    const cells = Array.from({ length: 10 }, () => {
      const content = CONTENTS[pick(CONTENTS.length)] ?? null;
      return { row: 1 + pick(model.length + 3), column: 1 + pick(5), content };
    });
    for (const { row, column, content } of cells) {
      while (model.length < row) model.push([]);
      const line = model[row - 1] ?? [];
      line[column - 1] = content;
    }
    const read = await readBack(
      await played(bytes, differenceOf([changedTab('表', { insertedRows, cells })])),
    );
    model.forEach((line, index) => {
      for (let column = 1; column <= 5; column += 1) {
        const content = line[column - 1] ?? null;
        const expected =
          typeof content === 'object' && content !== null && 'formula' in content ? content.result : content;
        expect([index + 1, column, cellAt(read, '表', index + 1, column)?.value ?? null]).toEqual([
          index + 1,
          column,
          expected,
        ]);
      }
    });
  },
);

test('a tab that is redrawn with more columns has their widths, and those that were there keep theirs', async () => {
  const before = plainSheet('分地区', { cells: [['甲', '乙', null, '我的']], columnWidths: [10, 21] });
  const bytes = await writeWorkbook(plainWorkbook([before]));
  const own = unzipped(bytes)['xl/worksheets/sheet1.xml']?.replace(
    '</cols>',
    '<col min="4" max="5" width="33" customWidth="1"/></cols>',
  );
  const parts = { ...unzipped(bytes), 'xl/worksheets/sheet1.xml': String(own) };
  const wider = plainSheet('分地区', {
    cells: [['甲', '乙', '丙', null, null, '己']],
    columnWidths: [10, 12, 13, 14, 15, 16],
  });
  const changed = await played(zipped(parts), differenceOf([{ kind: 'draw', sheet: wider }]));
  const sheet = String(unzipped(changed)['xl/worksheets/sheet1.xml']);
  const columns = [...sheet.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].map(([, ...said]) =>
    said.map(Number),
  );
  expect(columns).toEqual([
    [1, 1, 10],
    [2, 2, 21],
    [3, 3, 13],
    [4, 5, 33],
    [6, 6, 16],
  ]);
});

test('a tab that is there is redrawn around what stands outside of its cells', async () => {
  const clerk = plainSheet('汇总', {
    cells: [
      ['旧', 1, null, '我的'],
      ['旧', 2, null, null],
      ['旧', 3, null, null],
    ],
    columnWidths: [9, 9, 9, 33],
    notes: [{ row: 1, column: 4, text: '我的批注' }],
  });
  const bytes = await writeWorkbook(plainWorkbook([clerk, plainSheet('其他')]));
  const redrawn = plainSheet('汇总', {
    cells: [
      ['新', { formula: '1+1', result: 2 }],
      ['新', null],
    ],
    merges: [],
  });
  const changed = await played(
    bytes,
    differenceOf([{ kind: 'draw', sheet: redrawn }], { order: ['汇总'], activeSheet: '其他' }),
  );
  const read = await readBack(changed);
  expect(read.sheets.map(({ name }) => name)).toEqual(['汇总', '其他']);
  expect(cellAt(read, '汇总', 1, 1)?.value).toBe('新');
  expect(cellAt(read, '汇总', 1, 2)?.formula).toBe('1+1');
  expect(cellAt(read, '汇总', 2, 2)).toBeUndefined();
  expect(cellAt(read, '汇总', 1, 4)?.value).toBe('我的');
  const parts = unzipped(changed);
  expect(parts['xl/comments1.xml']).toContain('我的批注');
  expect(parts['xl/worksheets/sheet1.xml']).toContain('width="33"');
  expect(parts['xl/workbook.xml']).toContain('activeTab="1"');
  expect(parts['xl/worksheets/sheet2.xml']).toContain('tabSelected="1"');
});
