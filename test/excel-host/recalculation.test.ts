import { useExcel } from './support';

const excel = useExcel();

/** A chain over four sheets: a cell, a table's column, a defined name, and what counts them. */
async function chained(): Promise<void> {
  const { host } = excel();
  host.addSheet('源', [[1]]);
  host.addSheet('表页', [
    ['甲', '乙'],
    ['x', '=源!A1*10'],
  ]);
  host.addSheet('名页', [['=SUM(金额表[乙])+1']]);
  host.addSheet('末页', [['=要数*2', '=1+1']]);
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.getItem('表页').tables.add('A1:B2', true).name = '金额表';
    names.add('要数', worksheets.getItem('名页').getRange('A1'));
    await context.sync();
  });
}

async function typed(sheet: string, cell: string, value: unknown): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
    await context.sync();
  });
}

test('a result follows what it comes from over sheets, tables and names, however seldom it is read', async () => {
  await chained();
  const { host } = excel();
  expect(host.values('末页!A1:B1')).toEqual([[22, 2]]);
  await typed('源', 'A1', 3);
  expect(host.values('源!A1')).toEqual([[3]]);
  await typed('源', 'A1', 5);
  expect(host.values('末页!A1:B1')).toEqual([[102, 2]]);
  expect(host.values('表页!B2')).toEqual([[50]]);
  await typed('源', 'A1', 1);
  expect([host.values('名页!A1'), host.values('末页!A1')]).toEqual([[[11]], [[22]]]);
});

test('a table or a sheet of another name is still what its formulas come from', async () => {
  await chained();
  const { host } = excel();
  expect(host.values('末页!A1')).toEqual([[22]]);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('金额表').name = '款项';
    context.workbook.worksheets.getItem('源').name = "源'头";
    await context.sync();
  });
  await typed("源'头", 'A1', 2);
  expect(host.values('末页!A1')).toEqual([[42]]);
});

test('with calculation set to manual results stay until they are asked for', async () => {
  await chained();
  const { host } = excel();
  expect(host.values('末页!A1')).toEqual([[22]]);
  host.workbook.calculationMode = 'Manual';
  await typed('源', 'A1', 2);
  expect(host.values('末页!A1')).toEqual([[22]]);
  await Excel.run(async (context) => {
    context.workbook.application.calculate('Recalculate');
    await context.sync();
  });
  await typed('源', 'A1', 9);
  expect(host.values('末页!A1')).toEqual([[42]]);
});
