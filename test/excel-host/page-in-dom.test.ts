/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { useExcel } from './support';

const excel = useExcel();

// The pane's tests stand in a page: the export conditions above keep Node's builds of the packages.
test('the library runs in a page, where an add-in looks for it', async () => {
  expect(window.Excel).toBe(excel().Excel);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['x']];
    await context.sync();
  });
  expect(excel().host.cell('A1').value).toBe('x');
  expect((await excel().host.save()).length).toBeGreaterThan(1000);
  await expect(Excel.run(() => Promise.reject(new TypeError('own')))).rejects.toBeInstanceOf(TypeError);
});
