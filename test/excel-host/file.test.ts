import { bootExcel } from './boot';
import { faultsOfFile, onSheet, useExcel } from './support';

const excel = useExcel();

/** A sheet with one of everything a file can hold. */
function fill(): Promise<void> {
  return onSheet((_, { workbook }) => {
    const sheet = workbook.worksheets.add('台账');
    sheet.getRange('B1:B9').numberFormat = '@' as unknown as string[][];
    sheet.getRange('A1:C3').values = [
      ['单位', '说明', '时限'],
      ['甲', '=不是公式', 42735],
      ['乙', '-1', '=C2+1'],
    ];
    sheet.getRange('C2:C3').numberFormat = 'yyyy-mm-dd' as unknown as string[][];
    sheet.getRange('E1:F1').values = [['合并', '']];
    sheet.getRange('E1:F1').merge();
    sheet.getRange('E1').format.fill.color = '#1F4E79';
    sheet.getRange('E1').format.font.color = '#FFFFFF';
    sheet.getRange('E1').format.borders.getItem('EdgeBottom').style = 'Double';
    sheet.getRange('E3').hyperlink = { documentReference: '台账!A1', textToDisplay: '去 A1' };
    sheet.getRange('A:A').format.columnWidth = 120;
    sheet.getRange('3:3').rowHidden = true;
    sheet.getRange('2:2').format.rowHeight = 40;
    const table = sheet.tables.add('A1:C3', true);
    table.name = '台账表';
    table.style = 'TableStyleLight9';
    table.showBandedRows = false;
    sheet.getRange('A2:A3').dataValidation.rule = { list: { inCellDropDown: true, source: '甲,乙' } };
    sheet.getRange('C2:C3').dataValidation.rule = {
      date: { formula1: '2016-01-01', formula2: '2020-12-31', operator: 'Between' },
    };
    const rule = sheet.getRange('A2:C3').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$A2="甲"';
    rule.custom.format.fill.color = '#FFC7CE';
    workbook.names.add('时限', sheet.getRange('C2'));
    sheet.freezePanes.freezeRows(1);
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows('$1:$1');
    sheet.pageLayout.headersFooters.defaultForAllPages.leftFooter = '内部';
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    sheet.comments.add('A2', '注');
    sheet.tabColor = '#C00000';
    sheet.getRange('B2:B3').format.protection.locked = false;
    const pivotSheet = workbook.worksheets.add('透视');
    const pivot = pivotSheet.pivotTables.add('单位透视', table, 'A3');
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('单位'));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem('时限')).name = '最晚';
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'));
    chart.title.text = '图';
    chart.setPosition('H2', 'N15');
    workbook.worksheets.add('标识').visibility = 'VeryHidden';
    sheet.protection.protect({ allowAutoFilter: true });
    sheet.activate();
  });
}

test('a saved workbook is valid by the Open XML SDK', async () => {
  await fill();
  expect(faultsOfFile(await excel().host.save())).toEqual([]);
});

test('a saved workbook that is loaded again is the same workbook, but for its charts', async () => {
  await fill();
  const { host } = excel();
  const bytes = await host.save();
  const again = bootExcel().host;
  expect(await again.load(bytes, '台账.xlsx')).toEqual(['charts of 台账']);

  expect(again.workbook.name).toBe('台账.xlsx');
  expect(again.sheetNames).toEqual(host.sheetNames);
  expect(again.workbook.activeSheet.name).toBe('台账');
  for (const address of ['A1:F3'].flatMap((block) => [`台账!${block}`, '透视!A3:B6'])) {
    expect(again.values(address)).toEqual(host.values(address));
  }
  for (const cell of ['台账!B2', '台账!C2', '台账!C3', '台账!E1', '台账!E3', '台账!A3']) {
    expect(again.cell(cell)).toEqual(host.cell(cell));
  }
  const [before, after] = [host.sheet('台账'), again.sheet('台账')];
  for (const part of ['tabColor', 'merges', 'freeze', 'page', 'protection', 'showGridlines'] as const) {
    expect([part, after[part]]).toEqual([part, before[part]]);
  }
  expect(after.grid.columns.get(1)?.width).toBeCloseTo(120, 0);
  expect(after.grid.rows.get(2)?.height).toBe(40);
  expect(
    after.tables.map(({ name, rect, style, showBandedRows }) => [name, rect, style, showBandedRows]),
  ).toEqual(
    before.tables.map(({ name, rect, style, showBandedRows }) => [name, rect, style, showBandedRows]),
  );
  expect(after.validations.map(({ rect, validation }) => [rect, validation.rule])).toEqual(
    before.validations.map(({ rect, validation }) => [rect, validation.rule]),
  );
  expect(after.conditionalFormats.map(({ rects, formula, format }) => [rects, formula, format.fill])).toEqual(
    before.conditionalFormats.map(({ rects, formula, format }) => [rects, formula, format.fill]),
  );
  // A file bears both as the same, which Excel has as notes.
  expect(after.notes.map(({ row, column, content }) => [row, column, content])).toEqual([[2, 1, '注']]);
  expect(again.workbook.names.all.map(({ name, formula }) => [name, formula])).toEqual([
    ['时限', '台账!$C$2'],
  ]);
  expect(again.sheet('标识').visibility).toBe('VeryHidden');
  expect(again.sheet('透视').pivots).toMatchObject([
    {
      name: '单位透视',
      rows: ['单位'],
      data: [{ caption: '最晚', field: '时限' }],
      rendered: { top: 3, bottom: 6 },
    },
  ]);
});
