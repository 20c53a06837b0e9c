import { WorkbookFileError } from '../../../../src/base/file-fault';
import { rawSheet } from '../../../../src/hosts/file/reading/other-formats/library-sheet';

const cell = { t: 'n', v: 1 } as const;
const read = (sheet: object) => rawSheet('表', sheet, 'visible', { cells: 0 });

/** A list of so many places, of which one holds something. */
function holed<Item>(length: number, at: number, item: Item): Item[] {
  const list: Item[] = [];
  list.length = length;
  list[at] = item;
  return list;
}

test('a damaged file can make a list of thousands of millions of places: only what is there is gone through', () => {
  const far = 4_000_000_000;
  const sheet = { '!data': holed(far, 2, holed(far, 1, cell)), '!cols': holed(far, 3, { hidden: true }) };
  expect(read(sheet)).toEqual({
    name: '表',
    visibility: 'visible',
    rows: [{ row: 3, hidden: false, cells: [{ column: 2, value: 1 }] }],
    merges: [],
    hiddenColumns: [{ from: 4, to: 4 }],
  });
});

test.each([
  ['row', { '!data': holed(1_048_577, 1_048_576, [cell]) }],
  ['column', { '!data': [holed(16_385, 16_384, cell)] }],
])('a %s beyond what a sheet has is no sound one', (_, sheet) => {
  expect(() => read(sheet)).toThrow(WorkbookFileError);
});

test.each([
  ['m/d/yy', 31, 'yyyy"年"m"月"d"日"'],
  ['m/d/yy', 57, 'yyyy"年"m"月"'],
  ['m/d/yy', 14, 'yyyy/m/d'],
  ['m/d/yy h:mm', undefined, 'yyyy/m/d h:mm'],
  ['h:mm:ss', 34, '上午/下午h"时"mm"分"'],
  ['"$"#,##0_);\\("$"#,##0\\)', 5, '"¥"#,##0;"¥"-#,##0'],
  ['[h]:mm', 165, '[h]:mm'],
])('%s of the format number %s is in Chinese Excel %s', (z, numFmtId, format) => {
  const XF = numFmtId === undefined ? {} : { XF: { numFmtId } };
  expect(read({ '!data': [[{ t: 'n', v: 42_916, z, ...XF }]] }).rows[0]?.cells[0]?.format).toBe(format);
});
