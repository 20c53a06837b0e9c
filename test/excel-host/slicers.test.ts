import { codeOf, useExcel } from './support';

const excel = useExcel();

beforeEach(async () => {
  const { host } = excel();
  host.addSheet('明细', [
    ['单位', '状态', '进度'],
    ['市编办', '已完成', 100],
    ['市人社局', '推进中', 40],
    ['市编办', '推进中', 20],
  ]);
  host.addSheet('透视');
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const table = worksheets.getItem('明细').tables.add('A1:C4', true);
    const pivot = worksheets.getItem('透视').pivotTables.add('按单位', table, 'A3');
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('单位'));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem('进度')).name = '合计进度';
    await context.sync();
  });
});

function add(workbook: Excel.Workbook): Excel.Slicer {
  return workbook.slicers.add('按单位', '单位', '透视');
}

function figures(): readonly unknown[] {
  const { pivots, grid } = excel().host.sheet('透视');
  const { rendered, anchor } = pivots[0] ?? {};
  if (!rendered || !anchor) throw new Error('no PivotTable');
  const lines: unknown[] = [];
  for (let row = anchor.top; row <= rendered.bottom; row += 1) lines.push(grid.value(row, rendered.right));
  return lines;
}

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables, “Filter with slicers”
test('the items that are selected are counted, none selected means all', async () => {
  await Excel.run(async (context) => {
    add(context.workbook).selectItems(['市编办']);
    await context.sync();
  });
  expect(figures()).toEqual(['合计进度', 120, 120]);
  await Excel.run(async (context) => {
    const slicer = context.workbook.worksheets
      .getItem('透视')
      .slicers.getItem('单位')
      .load('isFilterCleared');
    const selected = slicer.getSelectedItems();
    await context.sync();
    expect([slicer.isFilterCleared, selected.value]).toEqual([false, ['市编办']]);
    slicer.clearFilters();
    await context.sync();
  });
  expect(figures()).toEqual(['合计进度', 120, 40, 160]);
});

test('names are unlike each other; a second slicer of a field is numbered', async () => {
  await Excel.run(async (context) => {
    const names = [add(context.workbook), add(context.workbook)].map((slicer) => slicer.load('name'));
    const { slicers } = context.workbook;
    const missing = slicers.getItemOrNullObject('没有');
    await context.sync();
    expect(names.map(({ name }) => name)).toEqual(['单位', '单位 1']);
    expect(missing.isNullObject).toBe(true);
    slicers.getItem('单位 1').name = '单位';
    expect(await codeOf(context.sync())).toBe('InvalidArgument');
  });
});

test('one that is deleted is gone, and with its sheet all that lie on it; a field there is none of has none', async () => {
  await Excel.run(async (context) => {
    const { slicers, worksheets } = context.workbook;
    add(context.workbook).delete();
    const none = slicers.getCount();
    add(context.workbook);
    const one = slicers.getCount();
    await context.sync();
    expect([none.value, one.value]).toEqual([0, 1]);
    worksheets.getItem('透视').delete();
    const left = slicers.getCount();
    await context.sync();
    expect(left.value).toBe(0);
  });
});

test('a field that the source has not is refused', async () => {
  await Excel.run(async (context) => {
    context.workbook.slicers.add('按单位', '没有', '透视');
    expect(await codeOf(context.sync())).toBe('ItemNotFound');
  });
});
