import { rangeAddress } from '../../../base/raw-sheet';
import type { ChangedTab, GaveWay } from '../../../base/workbook-difference';
import type { Book } from '../grafting/book';
import { packSoon } from '../packing/compression';
import { parseCellRange } from '../reading/xlsx/references';
import type { BookValues } from './charts/book-values';
import { patchCharts } from './charts/patch-charts';
import { inheritLooks } from './cells/inherit-looks';
import { changeCells, type RowEdit } from './cells/rows-patch';
import { cellEdits, columnLooks, type Wardrobe } from './cells/tab-cells';
import { unshareFormulas } from './cells/unshare-formulas';
import { patchConditionalFormats } from './lists/patch-conditional-formats';
import { patchLinks } from './lists/patch-links';
import { patchMerges } from './lists/patch-merges';
import { patchNotes } from './lists/patch-notes';
import { patchTables } from './lists/patch-tables';
import { patchValidations } from './lists/patch-validations';
import { patchFooter } from './patch-footer';
import { patchPageBreaks } from './patch-page-breaks';
import { SHEET_ORDER, worksheetOf } from './worksheet-part';
import { attributesOf } from './xml/tag-attributes';
import { TagScanner } from './xml/tag-scanner';
import type { XmlElement } from './xml/xml-element';

/**
 * Plays the changes of one tab whose rows are inserted already.
 * @returns what did not come because the clerk has something of that kind in its place
 * @throws WorkbookFileError; RangeError without such a tab.
 */
export function patchTab(book: Book, tab: ChangedTab, wardrobe: Wardrobe): readonly GaveWay[] {
  const { parts } = book;
  const { part, root } = worksheetOf(book, tab.sheet);
  const fresh = wardrobe.scratch?.sheet(tab).root;
  patchRows(book, part, root, tab, wardrobe);
  const merges = patchMerges(root, tab.merges);
  patchConditionalFormats(
    root,
    tab.conditionalFormats,
    fresh?.elements('conditionalFormatting') ?? [],
    wardrobe.merged?.differentials ?? [],
  );
  const rules = patchValidations(root, tab.validations, fresh?.first('dataValidations')?.elements() ?? []);
  const links = patchLinks(root, tab.cells);
  if (tab.print !== undefined) patchFooter(root, tab.print);
  patchPageBreaks(root, tab.pageBreaks);
  const notes = patchNotes(parts, part, root, tab.notes);
  const content = root.content();
  if (typeof content !== 'string') packSoon(content);
  if (typeof content !== 'string' || content !== parts.text(part)) parts.set(part, content);
  const gaveWay = (what: GaveWay['what'], cells: readonly string[]): readonly GaveWay[] =>
    cells.map((address) => ({ what, sheet: tab.sheet, cells: address }));
  return [
    ...gaveWay('merge', merges.map(rangeAddress)),
    ...gaveWay('validation', rules.map(rangeAddress)),
    ...gaveWay('link', links),
    ...gaveWay('note', notes),
  ];
}

/** The charts of a tab, once the cells of all tabs are as they will be. */
export function patchTabCharts(book: Book, tab: ChangedTab, values: BookValues, { scratch }: Wardrobe): void {
  if (tab.charts.removed.length + tab.charts.added.length === 0) return;
  const { part, root } = worksheetOf(book, tab.sheet);
  const fresh = scratch === undefined ? undefined : { book: scratch.book, part: scratch.sheet(tab).part };
  patchCharts(book, part, root, tab, values, fresh);
  const xml = root.toString();
  if (xml !== book.parts.text(part)) book.parts.set(part, xml);
}

function patchRows(book: Book, part: string, root: XmlElement, tab: ChangedTab, wardrobe: Wardrobe): void {
  const { prefix } = root;
  const data = root.pieces.find(({ name }) => name === 'sheetData')?.xml ?? `<${prefix}sheetData/>`;
  const edits = cellEdits(tab, wardrobe);
  inheritLooks(part, data, edits, tab.insertedRows);
  const plain = unshareFormulas(part, data, changedGroups(part, data, edits));
  patchTables(book.parts, part, tab, { data: plain, prefix, edits });
  if (edits.size === 0) return;
  root.place(
    'sheetData',
    changeCells({ part, xml: plain, date1904: book.outline.date1904 }, edits, columnLooks(root)),
    SHEET_ORDER,
  );
  extendDimension(root, tab);
}

/** Some readers take it for the whole. */
function extendDimension(root: XmlElement, { cells }: ChangedTab): void {
  root.change('dimension', (dimension) => {
    const range = parseCellRange(dimension.attribute('ref') ?? '');
    if (range === undefined) return dimension;
    const filled = cells.filter(({ content }) => content !== null);
    const whole = filled.reduce(
      ({ top, left, bottom, right }, { row, column }) => ({
        top: Math.min(top, row),
        left: Math.min(left, column),
        bottom: Math.max(bottom, row),
        right: Math.max(right, column),
      }),
      range,
    );
    if (rangeAddress(whole) !== rangeAddress(range)) dimension.set({ ref: rangeAddress(whole) });
    return dimension;
  });
}

/** Groups of cells sharing a formula that is written out in a cell which gets another content. */
function changedGroups(
  part: string,
  data: string,
  edits: ReadonlyMap<number, RowEdit>,
): (group: string) => boolean {
  const groups = new Set<string>();
  const scanner = new TagScanner(part, data);
  let address = '';
  while (data.includes('shared') && scanner.next()) {
    if (scanner.kind === 'close') continue;
    const { name } = scanner;
    if (name === 'c') address = /\sr\s*=\s*["']([^"']*)["']/.exec(scanner.tag)?.[1] ?? '';
    if (name !== 'f' || scanner.kind === 'empty') continue;
    const { t, si = '', ref } = attributesOf(scanner.tag);
    const cell = t === 'shared' && ref !== undefined ? parseCellRange(address) : undefined;
    if (cell !== undefined && edits.get(cell.top)?.cells[cell.left]?.content !== undefined) groups.add(si);
  }
  return (group) => groups.has(group);
}
