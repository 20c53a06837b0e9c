import { codeOf, useExcel } from './support';

const excel = useExcel();

const entries = [
  ['单位', '状态', '进度'],
  ['市编办', '已完成', 100],
  ['市人社局', '推进中', 40],
  ['市编办', '推进中', 20],
  ['市编办', '', 0],
];

beforeEach(() => {
  const { host } = excel();
  host.addSheet('明细', entries);
  host.addSheet('透视');
});

type Shape = (pivot: Excel.PivotTable) => void;

async function build(shape: Shape, anchor = 'A3', name = '单位透视'): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const source = worksheets.getItem('明细');
    const existing = source.tables.getItemOrNullObject('明细表');
    await context.sync();
    const table = existing.isNullObject ? source.tables.add('A1:C5', true) : existing;
    table.name = '明细表';
    const pivot = worksheets.getItem('透视').pivotTables.add(name, table, anchor);
    shape(pivot);
    const range = pivot.layout.getRange().load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}

const unitByStatus: Shape = (pivot) => {
  pivot.rowHierarchies.add(pivot.hierarchies.getItem('单位'));
  pivot.columnHierarchies.add(pivot.hierarchies.getItem('状态'));
  const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem('进度'));
  data.summarizeBy = 'Count';
  data.name = '条数';
};

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables
describe('a PivotTable', () => {
  test('counts one field by two others, blanks last', async () => {
    expect(await build(unitByStatus)).toEqual([
      ['条数', '列标签', '', '', ''],
      ['行标签', '推进中', '已完成', '(空白)', '总计'],
      ['市编办', 1, 1, 1, 3],
      ['市人社局', 1, '', '', 1],
      ['总计', 2, 1, 1, 4],
    ]);
  });

  test('in tabular form names its fields', async () => {
    const values = await build((pivot) => {
      unitByStatus(pivot);
      pivot.layout.layoutType = 'Tabular';
      pivot.layout.showRowGrandTotals = false;
    });
    expect(values.slice(0, 3)).toEqual([
      ['条数', '状态', '', ''],
      ['单位', '推进中', '已完成', '(空白)'],
      ['市编办', 1, 1, 1],
    ]);
  });

  test('sums numbers unless told otherwise, several values side by side', async () => {
    const values = await build((pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem('单位'));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem('进度'));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem('状态'));
    });
    expect(values).toEqual([
      ['行标签', '求和项:进度', '计数项:状态'],
      ['市编办', 120, 2],
      ['市人社局', 40, 1],
      ['总计', 160, 3],
    ]);
  });

  test('shows new entries after a refresh only', async () => {
    const { host } = excel();
    await build(unitByStatus);
    host.user.type('明细!B5', '未启动');
    expect(host.cell('透视!D4').value).toBe('(空白)');
    await Excel.run(async (context) => {
      context.workbook.pivotTables.refreshAll();
      await context.sync();
    });
    expect(host.values('透视!B4:E4')).toEqual([['推进中', '未启动', '已完成', '总计']]);
  });

  test('leaves nothing behind when it is deleted', async () => {
    const { host } = excel();
    await build(unitByStatus);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('透视').pivotTables.getItem('单位透视').delete();
      await context.sync();
    });
    expect([host.values('透视!A3:E7').flat().join(''), host.sheet('透视').pivots.length]).toEqual(['', 0]);
  });

  test('a field that is not there is ItemNotFound', async () => {
    expect(
      await codeOf(build((pivot) => void pivot.rowHierarchies.add(pivot.hierarchies.getItem('没有')))),
    ).toBe('ItemNotFound');
  });
});

// learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling (PivotTableRangeConflict)
describe('PivotTableRangeConflict', () => {
  test('two reports cannot overlap', async () => {
    await build(unitByStatus);
    expect(await codeOf(build(unitByStatus, 'B5', '第二个'))).toBe('PivotTableRangeConflict');
  });

  test('a cell of a report cannot be written', async () => {
    await build(unitByStatus);
    const work = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('透视').getRange('B5').values = [[99]];
      await context.sync();
    });
    expect(await codeOf(work)).toBe('PivotTableRangeConflict');
  });

  test('the same name again is ItemAlreadyExists', async () => {
    await build(unitByStatus);
    expect(await codeOf(build(unitByStatus, 'J3'))).toBe('ItemAlreadyExists');
  });
});
