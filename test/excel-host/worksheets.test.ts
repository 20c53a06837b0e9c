import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

// support.microsoft.com “Rename a worksheet”; learn.microsoft.com/javascript/api/excel/excel.worksheetcollection
describe('sheet names', () => {
  test.each([
    ['台账', 'no error'],
    ['字'.repeat(31), 'no error'],
    ['字'.repeat(32), 'InvalidArgument'],
    ['a/b', 'InvalidArgument'],
    ['a\\b', 'InvalidArgument'],
    ['a?', 'InvalidArgument'],
    ['a*', 'InvalidArgument'],
    ['a:b', 'InvalidArgument'],
    ['[a]', 'InvalidArgument'],
    ["'a", 'InvalidArgument'],
    ["a'", 'InvalidArgument'],
    ['History', 'InvalidArgument'],
    ['sheet1', 'ItemAlreadyExists'],
  ])('%s: %s', async (name, code) => {
    expect(await codeOf(onSheet((_, { workbook }) => workbook.worksheets.add(name)))).toBe(code);
    expect(
      await codeOf(onSheet((_, { workbook }) => void (workbook.worksheets.add('临时').name = name))),
    ).toBe(code === 'no error' ? 'ItemAlreadyExists' : code);
  });

  test('a sheet keeps its id when it gets another name', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('甲').load('id');
      await context.sync();
      excel().host.user.renameSheet('甲', '乙');
      sheet.getRange('A1').values = [['still here']];
      await context.sync();
      const again = context.workbook.worksheets.getItem(sheet.id).load('name');
      await context.sync();
      expect(again.name).toBe('乙');
    });
    expect(excel().host.cell('乙!A1').value).toBe('still here');
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets
test('sheets are added at the end, moved, and asked for in order', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('甲');
    worksheets.add('乙').position = 0;
    const first = worksheets.getFirst().load('name,position');
    const last = worksheets.getLast().load('name');
    const next = worksheets.getItem('乙').getNext().load('name');
    const count = worksheets.getCount();
    await context.sync();
    expect([first.name, first.position, last.name, next.name, count.value]).toEqual([
      '乙',
      0,
      '甲',
      'Sheet1',
      3,
    ]);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-delete-member(1)
describe('deleting and hiding', () => {
  const onNew = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    onSheet((_, { workbook }) => work(workbook.worksheets.add('甲')));

  test('a very hidden sheet cannot be deleted', async () => {
    const work = onNew((sheet) => {
      sheet.visibility = 'VeryHidden';
      sheet.delete();
    });
    expect(await codeOf(work)).toBe('InvalidOperation');
  });

  test('the last visible sheet can be neither deleted nor hidden', async () => {
    expect(await codeOf(onSheet((sheet) => sheet.delete()))).toBe('InvalidOperation');
    expect(await codeOf(onSheet((sheet) => void (sheet.visibility = 'Hidden')))).toBe('InvalidOperation');
  });

  test('a hidden sheet cannot be activated', async () => {
    const work = onNew((sheet) => {
      sheet.visibility = 'Hidden';
      sheet.activate();
    });
    expect(await codeOf(work)).toBe('InvalidOperation');
  });

  test('when the active sheet goes, its neighbour comes to the front', async () => {
    const { host } = excel();
    host.addSheet('甲');
    host.user.activate('甲');
    await onSheet((sheet) => sheet.delete());
    expect(host.workbook.activeSheet.name).toBe('Sheet1');
  });
});

// learn.microsoft.com/javascript/api/excel/excel.workbook#excel-excel-workbook-getselectedrange-member(1)
test('selecting a cell of another sheet brings it to the front', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('甲');
    sheet.activate();
    sheet.getRange('C12').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect([selected.address, active.name]).toEqual(['甲!C12', '甲']);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes
test('frozen panes', async () => {
  await Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getActiveWorksheet();
    const before = freezePanes.getLocationOrNullObject();
    freezePanes.freezeRows(2);
    const rows = freezePanes.getLocation().load('address');
    freezePanes.freezeAt('A1:C4');
    const both = freezePanes.getLocation().load('address');
    freezePanes.unfreeze();
    const after = freezePanes.getLocationOrNullObject();
    await context.sync();
    expect([before.isNullObject, after.isNullObject]).toEqual([true, true]);
    expect([rows.address, both.address]).toEqual(['Sheet1!1:2', 'Sheet1!A1:C4']);
  });
});

test('tab colour, gridlines and headings', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.set({ tabColor: '#c00000', showGridlines: false, showHeadings: false });
    sheet.load('tabColor,showGridlines,showHeadings');
    await context.sync();
    expect([sheet.tabColor, sheet.showGridlines, sheet.showHeadings]).toEqual(['#C00000', false, false]);
  });
});
