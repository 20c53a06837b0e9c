import type { ChangedTab } from '../../../base/workbook-difference';
import type { Book } from '../grafting/book';
import { cellEdits, columnLooks, type Wardrobe } from './cells/tab-cells';
import { changeCells, type RowEdit } from './cells/change-cells';
import { inheritLooks } from './cells/inherit-looks';
import { unshareFormulas } from './cells/unshare-formulas';
import { SHEET_ORDER, worksheetOf } from './worksheet-part';
import type { XmlElement } from './xml/xml-element';
import { attributesOf } from './xml/tag-attributes';
import { parseCellRange } from '../reading/xlsx/references';
import { TagScanner } from './xml/tag-scanner';

/** Plays the changes of one tab whose rows are inserted already. @throws WorkbookFileError; RangeError without such a tab. */
export function changeTab(book: Book, tab: ChangedTab, wardrobe: Wardrobe): void {
  const { part, root } = worksheetOf(book, tab.sheet);
  const edits = cellEdits(tab, wardrobe, root.prefix, book.outline.date1904);
  changeRows(part, root, edits, tab);
  const xml = root.toString();
  if (xml !== book.parts.text(part)) book.parts.set(part, xml);
}

function changeRows(part: string, root: XmlElement, edits: Map<number, RowEdit>, tab: ChangedTab): void {
  const data = root.pieces.find(({ name }) => name === 'sheetData')?.xml ?? `<${root.prefix}sheetData/>`;
  inheritLooks(part, data, edits, tab.insertedRows);
  if (edits.size === 0) return;
  const plain = unshareFormulas(part, data, changedGroups(part, data, edits));
  root.place('sheetData', changeCells(part, plain, edits, columnLooks(root)), SHEET_ORDER);
}

/** Groups of cells sharing a formula that is written out in a cell which gets another content. */
function changedGroups(
  part: string,
  data: string,
  edits: ReadonlyMap<number, RowEdit>,
): (group: string) => boolean {
  if (!data.includes('shared')) return () => false;
  const groups = new Set<string>();
  const scanner = new TagScanner(part, data);
  let address = '';
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    const { name } = scanner;
    if (name === 'c') address = /\sr\s*=\s*["']([^"']*)["']/.exec(scanner.tag)?.[1] ?? '';
    if (name !== 'f' || scanner.kind === 'empty') continue;
    const { t, si = '', ref } = attributesOf(scanner.tag);
    const cell = t === 'shared' && ref !== undefined ? parseCellRange(address) : undefined;
    if (cell !== undefined && edits.get(cell.top)?.cells.get(cell.left)?.content !== undefined)
      groups.add(si);
  }
  return (group) => groups.has(group);
}
