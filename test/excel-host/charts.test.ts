import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

beforeEach(() => {
  excel().host.addSheet('汇总', [
    ['单位', '完成', '逾期'],
    ['甲', 3, 1],
    ['乙', 2, 2],
  ]);
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-charts
describe('a chart', () => {
  test('over one column is one series, also where that holds no figures yet', async () => {
    excel().host.user.type('汇总!B2', '—');
    excel().host.user.type('汇总!B3', '—');
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('汇总');
      const chart = sheet.charts.add('BarStacked', sheet.getRange('B1:B3'), 'Columns');
      chart.series.load('items/name');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['完成']);
    });
  });

  test('takes names and categories from the edges of its data', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('汇总');
      const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:C3'), 'Columns');
      chart.name = '单位图';
      chart.title.text = '各单位';
      chart.legend.position = 'Bottom';
      chart.setPosition('E2', 'H11');
      chart.axes.valueAxis.title.text = '项';
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.series.getItemAt(1).format.fill.setSolidColor('#C00000');
      chart.series.getItemAt(0).gapWidth = 50;
      chart.load(
        'name,chartType,left,top,width,height,title/text,series/items/name,series/items/gapWidth,axes/valueAxis/title/text',
      );
      await context.sync();
      expect(chart.toJSON()).toMatchObject({
        name: '单位图',
        chartType: 'BarStacked',
        left: 192,
        top: 15,
        width: 192,
        height: 150,
        title: { text: '各单位' },
      });
      expect(chart.series.items.map(({ name, gapWidth }) => [name, gapWidth])).toEqual([
        ['完成', 50],
        ['逾期', 150],
      ]);
      expect(chart.axes.valueAxis.title.text).toBe('项');
    });
    const [chart] = excel().host.sheet('汇总').charts;
    expect(chart?.series[1]?.settings.get('Format.Fill.Color')).toBe('#C00000');
    expect(chart?.series[1]?.values?.rect).toEqual({ top: 2, left: 3, bottom: 3, right: 3 });
  });

  test('gets series of its own and is deleted', async () => {
    await onSheet((_, { workbook }) => {
      const sheet = workbook.worksheets.getItem('汇总');
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B3'));
      const series = chart.series.add('逾期');
      series.setValues(sheet.getRange('C2:C3'));
      series.setXAxisValues(sheet.getRange('A2:A3'));
    });
    const sheet = excel().host.sheet('汇总');
    expect(sheet.charts[0]?.series.map(({ name, categories }) => [name, categories?.rect.left])).toEqual([
      ['完成', 1],
      ['逾期', 1],
    ]);
    await onSheet((_, { workbook }) => workbook.worksheets.getItem('汇总').charts.getItemAt(0).delete());
    expect(sheet.charts).toEqual([]);
  });

  test('of an unknown type or with a name that is taken is InvalidArgument', async () => {
    const add = (work: (charts: Excel.ChartCollection, range: Excel.Range) => void): Promise<void> =>
      onSheet((sheet) => work(sheet.charts, sheet.getRange('A1:B3')));
    expect(await codeOf(add((charts, range) => void charts.add('Blob' as 'Line', range)))).toBe(
      'InvalidArgument',
    );
    const twice = add((charts, range) => {
      charts.add('Line', range).name = '图';
      charts.add('Line', range).name = '图';
    });
    expect(await codeOf(twice)).toBe('InvalidArgument');
  });
});
