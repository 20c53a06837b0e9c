import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();
const block = [
  ['单位', '进度'],
  ['甲', 1],
  ['乙', 2],
  ['丙', 3],
];

function withTable(work: (table: Excel.Table, sheet: Excel.Worksheet) => void): Promise<void> {
  return onSheet((sheet) => {
    sheet.getRange('B2:C5').values = block;
    work(sheet.tables.add('B2:C5', true), sheet);
  });
}

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-tables
describe('a table', () => {
  test('has a name, a style, columns and parts', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2:C5').values = block;
      const table = sheet.tables.add('B2:C5', true).load('name,style,showBandedRows,showFilterButton');
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()].map((range) =>
        range.load('address'),
      );
      const column = table.columns.getItem('进度').load('index,values');
      const body = table.columns.getItemAt(0).getDataBodyRange().load('values');
      const count = table.rows.getCount();
      await context.sync();
      expect(table.toJSON()).toMatchObject({ name: '表1', style: 'TableStyleMedium2', showBandedRows: true });
      expect(parts.map(({ address }) => address)).toEqual(['Sheet1!B2:C5', 'Sheet1!B2:C2', 'Sheet1!B3:C5']);
      expect([column.index, column.values, body.values, count.value]).toEqual([
        1,
        [['进度'], [1], [2], [3]],
        [['甲'], ['乙'], ['丙']],
        3,
      ]);
    });
  });

  test('makes its headers texts, unique and never empty', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:D2').values = [
        [2017, '', '单位', '单位'],
        [1, 2, 3, 4],
      ];
      sheet.tables.add('A1:D2', true);
    });
    expect(excel().host.values('A1:D1')).toEqual([['2017', '列2', '单位', '单位2']]);
  });

  test('without headers gets some, and its data move down', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.tables.add('A1:B2', false);
    });
    expect(excel().host.values('A1:B3')).toEqual([
      ['列1', '列2'],
      [1, 2],
      [3, 4],
    ]);
  });

  test.each([
    ['台账表', 'no error'],
    ['_a.b1', 'no error'],
    ['1a', 'InvalidArgument'],
    ['a b', 'InvalidArgument'],
    ['A1', 'InvalidArgument'],
    ['R1C1', 'InvalidArgument'],
    ['', 'InvalidArgument'],
    ['表二', 'ItemAlreadyExists'],
  ])('named %s: %s', async (name, code) => {
    await onSheet((sheet) => void (sheet.tables.add('H1:H2', true).name = '表二'));
    expect(await codeOf(withTable((table) => void (table.name = name)))).toBe(code);
  });

  test('is read by structured references, under its new name too', async () => {
    await withTable((table, sheet) => {
      sheet.getRange('E1').values = [['=SUM(表1[进度])']];
      table.name = '台账表';
    });
    expect(excel().host.cell('E1')).toMatchObject({ value: 6, formula: '=SUM(台账表[进度])' });
  });

  test('is converted to a range, its cells staying; deleted, they go', async () => {
    const { host } = excel();
    await withTable((table) => table.convertToRange());
    expect([host.sheet('Sheet1').tables.length, host.cell('B3').value]).toEqual([0, '甲']);
    await withTable((table) => table.delete());
    expect([host.sheet('Sheet1').tables.length, host.cell('B3').value]).toEqual([0, '']);
  });

  test('takes rows at its end and a new size', async () => {
    const { host } = excel();
    await withTable(
      (table) =>
        void table.rows.add(undefined, [
          ['丁', 4],
          ['戊', 5],
        ]),
    );
    expect(host.values('B6:C7')).toEqual([
      ['丁', 4],
      ['戊', 5],
    ]);
    await onSheet((sheet) => sheet.tables.getItem('表1').resize('B2:C4'));
    expect(host.sheet('Sheet1').tables[0]?.rect).toEqual({ top: 2, left: 2, bottom: 4, right: 3 });
  });

  test('filtered by values hides the other rows', async () => {
    const { host } = excel();
    await withTable((table) => table.columns.getItem('单位').filter.applyValuesFilter(['甲', '丙']));
    expect(['B3', 'B4', 'B5'].map((cell) => host.cell(cell).hidden)).toEqual([false, true, false]);
    await onSheet((sheet) => sheet.tables.getItem('表1').clearFilters());
    expect(host.cell('B4').hidden).toBe(false);
  });
});

// learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling (MergedRangeConflict, PivotTableRangeConflict)
describe('a table cannot be made over', () => {
  test('merged cells', async () => {
    const work = onSheet((sheet) => {
      sheet.getRange('A1:B1').merge();
      sheet.tables.add('A1:B5', true);
    });
    expect(await codeOf(work)).toBe('MergedRangeConflict');
  });

  test('another table', async () => {
    expect(await codeOf(withTable((_, sheet) => sheet.tables.add('C5:D9', true)))).toBe(
      'MergedRangeConflict',
    );
  });

  test('a PivotTable', async () => {
    const work = withTable((table, sheet) => {
      const pivot = sheet.pivotTables.add('透视', table, 'F2');
      pivot.rowHierarchies.add(pivot.hierarchies.getItem('单位'));
      sheet.tables.add('F3:G4', true);
    });
    expect(await codeOf(work)).toBe('PivotTableRangeConflict');
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets (AutoFilter)
test('a filter over a range that is no table', async () => {
  const { host } = excel();
  await onSheet((sheet) => {
    sheet.getRange('A1:B4').values = block;
    sheet.autoFilter.apply(sheet.getRange('A1:B4'), 0, { filterOn: Excel.FilterOn.values, values: ['乙'] });
  });
  expect([2, 3, 4].map((row) => host.cell(`A${row}`).hidden)).toEqual([true, false, true]);
  await onSheet((sheet) => sheet.autoFilter.remove());
  expect([2, 3, 4].map((row) => host.cell(`A${row}`).hidden)).toEqual([false, false, false]);
});

// learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getvisibleview-member(1)
test('the visible view leaves hidden rows out', async () => {
  await onSheet((sheet) => void (sheet.getRange('A1:A3').values = [['一'], ['二'], ['三']]));
  excel().host.user.hideRows('A2');
  await Excel.run(async (context) => {
    const view = context.workbook.worksheets
      .getActiveWorksheet()
      .getRange('A1:A3')
      .getVisibleView()
      .load('values,rowCount');
    await context.sync();
    expect([view.values, view.rowCount]).toEqual([[['一'], ['三']], 2]);
  });
});
