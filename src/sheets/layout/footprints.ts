import type { SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import type { RawWorkbook } from '../../base/raw-sheet';
import { isFootprintRow, readFootprints } from '../reading/drawn';
import { TAB } from '../words';
import type { Placement } from './placement';
import type { TabLayout } from './tab-layout';

/**
 * By tab, where its columns and the ends of its rows stand: what formulas that speak of it depend on. A tab that stands as it
 * is drawn is left out, and so is what sorting changes.
 */
export type Footprints = ReadonlyMap<string, string>;

/**
 * Tabs that no longer stand where they stood when the workbook was written. Formulas followed them where a spreadsheet program
 * moved them, and did not where another program did, or where cells were copied to their new place.
 */
export function movedSince(
  workbook: RawWorkbook,
  layouts: ReadonlyMap<string, TabLayout>,
): ReadonlySet<string> {
  const then = readFootprints(workbook);
  const now = footprintsOf(layouts, ({ stood }) => stood);
  return new Set(
    [...layouts].flatMap(([name, { lostRows }]) =>
      then.get(name) !== now.get(name) || lostRows.length > 0 ? [name] : [],
    ),
  );
}

/** The workbook as it will be says where its tabs stand. */
export function withFootprints(
  after: WorkbookBlueprint,
  layouts: ReadonlyMap<string, TabLayout>,
): WorkbookBlueprint {
  const said = [...footprintsOf(layouts, ({ stands }) => stands)].map(([name, at]) => `${name} ${at}`);
  if (said.length === 0) return after;
  const withText = (sheet: SheetBlueprint): SheetBlueprint => ({
    ...sheet,
    cells: sheet.cells.map((row) => (isFootprintRow(row) ? [row[0] ?? null, said.join('\n')] : row)),
  });
  return {
    ...after,
    sheets: after.sheets.map((sheet) => (sheet.name === TAB.identity ? withText(sheet) : sheet)),
  };
}

function footprintsOf(
  layouts: ReadonlyMap<string, TabLayout>,
  placement: (layout: TabLayout) => Placement,
): Footprints {
  return new Map(
    [...layouts].flatMap(([name, layout]): [string, string][] => {
      const at = footprintOf(placement(layout));
      return at === '' ? [] : [[name, at]];
    }),
  );
}

/** Empty for a tab that stands as it is drawn, its rows in whatever order. */
function footprintOf({ rows, columns, head }: Placement): string {
  const across = [...columns].some(([column, at]) => column !== at) ? [...columns.values()].join(',') : '';
  const down = gapsIn([...rows.values()].sort((a, b) => a - b));
  const above = head === undefined || head.column === 1 ? '' : String(head.column);
  return across === '' && down === '' && above === '' ? '' : [across, down, above].join(';');
}

/** Where rows that are not ours stand among these: “4+1”, one more above the fourth of ours. */
function gapsIn(rows: readonly number[]): string {
  const gaps: string[] = [];
  let more = 0;
  for (const [index, row] of rows.entries()) {
    const lines = row - index - 1;
    if (lines !== more) gaps.push(`${index + 1}+${lines}`);
    more = lines;
  }
  return gaps.join(',');
}
