import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { watchWorkbook, type WorkbookChange } from '../../../src/hosts/excel/watch-workbook';
import { useExcel } from '../../excel-host/support';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';

const live = new ExcelWorkbookHost();

const noted = plainWorkbook([
  plainSheet('表', {
    cells: [['单位', '状态']],
    notes: [
      { row: 1, column: 1, text: '截止日当天不算逾期。' },
      { row: 1, column: 2, text: '从列表中选择' },
    ],
    validations: [
      {
        range: range(1, 2, 1, 2),
        rule: { kind: 'list', values: ['已完成', '推进中'] },
        prompt: { title: '填报状态', text: '请选择' },
        error: { title: '不对', text: '请改' },
      },
    ],
  }),
]);

describe('reading', () => {
  const excel = useExcel();

  test('a workbook nobody has written in', async () => {
    expect(await live.read()).toEqual({
      file: 'Book1.xlsx',
      sheets: [{ name: 'Sheet1', visibility: 'visible', rows: [], merges: [] }],
      date1904: false,
      hasMacros: false,
      hasExternalLinks: false,
    });
  });

  test('rows hidden by the user say so', async () => {
    const { host } = excel();
    host.addSheet('填报', [['甲'], ['乙'], ['丙']]);
    host.user.hideRows('填报!A2');
    const { sheets } = await live.read();
    expect(sheets[1]?.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  });

  test('cells far from the corner are where they are', async () => {
    excel().host.addSheet('填报');
    excel().host.user.type('填报!C5', 7);
    const { sheets } = await live.read();
    expect(sheets[1]?.rows).toEqual([{ row: 5, hidden: false, cells: [{ column: 3, value: 7 }] }]);
  });

  test('a workbook with macros by its name', async () => {
    excel().host.workbook.name = '台账.xlsm';
    expect((await live.read()).hasMacros).toBe(true);
  });
});

describe('a workbook of a clerk’s own making', () => {
  const excel = useExcel();

  test('formulas, errors and links to other workbooks are told apart from texts', async () => {
    const { host } = excel();
    host.addSheet('填报', [['=1/0', "'=1/0", '=A1&"x"', '#N/A 表示空']]);
    const { sheets, hasExternalLinks } = await live.read();
    expect(sheets[1]?.rows[0]?.cells).toEqual([
      { column: 1, value: { error: '#DIV/0!' }, formula: '1/0' },
      { column: 2, value: '=1/0' },
      { column: 3, value: { error: '#DIV/0!' }, formula: 'A1&"x"' },
      { column: 4, value: '#N/A 表示空' },
    ]);
    expect(hasExternalLinks).toBe(false);
  });
});

describe('selecting', () => {
  const excel = useExcel();

  test('brings the tab to the front and selects the cell, in one round trip', async () => {
    const { host } = excel();
    host.addSheet('填报', [['甲']]);
    await live.select('填报', 'C12');
    expect(host.workbook.activeSheet.name).toBe('填报');
    expect(host.workbook.selection.rects).toEqual([range(12, 3, 12, 3)]);
    expect(host.traffic.syncs).toBe(1);
  });

  test('does nothing when there is no such sheet', async () => {
    await live.select('没有', 'A1');
    expect(excel().host.workbook.activeSheet.name).toBe('Sheet1');
  });
});

describe('the user’s own doing', () => {
  const excel = useExcel();
  /** Events arrive after what caused them. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  test('the sheet in front is known by name', async () => {
    excel().host.addSheet('填报', [['甲']]);
    excel().host.user.activate('填报');
    expect(await live.activeSheet()).toBe('填报');
  });

  test('is told of until nobody listens any more', async () => {
    const { host } = excel();
    const heard: WorkbookChange[] = [];
    const stop = await watchWorkbook((change) => heard.push(change));
    host.user.type('Sheet1!A1', '改');
    host.user.addSheet('填报');
    host.user.activate('填报');
    host.user.deleteSheet('Sheet1');
    await settled();
    expect(heard).toEqual(['cells', 'sheets', 'front', 'sheets']);
    await stop();
    host.user.type('填报!A1', '再改');
    await settled();
    expect(heard).toHaveLength(4);
  });
});

describe('notes', () => {
  const excel = useExcel({ excelApi: '1.18' });

  test('are notes where Excel lets add-ins at them, and do not pile up', async () => {
    await live.write(noted);
    await live.write(noted);
    const { comments, notes } = excel().host.sheet('表');
    expect(comments).toEqual([]);
    expect(notes.map(({ row, column, content }) => [row, column, content])).toEqual([
      [1, 1, '截止日当天不算逾期。'],
      [1, 2, '从列表中选择'],
    ]);
  });
});

describe('notes in Excel before 1.18', () => {
  const excel = useExcel({ excelApi: '1.17' });

  test('come up as input messages, unless the cell has one already', async () => {
    await live.write(noted);
    const { validations, comments } = excel().host.sheet('表');
    const prompts = validations.map(({ rect, validation }) => [rect.left, validation.prompt.message]);
    expect(prompts.sort()).toEqual([
      [1, '截止日当天不算逾期。'],
      [2, '请选择'],
    ]);
    expect(comments).toEqual([]);
  });
});
