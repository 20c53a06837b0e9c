import type { Book } from '../grafting/book';
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

/** @throws RangeError when there is no such sheet of cells. */
export function worksheetOf(book: Book, sheet: string): { readonly part: string; readonly root: XmlElement } {
  const part = sheetPartOf(book, sheet);
  if (part === undefined) throw new RangeError(`No sheet named ${sheet}`);
  return { part, root: XmlElement.parse(part, book.parts.text(part)) };
}
