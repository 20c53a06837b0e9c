import { bootExcel } from './boot';
import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

// learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
test('a batch stops at its first error, and what went before it stays', async () => {
  const work = onSheet((sheet) => {
    sheet.getRange('A1').values = [['before']];
    sheet.getRange('A2').values = [['one', 'two']];
    sheet.getRange('A3').values = [['after']];
  });
  await expect(work).rejects.toMatchObject({
    code: 'InvalidArgument',
    debugInfo: { statement: expect.stringContaining('values') as string },
  });
  expect(excel().host.values('A1:A3')).toEqual([['before'], [''], ['']]);
});

// learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model (proxy objects, load and sync)
describe('load', () => {
  test('a property that was not loaded cannot be read', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
      await context.sync();
      expect(range.values).toEqual([['']]);
      expect(() => range.address).toThrow(/address/u);
    });
  });

  test('names are taken whatever their case, nested and below items', async () => {
    excel().host.addSheet('台账', [
      ['a', 'b'],
      [1, 2],
    ]);
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/NAME, items/tables/items/name');
      const range = sheets.getItem('台账').getRange('A1:B2').load('FORMAT/FILL/COLOR');
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(['Sheet1', '台账']);
      expect(range.format.fill.color).toBe('#FFFFFF');
    });
  });

  test('an unknown property is InvalidArgument', async () => {
    expect(await codeOf(onSheet((sheet) => sheet.load('title')))).toBe('InvalidArgument');
  });

  test('an option given as an object loads the same', async () => {
    await onSheet((sheet) => void (sheet.getRange('A1:B1').values = [[1, 2]]));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.load({ values: true, format: { font: { bold: true } } });
      await context.sync();
      expect(range.toJSON()).toMatchObject({ values: [[1, 2]], format: { font: { bold: false } } });
    });
  });
});

// learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties
describe('null objects', () => {
  test('what is not there is a null object, and so is everything below it', async () => {
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('没有');
      const below = missing.getRange('A1');
      below.values = [[1]];
      missing.load('name');
      await context.sync();
      expect([missing.isNullObject, below.isNullObject]).toEqual([true, true]);
    });
  });

  test('getItem of the same is ItemNotFound', async () => {
    const work = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    });
    expect(await codeOf(work)).toBe('ItemNotFound');
  });
});

// learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization (untrack)
describe('tracked ranges', () => {
  test('live on after a sync and are let go at the end of the run', async () => {
    const { host } = excel();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
      await context.sync();
      expect(host.trackedObjects).toBe(1);
      range.values = [['kept']];
      await context.sync();
    });
    expect(host.cell('B2').value).toBe('kept');
    expect([host.trackedObjects, host.traffic.syncs, host.traffic.cleanups]).toEqual([0, 2, 1]);
  });

  test('an untracked range costs no clean-up', async () => {
    const { host } = excel();
    await onSheet((sheet) => {
      const range = sheet.getRange('B2');
      range.values = [['x']];
      range.untrack();
    });
    expect([host.traffic.syncs, host.traffic.cleanups]).toEqual([1, 0]);
  });

  test('point at nothing once their sheet is gone', async () => {
    excel().host.addSheet('表一');
    const work = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('表一').getRange('A1').load('values');
      await context.sync();
      excel().host.user.deleteSheet('表一');
      range.values = [[1]];
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidReference');
  });
});

// learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins
describe('limits', () => {
  const big = (rows: number): string[][] => Array.from({ length: rows }, () => ['五'.repeat(1000)]);

  test('a request over 5 MB is refused whole', async () => {
    const work = onSheet((sheet) => void (sheet.getRange('A1:A1800').values = big(1800)));
    expect(await codeOf(work)).toBe('RequestPayloadSizeLimitExceeded');
    expect(excel().host.cell('A1').value).toBe('');
  });

  test('a response over 5 MB is refused, though the batch was carried out', async () => {
    const { host } = excel();
    for (const [from, to] of [
      [1, 1000],
      [1001, 2000],
    ]) {
      await onSheet((sheet) => void (sheet.getRange(`A${from}:A${to}`).values = big(1000)));
    }
    const work = onSheet((sheet) => {
      sheet.getRange('B1').values = [['written']];
      sheet.getRange('A1:A2000').load('values');
    });
    expect(await codeOf(work)).toBe('ResponsePayloadSizeLimitExceeded');
    expect(host.cell('B1').value).toBe('written');
  });

  test('more than five million cells read as null', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets
        .getActiveWorksheet()
        .getRange('A1:Z200000')
        .load('values,cellCount');
      await context.sync();
      expect([range.values, range.cellCount]).toEqual([null, 5_200_000]);
    });
  });

  test('the library splits large writes into actions of one request', async () => {
    const { host } = excel();
    await onSheet((sheet) => {
      sheet.getRange('A1:O1400').values = Array.from({ length: 1400 }, () => Array<number>(15).fill(7));
    });
    expect(host.traffic.syncs).toBe(1);
    expect(host.traffic.actions).toBeGreaterThan(14);
    expect(host.cell('O1400').value).toBe(7);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.runoptions (delayForCellEdit)
describe('while the user edits a cell', () => {
  test('a request fails', async () => {
    excel().host.settings.cellEditMode = true;
    expect(await codeOf(onSheet((sheet) => sheet.load('name')))).toBe('InvalidOperationInCellEditMode');
  });

  test('a request that may wait is carried out afterwards', async () => {
    const { host } = excel();
    host.settings.cellEditMode = true;
    setTimeout(() => (host.settings.cellEditMode = false), 20);
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['after']];
      await context.sync();
    });
    expect(host.cell('A1').value).toBe('after');
  });
});

// learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets
test('an API above the declared set is ApiNotFound before anything is sent', async () => {
  excel().uninstall();
  const booted = bootExcel({ excelApi: '1.9' });
  const work = onSheet((sheet, context) => context.workbook.comments.add(sheet.getRange('A1'), 'note'));
  expect(await codeOf(work)).toBe('ApiNotFound');
  expect(booted.Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  expect(booted.Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
});

test('what is not modelled fails at once, and the host remembers it', async () => {
  excel().uninstall();
  const { host } = bootExcel();
  await expect(onSheet((sheet) => sheet.getRange('A1:A9').flashFill())).rejects.toThrow(/Range.FlashFill/u);
  expect(() => host.assertNothingUnmodelled()).toThrow(/Range.FlashFill/u);
});

test('requests of two contexts wait for each other', async () => {
  const { host } = excel();
  host.settings.latency = 5;
  const write = (value: string): Promise<void> =>
    onSheet((sheet) => void (sheet.getRange('A1').values = [[value]]));
  await Promise.all([write('first'), write('second')]);
  expect(host.cell('A1').value).toBe('second');
});
