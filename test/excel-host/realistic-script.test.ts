import { faultsOfFile, useExcel } from './support';

const measures = 140;
const headers = [
  '序号',
  '部分',
  '任务',
  '措施内容',
  '牵头单位',
  '完成时限',
  '填报状态',
  '进度',
  '完成日期',
  '最新进展',
  '存在问题',
  '时限状态',
  '逾期天数',
  '核实状态',
  '报送期',
];
const units = ['市政府办公室', '市政府法制办', '市编办', '市人社局'];
const statuses = ['已完成', '推进中', '未启动', '长期坚持'];

function rowsOf(count: number): (string | number)[][] {
  return Array.from({ length: count }, (_, index) => {
    const row = index + 2;
    return [
      index + 1,
      '(一)依法全面履行政府职能',
      '1.深化行政审批制度改革',
      `第${index + 1}项措施的内容,-不是公式`,
      units[index % units.length] ?? '',
      42735 + (index % 3) * 365,
      statuses[index % statuses.length] ?? '',
      (index % 11) / 10,
      '',
      "'=SUM(A1) 是单位写的字",
      '',
      `=IF(G${row}="已完成","已完成",IF(截止日>F${row},"逾期","未到期"))`,
      `=IF(L${row}="逾期",截止日-F${row},"")`,
      '待核实',
      '2017Q3',
    ];
  });
}

const excel = useExcel();

async function buildLedger(): Promise<void> {
  await Excel.run(async (context) => {
    context.application.suspendScreenUpdatingUntilNextSync();
    const { workbook } = context;
    const existing = workbook.worksheets.getItemOrNullObject('台账');
    const sheet = workbook.worksheets.add('设置');
    sheet.getRange('A1:B1').values = [['统计截止日', 43000]];
    sheet.getRange('B1').numberFormat = [['yyyy-mm-dd']];
    workbook.names.add('截止日', sheet.getRange('B1'));
    sheet.visibility = Excel.SheetVisibility.veryHidden;
    await context.sync();

    expect(existing.isNullObject).toBe(true);
    const ledger = workbook.worksheets.add('台账');
    const block = ledger.getRangeByIndexes(0, 0, measures + 1, headers.length);
    const body = ledger.getRangeByIndexes(1, 0, measures, headers.length);
    ledger.getRange('D2:D141').numberFormat = '@' as unknown as string[][];
    ledger.getRange('F2:F141').numberFormat = 'yyyy-mm-dd' as unknown as string[][];
    ledger.getRange('H2:H141').numberFormat = '0%' as unknown as string[][];
    block.values = [headers, ...rowsOf(measures)];
    block.format.font.name = '微软雅黑';
    block.format.font.size = 10;
    block.format.wrapText = true;
    block.format.verticalAlignment = 'Center';
    for (const side of [
      'EdgeTop',
      'EdgeBottom',
      'EdgeLeft',
      'EdgeRight',
      'InsideHorizontal',
      'InsideVertical',
    ] as const) {
      block.format.borders.getItem(side).style = 'Continuous';
      block.format.borders.getItem(side).color = '#BFBFBF';
    }
    const head = ledger.getRange('A1:O1');
    head.format.font.bold = true;
    head.format.fill.color = '#1F4E79';
    head.format.font.color = '#FFFFFF';
    head.format.rowHeight = 30;
    ledger.getRange('D:D').format.columnWidth = 240;
    const table = ledger.tables.add(block, true);
    table.name = '台账表';
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;

    const status = ledger.getRange('G2:G141').dataValidation;
    status.rule = { list: { inCellDropDown: true, source: statuses.join(',') } };
    status.prompt = { showPrompt: true, title: '填报状态', message: '从列表中选择' };
    status.errorAlert = { showAlert: true, style: 'Stop', title: '填报状态', message: '只能从列表中选择' };
    ledger.getRange('H2:H141').dataValidation.rule = {
      decimal: { formula1: 0, formula2: 1, operator: 'Between' },
    };
    ledger.getRange('I2:I141').dataValidation.rule = {
      date: { formula1: '2016-01-01', formula2: '2026-12-31', operator: 'Between' },
    };
    const overdue = body.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    overdue.custom.rule.formula = '=$L2="逾期"';
    overdue.custom.format.fill.color = '#FFC7CE';
    overdue.custom.format.font.color = '#9C0006';

    ledger.freezePanes.freezeAt(ledger.getRange('A1:C1'));
    ledger.pageLayout.orientation = Excel.PageOrientation.landscape;
    ledger.pageLayout.paperSize = Excel.PaperType.a3;
    ledger.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    ledger.pageLayout.setPrintTitleRows('$1:$1');
    ledger.pageLayout.setPrintMargins('Centimeters', { top: 2, bottom: 2, left: 1.5, right: 1.5 });
    ledger.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页 共 &N 页';
    ledger.tabColor = '#1F4E79';
    ledger.showGridlines = false;

    const summary = workbook.worksheets.add('汇总');
    summary.getRange('A1:C1').values = [['单位', '措施', '逾期']];
    summary.getRange(`A2:A${units.length + 1}`).values = units.map((unit) => [unit]);
    summary.getRange(`B2:C${units.length + 1}`).formulas = units.map((_, index) => [
      `=COUNTIFS(台账表[牵头单位],A${index + 2})`,
      `=COUNTIFS(台账表[牵头单位],A${index + 2},台账表[时限状态],"逾期")`,
    ]);
    const chart = summary.charts.add(
      Excel.ChartType.barStacked,
      summary.getRange('A1:C5'),
      Excel.ChartSeriesBy.columns,
    );
    chart.name = '单位图';
    chart.title.text = '各单位措施';
    chart.setPosition('E2', 'L20');
    chart.series.getItemAt(1).format.fill.setSolidColor('#C00000');
    chart.axes.valueAxis.title.text = '项';

    const pivotSheet = workbook.worksheets.add('单位透视');
    const pivot = pivotSheet.pivotTables.add('单位透视', table, pivotSheet.getRange('A3'));
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('牵头单位'));
    pivot.columnHierarchies.add(pivot.hierarchies.getItem('填报状态'));
    const count = pivot.dataHierarchies.add(pivot.hierarchies.getItem('序号'));
    count.summarizeBy = Excel.AggregationFunction.count;
    count.name = '措施数';
    await context.sync();

    ledger.getRange('G2:K141').format.protection.locked = false;
    ledger.protection.protect({ allowFormatColumns: true, allowAutoFilter: true });
    ledger.activate();
    ledger.getRange('A2').select();
    await context.sync();
  });
}

