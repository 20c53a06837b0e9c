import type { CellEdit } from '../../src/app/changes/edit-cells';
import { must } from '../../src/base/invariant';
import { cellAddress, type RawWorkbook } from '../../src/base/raw-sheet';
import { ledgerBytes } from '../../src/app/runner/ledger-bytes';
import { openLedgerFile } from '../../src/app/runner/opened-file';
import { WorkbookLooks } from '../../src/hosts/file/reading/looks/workbook-looks';
import { readWorkbook } from '../../src/hosts/file/reading/xlsx/read-xlsx';
import { tabsByNeed } from '../../src/sheets/ledger-workbook';
import { shownEdits } from '../../src/taskpane/grid/editing/shown-edits';
import { AS_IT_STANDS, arrangedRows } from '../../src/taskpane/grid/arranging/arrangement';
import { chipTest } from '../../src/taskpane/grid/arranging/ledger-chips';
import { listRegion } from '../../src/taskpane/grid/arranging/list-region';
import { cellStyle } from '../../src/taskpane/grid/looks/cell-style';
import { SheetGridModel, type GridCell } from '../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../src/taskpane/grid/shown-tab';
import { StandingSheets } from '../../src/taskpane/grid/standing/standing-sheets';
import { GridCommands } from '../../src/taskpane/session/commands/grid-commands';
import { chainedByOpenpyxl } from '../guest/openpyxl-edits';
import { standingWorkbook } from '../guest/use-cases';
import { hasOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { page } from '../support/pane-page';

jest.setTimeout(120_000);

const EDITS = [
  'line_above',
  'own_column_before_status',
  'own_column_right',
  'heading_row_between',
  'sorted_by_unit',
  'text_below',
  'text_right_below_entries',
  'text_beside_summary',
  'text_below_pivot',
  'lines_above_summary',
  'own_column_in_directory',
];

/** A page over the file host, with what it saved last. */
function filePage() {
  const saved: Uint8Array[] = [];
  const here = page({
    openLedger: openLedgerFile,
    ledgerBytes,
    openLooks: (bytes) => Promise.resolve(new WorkbookLooks(bytes)),
    save: async (name, _known, bytes) => {
      saved.push(await bytes());
      return { name, file: null };
    },
  });
  return { ...here, saved };
}

async function opened(bytes: Uint8Array) {
  const here = filePage();
  await here.commands.opening.open({
    name: '台账.xlsx',
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  });
  const { source } = here.store.snapshot();
  if (source === null) throw new Error('not opened');
  const { desk } = here.commands;
  const sheets = new StandingSheets(await desk.sourceOf(source), await desk.looksOf(source));
  const model = (tab: string): SheetGridModel => {
    const { ledger, findings } = here.store.snapshot();
    const sheet = ledger === null ? undefined : tabsByNeed(ledger, findings).tab(tab);
    if (sheet === undefined) throw new Error(`no ${tab}`);
    return new SheetGridModel(sheets.tab(sheet));
  };
  return { ...here, model };
}

/** What is seen of a cell's look: a size, a border or a font that is the page's own need not be said. */
function looksOf(cell: GridCell): Readonly<Record<string, unknown>> {
  const { fontSize, color, ...rest } = cellStyle(cell, false);
  return { ...rest, size: Math.round(Number(fontSize ?? 13)), color: color ?? '#000000' };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** Texts of a workbook that the grid shows elsewhere or not at all, tab by tab. */
function notShown({ sheets }: RawWorkbook, { model }: Opened): readonly string[] {
  const names = ['台账', '汇总', '领导参阅', '趋势', '考核', '填报明细', '报送情况', '单位目录', '设置'];
  return names.flatMap((name) => {
    const grid = model(name);
    const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    return rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value }) => {
        const isText = typeof value === 'string' && value !== '';
        const shown = grid.text(row, column);
        return isText && shown !== value ? [`${name}!${cellAddress(row, column)}: ${value} ≠ ${shown}`] : [];
      }),
    );
  });
}

function placeOf(grid: SheetGridModel, text: string): { row: number; column: number } {
  for (let row = 1; row <= grid.rowCount; row += 1) {
    const found = grid.columns.find(({ at }) => grid.text(row, at) === text);
    if (found !== undefined) return { row, column: found.at };
  }
  throw new Error(`the grid does not show ${text}`);
}

