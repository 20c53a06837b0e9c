import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel({ excelApi: '1.18' });

// learn.microsoft.com/javascript/api/excel/excel.notecollection
test('notes stand on one cell, are found by its address and tell where they are', async () => {
  await Excel.run(async (context) => {
    const { notes } = context.workbook.worksheets.getActiveWorksheet();
    notes.add('B2', '缺完成日期');
    const note = notes.getItemOrNullObject('B2').load('content,authorName');
    const none = notes.getItemOrNullObject('C2').load('content');
    const place = note.getLocation().load('address');
    const all = context.workbook.notes.load('items/content');
    await context.sync();
    expect([note.content, note.authorName, place.address]).toEqual(['缺完成日期', '法制办', 'Sheet1!B2']);
    expect([none.isNullObject, all.items.map(({ content }) => content)]).toEqual([true, ['缺完成日期']]);
    all.items[0]?.delete();
    await context.sync();
  });
  expect(excel().host.sheet('Sheet1').notes).toEqual([]);
});

test('a note on several cells is InvalidCellAddress', async () => {
  expect(await codeOf(onSheet((sheet) => sheet.notes.add('A1:B1', 'x')))).toBe('InvalidCellAddress');
});

// OfficeDev/office-js issue 1416
test('comments do not know of notes, and a cell has one of them', async () => {
  await onSheet((sheet) => sheet.notes.add('A1', '注'));
  expect(await codeOf(onSheet((sheet) => sheet.comments.add('A1', '批')))).toBe('InvalidArgument');
  await onSheet((sheet) => sheet.comments.add('A2', '批'));
  expect(await codeOf(onSheet((sheet) => sheet.notes.add('A2', '注')))).toBe('InvalidArgument');
  await Excel.run(async (context) => {
    const comments = context.workbook.comments.load('items/content');
    await context.sync();
    expect(comments.items.map(({ content }) => content)).toEqual(['批']);
  });
});
