import { cellAddress } from '../../../../base/raw-sheet';
import type { CellChange } from '../../../../base/workbook-difference';
import { quotedSheet } from '../../writing/sheet-reference';
import { xmlElement } from '../../writing/package/xml-text';
import { attributeOf, attributesOf } from '../xml/tag-attributes';
import { SHEET_ORDER } from '../worksheet-part';
import { XmlElement } from '../xml/xml-element';

/**
 * Links of changed cells: one that is ours and is no link any more goes, a new one comes; links of the clerk's stay.
 * @returns cells whose link is the clerk's and stays
 */
export function patchLinks(root: XmlElement, cells: readonly CellChange[]): readonly string[] {
  const targets = new Map<string, string | undefined>();
  for (const { row, column, content, wasLink } of cells) {
    const isLink = typeof content === 'object' && content !== null && 'text' in content;
    if (isLink) targets.set(cellAddress(row, column), `${quotedSheet(content.sheet)}!${content.cell}`);
    else if (wasLink === true) targets.set(cellAddress(row, column), undefined);
  }
  if (targets.size === 0) return [];
  const section = root.first('hyperlinks') ?? XmlElement.parse('', `<${root.prefix}hyperlinks/>`);
  const own = section.elements().flatMap((link) => {
    const ref = link.attribute('ref') ?? '';
    return isOurs(link) || !targets.has(ref) ? [] : [ref];
  });
  const kept = own.filter((ref) => targets.get(ref) !== undefined);
  for (const ref of own) targets.delete(ref);
  section.pieces = section.pieces.filter(
    ({ xml, name }) => name === '' || !targets.has(attributeOf(xml, 'ref') ?? ''),
  );
  for (const [ref, location] of targets) {
    if (location === undefined) continue;
    section.pieces.push({ name: 'hyperlink', xml: xmlElement(`${root.prefix}hyperlink`, { ref, location }) });
  }
  const isEmpty = section.pieces.every(({ name }) => name === '');
  root.place('hyperlinks', isEmpty ? undefined : section.toString(), SHEET_ORDER);
  return kept;
}

/** Ours lead to a cell of the workbook and have no tip. */
function isOurs(link: XmlElement): boolean {
  const names = Object.keys(attributesOf(link.tag));
  return names.every((name) => ['ref', 'location', 'display'].includes(name) || name.startsWith('xmlns'));
}