(hasOpenpyxl ? describe : describe.skip)('a workbook in which a clerk has worked', () => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await chainedByOpenpyxl(await standingWorkbook(), EDITS);
  });

  test('is shown in the grid as it is: own columns, rows and words, and the order of the rows', async () => {
    const here = await opened(bytes);
    expect(notShown(readWorkbook(bytes, ''), here)).toEqual([]);
    const grid = here.model('台账');
    const head = placeOf(grid, '自留列');
    expect(grid.columns.find(({ at }) => at === head.column)?.width).toBeGreaterThan(40);
    expect(placeOf(grid, '填报状态').column).toBe(head.column + 1);
    expect(grid.freeze.rows).toBe(head.row);
    expect(placeOf(here.model('单位透视'), '透视说明').row).toBeGreaterThan(3);
  });

  test('shows the rows that the pane asks for, wherever they stand, also where the first column is the clerk’s', async () => {
    for (const edits of [EDITS, ['own_column_before_number', 'line_above']]) {
      const here = await opened(await chainedByOpenpyxl(await standingWorkbook(), edits));
      const { tab } = here.model('台账');
      const only = [5, 2];
      const test = chipTest(tab, here.store.ledger, { chips: [], only });
      const list = must(listRegion(tab), 'the list');
      const rows = arrangedRows(tab, list, { ...AS_IT_STANDS, only }, test);
      const shown = new SheetGridModel(
        tab,
        rows.filter((row) => row >= list.first && row <= list.last),
      );
      const { column } = placeOf(here.model('台账'), '序号');
      const numbers = Array.from({ length: shown.rowCount }, (_, index) => shown.text(index + 1, column));
      expect(numbers.filter((text) => text !== '').sort()).toEqual(['2', '5']);
    }
  });

  test('takes edits where they are shown, saves them with what is the clerk’s, and shows what it saved', async () => {
    const here = await opened(bytes);
    const commands = new GridCommands(here.commands.desk);
    const grid = here.model('台账');
    const edit = (edits: readonly CellEdit[]) => shownEdits(grid, commands.edit)(edits);
    const [numbers, status] = [placeOf(grid, '序号'), placeOf(grid, '填报状态')];
    const row = Array.from({ length: grid.rowCount }, (_, index) => index + 1).find(
      (one) => one > numbers.row && grid.text(one, numbers.column) === '5',
    );
    if (row === undefined) throw new Error('no measure 5');
    expect(grid.editRule(row, status.column)).toMatchObject({ kind: 'list' });
    expect(edit([{ row, column: status.column, typed: '也许' }])).toMatchObject({
      kind: 'refused',
      cell: cellAddress(row, status.column),
    });
    const own = placeOf(grid, '自留备注');
    expect(grid.editRule(own.row, own.column)).toBeUndefined();
    expect(edit([{ ...own, typed: 'x' }])).toMatchObject({
      kind: 'refused',
      cell: cellAddress(own.row, own.column),
    });
    expect(edit([{ row, column: status.column, typed: '推进中' }])).toMatchObject({ kind: 'taken' });
    expect(here.store.ledger.entries.at(-1)).toMatchObject({ measure: 5, origin: 'handEdit' });

    await here.commands.download();
    const [saved] = here.saved;
    if (saved === undefined) throw new Error('nothing saved');
    const book = readWorkbook(saved, '');
    expect(notShown(book, here)).toEqual([]);
    const words = book.sheets.flatMap((sheet) =>
      sheet.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value))),
    );
    for (const word of ['内部资料', '自留列', '自留备注', '领导批示', '以上由综合科整理', '以上已核对'])
      expect(words).toContain(word);
  });
});

test('a workbook as it was drawn is shown as it is drawn', async () => {
  const bytes = await standingWorkbook();
  const here = await opened(bytes);
  expect(notShown(readWorkbook(bytes, ''), here)).toEqual([]);
  const { ledger } = here.store.snapshot();
  const drawn = ledger && tabsByNeed(ledger).tab('台账');
  if (drawn == null) throw new Error('no 台账');
  const [standing, plain] = [here.model('台账'), new SheetGridModel(new ShownTab(drawn))];
  expect(standing.columns).toEqual(plain.columns);
  expect(standing.rowCount).toBe(plain.rowCount);
  for (let row = 1; row <= 12; row += 1) {
    expect(standing.rowHeight(row)).toBe(plain.rowHeight(row));
    for (const { at } of plain.columns) {
      const [cell, drawn] = [standing.cell(row, at), plain.cell(row, at)];
      expect(cell?.text).toBe(drawn?.text);
      expect(cell && looksOf(cell)).toEqual(drawn && looksOf(drawn));
    }
  }
});

