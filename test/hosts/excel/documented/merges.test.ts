import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import { useExcel } from '../../../excel-host/support';

const excel = useExcel();
const live = new ExcelWorkbookHost();

/** Pairs of merged cells, one in each row. */
function sheetWithMerges(count: number) {
  const { host } = excel();
  const rows = Array.from({ length: count }, (_, index) => [`第${index + 1}项`, '', index]);
  const sheet = host.addSheet('表', rows);
  for (let row = 1; row <= count; row += 1) sheet.merge({ top: row, left: 1, bottom: row, right: 2 });
  return sheet;
}

// Learn, `Range.getMergedAreasOrNullObject`: more than 512 areas are not told at once.
test('more than 512 merged areas are all read', async () => {
  sheetWithMerges(700);
  const { sheets } = await live.read();
  const merges = sheets.find(({ name }) => name === '表')?.merges ?? [];
  expect(merges).toHaveLength(700);
  expect(merges.at(-1)).toEqual({ top: 700, left: 1, bottom: 700, right: 2 });
});

// OfficeDev/office-js issue 3611: an area is told where its first cell lies.
test('an area over several parts is read once, and whole', async () => {
  const { host } = excel();
  const sheet = host.addSheet(
    '表',
    Array.from({ length: 1_200 }, (_, index) => [index === 0 ? '合并' : '', index]),
  );
  sheet.merge({ top: 1, left: 1, bottom: 1_200, right: 1 });
  const { sheets } = await live.read();
  expect(sheets.find(({ name }) => name === '表')?.merges).toEqual([
    { top: 1, left: 1, bottom: 1_200, right: 1 },
  ]);
});

test('the sheet in front is read with them too', async () => {
  sheetWithMerges(600);
  excel().host.user.activate('表');
  const { workbook } = await live.readActive([]);
  expect(workbook.sheets.find(({ name }) => name === '表')?.merges).toHaveLength(600);
});
