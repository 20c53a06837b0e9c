import { bootExcel } from './boot';
import { useExcel } from './support';

const excel = useExcel({
  platform: 'OfficeOnline',
  language: 'en-US',
  requirementSets: { SharedRuntime: '1.1' },
});

// learn.microsoft.com/office/dev/add-ins/develop/initialize-add-in
test('Office says where it runs', async () => {
  const info = await excel().Office.onReady();
  expect(info).toEqual({ host: 'Excel', platform: 'OfficeOnline' });
  expect(excel().Office.context).toMatchObject({ displayLanguage: 'en-US', platform: 'OfficeOnline' });
});

// learn.microsoft.com/office/dev/add-ins/develop/specify-api-requirements-runtime
test.each([
  ['ExcelApi', '1.15', true],
  ['ExcelApi', '1.16', false],
  ['SharedRuntime', '1.1', true],
  ['DialogApi', '1.1', true],
  ['ExcelApiDesktop', '1.1', false],
])('%s %s is supported: %s', (set, version, supported) => {
  expect(excel().Office.context.requirements.isSetSupported(set, version)).toBe(supported);
});

// learn.microsoft.com/javascript/api/office/office.actions
test('ribbon commands can be called', async () => {
  const { Office, commands } = excel();
  const calls: string[] = [];
  Office.actions.associate('checkActiveSheet', (event) => {
    calls.push('checked');
    event.completed();
  });
  await commands.get('checkActiveSheet')?.({ completed: () => calls.push('completed') });
  expect(calls).toEqual(['checked', 'completed']);
});

// learn.microsoft.com/javascript/api/excel#excel-excel-createworkbook-function(1)
test.each(['OfficeOnline', 'PC'] as const)(
  'a new workbook is opened from its bytes on %s',
  async (platform) => {
    excel().uninstall();
    const { host } = bootExcel({ platform });
    await Excel.createWorkbook(Buffer.from('PK').toString('base64'));
    expect(host.createdWorkbooks).toEqual([new Uint8Array([80, 75])]);
  },
);

test('names that Excel makes up are in its language', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    const table = sheet.tables.add('A1:A2', true).load('name');
    sheet.load('name');
    await context.sync();
    expect([sheet.name, table.name]).toEqual(['Sheet2', 'Table1']);
  });
});

test('each boot has a workbook and a library of its own', () => {
  excel().uninstall();
  const first = bootExcel();
  const second = bootExcel();
  first.host.addSheet('甲');
  expect(second.host.sheetNames).toEqual(['Sheet1']);
  expect(first.Excel).not.toBe(second.Excel);
});
