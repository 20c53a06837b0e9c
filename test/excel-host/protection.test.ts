import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

/** A protected sheet with a table, B2:B9 unlocked. */
async function protect(options?: Excel.WorksheetProtectionOptions): Promise<void> {
  await onSheet((sheet) => {
    sheet.getRange('A1:B3').values = [
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ];
    sheet.getRange('B2:B9').format.protection.locked = false;
    sheet.tables.add('A1:B3', true);
    sheet.protection.protect(options);
  });
}

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets#data-protection; excel.worksheetprotectionoptions
describe('on a protected sheet', () => {
  const works: readonly (readonly [string, (sheet: Excel.Worksheet) => void, string])[] = [
    ['writing a locked cell', (sheet) => void (sheet.getRange('A2').values = [[9]]), 'AccessDenied'],
    [
      'writing a block with one locked cell',
      (sheet) => void (sheet.getRange('A2:B2').values = [[9, 9]]),
      'AccessDenied',
    ],
    ['writing an unlocked cell', (sheet) => void (sheet.getRange('B2').values = [[9]]), 'no error'],
    ['clearing a locked cell', (sheet) => sheet.getRange('A2').clear('Contents'), 'AccessDenied'],
    [
      'formatting an unlocked cell',
      (sheet) => void (sheet.getRange('B2').format.font.bold = true),
      'AccessDenied',
    ],
    [
      'setting a column width',
      (sheet) => void (sheet.getRange('B:B').format.columnWidth = 60),
      'AccessDenied',
    ],
    ['hiding a row', (sheet) => void (sheet.getRange('2:2').rowHidden = true), 'AccessDenied'],
    ['merging', (sheet) => sheet.getRange('D1:E1').merge(), 'AccessDenied'],
    [
      'a validation',
      (sheet) => void (sheet.getRange('B2').dataValidation.rule = { custom: { formula: '=TRUE' } }),
      'AccessDenied',
    ],
    [
      'a conditional format',
      (sheet) => void sheet.getRange('B2').conditionalFormats.add('Custom'),
      'AccessDenied',
    ],
    ['a new table', (sheet) => void sheet.tables.add('D1:D3', true), 'AccessDenied'],
    ['deleting a table', (sheet) => sheet.tables.getItemAt(0).delete(), 'AccessDenied'],
    ['a chart', (sheet) => void sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3')), 'AccessDenied'],
    ['a comment', (sheet) => void sheet.comments.add('B2', '注'), 'AccessDenied'],
    ['protecting it again', (sheet) => sheet.protection.protect(), 'AccessDenied'],
    ['another name for it', (sheet) => void (sheet.name = '新名'), 'no error'],
    ['selecting', (sheet) => sheet.getRange('A1').select(), 'no error'],
  ];

  test.each(works)('%s: %s', async (_, work, code) => {
    await protect();
    expect(await codeOf(onSheet(work))).toBe(code);
  });

  test('what an option allows is allowed', async () => {
    await protect({
      allowFormatCells: true,
      allowFormatColumns: true,
      allowAutoFilter: true,
      allowEditObjects: true,
    });
    await onSheet((sheet) => {
      sheet.getRange('A2').format.font.bold = true;
      sheet.getRange('A:A').format.columnWidth = 60;
      sheet.tables.getItemAt(0).columns.getItemAt(0).filter.applyValuesFilter(['1']);
      sheet.comments.add('B2', '注');
    });
    expect(excel().host.cell('A2').style.bold).toBe(true);
  });
});

describe('options', () => {
  test('are read back in full', async () => {
    await protect({ allowSort: true });
    await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets
        .getActiveWorksheet()
        .load('protection/protected,protection/options');
      await context.sync();
      expect(protection.protected).toBe(true);
      expect(protection.options).toMatchObject({
        allowSort: true,
        allowFormatCells: false,
        selectionMode: 'Normal',
      });
    });
  });

  test('that hold nulls are InvalidArgument', async () => {
    const options = { allowSort: null } as unknown as Excel.WorksheetProtectionOptions;
    expect(await codeOf(onSheet((sheet) => sheet.protection.protect(options)))).toBe('InvalidArgument');
  });
});

describe('unprotecting', () => {
  test('needs the password', async () => {
    await onSheet((sheet) => sheet.protection.protect(undefined, '密码'));
    expect(await codeOf(onSheet((sheet) => sheet.protection.unprotect('错')))).toBe('AccessDenied');
    expect(await codeOf(onSheet((sheet) => sheet.protection.unprotect('密码')))).toBe('no error');
  });

  // github.com/OfficeDev/office-js/issues/6784
  test('never works in some builds', async () => {
    excel().host.workbook.behaviour.unprotectFails = true;
    await protect();
    expect(await codeOf(onSheet((sheet) => sheet.protection.unprotect()))).toBe('AccessDenied');
  });
});
