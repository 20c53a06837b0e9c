import { rangeAddress, type CellRange } from '../../../../base/raw-sheet';
import type { ListDifference } from '../../../../base/workbook-difference';
import { parseCellRange } from '../../reading/xlsx/references';
import { attributeOf } from '../xml/tag-attributes';
import { SHEET_ORDER } from '../worksheet-part';
import { XmlElement } from '../xml/xml-element';
import { meet } from './areas';

/**
 * Merges cells and takes merges apart; one that would meet a merge of the clerk's is left out: Excel opens no such file.
 * @returns those left out
 */
export function patchMerges(
  root: XmlElement,
  { removed, added }: ListDifference<CellRange>,
): readonly CellRange[] {
  if (removed.length + added.length === 0) return [];
  const section = root.first('mergeCells') ?? XmlElement.parse('', `<${root.prefix}mergeCells/>`);
  const gone = new Set(removed.map(rangeAddress));
  const rangeOf = (xml: string): CellRange | undefined => parseCellRange(attributeOf(xml, 'ref') ?? '');
  section.pieces = section.pieces.filter(({ xml }) => {
    const range = rangeOf(xml);
    return range === undefined || !gone.has(rangeAddress(range));
  });
  const standing = section.pieces.flatMap(({ xml }) => rangeOf(xml) ?? []);
  const [kept, free] = [true, false].map((isMet) =>
    added.filter((range) => standing.some((other) => meet(range, other)) === isMet),
  );
  for (const range of free ?? []) {
    section.pieces.push({
      name: 'mergeCell',
      xml: `<${root.prefix}mergeCell ref="${rangeAddress(range)}"/>`,
    });
  }
  const count = section.pieces.filter(({ name }) => name !== '').length;
  section.set({ count });
  root.place('mergeCells', count === 0 ? undefined : section.toString(), SHEET_ORDER);
  const said = new Set(standing.map(rangeAddress));
  return (kept ?? []).filter((range) => !said.has(rangeAddress(range)));
}
