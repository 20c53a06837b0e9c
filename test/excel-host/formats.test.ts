import { codeOf, onSheet, readRange, useExcel } from './support';

const excel = useExcel();

// learn.microsoft.com/javascript/api/excel/excel.rangeformat
describe('format', () => {
  test('a property reads as null where cells differ', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').format.font.bold = true;
      sheet.getRange('B1').format.font.size = 16;
      sheet.getRange('A1:B1').format.horizontalAlignment = 'Center';
    });
    const { format } = await readRange(
      'A1:B1',
      'format/font/bold,format/font/size,format/horizontalAlignment',
    );
    expect(format).toMatchObject({ font: { bold: true, size: null }, horizontalAlignment: 'Center' });
  });

  test('of whole columns applies to cells that do not exist yet', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').values = [['x']];
      sheet.getRange('A:B').format.font.italic = true;
      sheet.getRange('B7').values = [['y']];
    });
    const { host } = excel();
    expect([host.cell('A1'), host.cell('B7'), host.cell('C1')].map((cell) => cell.style.italic)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each([
    [
      'a colour without a name',
      () => onSheet((sheet) => void (sheet.getRange('A1').format.fill.color = 'puce')),
    ],
    [
      'an unknown alignment',
      () => onSheet((sheet) => void (sheet.getRange('A1').format.horizontalAlignment = 'Mid' as 'Left')),
    ],
    ['a row of 500 points', () => onSheet((sheet) => void (sheet.getRange('A1').format.rowHeight = 500))],
    [
      'a column wider than 255 characters',
      () => onSheet((sheet) => void (sheet.getRange('A1').format.columnWidth = 2000)),
    ],
    [
      'an unknown border style',
      () =>
        onSheet(
          (sheet) => void (sheet.getRange('A1').format.borders.getItem('EdgeTop').style = 'Wavy' as 'Dash'),
        ),
    ],
  ])('%s is InvalidArgument', async (_, work) => {
    expect(await codeOf(work())).toBe('InvalidArgument');
  });

  test('borders lie on the edges and between the cells of the block', async () => {
    await onSheet((sheet) => {
      const { borders } = sheet.getRange('B2:C3').format;
      borders.getItem('EdgeTop').style = 'Continuous';
      borders.getItem('EdgeTop').color = '#ff0000';
      borders.getItem('InsideHorizontal').style = 'Dash';
    });
    const { host } = excel();
    expect(host.cell('B2').style.top).toEqual({ style: 'Continuous', weight: 'Thin', color: '#FF0000' });
    expect([host.cell('B2').style.bottom?.style, host.cell('C3').style.top?.style]).toEqual(['Dash', 'Dash']);
    expect([host.cell('B2').style.right, host.cell('B3').style.bottom]).toEqual([null, null]);
  });

  test('widths and heights are points, hidden rows read as such', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B:C').format.columnWidth = 120;
      sheet.getRange('2:3').format.rowHeight = 33;
      sheet.getRange('3:3').rowHidden = true;
    });
    const { format, rowHidden } = await readRange('B2:C3', 'format/columnWidth,format/rowHeight,rowHidden');
    expect([format?.columnWidth, format?.rowHeight, rowHidden]).toEqual([120, 33, null]);
    expect((await readRange('A3', 'rowHidden')).rowHidden).toBe(true);
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-advanced (get/setCellProperties)
test('properties of many cells and rows go in one call', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
    range.setCellProperties([
      [{ format: { fill: { color: '#00FF00' }, font: { bold: true } } }, {}],
      [{}, { format: { horizontalAlignment: 'Right' } }],
    ]);
    range.setRowProperties([{ rowHidden: false }, { rowHidden: true, format: { rowHeight: 20 } }]);
    const cells = range.getCellProperties({ format: { fill: { color: true }, font: { bold: true } } });
    const rows = range.getRowProperties({ rowHidden: true, rowIndex: true, format: { rowHeight: true } });
    await context.sync();
    expect(cells.value[0]?.[0]).toEqual({ format: { fill: { color: '#00FF00' }, font: { bold: true } } });
    expect(cells.value[1]?.[1]).toEqual({ format: { fill: { color: '#FFFFFF' }, font: { bold: false } } });
    expect(rows.value).toEqual([
      { rowHidden: false, rowIndex: 0, format: { rowHeight: 15 } },
      { rowHidden: true, rowIndex: 1, format: { rowHeight: 20 } },
    ]);
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-multiple-ranges
test('several blocks are formatted as one', async () => {
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getActiveWorksheet().getRanges('A1:A2, C1:C2');
    areas.format.fill.color = '#FFC7CE';
    areas.load('address,areaCount,cellCount,format/fill/color');
    areas.areas.load('items/address');
    await context.sync();
    expect(areas.toJSON()).toMatchObject({
      areaCount: 2,
      cellCount: 4,
      format: { fill: { color: '#FFC7CE' } },
    });
    expect(areas.areas.items.map(({ address }) => address)).toEqual(['Sheet1!A1:A2', 'Sheet1!C1:C2']);
  });
  expect(excel().host.cell('B1').style.fill).toBeNull();
});

