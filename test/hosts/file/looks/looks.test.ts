import { must } from '../../../../src/base/invariant';
import type { SheetLooks } from '../../../../src/hosts/file/reading/looks/sheet-looks';
import { paletteColor } from '../../../../src/hosts/file/reading/looks/palette';
import { WorkbookLooks } from '../../../../src/hosts/file/reading/looks/workbook-looks';
import { hasLibreOffice, LIBRE_OFFICE_TIMEOUT, resavedByLibreOffice } from '../../../support/libre-office';
import { hasOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const DRESSED = `
from openpyxl.styles import Font, PatternFill, Border, Side, Alignment
from openpyxl.styles.colors import Color
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '数据'
sheet['A1'] = '粗'
sheet['A1'].font = Font(name='楷体', bold=True, italic=True, underline='single', strike=True, size=16, color='FF9C0006')
sheet['B1'] = '黄'
sheet['B1'].fill = PatternFill('solid', fgColor='FFFFFF00')
sheet['C1'] = '题'
sheet['C1'].fill = PatternFill('solid', fgColor=Color(theme=4, tint=0.5999938962981048))
sheet['D1'] = 3.5
sheet['D1'].number_format = '#,##0.00'
sheet['D1'].alignment = Alignment(horizontal='right', vertical='top', wrap_text=True, indent=2)
sheet['E1'] = '框'
sheet['E1'].border = Border(left=Side('thin', color='FFFF0000'), bottom=Side('double'))
sheet['B3'].fill = PatternFill('solid', fgColor='FF00B050')
sheet['A4'] = '藏'
sheet['A5'] = '末'
sheet.column_dimensions['B'].width = 33
sheet.column_dimensions['C'].hidden = True
sheet.row_dimensions[1].height = 40
sheet.row_dimensions[4].hidden = True
sheet.auto_filter.ref = 'A1:E5'
sheet.sheet_view.showGridLines = False
book.create_sheet('空')
book.save(path)
`;

function dressed(looks: WorkbookLooks): SheetLooks {
  return must(looks.sheet('数据'), 'the sheet');
}

function expectDressed(sheet: SheetLooks): void {
  expect(sheet.look(1, 1)).toMatchObject({
    bold: true,
    italic: true,
    underline: true,
    strike: true,
    size: 16,
    color: '9C0006',
  });
  expect(sheet.look(1, 2).fill).toBe('FFFF00');
  expect(sheet.look(1, 2).bold).toBeUndefined();
  expect(sheet.look(1, 3).fill).toMatch(/^B[89]C[CD]E[45]$/);
  expect(sheet.look(1, 4)).toMatchObject({
    numberFormat: '#,##0.00',
    horizontal: 'right',
    vertical: 'top',
    wrap: true,
    indent: 2,
  });
  expect(sheet.look(1, 5).sides).toEqual({ left: 'FF0000', bottom: '000000' });
  expect(sheet.look(3, 2).fill).toBe('00B050');
  expect(sheet.columnWidth(2)).toBeCloseTo(33, 0);
  expect(sheet.columnWidth(3)).toBe(0);
  expect(sheet.rowHeight(1)).toBeCloseTo(40, 0);
  expect(sheet.rowHeight(4)).toBe(0);
  expect(sheet.filter).toEqual({ top: 1, left: 1, bottom: 5, right: 5 });
}

(hasOpenpyxl ? describe : describe.skip)('the looks of a workbook', () => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await runOpenpyxl(DRESSED);
  });

  test('are read as openpyxl writes them', () => {
    const looks = new WorkbookLooks(bytes);
    expectDressed(dressed(looks));
    expect(dressed(looks).look(1, 1).font).toBe('楷体');
    expect(dressed(looks).showsGridlines).toBe(false);
    expect(looks.sheet('空')?.showsGridlines).toBe(true);
    expect(looks.sheet('没有')).toBeUndefined();
  });

  (hasLibreOffice ? test : test.skip)('are read as LibreOffice writes them', async () => {
    const [resaved] = await resavedByLibreOffice([bytes]);
    expectDressed(dressed(new WorkbookLooks(must(resaved, 'the workbook'))));
  });
});

test.each([
  [{ rgb: 'FF12AB34' }, '12AB34'],
  [{ theme: '0' }, 'FFFFFF'],
  [{ theme: '1' }, '000000'],
  [{ theme: '0', tint: '-0.25' }, 'BFBFBF'],
  [{ theme: '1', tint: '0.5' }, '808080'],
  [{ indexed: '10' }, 'FF0000'],
  [{ indexed: '43' }, 'FFFF99'],
  [{ indexed: '64' }, undefined],
  [{ auto: '1' }, undefined],
  [{ rgb: 'rubbish' }, undefined],
])('the colour %j is %s', (written, color) => {
  expect(paletteColor(written)).toBe(color);
});
