import { Workbook as FileWorkbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { tryParseRect } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { loadCells } from './load-cells';
import { loadNotes, loadPivots, loadTables } from './load-objects';
import { loadSheetSettings } from './load-page';
import { loadConditionalFormats, loadValidations } from './load-rules';

/**
 * Puts the content of an .xlsx in place of the workbook's.
 * @returns what the file holds and the model does not take in, in words.
 */
export async function loadWorkbook(workbook: Workbook, bytes: Uint8Array): Promise<string[]> {
  installChartSupport();
  const file = new FileWorkbook();
  await file.xlsx.load(bytes);
  const pairs = replaceSheets(workbook, file.worksheets);
  const left: string[] = [];
  for (const [from, sheet] of pairs) {
    loadCells(from, sheet);
    loadTables(from, sheet);
    left.push(...loadConditionalFormats(from, sheet), ...loadValidations(from, sheet));
    loadSheetSettings(from, sheet);
    loadNotes(from, sheet);
    if (from.getCharts().length > 0) left.push(`charts of ${sheet.name}`);
  }
  for (const { name, ranges, localSheetId, formulaExpression } of file.definedNames.model) {
    const formula = ranges[0] ?? formulaExpression;
    const scope = localSheetId === undefined ? null : (workbook.sheets[localSheetId] ?? null);
    if (formula === undefined || name.startsWith('_xlnm.')) continue;
    workbook.names.add(name, withPlainSheet(workbook, formula), scope);
  }
  for (const [from, sheet] of pairs) left.push(...loadPivots(from, sheet));
  if (file.title) workbook.properties.set('Title', file.title);
  workbook.opened();
  return left;
}

/** The new sheets come first, so that the workbook never is without a visible one. */
function replaceSheets(workbook: Workbook, from: readonly Worksheet[]): [Worksheet, Sheet][] {
  const old = [...workbook.sheets];
  for (const item of [...workbook.names.all]) workbook.names.remove(item);
  for (const sheet of old) {
    sheet.name = `\0${sheet.number}`;
    sheet.visibility = 'Visible';
  }
  const pairs = from.map((source): [Worksheet, Sheet] => [source, workbook.addSheet(source.name)]);
  const visible = pairs.filter(([source]) => source.state === 'visible');
  const front = visible.find(
    ([source]) => source.views[0] && 'tabSelected' in source.views[0] && source.views[0].tabSelected === true,
  );
  const [, active] = front ?? visible[0] ?? [];
  if (active) workbook.activate(active);
  for (const sheet of old) workbook.deleteSheet(sheet);
  return pairs;
}

/** “'台账'!$A$1” as the model writes it: quoted only where it must be. */
function withPlainSheet(workbook: Workbook, formula: string): string {
  const found = /^'((?:[^']|'')+)'!(.+)$/u.exec(formula);
  const [, name, local] = found ?? [];
  if (name === undefined || local === undefined || !tryParseRect(local)) return formula;
  const sheet = workbook.findSheet(name.replaceAll("''", "'"));
  return sheet && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) ? `${sheet.name}!${local}` : formula;
}