// OfficeDev/office-js issue 5198
test('an address of more than 8,192 characters is InvalidArgument', async () => {
  const blocks = (count: number) => Array.from({ length: count }, () => 'A1:A2').join();
  expect(await codeOf(onSheet((sheet) => void sheet.getRanges(blocks(1_365))))).toBe('no error');
  expect(await codeOf(onSheet((sheet) => void sheet.getRanges(blocks(1_366))))).toBe('InvalidArgument');
});

// learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-merge-member(1)
describe('merged cells', () => {
  test('keep the first value and are found again', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        ['c', 'd'],
      ];
      sheet.getRange('A1:B1').merge();
      const merged = sheet.getRange('A1:C9').getMergedAreasOrNullObject().load('address');
      const none = sheet.getRange('D1:E9').getMergedAreasOrNullObject();
      await context.sync();
      expect([merged.address, none.isNullObject]).toEqual(['Sheet1!A1:B1', true]);
    });
    expect(excel().host.values('A1:B2')).toEqual([
      ['a', ''],
      ['c', 'd'],
    ]);
  });

  test.each([
    ['a merge that cuts through another', 'A1:B2', 'B2:C3'],
    ['a merge inside a table', undefined, 'E1:F1'],
  ])('%s is MergedRangeConflict', async (_, first, second) => {
    const work = onSheet((sheet) => {
      if (first === undefined) sheet.tables.add('E1:F3', true);
      else sheet.getRange(first).merge();
      sheet.getRange(second).merge();
    });
    expect(await codeOf(work)).toBe('MergedRangeConflict');
  });
});

// learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-clear-member(1)
test('clear takes contents, formats or all', async () => {
  await onSheet((sheet) => {
    const range = sheet.getRange('A1:C1');
    range.values = [[1, 2, 3]];
    range.format.font.bold = true;
    sheet.getRange('A1').clear('Contents');
    sheet.getRange('B1').clear('Formats');
    sheet.getRange('C1').clear();
  });
  const { host } = excel();
  expect(host.values('A1:C1')).toEqual([['', 2, '']]);
  expect(['A1', 'B1', 'C1'].map((cell) => host.cell(cell).style.bold)).toEqual([true, false, false]);
});

test('clearing a whole sheet leaves no format behind, clearing a part cuts a rule to the rest', async () => {
  await onSheet((sheet) => {
    sheet.getRange('B:B').format.font.bold = true;
    sheet.getRange('A1:B9').conditionalFormats.add('Custom').custom.rule.formula = '=$A1>1';
    sheet.getRange('A1:B3').clear('Formats');
  });
  const { host } = excel();
  const [rule] = host.sheet('Sheet1').conditionalFormats;
  expect(rule?.rects).toEqual([{ top: 4, left: 1, bottom: 9, right: 2 }]);
  expect([host.cell('B2').style.bold, host.cell('B20').style.bold]).toEqual([false, true]);
  await onSheet((sheet) => sheet.getRange().clear());
  expect([host.cell('B20').style.bold, host.sheet('Sheet1').conditionalFormats]).toEqual([false, []]);
});

// learn.microsoft.com/javascript/api/excel/excel.rangehyperlink
test('a link has its text, its target and the look of a link', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1').hyperlink = {
      documentReference: 'Sheet1!C5',
      textToDisplay: 'C5',
      screenTip: '去看',
    };
  });
  const { hyperlink, values } = await readRange('A1', 'hyperlink,values');
  expect([hyperlink, values]).toEqual([
    { documentReference: 'Sheet1!C5', textToDisplay: 'C5', screenTip: '去看' },
    [['C5']],
  ]);
  expect(excel().host.cell('A1').style.underline).toBe('Single');
});
