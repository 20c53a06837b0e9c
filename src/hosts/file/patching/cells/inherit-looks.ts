import { parseColumn } from '../../reading/xlsx/references';
import type { InsertedRows } from '../inserting/row-moves';
import { attributesOf } from '../xml/tag-attributes';
import { TagScanner } from '../xml/tag-scanner';
import type { RowEdit } from './rows-patch';
import { cellEdit, rowEdit } from './tab-cells';

interface RowLook {
  readonly cells: ReadonlyMap<number, number>;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** Rows that were inserted look like the row above them, as in Excel, where they are not given a look of their own. */
export function inheritLooks(
  part: string,
  data: string,
  edits: Map<number, RowEdit>,
  inserted: readonly InsertedRows[],
): void {
  if (inserted.length === 0) return;
  const looks = rowLooks(part, data, new Set(inserted.map(({ before }) => before - 1)));
  for (const { before, count } of inserted) {
    const look = looks.get(before - 1);
    if (look === undefined) continue;
    for (let row = before; row < before + count; row += 1) {
      looks.set(row, look);
      for (const [column, style] of look.cells) {
        const edit = cellEdit(edits, row, column);
        const over = edit.style;
        edit.style = () => over?.(style) ?? style;
      }
      const edit = rowEdit(edits, row);
      const over = edit.attributes;
      edit.attributes = (own) => ({ ...look.attributes, ...over?.(own) });
    }
  }
}

function rowLooks(part: string, data: string, wanted: ReadonlySet<number>): Map<number, RowLook> {
  const looks = new Map<number, RowLook>();
  const scanner = new TagScanner(part, data);
  let row = 0;
  let cells: Map<number, number> | undefined;
  let column = 0;
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    if (scanner.depth === 2) {
      const { r, s, customFormat } = attributesOf(scanner.tag);
      row = r === undefined ? row + 1 : Number(r);
      column = 0;
      cells = wanted.has(row) ? new Map<number, number>() : undefined;
      if (cells === undefined) scanner.skipRead();
      else looks.set(row, { cells, attributes: { s, customFormat } });
    } else if (scanner.depth === 3 && cells !== undefined) {
      const { r = '', s } = attributesOf(scanner.tag);
      const written = parseColumn(r);
      column = written === 0 ? column + 1 : written;
      if (s !== undefined && s !== '0') cells.set(column, Number(s));
    }
  }
  return looks;
}
