import { rangeAddress, type CellRange } from '../../../../base/raw-sheet';
import type { ChangedTab } from '../../../../base/workbook-difference';
import { escapeCellText } from '../../reading/xlsx/cell-text';
import { parseCellRange } from '../../reading/xlsx/references';
import { shiftFormula } from '../../reading/xlsx/shared-formula';
import { contentValue } from '../../../../base/content-value';
import { xmlText } from '../../writing/package/xml-text';
import type { PackageParts } from '../../grafting/package-parts';
import type { RowEdit } from '../cells/rows-patch';
import { cellEdit } from '../cells/tab-cells';
import { formulasOfRow } from '../cells/row-formulas';
import { XmlElement } from '../xml/xml-element';

/**
 * Tables of a tab: their new extent, names of columns whose header changed, and calculated columns of the clerk's going on in
 * rows that are new.
 * @param data The rows of the sheet, formulas written out.
 */
export function patchTables(
  parts: PackageParts,
  part: string,
  tab: ChangedTab,
  rows: { readonly data: string; readonly prefix: string; readonly edits: Map<number, RowEdit> },
): void {
  for (const { type, target, external } of parts.relationships(part)) {
    if (type !== 'table' || external || !parts.has(target)) continue;
    const root = XmlElement.parse(target, parts.text(target));
    const range = parseCellRange(root.attribute('ref') ?? '');
    if (range === undefined) continue;
    renameColumns(root, range, tab);
    const names = ['name', 'displayName'].map((key) => root.attribute(key)?.toLowerCase());
    const change =
      tab.tables.find(({ name }) => names.includes(name.toLowerCase())) ??
      // Renamed by the clerk, or by the program that saved it: then it is the one whose header stands there.
      tab.tables.find(
        ({ range: { top, left } }) => top === range.top && left >= range.left && left <= range.right,
      );
    if (change !== undefined) {
      const totals = Number(root.attribute('totalsRowCount') ?? 0);
      const lastRow = Math.max(change.range.bottom, change.range.top + 1);
      const data = { ...range, top: change.range.top, bottom: lastRow };
      fillDown(root, part, { old: { ...range, bottom: range.bottom - totals }, now: data }, tab, rows);
      root.set({ ref: rangeAddress({ ...data, bottom: lastRow + totals }) });
      root.change('autoFilter', (filter) => {
        filter.set({ ref: rangeAddress(data) });
        return filter;
      });
    }
    const xml = root.toString();
    if (xml !== parts.text(target)) parts.set(target, xml);
  }
}

/** The name of a column is the text of its header, or Excel calls the file damaged. */
function renameColumns(root: XmlElement, { top, left }: CellRange, { cells }: ChangedTab): void {
  const headers = new Map<number, unknown>();
  for (const { row, column, content } of cells) if (row === top) headers.set(column, contentValue(content));
  root.change('tableColumns', (columns) => {
    let at = left;
    columns.change('tableColumn', (column) => {
      const header = headers.get(at);
      at += 1;
      if (typeof header === 'string' && header !== '' && header !== column.attribute('name')) {
        column.set({ name: header });
      }
      return column;
    });
    return columns;
  });
}

function fillDown(
  root: XmlElement,
  part: string,
  { old, now }: { readonly old: CellRange; readonly now: CellRange },
  tab: ChangedTab,
  {
    data,
    prefix,
    edits,
  }: { readonly data: string; readonly prefix: string; readonly edits: Map<number, RowEdit> },
): void {
  const columns = root.first('tableColumns')?.elements('tableColumn') ?? [];
  const calculated = columns.flatMap((column, index) =>
    column.first('calculatedColumnFormula') === undefined ? [] : [old.left + index],
  );
  if (calculated.length === 0) return;
  const inserted = (row: number): boolean =>
    tab.insertedRows.some(({ before, count }) => row >= before && row < before + count);
  const model = lastOldRow(old, inserted);
  const formulas = formulasOfRow(part, data, model);
  for (let row = now.top + 1; row <= now.bottom; row += 1) {
    if (row <= old.bottom && !inserted(row)) continue;
    for (const column of calculated) {
      const formula = formulas.get(column);
      const edit = cellEdit(edits, row, column);
      if (formula === undefined || edit.content !== undefined) continue;
      const own = xmlText(escapeCellText(shiftFormula(formula, row - model, 0)));
      edit.content = { type: undefined, inside: `<${prefix}f>${own}</${prefix}f>` };
    }
  }
}

function lastOldRow({ top, bottom }: CellRange, inserted: (row: number) => boolean): number {
  let row = bottom;
  while (row > top && inserted(row)) row -= 1;
  return row;
}
