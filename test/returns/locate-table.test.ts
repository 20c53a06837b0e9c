import type { RawRow, RawSheet, RawValue, RawWorkbook } from '../../src/base/raw-sheet';
import { isRepeatedHeader, locateTables } from '../../src/returns/locate/locate-table';

const row = (number: number, ...values: readonly RawValue[]): RawRow => ({
  row: number,
  hidden: false,
  cells: values.map((value, index) => ({ column: index + 1, value })),
});

const sheet = (
  name: string,
  rows: readonly RawRow[],
  visibility: RawSheet['visibility'] = 'visible',
): RawSheet => ({
  name,
  visibility,
  rows,
  merges: [],
});

const workbook = (...sheets: readonly RawSheet[]): RawWorkbook => ({
  file: '报送.xlsx',
  sheets,
  date1904: false,
  hasMacros: false,
  hasExternalLinks: false,
});

const fieldsIn = (...rows: readonly RawRow[]) =>
  locateTables(workbook(sheet('甲', rows))).map(({ columns }) => [...columns.keys()]);

describe('a table of measures', () => {
  test.each([
    [
      'the number and two columns more',
      ['序号', '填报状态', '进度'],
      ['measure', 'claimedStatus', 'percent'],
    ],
    ['the text and two columns more', ['措施内容', '填报状态', '进度'], ['text', 'claimedStatus', 'percent']],
  ])('is one with %s', (_, header, fields) => {
    expect(fieldsIn(row(1, ...header))).toEqual([fields]);
  });

  test.each([
    ['the number and one column', ['序号', '填报状态']],
    ['number and text alone', ['序号', '措施内容']],
    ['three columns, but neither number nor text', ['填报状态', '进度', '完成日期']],
    [
      'every answer, but neither number nor text',
      ['填报状态', '进度', '完成日期', '进展情况', '存在问题', '备注'],
    ],
    ['one column three times', ['序号', '编号', '项目序号', '填报状态']],
  ])('is not what has %s', (_, header) => {
    expect(fieldsIn(row(1, ...header))).toEqual([]);
  });

  test('begins below its header, which may take two lines', () => {
    const [one] = locateTables(
      workbook(sheet('甲', [row(3, '序号', '填报状态', '进度'), row(4, 7, '已完成', 100)])),
    );
    expect(one).toMatchObject({ headerRow: 3, firstRow: 4 });
    const [two] = locateTables(
      workbook(sheet('甲', [row(3, '序号', '措施内容', '办理'), row(4, '号', '内容', '填报状态', '进度')])),
    );
    expect(two).toMatchObject({ headerRow: 3, firstRow: 5 });
    expect(two?.columns.get('claimedStatus')).toEqual({
      field: 'claimedStatus',
      row: 4,
      column: 3,
      text: '填报状态',
    });
  });

  test('says who leads each measure, and names what it has besides', () => {
    const header = row(1, '序号', '牵头单位', '填报状态', '进度', '领导批示', '（）', '责任单位');
    const [table] = locateTables(workbook(sheet('甲', [header])));
    expect(table?.leadUnitColumn).toBe(2);
    expect(table?.extra).toEqual([{ column: 5, text: '领导批示' }]);
  });

  test('what stands over several columns of its header is no column besides', () => {
    const rows = [
      row(1, '序号', '措施内容', '办理', '', '领导批示'),
      row(2, '号', '内容', '填报状态', '进度'),
    ];
    const [table] = locateTables(workbook(sheet('甲', rows)));
    expect(table?.extra).toEqual([{ column: 5, text: '领导批示' }]);
  });

  test('a header that comes twice is that of its first column', () => {
    const [table] = locateTables(workbook(sheet('甲', [row(1, '序号', '填报状态', '进度', '填报状态')])));
    expect(table?.columns.get('claimedStatus')?.column).toBe(2);
  });

  test('is not looked for below the sixtieth row', () => {
    const before = Array.from({ length: 60 }, (_, index) => row(index + 1, '说明'));
    expect(fieldsIn(...before.slice(1), row(61, '序号', '填报状态', '进度'))).toHaveLength(1);
    expect(fieldsIn(...before, row(61, '序号', '填报状态', '进度'))).toEqual([]);
  });

  test('a header of four signs may have one wrong, a shorter one none', () => {
    expect(fieldsIn(row(1, '序号', '填报壮态', '完成日其', '进度'))).toEqual([
      ['measure', 'claimedStatus', 'completedOn', 'percent'],
    ]);
    expect(fieldsIn(row(1, '序好', '措施内容', '进渡', '填报状态', '进度'))).toEqual([
      ['text', 'claimedStatus', 'percent'],
    ]);
  });
});

describe('of several tables', () => {
  const narrow = [row(1, '序号', '填报状态', '进度')];
  const wide = [row(1, '序号', '填报状态', '进度', '完成日期')];
  const long = [...narrow, row(2, 1, '已完成', 100)];
  const order = (...sheets: readonly RawSheet[]) =>
    locateTables(workbook(...sheets)).map((table) => table.sheet.name);

  test.each<[string, readonly RawSheet[], readonly string[]]>([
    ['the one with more columns', [sheet('甲', narrow), sheet('乙', wide)], ['乙', '甲']],
    ['of the same columns the visible one', [sheet('甲', long, 'hidden'), sheet('乙', narrow)], ['乙', '甲']],
    ['then the longer one', [sheet('甲', narrow), sheet('乙', long)], ['乙', '甲']],
    ['and of two alike the first', [sheet('甲', narrow), sheet('乙', narrow)], ['甲', '乙']],
    ['never one on a very hidden sheet', [sheet('甲', wide, 'veryHidden'), sheet('乙', narrow)], ['乙']],
  ])('comes first %s', (_, sheets, names) => {
    expect(order(...sheets)).toEqual(names);
  });
});

test.each<[string, readonly RawValue[], boolean]>([
  ['three headers', ['序号', '填报状态', '进度'], true],
  ['two headers', ['序号', '填报状态'], false],
  ['headers beside a number', ['序号', '填报状态', '进度', 7], false],
  ['one header three times', ['序号', '编号', '项目序号'], false],
])('a row of %s repeats the header: %s', (_, values, repeats) => {
  expect(isRepeatedHeader(row(9, ...values))).toBe(repeats);
});
