import { onceFor } from '../../base/once-for';
import type { RawRow } from '../../base/raw-sheet';
import type { DefinedName, SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import type { ChangedTab, TabDifference, WorkbookDifference } from '../../base/workbook-difference';
import { CHANGING, writtenFrom } from '../reading/drawn';
import { LedgerFormatError } from '../reading/ledger-format-error';
import { sheetNamed } from '../reading/raw-table';
import { cellChanges } from './cell-changes';
import { redrawnTabs, restoredRows, type Repair } from './repairs';
import { rebased } from './standing-cell';
import { movedSince, withFootprints } from './footprints';
import { foreignContent } from './foreign-contents';
import { formatChanges } from './format-changes';
import { chartDifference, listDifferences, pivotDifference } from './list-differences';
import { placedRange } from './placement';
import { printChanges } from './print-changes';
import type { Placements } from './rebase-formula';
import type { StandingWorkbook, TabChange } from './standing-workbook';
import { ACTS } from '../tabs/acts-tab';
import { ENTRIES } from '../tabs/entries-tab';
import { clearing, unfinishedRows } from './unfinished-rows';
import { likelier, tabLayout, type TabLayout } from './tab-layout';

export interface LedgerDifference {
  readonly difference: WorkbookDifference;
  /** What was no longer as the product had written it. What a clerk may type into is not among it. */
  readonly repairs: readonly Repair[];
}

/**
 * What has to change in a workbook so that it shows the tabs of `after`: the cells of ours that differ, by row key and column
 * name, and nothing else.
 * @throws LedgerFormatError when a tab is beyond recognition and the clerk has written where it would be drawn
 */
export function ledgerDifference(found: StandingWorkbook, wanted: WorkbookBlueprint): LedgerDifference {
  const unfinished = unfinishedParts(found, wanted);
  const standing = unfinished.size === 0 ? found : withoutRows(found, unfinished);
  const layouts = new Map<string, TabLayout>();
  for (const sheet of wanted.sheets) {
    const there = sheetNamed(standing.workbook, sheet.name);
    const before = standing.drawn.sheets.find(({ name }) => name === sheet.name);
    if (there === undefined || before === undefined || standing.outdated) continue;
    // How another version drew what is not read, nobody can tell.
    if (standing.drawnByOther && standing.reading(sheet.name) === 'nothing') continue;
    const table = standing.tables.get(sheet.name);
    const mayHaveGrown = standing.halfChanged && table === undefined && sheet.visibility === 'visible';
    const stood = mayHaveGrown ? likelier(there, before, sheet) : before;
    const layout = layoutOrNothing(
      there,
      stood,
      sheet,
      table,
      standing.halfChanged,
      standing.former.get(sheet.name),
    );
    if (layout !== undefined) layouts.set(sheet.name, layout);
  }
  const placements = {
    stood: mapped(layouts, ({ stood }) => stood),
    stays: mapped(layouts, ({ stays }) => stays),
    stands: mapped(layouts, ({ stands }) => stands),
    moved: new Map(
      [...layouts].flatMap(([name, { moved }]) => (moved === undefined ? [] : [[name, moved] as const])),
    ),
  };
  const after = withFootprints(wanted, layouts);
  const moved = movedSince(standing.workbook, layouts);
  const restored: Repair[] = [];
  const tabs = inWriteOrder(after).flatMap((sheet): TabDifference[] => {
    const layout = layouts.get(sheet.name);
    const before = standing.drawn.sheets.find(({ name }) => name === sheet.name);
    if (layout === undefined || before === undefined)
      return [{ kind: 'draw', sheet: rebasedSheet(sheet, placements.stands) }];
    const changed = changedTab(
      standing,
      {
        before: standing.halfChanged ? bare(before, sheet) : before,
        after: sheet,
        layout,
        placements,
        moved,
        sourceChanged: !standing.halfChanged && isSourceChanged(sheet, standing.drawn, after),
      },
      restored,
    );
    const change = { ...changed, cells: clearing(changed.cells, unfinished.get(sheet.name) ?? []) };
    return isEmpty(change) ? [] : [change];
  });
  const guard = writtenFrom(standing.workbook);
  const difference = {
    tabs,
    order: after.sheets.map(({ name }) => name),
    names: placedNames(after.names, layouts),
    title: after.title,
    mark: CHANGING,
    ...(guard === undefined ? {} : { guard }),
  };
  return {
    difference,
    repairs: standing.drawnByOther
      ? [{ kind: 'carriedOver' }]
      : [
          ...redrawnTabs(standing, after, layouts),
          // Rows that a stopped change did not come to are not struck by anybody.
          ...(standing.halfChanged
            ? []
            : after.sheets.flatMap((sheet) => restoredRows(sheet, layouts.get(sheet.name)))),
          ...restored,
        ],
  };
}

/** By tab, the rows of entries that a stopped change did not come to the end of. */
function unfinishedParts(
  { halfChanged, workbook, drawn, tables }: StandingWorkbook,
  after: WorkbookBlueprint,
): ReadonlyMap<string, readonly RawRow[]> {
  if (!halfChanged) return new Map();
  return new Map(
    [ENTRIES.name, ACTS.name].flatMap((name): [string, readonly RawRow[]][] => {
      const sheet = sheetNamed(workbook, name);
      const table = tables.get(name);
      if (sheet === undefined || table === undefined) return [];
      const states = [...drawn.sheets, ...after.sheets].filter((one) => one.name === name);
      const rows = unfinishedRows(sheet, table, states);
      return rows.length === 0 ? [] : [[name, rows]];
    }),
  );
}

function withoutRows(
  standing: StandingWorkbook,
  rows: ReadonlyMap<string, readonly RawRow[]>,
): StandingWorkbook {
  const sheets = standing.workbook.sheets.map((sheet) => {
    const left = rows.get(sheet.name);
    return left === undefined ? sheet : { ...sheet, rows: sheet.rows.filter((row) => !left.includes(row)) };
  });
  return { ...standing, workbook: { ...standing.workbook, sheets } };
}

/** What no cell of ours holds. */
const UNKNOWN = '\u0000';

/** Only what its cells hold is known of it, and of a tab that was not read not even that. */
function bare(sheet: SheetBlueprint, after: SheetBlueprint): SheetBlueprint {
  const { print: _print, ...rest } = sheet;
  return {
    ...rest,
    ...(sheet.visibility === 'visible' ? {} : { cells: after.cells.map((row) => row.map(() => UNKNOWN)) }),
    formats: [],
    rowHeights: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    notes: [],
    charts: [],
    pivots: [],
  };
}

/**
 * A tab that only shows something, and that nobody recognises any more, is drawn anew, unless something of the clerk's stands
 * where it would be drawn. @throws LedgerFormatError in that case
 */
function layoutOrNothing(
  ...[sheet, before, after, ...how]: Parameters<typeof tabLayout>
): TabLayout | undefined {
  const refuse = (error?: LedgerFormatError): undefined => {
    const foreign = foreignContent(sheet, before, after);
    if (foreign === undefined) return undefined;
    throw error ?? new LedgerFormatError('damaged', 'tab-unrecognised', { sheet: sheet.name, ...foreign });
  };
  try {
    return tabLayout(sheet, before, after, ...how) ?? refuse();
  } catch (error) {
    if (!(error instanceof LedgerFormatError) || error.fault === 'tab-unrecognised') throw error;
    return refuse(error);
  }
}

function mapped<Value, Result>(
  map: ReadonlyMap<string, Value>,
  to: (value: Value) => Result,
): Map<string, Result> {
  return new Map([...map].map(([name, value]) => [name, to(value)]));
}

function inWriteOrder({ sheets, writeOrder = [] }: WorkbookBlueprint): readonly SheetBlueprint[] {
  const rank = ({ name }: SheetBlueprint) => {
    const at = writeOrder.indexOf(name);
    return at < 0 ? writeOrder.length : at;
  };
  return sheets.toSorted((a, b) => rank(a) - rank(b));
}

/** A tab that is drawn anew speaks of the others where they stand. */
function rebasedSheet(sheet: SheetBlueprint, placements: Placements): SheetBlueprint {
  return {
    ...sheet,
    cells: sheet.cells.map((row) => row.map((cell) => rebased(cell, sheet.name, placements))),
  };
}

function placedNames(
  names: readonly DefinedName[],
  layouts: ReadonlyMap<string, TabLayout>,
): readonly DefinedName[] {
  return names.map((name) => {
    const layout = layouts.get(name.sheet);
    const range = layout === undefined ? name.range : placedRange(layout.stands, name.range);
    return range === undefined ? name : { ...name, range };
  });
}

function changedTab(standing: StandingWorkbook, change: TabChange, restored: Repair[]): ChangedTab {
  const { before, after, layout } = change;
  const looks = formatChanges(before, after, layout);
  return {
    kind: 'change',
    sheet: after.name,
    insertedRows: layout.insertedRows,
    cells: cellChanges(standing, change, looks.numberFormat, restored),
    formats: looks.formats,
    details: looks.details,
    rowHeights: looks.rowHeights,
    tables: after.tables.flatMap(({ name, range }) => {
      const now = placedRange(layout.stands, range);
      const then = before.tables[0] && placedRange(layout.stays, before.tables[0].range);
      return now === undefined || JSON.stringify(now) === JSON.stringify(then) ? [] : [{ name, range: now }];
    }),
    ...listDifferences(before, after, layout),
    charts: chartDifference(before, after, layout),
    pivots: pivotDifference(before, after, layout, change.sourceChanged),
    ...printChanges(
      before,
      after,
      layout,
      standing.drawn.sheets.find(({ name }) => name === after.name)?.print?.area,
    ),
  };
}

function isEmpty(change: ChangedTab): boolean {
  return Object.values(change).every(
    (value) =>
      typeof value === 'string' ||
      (Array.isArray(value) && value.length === 0) ||
      (!Array.isArray(value) && value.removed?.length === 0 && value.added?.length === 0),
  );
}

function isSourceChanged(
  { pivots }: SheetBlueprint,
  before: WorkbookBlueprint,
  after: WorkbookBlueprint,
): boolean {
  const source = ({ sheets }: WorkbookBlueprint) =>
    sheets.find(({ tables }) => tables.some(({ name }) => name === pivots[0]?.sourceTable))?.cells;
  return pivots.length > 0 && !isSameCells(source(before) ?? NO_ROWS)(source(after) ?? NO_ROWS);
}

const NO_ROWS: SheetBlueprint['cells'] = [];

/** Several tabs have PivotTables of one source. */
const isSameCells = onceFor((one: SheetBlueprint['cells']) =>
  onceFor(
    (other: SheetBlueprint['cells']): boolean =>
      one.length === other.length &&
      one.every((row, index) => row === other[index] || JSON.stringify(row) === JSON.stringify(other[index])),
  ),
);
