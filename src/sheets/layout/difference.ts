import type { CellContent, DefinedName, SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import type { RawCell, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import type {
  CellChange,
  ChangedTab,
  TabDifference,
  WorkbookDifference,
} from '../../base/workbook-difference';
import { cellAddress } from '../../base/raw-sheet';
import { LedgerFormatError } from '../reading/ledger-format-error';
import { cellText, sheetNamed } from '../reading/raw-table';
import type { TableTab } from '../tabs/table-tab';
import { redrawnTabs, restoredRows, type Repair, type RestoredCell } from './repairs';
import { isLikeFormula, isShown, rebased, type Reading } from './standing-cell';
import { foreignContent } from './foreign-contents';
import { formatChanges } from './format-changes';
import { chartDifference, listDifferences, pivotDifference } from './list-differences';
import { placedRange, placeOf } from './placement';
import type { Placements } from './rebase-formula';
import { tabLayout, type TabLayout } from './tab-layout';

export interface LedgerDifference {
  readonly difference: WorkbookDifference;
  /** What was no longer as the product had written it. What a clerk may type into is not among it. */
  readonly repairs: readonly Repair[];
}

/** What is known of the workbook that is to be changed. */
export interface StandingWorkbook {
  readonly workbook: RawWorkbook;
  /** The tabs as drawn of the ledger that was read from it. */
  readonly drawn: WorkbookBlueprint;
  /** How much of a tab's cells is known; of a live workbook only what was asked for. */
  readonly reading: (tab: string) => Reading;
  /** Tables that tabs are found by. */
  readonly tables: ReadonlyMap<string, TableTab<never, string>>;
  /** Cells that a clerk types into, which the ledger has taken in. */
  readonly typed: ReadonlyMap<string, ReadonlySet<number>>;
  /** Nothing of what stands there is to be kept in mind: an older version drew it. */
  readonly outdated: boolean;
  /**
   * Whether `drawn` is what the product wrote last. Otherwise a text or number that differs may be of an earlier state, and
   * only formulas that are gone are known to be somebody's doing.
   */
  readonly settled: boolean;
}

/**
 * What has to change in a workbook so that it shows the tabs of `after`: the cells of ours that differ, by row key and column
 * name, and nothing else.
 * @throws LedgerFormatError when a tab is beyond recognition and the clerk has written where it would be drawn
 */
export function ledgerDifference(standing: StandingWorkbook, after: WorkbookBlueprint): LedgerDifference {
  const layouts = new Map<string, TabLayout>();
  for (const sheet of after.sheets) {
    const there = sheetNamed(standing.workbook, sheet.name);
    const before = standing.drawn.sheets.find(({ name }) => name === sheet.name);
    if (there === undefined || before === undefined || standing.outdated) continue;
    const layout = layoutOrNothing(there, before, sheet, standing.tables.get(sheet.name));
    if (layout !== undefined) layouts.set(sheet.name, layout);
  }
  const placements = {
    stood: mapped(layouts, ({ stood }) => stood),
    stays: mapped(layouts, ({ stays }) => stays),
    stands: mapped(layouts, ({ stands }) => stands),
  };
  const restored: Repair[] = [];
  const tabs = inWriteOrder(after).flatMap((sheet): TabDifference[] => {
    const layout = layouts.get(sheet.name);
    const before = standing.drawn.sheets.find(({ name }) => name === sheet.name);
    if (layout === undefined || before === undefined)
      return [{ kind: 'draw', sheet: rebasedSheet(sheet, placements.stands) }];
    const change = changedTab(
      standing,
      {
        before,
        after: sheet,
        layout,
        placements,
        sourceChanged: isSourceChanged(sheet, standing.drawn, after),
      },
      restored,
    );
    return isEmpty(change) ? [] : [change];
  });
  const difference = {
    tabs,
    order: after.sheets.map(({ name }) => name),
    names: placedNames(after.names, layouts),
    title: after.title,
  };
  return {
    difference,
    repairs: [
      ...(standing.outdated ? [] : redrawnTabs(standing, after, layouts)),
      ...after.sheets.flatMap((sheet) => restoredRows(sheet, layouts.get(sheet.name))),
      ...restored,
    ],
  };
}

/**
 * A tab that only shows something, and that nobody recognises any more, is drawn anew, unless something of the clerk's stands
 * where it would be drawn. @throws LedgerFormatError in that case
 */
function layoutOrNothing(
  ...[sheet, before, after, table]: Parameters<typeof tabLayout>
): TabLayout | undefined {
  const refuse = (error?: LedgerFormatError): undefined => {
    const foreign = foreignContent(sheet, before, after);
    if (foreign === undefined) return undefined;
    throw error ?? new LedgerFormatError('damaged', 'tab-unrecognised', { sheet: sheet.name, ...foreign });
  };
  try {
    return tabLayout(sheet, before, after, table) ?? refuse();
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

interface TabChange {
  readonly before: SheetBlueprint;
  readonly after: SheetBlueprint;
  readonly layout: TabLayout;
  /** The rows that the tab's pivots count are others than before. */
  readonly sourceChanged: boolean;
  readonly placements: {
    readonly stood: Placements;
    readonly stays: Placements;
    readonly stands: Placements;
  };
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
    rowHeights: looks.rowHeights,
    tables: after.tables.flatMap(({ name, range }) => {
      const now = placedRange(layout.stands, range);
      const then = before.tables[0] && placedRange(layout.stays, before.tables[0].range);
      return now === undefined || JSON.stringify(now) === JSON.stringify(then) ? [] : [{ name, range: now }];
    }),
    ...listDifferences(before, after, layout),
    charts: chartDifference(before, after, layout),
    pivots: pivotDifference(before, after, layout, change.sourceChanged),
    ...(JSON.stringify(before.print) === JSON.stringify(after.print) || after.print === undefined
      ? {}
      : { print: after.print }),
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
  return pivots.length > 0 && JSON.stringify(source(before)) !== JSON.stringify(source(after));
}

type Cells = ReadonlyMap<string, CellContent>;

/** Cells of a drawn tab by where they come to stand. */
function placedCells(
  sheet: SheetBlueprint,
  at: TabLayout['stands'],
  placements: Placements,
): Map<string, CellContent> {
  const cells = new Map<string, CellContent>();
  sheet.cells.forEach((row, index) => {
    row.forEach((content, column) => {
      const place = placeOf(at, index + 1, column + 1);
      if (place === undefined) return;
      cells.set(`${place.row}:${place.column}`, rebased(content, sheet.name, placements));
    });
  });
  return cells;
}

function cellChanges(
  standing: StandingWorkbook,
  { before, after, layout, placements }: TabChange,
  numberFormat: (row: number, column: number) => string | undefined,
  restored: Repair[],
): readonly CellChange[] {
  const reading = standing.reading(after.name);
  const sheet = sheetNamed(standing.workbook, after.name);
  const now = placedCells(after, layout.stands, placements.stands);
  const then: Cells = placedCells(before, layout.stays, placements.stays);
  const stood: Cells = reading === 'formulas' ? placedCells(before, layout.stays, placements.stood) : then;
  const raw = rawCells(sheet, reading);
  const typedColumns = standing.typed.get(after.name);
  const typed = new Set(
    [...(typedColumns ?? [])].flatMap((column) => layout.stands.columns.get(column) ?? []),
  );
  const changes: CellChange[] = [];
  for (const key of new Set([...now.keys(), ...then.keys()])) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const [content = null, was = null, wasAsRead = null] = [now.get(key), then.get(key), stood.get(key)];
    const origin = layout.origin(row);
    const cell = origin === undefined ? undefined : raw?.get(origin)?.get(column);
    const known = { cell, was, reading, date1904: standing.workbook.date1904 };
    if (isShown(content, known)) continue;
    const isAsWritten = origin === undefined || isShown(wasAsRead, { ...known, was: wasAsRead });
    const isOurs = isAsWritten || typed.has(column);
    if (isBlank(content) && (isBlank(was) || !isOurs)) continue;
    if (!isOurs && isChangedByHand(wasAsRead, cell, standing.settled)) {
      restored.push(restoredCell(after.name, cellAddress(row, column), cell));
    }
    changes.push(cellChange(row, column, content, was, numberFormat(row, column)));
  }
  return changes.sort((a, b) => a.row - b.row || a.column - b.column);
}

function restoredCell(sheet: string, address: string, cell: RawCell | undefined): RestoredCell {
  const found = cell?.formula === undefined ? cellText(cell?.value) : `=${cell.formula}`;
  return { kind: 'cell', sheet, cell: address, found };
}

/** A formula whose result alone differs was recalculated, one that refers to other cells may have moved with them. */
function isChangedByHand(was: CellContent, cell: RawCell | undefined, settled: boolean): boolean {
  if (was === null || typeof was !== 'object' || !('formula' in was)) return settled;
  return cell?.formula === undefined || !isLikeFormula(was.formula, cell.formula);
}

function cellChange(
  row: number,
  column: number,
  content: CellContent,
  was: CellContent,
  format: string | undefined,
): CellChange {
  return {
    row,
    column,
    content: content === '' ? null : content,
    ...(format === undefined ? {} : { numberFormat: format }),
    ...(was !== null && typeof was === 'object' && 'text' in was ? { wasLink: true as const } : {}),
  };
}

function isBlank(content: CellContent): boolean {
  return content === null || content === '';
}

function rawCells(
  sheet: RawSheet | undefined,
  reading: Reading,
): ReadonlyMap<number, ReadonlyMap<number, RawCell>> | undefined {
  if (sheet === undefined || reading === 'nothing') return undefined;
  return new Map(
    sheet.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.column, cell]))]),
  );
}
