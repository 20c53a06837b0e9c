import type { SheetBlueprint, WorkbookBlueprint } from '../../../base/blueprint';
import { DEFAULT_FONT } from './cell-styles';
import { finishPackage } from './package/finish-package';
import { loadLibrary, type LibraryWorkbook } from './package/library';
import { noEdits, type PackageEdits } from './package/package-edits';
import { collectParts } from './package/part-collector';
import { addPivots, layOutPivots, withPivotCells } from './pivots/pivots';
import { absoluteReference } from './sheet-reference';
import { writeSheet } from './write-sheet';

/** Stands in every file instead of the clock, so that the same blueprint gives the same bytes. */
const FIXED_TIME = new Date(Date.UTC(2016, 0, 1));
const AUTHOR = '措施台账';

/**
 * A whole new .xlsx; the same blueprint gives the same bytes.
 * @throws RangeError when the blueprint asks for what Excel would not open.
 */
export async function writeWorkbook(blueprint: WorkbookBlueprint): Promise<Uint8Array> {
  const Workbook = await loadLibrary();
  const workbook = new Workbook();
  workbook.defaultFont = DEFAULT_FONT;
  const edits = fillWorkbook(workbook, blueprint);
  return finishPackage(await collectParts(workbook), edits, blueprint.sheets);
}

/** Plays every tab of a blueprint into a library workbook; gives what is left to edit in its package. */
function fillWorkbook(workbook: LibraryWorkbook, blueprint: WorkbookBlueprint): PackageEdits {
  const edits = noEdits();
  const layouts = layOutPivots(blueprint.sheets);
  for (const tab of blueprint.sheets) {
    const pivots = layouts.get(tab.name) ?? [];
    const sheet = workbook.addWorksheet(tab.name);
    writeSheet(sheet, withPivotCells(tab, pivots), edits);
  }
  addPivots(workbook, layouts, edits);
  for (const { name, sheet, range } of blueprint.names) {
    workbook.definedNames.add(absoluteReference(sheet, range), name);
  }
  writeProperties(workbook, blueprint);
  return edits;
}

function writeProperties(workbook: LibraryWorkbook, { title, sheets, activeSheet }: WorkbookBlueprint): void {
  workbook.title = title;
  workbook.creator = AUTHOR;
  workbook.lastModifiedBy = AUTHOR;
  workbook.created = FIXED_TIME;
  workbook.modified = FIXED_TIME;
  const activeTab = Math.max(
    0,
    sheets.findIndex(({ name }: SheetBlueprint) => name === activeSheet),
  );
  workbook.views = [
    { x: 0, y: 0, width: 28_800, height: 15_600, firstSheet: 0, activeTab, visibility: 'visible' },
  ];
}