const DRESSED = `
from openpyxl.styles import Font, PatternFill
book = openpyxl.load_workbook(path)
sheet = book['台账']
sheet['D7'].fill = PatternFill('solid', fgColor='FFFFFF00')
sheet['D7'].font = Font(name='楷体', size=14, bold=True, color='FFC00000')
sheet['S3'] = '金额'
sheet['S6'] = 12345.5
sheet['S6'].number_format = '#,##0.00'
sheet['S7'] = datetime.date(2017, 9, 30)
sheet['S7'].number_format = 'yyyy"年"m"月"d"日"'
sheet.column_dimensions['C'].hidden = True
sheet.column_dimensions['D'].width = 80
sheet.row_dimensions[8].hidden = True
sheet.row_dimensions[9].height = 90
own = book.create_sheet('自用')
own['A1'] = 0.25
own['A1'].number_format = '0%'
own['A1'].fill = PatternFill('solid', fgColor='FF00B0F0')
own.row_dimensions[2].hidden = True
own['A2'] = '藏'
own['A3'] = '末'
own.auto_filter.ref = 'A1:A3'
book.save(path)
`;

(hasOpenpyxl ? describe : describe.skip)('a workbook that a clerk has dressed', () => {
  let here: Opened;

  beforeAll(async () => {
    here = await opened(await runOpenpyxl(DRESSED, await standingWorkbook()));
  });

  /** The line of a row of the sheet. */
  const at = (grid: SheetGridModel, row: number, column: number) => grid.cell(grid.lineOf(row), column);

  test('is shown with its fills, fonts, formats, widths and heights, and without what is hidden', () => {
    const grid = here.model('台账');
    expect(at(grid, 7, 4)?.format).toMatchObject({ fill: 'FFFF00', bold: true, size: 14, color: 'C00000' });
    expect(at(grid, 5, 4)?.format.fill).toBeUndefined();
    expect(at(grid, 6, 19)).toMatchObject({ text: '12,345.50', kind: 'number' });
    expect(at(grid, 7, 19)?.text).toBe('2017年9月30日');
    expect(grid.columns.map(({ at: column }) => column)).not.toContain(3);
    expect(grid.columns.find(({ at: column }) => column === 4)?.width).toBe(80 * 7 + 5);
    expect(grid.rowNumber(grid.lineOf(8))).toBe(9);
    expect(grid.rowHeight(grid.lineOf(9))).toBe(120);
  });

  test('keeps its looks while its cells are edited', () => {
    const commands = new GridCommands(here.commands.desk);
    const grid = here.model('台账');
    const line = grid.lineOf(6);
    const answer = shownEdits(grid, commands.edit)([{ row: line, column: 11, typed: '经费未落实' }]);
    expect(answer).toMatchObject({ kind: 'taken' });
    const after = here.model('台账');
    expect(at(after, 6, 11)?.text).toBe('经费未落实');
    expect(at(after, 7, 4)?.format.fill).toBe('FFFF00');
    expect(commands.undo()).toBe(true);
    expect(at(here.model('台账'), 6, 11)?.text).not.toBe('经费未落实');
    expect(commands.redo()).toBe(true);
    expect(at(here.model('台账'), 6, 11)?.text).toBe('经费未落实');
    expect(commands.redo()).toBe(false);
  });

  test('has sheets of the clerk’s own that look as in the file, their filter and what it hides too', async () => {
    const { source, ownSheets } = here.store.snapshot();
    const { desk } = here.commands;
    if (source === null) throw new Error('not opened');
    const sheets = new StandingSheets(await desk.sourceOf(source), await desk.looksOf(source));
    const [own] = ownSheets;
    if (own === undefined) throw new Error('no sheet of the clerk’s');
    const tab = sheets.ownTab(own);
    const grid = new SheetGridModel(tab);
    expect(grid.cell(1, 1)).toMatchObject({ text: '25%', format: { fill: '00B0F0' } });
    expect([1, 2].map((row) => grid.text(row, 1))).toEqual(['25%', '末']);
    expect(tab.hasGridlines).toBe(true);
    expect(listRegion(tab)).toEqual({ head: 1, first: 2, last: 3, left: 1, right: 1 });
  });
});
