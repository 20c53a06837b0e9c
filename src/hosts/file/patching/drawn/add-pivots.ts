import { largestOf, smallestOf } from '../../../../base/extremes';
import { grouped } from '../../../../base/grouped';
import { firstLine } from '../../../../base/pivots/pivot-layout';
import type { PivotBlueprint, SheetBlueprint } from '../../../../base/blueprint';
import type { CellRange } from '../../../../base/raw-sheet';
import type { ChangedTab } from '../../../../base/workbook-difference';
import { link, linkFrom, openBook, type Book } from '../../grafting/book';
import { sharedTexts } from '../../grafting/graft-styles';
import { WORKBOOK_ORDER } from '../../grafting/rewrite-workbook';
import { NumberSource, SheetCopier } from '../../grafting/sheet-copier';
import { tableNumbers } from '../../grafting/table-names';
import { workbookOutline } from '../../grafting/workbook-outline';
import { xmlElement } from '../../writing/package/xml-text';
import { layOutPivots, withPivotCells } from '../../writing/pivots/pivots';
import { writeWorkbook } from '../../writing/write-xlsx';
import type { BookValues } from '../charts/book-values';
import { worksheetOf } from '../worksheet-part';
import { XmlElement } from '../xml/xml-element';
import { emptySheet, sourceSheets } from './source-sheets';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A pivot that comes to a tab that stands. */
export interface ComingPivot {
  readonly sheet: string;
  readonly pivot: PivotBlueprint;
}

/** Pivots that come in, with the cells and looks they show; those of `kept` would stand on something of the clerk's. */
export interface PivotsAdded {
  readonly changes: readonly Pick<ChangedTab, 'sheet' | 'cells' | 'formats'>[];
  readonly kept: readonly ComingPivot[];
}

/**
 * Adds pivots to tabs that stand: their parts, and the cells that show them until they are refreshed.
 * @param values The workbook as its cells then are.
 * @throws RangeError when their source is not there
 */
export async function addPivots(
  book: Book,
  wanted: readonly ComingPivot[],
  values: BookValues,
): Promise<PivotsAdded> {
  if (wanted.length === 0) return { changes: [], kept: [] };
  const holders = wanted.map(({ pivot }, index) => ({
    ...emptySheet(`_pivot${index}`),
    pivots: [{ ...pivot, slicers: [] }],
  }));
  const sources = sourceSheets(book, holders, values);
  const sheets = [...holders, ...sources];
  const layouts = layOutPivots(sheets);
  const drawn = holders.map((holder) => withPivotCells(holder, layouts.get(holder.name) ?? []));
  const isFree = wanted.map(({ sheet }, index) => isEmpty(values, sheet, extentOf(drawn[index])));
  const fresh = openBook(await writeWorkbook({ sheets, names: [], title: '', activeSheet: '' }));
  const styles = { cells: [], differentials: [] };
  const { pivotCaches } = workbookOutline(book.parts.text(book.main));
  const copier = new SheetCopier(fresh.parts, book.parts, { ...styles, xml: '' }, sharedTexts(fresh), {
    tables: new NumberSource(tableNumbers(book.parts)),
    pivotCaches: new NumberSource(pivotCaches.map(({ cacheId }) => cacheId)),
  });
  const changes = wanted.flatMap(({ sheet }, index) => {
    const looks = drawn[index];
    if (isFree[index] !== true || looks === undefined) return [];
    graftPivot(book, copier, { from: worksheetOf(fresh, `_pivot${index}`).part, source: fresh, to: sheet });
    return [{ sheet, cells: cellsOf(looks), formats: looks.formats }];
  });
  return { changes: bySheet(changes), kept: wanted.filter((_, index) => isFree[index] !== true) };
}

/** Tabs are played once each. */
function bySheet(changes: PivotsAdded['changes']): PivotsAdded['changes'] {
  return [...grouped(changes, ({ sheet }) => sheet)].map(([sheet, all]) => ({
    sheet,
    cells: all.flatMap(({ cells }) => cells),
    formats: all.flatMap(({ formats }) => formats),
  }));
}

function extentOf(sheet: SheetBlueprint | undefined): CellRange {
  const filled = cellsOf(sheet ?? emptySheet(''));
  const rows = filled.map(({ row }) => row);
  const columns = filled.map(({ column }) => column);
  return {
    top: smallestOf(rows),
    left: smallestOf(columns),
    bottom: largestOf(rows),
    right: largestOf(columns),
  };
}

function isEmpty(values: BookValues, sheet: string, range: CellRange): boolean {
  return values.range(sheet, range).every((row) => row.every((value) => value === undefined || value === ''));
}

function cellsOf({ cells, pivots }: SheetBlueprint): ChangedTab['cells'] {
  const first = smallestOf(pivots.map(firstLine));
  return cells.flatMap((contents, down) =>
    down + 1 < first
      ? []
      : contents.flatMap((content, along) => {
          const isBefore = pivots.every(({ anchor }) => along + 1 < anchor.column);
          return isBefore ? [] : [{ row: down + 1, column: along + 1, content }];
        }),
  );
}

/** The pivots that come share a cache: the workbook names it once. */
function graftPivot(
  book: Book,
  copier: SheetCopier,
  { from, source, to }: { readonly from: string; readonly source: Book; readonly to: string },
): void {
  const { parts, main } = book;
  const table = source.parts.relationships(from).find(({ type }) => type === 'pivotTable');
  if (table === undefined) throw new RangeError(`No pivot was written for ${to}`);
  const copy = copier.copy(table.target);
  linkFrom(parts, worksheetOf(book, to).part, 'pivotTable', copy);
  const cache = parts.relationships(copy).find(({ type }) => type === 'pivotCacheDefinition');
  if (cache === undefined) throw new RangeError(`The pivot for ${to} has no cache`);
  if (parts.relationships(main).some(({ target }) => target === cache.target)) return;
  const id = link(book, 'pivotCacheDefinition', cache.target);
  const cacheId = XmlElement.parse(copy, parts.text(copy)).attribute('cacheId');
  const root = XmlElement.parse(main, parts.text(main));
  const list = root.first('pivotCaches') ?? XmlElement.parse(main, `<${root.prefix}pivotCaches/>`);
  const element = xmlElement(`${root.prefix}pivotCache`, { cacheId, 'xmlns:r': RELATIONSHIPS, 'r:id': id });
  list.pieces.push({ name: 'pivotCache', xml: element });
  root.place('pivotCaches', list.toString(), WORKBOOK_ORDER);
  parts.set(main, root.toString());
}
