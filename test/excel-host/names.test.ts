import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

// learn.microsoft.com/javascript/api/excel/excel.nameditemcollection
describe('defined names', () => {
  test('stand for a range and are used in formulas', async () => {
    await Excel.run(async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B1').values = [[43000]];
      const name = workbook.names
        .add('截止日', sheet.getRange('B1'))
        .load('name,type,value,formula,scope,visible');
      sheet.getRange('A1').values = [['=截止日+1']];
      const cell = sheet.getRange('A1').load('values');
      const range = workbook.names.getItem('截止日').getRange().load('address');
      const missing = workbook.names.getItemOrNullObject('没有');
      await context.sync();
      expect(name.toJSON()).toMatchObject({
        name: '截止日',
        type: 'Range',
        value: 43000,
        formula: '=Sheet1!$B$1',
        scope: 'Workbook',
        visible: true,
      });
      expect([cell.values, range.address, missing.isNullObject]).toEqual([[[43001]], 'Sheet1!B1', true]);
    });
  });

  test.each([
    ['A1', 'InvalidArgument'],
    ['1期', 'InvalidArgument'],
    ['a b', 'InvalidArgument'],
    ['R', 'InvalidArgument'],
    ['已有', 'ItemAlreadyExists'],
    ['当前期', 'no error'],
  ])('%s: %s', async (name, code) => {
    const work = onSheet((sheet, { workbook }) => {
      workbook.names.add('已有', sheet.getRange('A1'));
      workbook.names.add(name, sheet.getRange('A2'));
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('are deleted, and then give #NAME?', async () => {
    await onSheet((sheet, { workbook }) => {
      workbook.names.add('当前期', sheet.getRange('B1'));
      sheet.getRange('A1').values = [['=当前期']];
    });
    await onSheet((_, { workbook }) => workbook.names.getItem('当前期').delete());
    expect(excel().host.workbook.names.all).toEqual([]);
  });
});
