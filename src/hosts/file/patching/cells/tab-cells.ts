import type { CellRange } from '../../../../base/raw-sheet';
import type { ChangedTab, DetailFormat } from '../../../../base/workbook-difference';
import { isTrue } from '../../reading/package/xml';
import { contentKind } from '../../writing/cell-content';
import type { MergedStyles } from '../../grafting/merge-styles';
import type { Scratch } from '../scratch-workbook';
import type { XmlElement } from '../xml/xml-element';
import type { CellEdit, ColumnLook, RowEdit } from './rows-patch';
import type { CellLooks } from './style-twins';

export interface Wardrobe {
  readonly looks: CellLooks;
  readonly scratch: Scratch | undefined;
  readonly merged: MergedStyles | undefined;
}

/** What becomes of the cells and rows of a tab: contents, looks, heights. */
export function cellEdits(tab: ChangedTab, { looks, scratch, merged }: Wardrobe): Map<number, RowEdit> {
  const edits = new Map<number, RowEdit>();
  const sampleOf = scratch?.looks(tab);
  const lookOf = (row: number, column: number, kind: ReturnType<typeof contentKind>): number | undefined => {
    const sample = sampleOf?.(row, column, kind);
    return sample === undefined ? undefined : (merged?.cells[sample] ?? 0);
  };
  const details = detailsByCell(tab);
  for (const { row, column, content } of tab.cells) {
    const kind = contentKind(content);
    const look = lookOf(row, column, kind) ?? details.get(row)?.get(column);
    const { cells } = rowEdit(edits, row);
    cells[column] = { content, style: looks.dress(look, content === null ? 'none' : kind) };
  }
  for (const { range } of tab.formats) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      const { cells } = rowEdit(edits, row);
      for (let column = range.left; column <= range.right; column += 1)
        cells[column] ??= { style: looks.dress(lookOf(row, column, 'other'), 'none') };
    }
  }
  for (const [row, ofRow] of details) {
    for (const [column, detail] of ofRow) {
      const edit = cellEdit(edits, row, column);
      edit.style ??= looks.dress(detail, 'none');
    }
  }
  for (const { row, points, was } of tab.rowHeights) {
    rowEdit(edits, row).attributes = (own) => (isSetByHand(own, was) ? {} : heightAttributes(points));
  }
  return edits;
}

/** By row and column. */
function detailsByCell({ details }: ChangedTab): ReadonlyMap<number, ReadonlyMap<number, DetailFormat>> {
  const found = new Map<number, Map<number, DetailFormat>>();
  for (const { range, format } of details) {
    for (const [row, column] of cellsIn(range)) {
      const ofRow = found.get(row) ?? new Map<number, DetailFormat>();
      found.set(row, ofRow.set(column, format));
    }
  }
  return found;
}

function cellsIn({ top, bottom, left, right }: CellRange): (readonly [row: number, column: number])[] {
  const width = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * width }, (_, index) => [
    top + Math.floor(index / width),
    left + (index % width),
  ]);
}

export function rowEdit(edits: Map<number, RowEdit>, row: number): RowEdit {
  let known = edits.get(row);
  if (known === undefined) {
    known = { cells: [] };
    edits.set(row, known);
  }
  return known;
}

export function cellEdit(edits: Map<number, RowEdit>, row: number, column: number): CellEdit {
  const { cells } = rowEdit(edits, row);
  return (cells[column] ??= {});
}

/** Writers round heights to their own steps. */
const HEIGHT_STEP = 1;

function isSetByHand({ ht, customHeight }: Readonly<Record<string, string>>, was: number | null): boolean {
  if (ht === undefined || !isTrue(customHeight)) return false;
  return was === null || Math.abs(Number(ht) - was) > HEIGHT_STEP;
}

function heightAttributes(points: number | null): Readonly<Record<string, string | number | undefined>> {
  return points === null ? { ht: undefined, customHeight: undefined } : { ht: points, customHeight: 1 };
}

/** The looks that a sheet gives whole columns. */
export function columnLooks(root: XmlElement): readonly ColumnLook[] {
  return (root.first('cols')?.elements('col') ?? []).flatMap((column) => {
    const [from, to, style] = ['min', 'max', 'style'].map((name) => column.attribute(name));
    return style === undefined ? [] : [{ from: Number(from), to: Number(to), style: Number(style) }];
  });
}
