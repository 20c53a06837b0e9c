import { contentValue } from '../../../base/content-value';
import type { CellRange } from '../../../base/raw-sheet';
import type { ChartBlueprint, SheetBlueprint } from '../../../base/blueprint';

export interface ChartValues {
  /** One for each bar. */
  readonly names: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** One for each bar. */
    readonly values: readonly number[];
    /** `RRGGBB`. */
    readonly color: string;
  }[];
}

/** What a chart of a tab shows, from the same cells as Excel's; room for categories to come makes no bar yet. */
export function chartValues(chart: ChartBlueprint, sheet: SheetBlueprint): ChartValues {
  const categories = columnOf(sheet, chart.categories);
  const isNamed = (_: unknown, index: number) => !isBlank(categories[index]);
  return {
    names: categories.filter(isNamed).map(String),
    series: chart.series.map(({ nameCell, values, color }) => ({
      name: String(contentValue(sheet.cells[nameCell.row - 1]?.[nameCell.column - 1] ?? null) ?? ''),
      values: columnOf(sheet, values).filter(isNamed).map(Number),
      color,
    })),
  };
}

function columnOf(sheet: SheetBlueprint, range: CellRange) {
  return Array.from({ length: range.bottom - range.top + 1 }, (_, index) =>
    contentValue(sheet.cells[range.top + index - 1]?.[range.left - 1] ?? null),
  );
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
