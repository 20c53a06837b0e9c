import type { ChartBlueprint, ConditionalFormat, SheetBlueprint } from '../../base/blueprint';
import type { ChangedTab, ListDifference } from '../../base/workbook-difference';
import { operand, rewritten, type Cell } from '../../base/expression/expression';
import type { CellRange } from '../../base/raw-sheet';
import { placedRange, placedRanges, placeOf, type Placement } from './placement';
import type { TabLayout } from './tab-layout';

/** Rules, merges and notes that are new, gone or lie elsewhere. */
export function listDifferences(
  before: SheetBlueprint,
  after: SheetBlueprint,
  { stays, stands }: TabLayout,
): Pick<ChangedTab, 'merges' | 'validations' | 'conditionalFormats' | 'notes'> {
  return {
    merges: difference(merges(before, stays), merges(after, stands)),
    validations: difference(validations(before, stays), validations(after, stands)),
    conditionalFormats: difference(conditions(before, stays), conditions(after, stands)),
    notes: difference(notes(before, stays), notes(after, stands)),
  };
}

export function difference<Item>(then: readonly Item[], now: readonly Item[]): ListDifference<Item> {
  const [before, after] = [then, now].map((items) => new Set(items.map((item) => JSON.stringify(item))));
  return {
    removed: then.filter((item) => after?.has(JSON.stringify(item)) !== true),
    added: now.filter((item) => before?.has(JSON.stringify(item)) !== true),
  };
}

function merges(sheet: SheetBlueprint, at: Placement): readonly CellRange[] {
  return sheet.merges.flatMap((range) => placedRange(at, range) ?? []);
}

function validations(sheet: SheetBlueprint, at: Placement) {
  return sheet.validations.flatMap((rule) =>
    placedRanges(at, rule.range).map((range) => ({ ...rule, range })),
  );
}

function notes(sheet: SheetBlueprint, at: Placement) {
  return sheet.notes.flatMap((note) => {
    const place = placeOf(at, note.row, note.column);
    return place === undefined ? [] : [{ ...note, ...place }];
  });
}

/** A column that is not found keeps its place. */
function conditions(sheet: SheetBlueprint, at: Placement): readonly ConditionalFormat[] {
  return sheet.conditionalFormats.flatMap((rule) =>
    placedRanges(at, rule.range).map((range) => ({
      ...rule,
      range,
      condition: rewritten(rule.condition, (column) =>
        operand<number, Cell>(at.columns.get(column) ?? column),
      ),
    })),
  );
}

/** Charts of the tab whose ranges or words change. */
export function chartDifference(
  before: SheetBlueprint,
  after: SheetBlueprint,
  { stays, stands }: TabLayout,
): ListDifference<ChartBlueprint> {
  return difference(
    before.charts.flatMap((chart) => placedChart(chart, stays) ?? []),
    after.charts.flatMap((chart) => placedChart(chart, stands) ?? []),
  );
}

function placedChart(chart: ChartBlueprint, at: Placement): ChartBlueprint | undefined {
  const categories = placedRange(at, chart.categories);
  const place = placedRange(at, chart.place);
  if (categories === undefined || place === undefined) return undefined;
  const series = chart.series.flatMap((one) => {
    const values = placedRange(at, one.values);
    const nameCell = placeOf(at, one.nameCell.row, one.nameCell.column);
    return values === undefined || nameCell === undefined ? [] : [{ ...one, values, nameCell }];
  });
  return { ...chart, categories, place, series };
}

/** A pivot is read anew when anything of its source has changed. */
export function pivotDifference(
  before: SheetBlueprint,
  after: SheetBlueprint,
  { stays, stands }: TabLayout,
  sourceChanged: boolean,
): ChangedTab['pivots'] {
  const [removed, added] = [placedPivots(before, stays), placedPivots(after, stands)];
  const plain = difference(removed, added);
  if (plain.removed.length + plain.added.length > 0 || !sourceChanged) return plain;
  return { removed, added };
}

/** Below the rows that are drawn it stands as far down as it is drawn. */
function placedPivots(sheet: SheetBlueprint, at: Placement): SheetBlueprint['pivots'] {
  return sheet.pivots.map((pivot) => {
    const { row, column } = pivot.anchor;
    const last = Math.min(row, sheet.cells.length);
    const place = placeOf(at, last, column);
    return place === undefined
      ? pivot
      : { ...pivot, anchor: { row: place.row + row - last, column: place.column } };
  });
}
