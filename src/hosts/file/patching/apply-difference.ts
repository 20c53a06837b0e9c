import { rangeAddress } from '../../../base/raw-sheet';
import type { SheetBlueprint } from '../../../base/blueprint';
import type { ChangedTab, GaveWay, WorkbookDifference } from '../../../base/workbook-difference';
import { addSlicers } from '../slicers/add-slicers';
import { dropIdleSlicers } from '../slicers/drop-slicers';
import { bookOf, openBook, type Book } from '../grafting/book';
import { graftStyles } from '../grafting/graft-styles';
import { toTransitional } from '../grafting/transitional';
import { CellLooks } from './cells/style-twins';
import type { Wardrobe } from './cells/tab-cells';
import { workbookOutline } from '../grafting/workbook-outline';
import { refreshCaches } from './charts/refresh-caches';
import { patchPivots, withoutPivotCells } from './charts/patch-pivots';
import { addPivots, type ComingPivot } from './drawn/add-pivots';
import { drawTabs } from './drawn/graft-tabs';
import { redrawnTab } from './drawn/redrawn-tab';
import { settleTables } from './drawn/settle-tables';
import { widenColumns } from './drawn/widen-columns';
import { BookValues } from './charts/book-values';
import { patchTab, patchTabCharts } from './patch-tab';
import { insertRows } from './inserting/insert-rows';
import { writeScratch } from './scratch-workbook';
import { sheetPartOf } from './worksheet-part';
import { settleWorkbook } from './settle-workbook';

/** A workbook as it is after a change. */
export interface ChangedWorkbook {
  readonly bytes: Uint8Array;
  readonly gaveWay: readonly GaveWay[];
}

/**
 * Changes in a workbook what a difference names; everything else stays byte for byte.
 * @throws WorkbookFileError when a part is torn; RangeError when a tab to change is not there, or what comes new cannot be.
 */
export async function applyDifference(
  bytes: Uint8Array,
  difference: WorkbookDifference,
): Promise<ChangedWorkbook> {
  const opened = openBook(bytes);
  toTransitional(opened.parts, opened.main);
  const drawn = difference.tabs.flatMap((tab) => (tab.kind === 'draw' ? [tab.sheet] : []));
  const redrawn = new Map(drawn.map((sheet) => [sheet, redrawnTab(opened, sheet)]));
  const named = difference.tabs.flatMap((tab) =>
    tab.kind === 'change' ? [tab] : (redrawn.get(tab.sheet) ?? []),
  );
  for (const { sheet } of named) {
    if (sheetPartOf(opened, sheet) === undefined) throw new RangeError(`No sheet named ${sheet}`);
  }
  insertAll(opened, named);
  const changed = named.map((tab) => withoutPivotCells(opened, tab));
  for (const [sheet, change] of redrawn) if (change !== undefined) settleTables(opened, sheet);
  for (const [sheet, change] of redrawn) if (change !== undefined) widenColumns(opened, sheet);
  const { wardrobe, gaveWay } = await playTabs(opened, changed);
  const drawnAnew = drawn.filter((sheet) => redrawn.get(sheet) === undefined);
  await drawTabs(opened, drawnAnew, difference);
  const book = { ...opened, outline: workbookOutline(opened.parts.text(opened.main)) };
  const missing = changed.flatMap((tab) => patchPivots(book, tab));
  const { changes, kept } = await addPivots(book, missing, new BookValues(book));
  await playTabs(
    book,
    changes.map((change) => ({ ...NO_CHANGE, ...change })),
  );
  const values = new BookValues(book);
  for (const tab of changed) patchTabCharts(book, tab, values, wardrobe);
  const touched = [
    ...changed.filter(({ cells }) => cells.length > 0),
    ...drawn.map(({ name }) => ({ sheet: name })),
  ];
  refreshCaches(book, new Set(touched.map(({ sheet }) => sheet.toLowerCase())), values);
  settleWorkbook(book, difference, changed);
  dropIdleSlicers(book);
  addSlicers(bookOf(book.parts, book.main), newPivots(drawnAnew, missing, kept));
  const pivots = kept.map(({ sheet, pivot: { anchor } }): GaveWay => {
    const { row, column } = anchor;
    return {
      what: 'pivot',
      sheet,
      cells: rangeAddress({ top: row, left: column, bottom: row, right: column }),
    };
  });
  return { bytes: await book.parts.toBytesAside(), gaveWay: [...gaveWay, ...pivots] };
}

/** By tab, the pivots that were not there: those of new tabs, and those that came and found room. */
function newPivots(
  drawn: readonly SheetBlueprint[],
  missing: readonly ComingPivot[],
  kept: readonly ComingPivot[],
): Parameters<typeof addSlicers>[1] {
  const come = missing.filter((one) => !kept.includes(one));
  return [...drawn, ...come.map(({ sheet, pivot }) => ({ name: sheet, pivots: [pivot] }))];
}

const NOTHING = { removed: [], added: [] } as const;
const NO_CHANGE = {
  kind: 'change',
  insertedRows: [],
  details: [],
  rowHeights: [],
  tables: [],
  merges: NOTHING,
  validations: NOTHING,
  conditionalFormats: NOTHING,
  notes: NOTHING,
  charts: NOTHING,
  pivots: NOTHING,
  pageBreaks: NOTHING,
} as const satisfies Partial<ChangedTab>;

/** Changes the tabs that are there. Returns the styles for this, and those cells of ours that gave way to the clerk's. */
async function playTabs(
  book: Book,
  tabs: readonly ChangedTab[],
): Promise<{ readonly wardrobe: Wardrobe; readonly gaveWay: readonly GaveWay[] }> {
  const scratch = await writeScratch(tabs);
  const merged = scratch === undefined ? undefined : graftStyles(book, scratch.book);
  const looks = new CellLooks(book);
  const wardrobe = { looks, scratch, merged };
  const gaveWay = tabs.flatMap((tab) => patchTab(book, tab, wardrobe));
  looks.save();
  return { wardrobe, gaveWay };
}

function insertAll(book: Book, tabs: readonly ChangedTab[]): void {
  const insertions = tabs.filter(({ insertedRows }) => insertedRows.length > 0);
  if (insertions.length > 0)
    insertRows(book, new Map(insertions.map(({ sheet, insertedRows }) => [sheet, insertedRows])));
}
