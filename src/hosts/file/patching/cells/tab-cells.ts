import type { ChangedTab } from '../../../../base/workbook-difference';
import { isTrue } from '../../reading/package/xml';
import { contentKind } from '../../writing/cell-content';
import type { MergedStyles } from '../../grafting/merge-styles';
import type { Scratch } from '../scratch-workbook';
import type { XmlElement } from '../xml/xml-element';
import type { CellEdit, ColumnLook, RowEdit } from './rows-patch';
import type { CellLooks } from './style-twins';
import { writtenContent } from './cell-xml';

export interface Wardrobe {
  readonly looks: CellLooks;
  readonly scratch: Scratch | undefined;
  readonly merged: MergedStyles | undefined;
}

/** What becomes of the cells and rows of a tab: contents, looks, heights. */
export function cellEdits(
  tab: ChangedTab,
  { looks, scratch, merged }: Wardrobe,
  prefix: string,
  date1904: boolean,
): Map<number, RowEdit> {
  const edits = new Map<number, RowEdit>();
  const lookOf = (row: number, column: number, kind: ReturnType<typeof contentKind>): number | undefined => {
    const sample = scratch?.look(tab, row, column, kind);
    return sample === undefined ? undefined : (merged?.cells[sample] ?? 0);
  };
  for (const { row, column, content } of tab.cells) {
    const look = lookOf(row, column, contentKind(content));
    const edit = cellEdit(edits, row, column);
    edit.content = writtenContent(content, prefix, date1904);
    edit.style = looks.dress(look, content);
  }
  for (const { range } of tab.formats) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        const edit = cellEdit(edits, row, column);
        if (edit.style !== undefined) continue;
        const look = lookOf(row, column, 'other');
        edit.style = looks.dress(look, undefined);
      }
    }
  }
  for (const { row, points, was } of tab.rowHeights) {
    rowEdit(edits, row).attributes = (own) => (isSetByHand(own, was) ? {} : heightAttributes(points));
  }
  return edits;
}

export function rowEdit(edits: Map<number, RowEdit>, row: number): RowEdit {
  const known = edits.get(row) ?? { cells: new Map<number, CellEdit>() };
  edits.set(row, known);
  return known;
}

export function cellEdit(edits: Map<number, RowEdit>, row: number, column: number): CellEdit {
  const { cells } = rowEdit(edits, row);
  const known = cells.get(column) ?? {};
  cells.set(column, known);
  return known;
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
