import { strFromU8, unzipSync } from 'fflate';
import { onSheet, readRange, useExcel } from './support';

const excel = useExcel({ excelApi: '1.18' });

/** One of everything a workbook may hold. */
async function furnished(): Promise<void> {
  const { host } = excel();
  host.addSheet('明细', [
    ['单位', '进度'],
    ['市编办', 80],
    ['市司法局', 20],
  ]);
  host.addSheet('透视');
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheet = worksheets.getItem('明细');
    const table = sheet.tables.add('A1:B3', true);
    table.name = '明细表';
    names.add('合计', sheet.getRange('B5'));
    sheet.getRange('B5').formulas = [['=SUM(B2:B3)']];
    sheet.getRange('B5').format.font.bold = true;
    sheet.getRange('A7:B7').merge();
    sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3')).name = '图';
    const rule = sheet.getRange('B2:B3').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$B2>50';
    context.workbook.comments.add('明细!A2', '请核实');
    const pivot = worksheets.getItem('透视').pivotTables.add('透视表', table, 'A3');
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('单位'));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem('进度'));
    sheet.protection.protect();
    await context.sync();
  });
}

/** Everything of it made otherwise, or away. */
async function turnedOver(): Promise<void> {
  const { host } = excel();
  host.user.unprotect('明细');
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('明细');
    sheet.getRange('B2:B3').values = [[1], [2]];
    sheet.getRange('B5').format.font.bold = false;
    sheet.getRange('A7:B7').unmerge();
    sheet.getRange('B2:B3').conditionalFormats.clearAll();
    sheet.charts.getItem('图').delete();
    sheet.tables.getItem('明细表').name = '别的表';
    context.workbook.names.getItem('合计').delete();
    context.workbook.worksheets.getItem('透视').delete();
    context.workbook.worksheets.add('新表').activate();
    await context.sync();
  });
  host.user.renameSheet('明细', '改名');
}

/** The parts of the file, without the times at which it was packed. */
async function saved(): Promise<readonly (readonly [part: string, text: string])[]> {
  const parts = Object.entries(unzipSync(await excel().host.save()));
  return parts
    .filter(([part]) => part !== 'docProps/core.xml')
    .map(([part, bytes]) => [part, strFromU8(bytes)]);
}

const sumOf = async () => (await readRange('B5', 'values')).values;

test('a workbook put back is the one it was, as often as wanted', async () => {
  const { host } = excel();
  await furnished();
  host.user.activate('明细');
  const snapshot = host.snapshot();
  const before = await saved();
  for (const _ of [1, 2]) {
    await turnedOver();
    expect(await saved()).not.toEqual(before);
    host.restore(snapshot);
    expect(host.sheetNames).toEqual(['Sheet1', '明细', '透视']);
    expect(host.workbook.activeSheet.name).toBe('明细');
    expect(await saved()).toEqual(before);
    expect(await sumOf()).toEqual([[100]]);
  }
});

test('what is put back lives on: formulas follow, sheets are added, nothing is planned or counted', async () => {
  const { host } = excel();
  await furnished();
  const snapshot = host.snapshot();
  host.faults.at(1, { kind: 'error', code: 'GeneralException' });
  host.restore(snapshot);
  expect([host.faults.unmet, host.traffic.syncs]).toEqual([0, 0]);
  host.user.unprotect('明细');
  host.user.activate('明细');
  await onSheet((sheet) => {
    sheet.getRange('B2').values = [[30]];
    sheet.context.workbook.worksheets.add('新表');
  });
  expect(await sumOf()).toEqual([[50]]);
  expect(host.sheetNames).toEqual(['Sheet1', '明细', '透视', '新表']);
  host.restore(snapshot);
  host.user.activate('明细');
  expect(await sumOf()).toEqual([[100]]);
});
