import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

// learn.microsoft.com/javascript/api/excel/excel.pagelayout
describe('page layout', () => {
  test('paper, zoom, titles, margins and feet are read back', async () => {
    await Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getActiveWorksheet();
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A3';
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintMargins('Centimeters', { left: 2.54, top: 1.27 });
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintArea('A1:H40');
      pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
      pageLayout.load(
        'orientation,paperSize,zoom,leftMargin,topMargin,headersFooters/defaultForAllPages/centerFooter',
      );
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
      const area = pageLayout.getPrintAreaOrNullObject().load('address');
      const columns = pageLayout.getPrintTitleColumnsOrNullObject();
      await context.sync();
      expect(pageLayout.toJSON()).toMatchObject({
        orientation: 'Landscape',
        paperSize: 'A3',
        zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
        leftMargin: 72,
        topMargin: 36,
        headersFooters: { defaultForAllPages: { centerFooter: '第 &P 页' } },
      });
      expect([titles.address, area.address, columns.isNullObject]).toEqual([
        'Sheet1!1:2',
        'Sheet1!A1:H40',
        true,
      ]);
    });
  });

  test.each([
    ['a scale beside pages', { scale: 50, horizontalFitToPages: 1 }],
    ['a scale over 400', { scale: 500 }],
    ['nothing', {}],
  ])('zoom of %s is InvalidArgument', async (_, zoom) => {
    expect(await codeOf(onSheet((sheet) => void (sheet.pageLayout.zoom = zoom)))).toBe('InvalidArgument');
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments
describe('comments', () => {
  test('stand on one cell, one each', async () => {
    await Excel.run(async (context) => {
      const { comments } = context.workbook;
      comments.add('Sheet1!B2', '缺完成日期');
      const comment = comments.getItemByCell('Sheet1!B2').load('content,authorName');
      const place = comment.getLocation().load('address');
      const count = context.workbook.worksheets.getActiveWorksheet().comments.getCount();
      await context.sync();
      expect([comment.content, comment.authorName, place.address, count.value]).toEqual([
        '缺完成日期',
        '法制办',
        'Sheet1!B2',
        1,
      ]);
      comment.delete();
      await context.sync();
    });
    expect(excel().host.sheet('Sheet1').comments).toEqual([]);
  });

  test('on several cells are InvalidArgument, on a taken one ItemAlreadyExists', async () => {
    expect(await codeOf(onSheet((sheet) => sheet.comments.add('A1:B1', 'x')))).toBe('InvalidArgument');
    const twice = onSheet((sheet) => {
      sheet.comments.add('A1', 'x');
      sheet.comments.add('A1', 'y');
    });
    expect(await codeOf(twice)).toBe('ItemAlreadyExists');
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-workbooks (settings, document properties, custom properties)
describe('what is kept in the workbook beside its cells', () => {
  test('settings', async () => {
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('计划', { 版本: 2, 阈值: [30, 60] });
      settings.add('计划', { 版本: 3 });
      const setting = settings.getItem('计划').load('key,value');
      const missing = settings.getItemOrNullObject('没有');
      const count = settings.getCount();
      await context.sync();
      expect([setting.value, missing.isNullObject, count.value]).toEqual([{ 版本: 3 }, true, 1]);
      setting.delete();
      await context.sync();
    });
    expect(excel().host.workbook.settings.size).toBe(0);
  });

  test('document properties and custom ones, whatever the case of their key', async () => {
    await Excel.run(async (context) => {
      const { properties, worksheets } = context.workbook;
      properties.title = '措施台账';
      properties.custom.add('PlanId', '000_a65');
      const custom = properties.custom.getItem('planid').load('key,value,type');
      worksheets.getActiveWorksheet().customProperties.add('unit', '市编办');
      const own = worksheets.getActiveWorksheet().customProperties.getItem('unit').load('value');
      properties.load('title');
      await context.sync();
      expect([properties.title, custom.value, custom.type, own.value]).toEqual([
        '措施台账',
        '000_a65',
        'String',
        '市编办',
      ]);
    });
  });

  test('a custom property over 255 characters is InvalidArgument', async () => {
    const work = onSheet((_, { workbook }) => workbook.properties.custom.add('k', '字'.repeat(256)));
    expect(await codeOf(work)).toBe('InvalidArgument');
  });
});
