import type { SheetBlueprint, TableBlueprint } from '../../../../base/blueprint';
import { rangeAddress } from '../../../../base/raw-sheet';
import { linkFrom, type Book } from '../../grafting/book';
import { freeTableName, freeTableNumber } from '../../grafting/table-names';
import { parseCellRange } from '../../reading/xlsx/references';
import { SPREADSHEET_NAMESPACE, xmlElement, XML_HEAD } from '../../writing/package/xml-text';
import { tableHeaders } from '../../writing/tables';
import { sheetPartOf, SHEET_ORDER } from '../worksheet-part';
import { XmlElement } from '../xml/xml-element';

const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Tables of a tab that is drawn anew in its place: one that is gone comes back, one that has lost columns or lies elsewhere is
 * made anew; one that only has further columns of the clerk's stays.
 */
export function settleTables(book: Book, sheet: SheetBlueprint): void {
  const part = sheetPartOf(book, sheet.name);
  if (part === undefined) return;
  for (const table of sheet.tables) {
    if (dropUnlike(book, part, table)) addTable(book, part, sheet, table);
  }
}

/** Takes the table out where it is not the wanted one. @returns whether it has to come anew */
function dropUnlike({ parts }: Book, part: string, { name, range }: TableBlueprint): boolean {
  const relationships = parts.relationships(part);
  for (const { id, type, target, external } of relationships) {
    if (type !== 'table' || external || !parts.has(target)) continue;
    const root = XmlElement.parse(target, parts.text(target));
    if (root.attribute('displayName')?.toLowerCase() !== name.toLowerCase()) continue;
    const known = parseCellRange(root.attribute('ref') ?? '');
    const isLike = known !== undefined && known.left === range.left && known.right >= range.right;
    if (isLike && known.top === range.top) return false;
    parts.remove(target);
    parts.setRelationships(
      part,
      relationships.filter((one) => one.id !== id),
    );
    changeTableList(parts, part, (list) => {
      list.change('tablePart', (element) => (element.toString().includes(`"${id}"`) ? undefined : element));
    });
  }
  return true;
}

function addTable(book: Book, part: string, sheet: SheetBlueprint, table: TableBlueprint): void {
  const { parts } = book;
  const { name, range, style, banded } = table;
  const ref = rangeAddress({ ...range, bottom: Math.max(range.bottom, range.top + 1) });
  const target = parts.freeName('xl/tables/table.xml');
  const columns = tableHeaders(sheet, table).map((header, index) =>
    xmlElement('tableColumn', { id: index + 1, name: header }),
  );
  const free = freeTableName(parts, name);
  const attributes = {
    xmlns: SPREADSHEET_NAMESPACE,
    id: freeTableNumber(parts),
    name: free,
    displayName: free,
    ref,
    totalsRowShown: 0,
  };
  const inside = [
    xmlElement('autoFilter', { ref }),
    xmlElement('tableColumns', { count: columns.length }, columns),
    xmlElement('tableStyleInfo', {
      name: style,
      showFirstColumn: 0,
      showLastColumn: 0,
      showRowStripes: banded ? 1 : 0,
      showColumnStripes: 0,
    }),
  ];
  parts.set(target, XML_HEAD + xmlElement('table', attributes, inside));
  parts.types.set(target, TABLE_TYPE);
  const id = linkFrom(parts, part, 'table', target);
  changeTableList(parts, part, (list) => {
    const element = xmlElement(`${list.prefix}tablePart`, { 'xmlns:r': RELATIONSHIPS, 'r:id': id });
    list.pieces.push({ name: 'tablePart', xml: element });
  });
}

function changeTableList(parts: Book['parts'], part: string, change: (list: XmlElement) => void): void {
  const root = XmlElement.parse(part, parts.text(part));
  const list = root.first('tableParts') ?? XmlElement.parse(part, `<${root.prefix}tableParts/>`);
  change(list);
  const count = list.pieces.filter(({ name }) => name !== '').length;
  list.set({ count });
  root.place('tableParts', count === 0 ? undefined : list.toString(), SHEET_ORDER);
  parts.set(part, root.toString());
}
