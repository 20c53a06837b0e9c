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

/** The slicers as they lie there: what they filter, and the cells of 单位透视 under them. */
function slicers() {
  return excel().host.workbook.slicers.map(({ name, caption, field, pivot, sheet, box }) => ({
    name,
    caption,
    field,
    of: `${sheet.name} ${pivot.name}`,
    box,
  }));
}

const OURS = ['单位', '期别', '报送期'];

test('units, ages and periods have slicers, which lie beside the filters', async () => {
  await drawIn(live, threePeriods());
  expect(slicers()).toEqual(
    OURS.map((field) => ({
      name: `单位透视_${field}`,
      caption: field,
      field,
      of: '单位透视 UnitStatusPivot',
      box: expect.anything() as unknown,
    })),
  );
  const { pivot } = shown('UnitStatusPivot');
  const { grid } = pivot.sheet;
  const total = (count: number, size: (index: number) => number): number =>
    Array.from({ length: count }, (_, index) => size(index + 1)).reduce((sum, points) => sum + points, 0);
  const across = (columns: number): number => total(columns, (column) => grid.widthOf(column));
  const figures = { left: across(2), right: across(7), bottom: total(12, (row) => grid.heightOf(row)) };
  expect(pivot.anchor.top).toBe(14);
  for (const { box } of slicers()) {
    expect(box.left).toBeGreaterThanOrEqual(figures.left);
    expect(box.left + box.width).toBeLessThanOrEqual(figures.right);
    expect(box.top + box.height).toBeLessThanOrEqual(figures.bottom);
  }
});

test('drawn again they are there once, and those of the clerk’s stay', async () => {
  await drawIn(live, threePeriods());
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(TAB.pivot);
    context.workbook.slicers.add('SectionStatusPivot', '部分', sheet);
    await context.sync();
  });
  await drawIn(live, threePeriods());
  expect(
    slicers()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([...OURS.map((field) => `单位透视_${field}`), '部分'].toSorted());
});

test('what is pressed stays when the figures are new; one that the clerk deleted does not come back', async () => {
  const { host } = excel();
  await drawIn(live, threePeriods());
  await Excel.run(async (context) => {
    context.workbook.slicers.getItem('单位透视_单位').selectItems(['市编办']);
    context.workbook.slicers.getItem('单位透视_期别').delete();
    await context.sync();
  });
  const before = shown('UnitStatusPivot').lines.at(-1)?.at(-1);
  host.user.type(`${TAB.ledger}!G4`, '未启动');
  await runIn(live, 'buildSummary', {});
  expect(shown('UnitStatusPivot').lines.at(-1)?.at(-1)).toBe(before);
  expect(slicers().map(({ field }) => field)).toEqual(['单位', '报送期']);
});

test('an Excel that makes no slicers has the ledger all the same, and says so', async () => {
  const { host } = excel();
  host.workbook.behaviour.refuses = (member) => member === 'SlicerCollection.Add';
  const undone: string[] = [];
  const refused = new ExcelWorkbookHost();
  refused.onUndone((what) => undone.push(what));
  await drawIn(refused, threePeriods());
  expect(new Set(undone)).toEqual(new Set(['slicers']));
  expect(slicers()).toEqual([]);
  expect(shown('UnitPeriodPivot').lines.length).toBeGreaterThan(3);
});
