import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import type { CellMark } from '../../../src/base/workbook-port';
import { addNote } from '../../excel-host/model/note';
import { useExcel } from '../../excel-host/support';

const excel = useExcel();
const live = new ExcelWorkbookHost();
const marks: readonly CellMark[] = [
  { sheet: '填报', cell: 'B2', severity: 'error', note: '缺完成日期' },
  { sheet: '填报', cell: 'A2', severity: 'warning', note: '请核对' },
];
const on = (commented: readonly string[] = []) => ({ sheet: '填报', commented: new Set(commented) });

function look() {
  const { conditionalFormats, comments } = excel().host.sheet('填报');
  return [conditionalFormats.length, comments.map(({ content }) => content)];
}

beforeEach(() => {
  excel().host.addSheet('填报', [
    ['序号', '状态'],
    [1, '已完成'],
  ]);
});

test('marks lie over the cells, do not pile up, and go without a trace', async () => {
  const { host } = excel();
  const before = host.cell('填报!B2');
  await live.mark(on(), marks);
  await live.mark(on(), marks);
  expect(look()).toEqual([2, ['【校验】缺完成日期', '【校验】请核对']]);
  expect(host.cell('填报!B2')).toEqual(before);
  host.traffic.reset();
  expect(await live.clearMarks('填报')).toBe(true);
  expect(host.traffic.syncs).toBe(2);
  expect(look()).toEqual([0, []]);
});

test('a comment of the unit’s own stays, and the cell gets the fill alone', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('填报').comments.add('B2', '请领导阅');
    await context.sync();
  });
  excel().host.user.activate('填报');
  const active = await live.readActive([]);
  expect([...active.commented]).toEqual(['B2']);
  await live.mark(active, marks);
  expect(look()).toEqual([2, ['请领导阅', '【校验】请核对']]);
  await live.clearMarks('填报');
  expect(look()).toEqual([0, ['请领导阅']]);
});

test('a protected sheet is marked and protected again; under a password it is left as it is', async () => {
  const { host } = excel();
  host.user.protect('填报');
  expect(await live.mark(on(), marks)).toBe(true);
  expect(host.sheet('填报').protection).not.toBeNull();
  await live.clearMarks('填报');
  host.user.unprotect('填报');
  host.user.protect('填报', '密码');
  expect(await live.mark(on(), marks)).toBe(false);
  expect(look()).toEqual([0, []]);
});

// OfficeDev/office-js issue 1416: a cell with a note, as of a copy that was marked as a file and came back, takes no comment.
describe('a sheet that came back with notes', () => {
  const withNote = () => {
    const { host } = excel();
    addNote(host.sheet('填报'), 2, 2, '上次退回：缺完成日期');
    host.user.activate('填报');
    host.user.protect('填报');
    return host.sheet('填报');
  };

  test('is marked and protected again, and what could not be noted is told', async () => {
    const sheet = withNote();
    const undone: string[] = [];
    const host = new ExcelWorkbookHost();
    host.onUndone((what) => undone.push(what));
    expect(await host.mark(await host.readActive([]), marks)).toBe(true);
    expect([look()[0], undone, sheet.protection === null]).toEqual([2, ['notes'], false]);
    expect(sheet.notes.map(({ content }) => content)).toEqual(['上次退回：缺完成日期']);
  });
});

describe('where add-ins get at notes', () => {
  const later = useExcel({ excelApi: '1.18' });

  test('the marks are notes, go without a trace, and leave those of the unit', async () => {
    const { host } = later();
    const sheet = host.addSheet('填报', [
      ['序号', '状态'],
      [1, '已完成'],
    ]);
    addNote(sheet, 2, 2, '请领导阅');
    host.user.activate('填报');
    const active = await live.readActive([]);
    expect([...active.commented]).toEqual(['B2']);
    await live.mark(active, marks);
    await live.mark(active, marks);
    expect(sheet.notes.map(({ content }) => content)).toEqual(['请领导阅', '【校验】请核对']);
    await live.clearMarks('填报');
    expect([sheet.notes.map(({ content }) => content), sheet.comments]).toEqual([['请领导阅'], []]);
  });
});
