import { admit } from '../reading/package/gate';
import { SPREADSHEET_NAMESPACE, xmlElement } from '../writing/package/xml-text';
import { PackageParts } from './package-parts';
import { rewriteXml, type RewriteRules } from './rewrite-xml';
import { workbookOutline } from './workbook-outline';

/**
 * Brings a tab to the front and puts the cursor on a cell.
 * @param cell “C12”.
 * @returns The same bytes when there is no such sheet.
 * @throws WorkbookFileError
 */
export function selectCell(bytes: Uint8Array, sheet: string, cell: string): Uint8Array {
  const { main } = admit(bytes);
  const parts = PackageParts.of(bytes);
  const { sheets } = workbookOutline(parts.text(main));
  const index = sheets.findIndex(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const relationships = parts.relationships(main);
  sheets.forEach(({ relationship }, at) => {
    const target = relationships.find(({ id, type }) => id === relationship && type === 'worksheet')?.target;
    if (target === undefined || index === -1) return;
    const rules = at === index ? selected(cell) : NOT_SELECTED;
    const xml = parts.text(target);
    if (at === index || xml.includes('tabSelected')) parts.set(target, rewriteXml(target, xml, rules));
  });
  if (index === -1) return bytes;
  parts.set(main, rewriteXml(main, parts.text(main), inFront(index)));
  return parts.toBytes();
}

function inFront(index: number): RewriteRules {
  return {
    open: (name, attributes, depth) => {
      if (name === 'workbookView' && depth === 3) attributes['activeTab'] = String(index);
      return undefined;
    },
  };
}

const NOT_SELECTED: RewriteRules = {
  open: (name, attributes, depth) => {
    if (name === 'sheetView' && depth === 3) delete attributes['tabSelected'];
    return undefined;
  },
};

/** In a frozen sheet the cursor stands in the pane that scrolls, which the view itself names. */
function selected(cell: string): RewriteRules {
  let pane: string | undefined;
  return {
    open: (name, attributes, depth) => {
      if (name === 'sheetView' && depth === 3) attributes['tabSelected'] = '1';
      if (name === 'pane' && depth === 4) pane = attributes['activePane'];
      return !(name === 'selection' && depth === 4);
    },
    atEnd: (name, depth) =>
      name === 'sheetView' && depth === 3
        ? xmlElement('selection', { xmlns: SPREADSHEET_NAMESPACE, pane, activeCell: cell, sqref: cell })
        : '',
  };
}
