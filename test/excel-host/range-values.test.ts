import { codeOf, onSheet, readRange, useExcel } from './support';

const excel = useExcel();

async function written(
  value: unknown,
  format = 'General',
): Promise<{ value: unknown; formula: unknown; format: string }> {
  await onSheet((sheet) => {
    sheet.getRange('A1').numberFormat = [[format]];
    sheet.getRange('A1').values = [[value]];
  });
  const { values, formulas, numberFormat } = await readRange('A1', 'values,formulas,numberFormat');
  return { value: values?.[0]?.[0], formula: formulas?.[0]?.[0], format: String(numberFormat?.[0]?.[0]) };
}

const year = new Date().getFullYear();
const serialOf = (month: number, day: number): number => Date.UTC(year, month - 1, day) / 86400000 + 25569;

// learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member
// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
describe('what a text written into a General cell becomes', () => {
  test.each([
    ['=1+2', 3, '=1+2', 'General', 'a formula'],
    ['+1+2', 3, '=+1+2', 'General', 'a formula, for its plus'],
    ['-SUM(1,2)', -3, '=-SUM(1,2)', 'General', 'a formula, for its minus'],
    ["'=1+2", '=1+2', '=1+2', 'General', 'text, for its apostrophe'],
    ['12', 12, 12, 'General', 'a number'],
    ['-3', -3, -3, 'General', 'a number'],
    ['1,234.5', 1234.5, 1234.5, '#,##0.00', 'a number with separators'],
    ['80%', 0.8, 0.8, '0%', 'a percentage'],
    ['2016/12/31', 42735, 42735, 'yyyy/m/d', 'a date'],
    ['2016年12月31日', 42735, 42735, 'yyyy"年"m"月"d"日"', 'a date'],
    ['1-2', serialOf(1, 2), serialOf(1, 2), 'd-mmm', 'a date of this year'],
    ['12:30', 12.5 / 24, 12.5 / 24, 'h:mm', 'a time'],
    ['true', true, true, 'General', 'a logical value'],
    ['2016.12.31', '2016.12.31', '2016.12.31', 'General', 'text: no date in a Chinese locale'],
    ['6月底', '6月底', '6月底', 'General', 'text'],
    ['2017-02-30', '2017-02-30', '2017-02-30', 'General', 'text: no such day'],
    ['(1)', -1, -1, 'General', 'a negative number, for its brackets'],
    ['（１）', '（１）', '（１）', 'General', 'text'],
    ['', '', '', 'General', 'nothing'],
  ])('%s is %s, %s, %s: %s', async (text, value, formula, format, _) => {
    expect(await written(text)).toEqual({ value, formula, format });
  });

  test.each([['=1+2'], ['-某事'], ['1-2'], ['80%'], ['012']])(
    'a cell formatted as text keeps %s',
    async (text) => {
      expect(await written(text, '@')).toEqual({ value: text, formula: text, format: '@' });
    },
  );

  test('a number written into a text cell is text', async () => {
    expect(await written(5, '@')).toMatchObject({ value: '5' });
  });

  test.each([['-加强领导,改进作风'], ['=IF('], ['=一 二,三'], ['字'.repeat(32768)]])(
    'Excel refuses %.12s',
    async (text) => {
      expect(await codeOf(onSheet((sheet) => void (sheet.getRange('A1').values = [[text]])))).toBe(
        'InvalidArgument',
      );
    },
  );
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values
describe('null and empty', () => {
  test('null in an array leaves a cell as it is, an empty text clears it', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C1').values = [['a', 'b', 'c']];
      sheet.getRange('A1:C1').values = [[null, '', 'd']];
    });
    expect(excel().host.values('A1:C1')).toEqual([['a', '', 'd']]);
  });

  test('null is no value for a property', async () => {
    const setNull = onSheet((sheet) => void (sheet.getRange('A1').values = null as unknown as unknown[][]));
    expect(await codeOf(setNull)).toBe('InvalidArgument');
  });

  test('an empty number format is General again', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').numberFormat = [['0%', '0%']];
      sheet.getRange('A1:B1').numberFormat = [['', null]];
    });
    expect((await readRange('A1:B1', 'numberFormat')).numberFormat).toEqual([['General', '0%']]);
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
describe('shape', () => {
  test.each([
    ['too few columns', [['a'], ['b']]],
    [
      'too many rows',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['a flat array', ['a', 'b']],
    ['ragged rows', [['a', 'b'], ['c']]],
  ])('%s is InvalidArgument', async (_, values) => {
    const work = onSheet((sheet) => void (sheet.getRange('A1:B2').values = values as unknown[][]));
    expect(await codeOf(work)).toBe('InvalidArgument');
  });

  test('the check of a large array comes before any of it is written', async () => {
    const values = Array.from({ length: 1999 }, () => ['x']);
    const work = onSheet((sheet) => void (sheet.getRange('A1:A2000').values = values));
    expect(await codeOf(work)).toBe('InvalidArgument');
    expect(excel().host.cell('A1').value).toBe('');
  });

  test('one value fills every cell', async () => {
    await onSheet((sheet) => void (sheet.getRange('A1:B2').values = '齐' as unknown as string[][]));
    expect(excel().host.values('A1:B2').flat()).toEqual(['齐', '齐', '齐', '齐']);
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
describe('whole columns and rows', () => {
  test('their cells read as null', async () => {
    expect(await readRange('A:B', 'values,address,cellCount')).toMatchObject({
      values: null,
      cellCount: 2097152,
    });
  });

  test.each(['values', 'formulas', 'numberFormat'] as const)('their %s cannot be set', async (property) => {
    const work = onSheet((sheet) => void (sheet.getRange('A:A')[property] = 'x' as unknown as string[][]));
    expect(await codeOf(work)).toBe('InvalidArgument');
  });
});

// learn.microsoft.com/javascript/api/excel/excel.range (text, valueTypes, getUsedRange, …)
describe('reading', () => {
  test('text is what the cell shows, whatever its width', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:E1').numberFormat = [['yyyy-mm-dd', '0.0%', '0"天"', '0;-0;;@', 'General']];
      sheet.getRange('A1:E1').values = [[42735, 0.805, 12, 0, 0.1 + 0.2]];
      sheet.getRange('A:A').format.columnWidth = 5;
    });
    expect((await readRange('A1:E1', 'text')).text).toEqual([['2016-12-31', '80.5%', '12天', '', '0.3']]);
  });

  test('types and errors', async () => {
    await onSheet((sheet) => void (sheet.getRange('A1:E1').values = [['字', 1, true, '=1/0', '']]));
    const { valueTypes, values } = await readRange('A1:E1', 'valueTypes,values');
    expect(valueTypes).toEqual([['String', 'Double', 'Boolean', 'Error', 'Empty']]);
    expect(values?.[0]?.[3]).toBe('#DIV/0!');
  });

  test('the used range of values leaves formats out; of an empty sheet there is none', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const none = sheet.getUsedRangeOrNullObject(true);
      const first = sheet.getUsedRange().load('address');
      sheet.getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('F9').format.fill.color = 'yellow';
      const values = sheet.getUsedRangeOrNullObject(true).load('address');
      const all = sheet.getUsedRange().load('address');
      const below = sheet.getRange('A1:A9').getUsedRangeOrNullObject(true);
      await context.sync();
      expect([none.isNullObject, below.isNullObject]).toEqual([true, true]);
      expect([first.address, values.address, all.address]).toEqual([
        'Sheet1!A1',
        'Sheet1!B2:C3',
        'Sheet1!B2:F9',
      ]);
    });
  });

  test('ranges by their neighbours', async () => {
    await Excel.run(async (context) => {
      const block = context.workbook.worksheets.getActiveWorksheet().getRange('B2:D5');
      const ranges = [
        block.getCell(1, 2),
        block.getRow(3),
        block.getColumn(0),
        block.getLastCell(),
        block.getOffsetRange(1, -1),
        block.getResizedRange(1, -2),
        block.getRowsBelow(2),
        block.getRowsBelow(-1),
        block.getColumnsAfter(1),
        block.getRowsAbove(1),
        block.getEntireRow(),
        block.getBoundingRect('F9'),
        block.getIntersection('A1:C3'),
      ].map((range) => range.load('address'));
      const apart = block.getIntersectionOrNullObject('F9');
      await context.sync();
      expect(apart.isNullObject).toBe(true);
      expect(ranges.map(({ address }) => address.replace('Sheet1!', ''))).toEqual([
        'D3',
        'B5:D5',
        'B2:B5',
        'D5',
        'A3:C6',
        'B2:B6',
        'B6:D7',
        'B5:D5',
        'E2:E5',
        'B1:D1',
        '2:5',
        'B2:F9',
        'B2:C3',
      ]);
    });
  });

  test('an address outside the sheet is InvalidArgument', async () => {
    expect(await codeOf(onSheet((sheet) => sheet.getRange('A1:B').load('address')))).toBe('InvalidArgument');
    expect(await codeOf(onSheet((sheet) => sheet.getRange('A1').getOffsetRange(-1, 0)))).toBe(
      'InvalidArgument',
    );
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values; excel.application (suspendApiCalculation…)
describe('formulas', () => {
  test('are computed when they are read in the same batch, and again after a change', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A3').values = [[1], [2], ['=SUM(A1:A2)']];
      const early = sheet.getRange('A3').load('values');
      sheet.getRange('A1').values = [[10]];
      const late = sheet.getRange('A3').load('values,formulas');
      await context.sync();
      expect([early.values, late.values, late.formulas]).toEqual([[[3]], [[12]], [['=SUM(A1:A2)']]]);
    });
  });

  test('wait for the next sync when calculation is suspended', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B1').values = [[1, '=A1*2']];
      await context.sync();
      context.application.suspendApiCalculationUntilNextSync();
      sheet.getRange('A1').values = [[5]];
      const stale = sheet.getRange('B1').load('values');
      await context.sync();
      const fresh = sheet.getRange('B1').load('values');
      await context.sync();
      expect([stale.values, fresh.values]).toEqual([[[2]], [[10]]]);
    });
  });

  test('wait for calculate() in manual mode', async () => {
    await Excel.run(async (context) => {
      const { application } = context;
      application.calculationMode = Excel.CalculationMode.manual;
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      cell.values = [['=1+1']];
      cell.load('values');
      await context.sync();
      expect(cell.values).toEqual([['']]);
      application.calculate(Excel.CalculationType.full);
      cell.load('values');
      await context.sync();
      expect(cell.values).toEqual([[2]]);
    });
  });

  test('follow a sheet that gets another name, and break when it is deleted', async () => {
    const { host } = excel();
    host.addSheet('台账', [[7]]);
    await onSheet((sheet) => void (sheet.getRange('A1:B1').values = [['=台账!A1', '="台账!A1"']]));
    host.user.renameSheet('台账', '台账 2017');
    expect(host.cell('Sheet1!A1')).toMatchObject({ value: 7, formula: "='台账 2017'!A1" });
    expect(host.cell('Sheet1!B1').value).toBe('台账!A1');
    host.user.deleteSheet('台账 2017');
    expect(host.cell('Sheet1!A1').value).toBe('#REF!');
  });
});
