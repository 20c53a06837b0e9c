import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { TAB } from '../../../src/sheets/words';
import { useExcel } from '../../excel-host/support';
import { threePeriods } from '../../ledger/three-periods';
import { drawIn, runIn } from '../../support/ledger-in';

const excel = useExcel();

const live = new ExcelWorkbookHost();

/** A PivotTable of 单位透视 as it is shown, its filters left out. */
function shown(name: string) {
  const pivot = excel()
    .host.sheet(TAB.pivot)
    .pivots.find((one) => one.name === name);
  if (!pivot?.rendered) throw new Error(`${name} is not there`);
  const { grid } = pivot.sheet;
  const { left, bottom, right } = pivot.rendered;
  const lines: unknown[][] = [];
  for (let row = pivot.anchor.top; row <= bottom; row += 1) {
    lines.push(Array.from({ length: right - left + 1 }, (_, at) => grid.value(row, left + at)));
  }
  return { pivot, lines };
}

test('whatever is typed as a status, each PivotTable finds its room; words of somebody’s own are 其他', async () => {
  const { host } = excel();
  await drawIn(live, threePeriods());
  const before = shown('UnitStatusPivot').lines[1];
  for (let row = 4; row <= 10; row += 1) host.user.type(`${TAB.ledger}!G${row}`, `状态${row}`);
  await Excel.run(async (context) => {
    context.workbook.pivotTables.refreshAll();
    await context.sync();
  });
  expect(before).not.toContain('其他');
  expect(shown('UnitStatusPivot').lines[1]).toContain('其他');
  expect(shown('UnitStatusPivot').lines.at(-1)?.at(-1)).toBe(11);
});

test('how the clerk turned a PivotTable stays, and its figures follow', async () => {
  const { host } = excel();
  await drawIn(live, threePeriods());
  const [section = ''] = shown('SectionStatusPivot').lines[3] as readonly string[];
  await Excel.run(async (context) => {
    const pivots = context.workbook.worksheets.getItem(TAB.pivot).pivotTables;
    const pivot = pivots.getItem('UnitStatusPivot');
    const filter = pivot.hierarchies.getItem('部分').fields.getItem('部分');
    filter.applyFilter({ manualFilter: { selectedItems: [section] } });
    pivot.filterHierarchies.remove(pivot.filterHierarchies.getItem('时限年度'));
    pivots.getItem('UnitMeasurePivot').layout.showColumnGrandTotals = false;
    await context.sync();
  });
  const narrowed = shown('UnitStatusPivot').lines;
  expect(narrowed.at(-1)?.at(-1)).toBe(4);
  host.user.type(`${TAB.ledger}!G4`, '未启动');
  await runIn(live, 'buildSummary', {});
  const { pivot, lines } = shown('UnitStatusPivot');
  expect([pivot.chosen.get('部分'), pivot.filters.includes('时限年度')]).toEqual([[section], false]);
  expect(lines.at(-1)?.at(-1)).toBe(4);
  expect(lines).not.toEqual(narrowed);
  expect(shown('UnitMeasurePivot').pivot.showColumnGrandTotals).toBe(false);
});
