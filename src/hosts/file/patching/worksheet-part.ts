import type { Book } from '../grafting/book';
import type { PackageParts } from '../grafting/package-parts';
import { joined } from '../packing/joined';
import { rawTagName } from './xml/tag-scanner';
import { XmlElement } from './xml/xml-element';

/** Sections of a sheet part in the schema's order (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
export const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The part of a sheet of cells by its name, whatever the case; nothing when there is none. */
export function sheetPartOf({ parts, main, outline }: Book, sheet: string): string | undefined {
  const found = outline.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const target = parts.relationships(main).find(({ id }) => id === found?.relationship);
  return target?.type === 'worksheet' && !target.external && parts.has(target.target)
    ? target.target
    : undefined;
}

/** So much of a part is looked at for where its rows begin. */
const HEAD_BYTES = 1 << 16;

/**
 * Changes sections that stand before the rows of a sheet. The rows, most of a large part, are not read: their bytes stay.
 * @throws WorkbookFileError
 */
export function changeBeforeRows(parts: PackageParts, part: string, edit: (root: XmlElement) => void): void {
  const bytes = parts.bytes(part);
  const head = beforeRows(bytes);
  const before = head ?? parts.text(part);
  const end = head === undefined ? '' : `</${rawTagName(/<[^!?][^>]*>/.exec(head)?.[0] ?? '')}>`;
  const root = XmlElement.parse(part, before + end);
  edit(root);
  const after = root.toString();
  if (after === before + end) return;
  if (head === undefined) return parts.set(part, after);
  const encoder = new TextEncoder();
  const rows = bytes.subarray(encoder.encode(head).length);
  parts.set(part, joined([encoder.encode(after.slice(0, -end.length)), rows]));
}

/** What stands before the rows of a sheet; nothing where that cannot be told from the beginning of the part. */
function beforeRows(bytes: Uint8Array): string | undefined {
  // A mark would be lost with the decoding, and the bytes be counted wrong.
  if (bytes[0] !== LESS_THAN) return undefined;
  const text = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const rows = text.search(/<(?:[\w.-]+:)?sheetData[\s/>]/);
  const head = text.slice(0, Math.max(rows, 0));
  return rows === -1 || head.includes('<!--') || head.includes('\uFFFD') ? undefined : head;
}

const LESS_THAN = 60;

/** @throws RangeError when there is no such sheet of cells. */
export function worksheetOf(book: Book, sheet: string): { readonly part: string; readonly root: XmlElement } {
  const part = sheetPartOf(book, sheet);
  if (part === undefined) throw new RangeError(`No sheet named ${sheet}`);
  return { part, root: XmlElement.parse(part, book.parts.text(part)) };
}
