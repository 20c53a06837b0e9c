import { onSheet, useExcel } from './support';

/** Names, visibility and protection are told of in an online set only, as far as this version of the library knows. */
const excel = useExcel({ requirementSets: { ExcelApiOnline: '1.1' } });

/** Events arrive after the batch that caused them. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

interface Heard {
  readonly type: string;
  readonly address?: string;
  readonly worksheetId?: string;
}

const heard: Heard[] = [];
const listen = (event: Heard): Promise<void> => {
  heard.push(event);
  return Promise.resolve();
};
beforeEach(() => heard.splice(0));

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
describe('events', () => {
  test('tell what the user changed on a sheet, with the value before and after', async () => {
    const { host } = excel();
    host.addSheet('台账', [['a']]);
    await onSheet((_, { workbook }) => void workbook.worksheets.getItem('台账').onChanged.add(listen));
    host.user.type('台账!A1', 'b');
    host.user.type('Sheet1!A1', 'elsewhere');
    await settled();
    expect(heard).toMatchObject([
      {
        type: 'WorksheetChanged',
        address: 'A1',
        changeType: 'RangeEdited',
        source: 'Local',
        details: { valueBefore: 'a', valueAfter: 'b' },
      },
    ]);
  });

  // learn.microsoft.com/javascript/api/excel/excel.eventtriggersource
  test('of changed cells say from 1.14 on whether this add-in changed them', async () => {
    await onSheet((sheet, { workbook }) => {
      workbook.worksheets.onChanged.add(listen);
      sheet.getRange('A1').values = [[1]];
    });
    excel().host.user.type('Sheet1!A1', 2);
    await settled();
    expect(heard.map((event) => ('triggerSource' in event ? event.triggerSource : null))).toEqual([
      'ThisLocalAddin',
      'Unknown',
    ]);
  });

  test('of the collection come from every sheet, and from the add-in too', async () => {
    await onSheet((sheet, { workbook }) => {
      workbook.worksheets.onChanged.add(listen);
      workbook.worksheets.onAdded.add(listen as never);
      workbook.worksheets.onDeleted.add(listen as never);
      workbook.worksheets.onActivated.add(listen as never);
      sheet.getRange('A1').values = [[1]];
    });
    const { user } = excel().host;
    user.addSheet('新表');
    user.activate('新表');
    user.deleteSheet('新表');
    await settled();
    expect(heard.map(({ type }) => type)).toEqual([
      'WorksheetChanged',
      'WorksheetAdded',
      'WorksheetActivated',
      'WorksheetActivated',
      'WorksheetDeleted',
    ]);
  });

  test('of a table tell the part of it that changed', async () => {
    const { host } = excel();
    await onSheet((sheet) => {
      sheet.getRange('A1:B3').values = [
        ['a', 'b'],
        [1, 2],
        [3, 4],
      ];
      sheet.tables.add('A1:B3', true).onChanged.add(listen as never);
    });
    host.user.paste('B3', [
      ['x', 'y'],
      ['z', 'w'],
    ]);
    await settled();
    expect(heard).toMatchObject([{ type: 'TableChanged', address: 'B3' }]);
  });

  test('of names, visibility, protection and selection', async () => {
    const { host } = excel();
    host.addSheet('甲');
    await onSheet((_, { workbook }) => {
      const { worksheets } = workbook;
      worksheets.onNameChanged.add(listen as never);
      worksheets.onProtectionChanged.add(listen as never);
      worksheets.onVisibilityChanged.add(listen as never);
      worksheets.onSelectionChanged.add(listen as never);
    });
    host.user.renameSheet('甲', '乙');
    host.user.protect('乙');
    host.user.select('乙!C3:D4');
    await onSheet((_, { workbook }) => void (workbook.worksheets.getItem('Sheet1').visibility = 'Hidden'));
    await settled();
    expect(heard).toMatchObject([
      { nameBefore: '甲', nameAfter: '乙' },
      { isProtected: true },
      { address: 'C3:D4' },
      { visibilityAfter: 'Hidden' },
    ]);
  });

  test('give the range that changed', async () => {
    const { host } = excel();
    const values: unknown[] = [];
    await onSheet((sheet) => {
      sheet.onChanged.add((event) =>
        Excel.run(async (context) => {
          const range = event.getRange(context).load('values');
          await context.sync();
          values.push(range.values);
        }),
      );
    });
    host.user.type('B2', 5);
    await settled();
    await settled();
    expect(values).toEqual([[[5]]]);
  });

  test('stop when the handler is removed or events are switched off', async () => {
    const { host } = excel();
    const results: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>[] = [];
    await onSheet((sheet) => void results.push(sheet.onChanged.add(listen)));
    await onSheet((_, context) => void (context.runtime.enableEvents = false));
    host.user.type('A1', 1);
    await onSheet((_, context) => void (context.runtime.enableEvents = true));
    host.user.type('A1', 2);
    const [result] = results;
    if (!result) throw new Error('a handler was added');
    await Excel.run(result.context, async (context) => {
      result.remove();
      await context.sync();
    });
    host.user.type('A1', 3);
    await settled();
    expect(heard).toMatchObject([{ details: { valueAfter: 2 } }]);
  });
});
