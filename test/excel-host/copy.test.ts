import { codeOf, onSheet, readRange, useExcel } from './support';

const excel = useExcel();

beforeEach(async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1:B2').values = [
      [1, 10],
      ['', 20],
    ];
    sheet.getRange('C1').formulas = [['=A1+$B$1+SUM(A$1:$B1)&"A1"&COUNT(另!A1)']];
    sheet.getRange('C1').format.fill.color = '#FFFF00';
  });
  excel().host.addSheet('另', [[5], [6]]);
});

const formulasOf = async (address: string) => (await readRange(address, 'formulas')).formulas;

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste
describe('copyFrom', () => {
  test('formulas keep the relative places of what they refer to; what “$” holds, texts and functions stay', async () => {
    await onSheet((sheet) => {
      sheet.getRange('D3').copyFrom('C1', 'Formulas');
    });
    expect(await formulasOf('D3')).toEqual([['=B3+$B$1+SUM(B$1:$B3)&"A1"&COUNT(另!B3)']]);
  });

  test('what is no formula is copied as it is', async () => {
    await onSheet((sheet) => {
      sheet.getRange('E1').copyFrom('A1:B2', 'Formulas');
    });
    expect(await formulasOf('E1:F2')).toEqual([
      [1, 10],
      ['', 20],
    ]);
  });

  test('values are the results of formulas', async () => {
    await onSheet((sheet) => {
      sheet.getRange('E1').copyFrom('C1', 'Values');
    });
    expect(await formulasOf('E1')).toEqual([['22A11']]);
  });

  test('one cell fills a target of many', async () => {
    await onSheet((sheet) => {
      sheet.getRange('E1:E3').copyFrom(sheet.getRange('B1'), 'Formulas');
      sheet.getRange('F1').formulas = [['=B1*2']];
      sheet.getRange('F2:F3').copyFrom(sheet.getRange('F1'), 'Formulas');
    });
    expect(await formulasOf('E1:F3')).toEqual([
      [10, '=B1*2'],
      [10, '=B2*2'],
      [10, '=B3*2'],
    ]);
    expect((await readRange('F1:F3', 'values')).values).toEqual([[20], [40], [0]]);
  });

  test('a smaller target grows to the source, and nothing beside it is touched', async () => {
    await onSheet((sheet) => {
      sheet.getRange('E1:G3').values = Array.from({ length: 3 }, () => ['x', 'x', 'x']);
      sheet.getRange('E1').copyFrom('A1:B2', 'Values');
    });
    expect(await formulasOf('E1:G3')).toEqual([
      [1, 10, 'x'],
      ['', 20, 'x'],
      ['x', 'x', 'x'],
    ]);
  });

  test('formats come alone, and do not come with formulas', async () => {
    await onSheet((sheet) => {
      sheet.getRange('E1').copyFrom('C1', 'Formats');
      sheet.getRange('E2').copyFrom('C1', 'Formulas');
    });
    const { host } = excel();
    expect(['E1', 'E2'].map((cell) => host.cell(`Sheet1!${cell}`).style.fill)).toEqual(['#FFFF00', null]);
    expect(await formulasOf('E1')).toEqual([['']]);
  });

  test('from another sheet', async () => {
    await onSheet((sheet) => {
      sheet.getRange('E1').copyFrom('另!A1:A2', 'Values');
    });
    expect(await formulasOf('E1:E2')).toEqual([[5], [6]]);
  });

  test('into a locked cell of a protected sheet it fails', async () => {
    await onSheet((sheet) => {
      sheet.protection.protect();
    });
    const work = onSheet((sheet) => {
      sheet.getRange('E1').copyFrom('A1', 'Values');
    });
    expect(await codeOf(work)).toBe('AccessDenied');
  });
});
