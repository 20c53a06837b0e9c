import { useExcel } from './support';

const excel = useExcel();

async function inSheet(work: (sheet: Excel.Worksheet) => unknown): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem('台账'));
    await context.sync();
  });
}

beforeEach(async () => {
  const { host } = excel();
  host.addSheet('台账', [
    ['单位', '进度', '说明'],
    ['市编办', 80, '在办'],
    ['市司法局', 40, '办结'],
  ]);
  host.addSheet('汇总', [['=SUM(台账!B2:B3)', '=COUNTA(台账!C:C)', '=台账!$C$2&"B2"', '=SUM(台账!2:2)']]);
  await inSheet((sheet) => {
    sheet.tables.add('A1:C3', true).name = '表';
    sheet.getRange('C2').format.fill.color = '#FFFF00';
    sheet.getRange('C:C').format.columnWidth = 120;
    sheet.tables.getItem('表').columns.getItem('说明').filter.applyValuesFilter(['在办']);
  });
});

test('whole columns come in before one: cells, looks, widths, filters and whatever speaks of them move on', async () => {
  await inSheet((sheet) => sheet.getRange('B:B').insert('Right'));
  const { host } = excel();
  expect(host.values('台账!A1:D3')).toEqual([
    ['单位', '列2', '进度', '说明'],
    ['市编办', '', 80, '在办'],
    ['市司法局', '', 40, '办结'],
  ]);
  const formulas = ['A1', 'B1', 'C1', 'D1'].map((cell) => host.cell(`汇总!${cell}`).formula);
  expect(formulas).toEqual(['=SUM(台账!C2:C3)', '=COUNTA(台账!D:D)', '=台账!$D$2&"B2"', '=SUM(台账!2:2)']);
  expect([host.cell('台账!D2').style.fill, host.sheet('台账').grid.widthOf(4)]).toEqual(['#FFFF00', 120]);
  const [table] = host.sheet('台账').tables;
  expect([table?.rect.right, [...(table?.filter.criteria.keys() ?? [])]]).toEqual([4, [3]]);
  await inSheet((sheet) => sheet.tables.getItem('表').columns.getItem('说明').filter.clear());
  expect(host.sheet('台账').grid.rows.get(3)?.hidden).toBe(false);
});

test('whole rows come in above one in the same way', async () => {
  await inSheet((sheet) => sheet.getRange('3:4').insert('Down'));
  const { host } = excel();
  expect(host.values('台账!A2:A5')).toEqual([['市编办'], [''], [''], ['市司法局']]);
  const formulas = ['A1', 'B1', 'C1', 'D1'].map((cell) => host.cell(`汇总!${cell}`).formula);
  expect(formulas).toEqual(['=SUM(台账!B2:B5)', '=COUNTA(台账!C:C)', '=台账!$C$2&"B2"', '=SUM(台账!2:2)']);
});

test('rows are sorted with their looks, and their formulas speak of their own row', async () => {
  const { host } = excel();
  host.user.type('台账!B2', '=LEN(A2)');
  host.user.sort('台账!A2:C3', 3);
  expect(host.values('台账!A2:C3')).toEqual([
    ['市司法局', 40, '办结'],
    ['市编办', 3, '在办'],
  ]);
  expect([host.cell('台账!B3').formula, host.cell('台账!C3').style.fill]).toEqual(['=LEN(A3)', '#FFFF00']);
});
