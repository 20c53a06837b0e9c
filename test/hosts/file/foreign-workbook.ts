import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';

/** A single grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The clerk's own sheet, and what stands on it. */
export const OWN_SHEET = '我的草稿';

/**
 * A ledger as a clerk may hand it in: an old tab of ours, with a table, a chart and a name, and a sheet of the clerk's own
 * with a bit of everything and a formula that looks at ours.
 */
export async function foreignWorkbook(): Promise<Uint8Array> {
  installChartSupport();
  const workbook = new Workbook();
  const ours = workbook.addWorksheet('汇总');
  ours.getCell('A1').value = '旧的汇总';
  ours.addTable({ name: '台账表', ref: 'C1', columns: [{ name: '旧列' }], rows: [[1]] });
  ours.addColumnChart({ title: '旧图', series: [{ name: '旧', values: "'汇总'!$C$2:$C$2" }] }, 'H1:M12');
  ours.pageSetup.printArea = 'A1:C9';
  workbook.definedNames.add("'汇总'!$A$1", '统计截止日');
  const own = workbook.addWorksheet(OWN_SHEET);
  own.getCell('A1').value = '备注 =1';
  own.getCell('A1').style = {
    font: { bold: true, name: '宋体', size: 14 },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } },
  };
  own.getCell('B1').value = { formula: 'SUM(汇总!B3:B6)', result: -1 };
  own.getCell('B2').value = 1234.5;
  own.getCell('B2').numFmt = '#,##0.00 "元"';
  own.getCell('C3').value = '合并';
  own.mergeCells('C3:D4');
  own.getColumn(1).width = 33;
  own.getRow(2).height = 44;
  own.getCell('A5').note = '批注';
  own.addConditionalFormatting({
    ref: 'B1:B2',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['B1>1'],
        style: { font: { color: { argb: 'FF123456' } } },
      },
    ],
  });
  own.addTable({ name: '我的表', ref: 'F1', columns: [{ name: '甲' }, { name: '乙' }], rows: [[1, 2]] });
  own.addColumnChart(
    { title: '我的图', series: [{ name: '甲', values: `'${OWN_SHEET}'!$F$2:$F$2` }] },
    'H1:M12',
  );
  own.addImage(workbook.addImage({ buffer: PIXEL, extension: 'png' }), 'A8:B12');
  own.pageSetup.printArea = 'A1:D10';
  workbook.definedNames.add(`'${OWN_SHEET}'!$B$2`, '我的数');
  return workbook.xlsx.writeBuffer({ validate: false });
}