test('a ledger of 140 measures is built in three round trips, reads back and is a valid .xlsx', async () => {
  const { host } = excel();
  await buildLedger();
  expect(host.traffic.syncs).toBe(3);
  expect(host.traffic.largestRequest).toBeLessThan(200_000);

  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/name,items/visibility');
    const table = context.workbook.tables.getItem('台账表');
    const body = table.getDataBodyRange().load('values,formulas,text,address');
    const summary = sheets.getItem('汇总').getRange('B2:C5').load('values');
    const pivot = sheets
      .getItem('单位透视')
      .pivotTables.getItem('单位透视')
      .layout.getRange()
      .load('values,address');
    const head = table.getHeaderRowRange().load('format/font/bold,format/fill/color,format/rowHeight');
    await context.sync();

    expect(sheets.items.map((sheet) => sheet.name)).toEqual(['Sheet1', '设置', '台账', '汇总', '单位透视']);
    expect(body.address).toBe('台账!A2:O141');
    expect(body.text[0]?.slice(5, 8)).toEqual(['2016-12-31', '已完成', '0%']);
    expect(body.values[1]?.[11]).toBe('未到期');
    expect(body.values[3]?.[11]).toBe('逾期');
    expect(body.values[3]?.[12]).toBe(43000 - 42735);
    expect(body.formulas[3]?.[9]).toBe('=SUM(A1) 是单位写的字');
    expect(summary.values.map(([total]) => total)).toEqual([35, 35, 35, 35]);
    expect(summary.values.reduce((sum, [, late]) => sum + Number(late), 0)).toBe(
      body.values.filter((row) => row[11] === '逾期').length,
    );
    expect(pivot.address).toBe('单位透视!A3:F9');
    expect(pivot.values.at(-1)).toEqual(['总计', 35, 35, 35, 35, 140]);
    expect(head.format.font.bold).toBe(true);
    expect(head.format.fill.color).toBe('#1F4E79');
    expect(head.format.rowHeight).toBe(30);
  });
  expect(host.trackedObjects).toBe(0);
  expect(faultsOfFile(await host.save())).toEqual([]);
});

test('a locked cell of the ledger refuses a write, an unlocked one takes it', async () => {
  await buildLedger();
  const write = (address: string): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('台账').getRange(address).values = [['推进中']];
      await context.sync();
    });
  await expect(write('D5')).rejects.toMatchObject({ code: 'AccessDenied' });
  await write('G5');
  expect(excel().host.cell('台账!G5').value).toBe('推进中');
});
