import type { SheetBlueprint } from '../../../base/blueprint';
import { writeCells } from './cells';
import { writeCharts } from './charts';
import { writeConditionalFormats } from './conditional-formats';
import type { LibrarySheet } from './package/library';
import { writeNotes } from './notes';
import type { PackageEdits } from './package/package-edits';
import { writePrint } from './print-setup';
import { writeSheetView } from './sheet-view';
import { writeTables } from './tables';
import { writeValidations } from './validations';

/** Plays one tab into an empty sheet of the library; pivots wait until every table stands. */
export function writeSheet(sheet: LibrarySheet, blueprint: SheetBlueprint, edits: PackageEdits): void {
  writeSheetView(sheet, blueprint);
  writeTables(sheet, blueprint);
  writeCells(sheet, blueprint, edits);
  writeValidations(sheet, blueprint.validations);
  writeConditionalFormats(sheet, blueprint.conditionalFormats);
  writeNotes(sheet, blueprint, edits.noteAnchors);
  writeCharts(sheet, blueprint.charts, edits.chartNames);
  if (blueprint.print !== undefined) writePrint(sheet, blueprint.print);
}
