import { shiftFormula } from '../../reading/xlsx/shared-formula';
import { parseCellRange } from '../../reading/xlsx/references';
import { xmlText } from '../../writing/package/xml-text';
import { attributesOf } from '../xml/tag-attributes';
import { plainText } from '../inserting/move-references';
import { TagScanner } from '../xml/tag-scanner';

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly plain: boolean;
}

/**
 * Rows in which groups of cells that share a formula each get it in their own words: a group is written out at its first
 * cell, and what becomes of that cell would become of all.
 * @param chosen Whether a group is to be taken apart, by its number and formula.
 * @throws WorkbookFileError
 */
export function unshareFormulas(
  part: string,
  xml: string,
  chosen: (group: string, formula: string) => boolean,
): string {
  if (!/\st\s*=\s*["']shared["']/.test(xml)) return xml;
  const scanner = new TagScanner(part, xml);
  const masters = new Map<string, Master>();
  const out: string[] = [];
  let copied = 0;
  let cell = { row: 0, column: 0 };
  while (scanner.next()) {
    const { kind, from, to, name } = scanner;
    if (kind === 'close') continue;
    if (name === 'c') cell = cellOf(scanner.tag, cell);
    if (name !== 'f') continue;
    const { tag } = scanner;
    const { t, si = '' } = attributesOf(tag);
    if (t !== 'shared') continue;
    const raw = tag.slice(1).replace(/[\s/>].*$/s, '');
    let text = '';
    if (kind === 'open') {
      scanner.next();
      text = plainText(xml.slice(to, scanner.from));
    }
    if (text !== '') masters.set(si, { formula: text, ...cell, plain: chosen(si, text) });
    const master = masters.get(si);
    if (master?.plain !== true) continue;
    const own =
      text === '' ? shiftFormula(master.formula, cell.row - master.row, cell.column - master.column) : text;
    out.push(xml.slice(copied, from), `<${raw}>${xmlText(own)}</${raw}>`);
    copied = kind === 'open' ? scanner.to : to;
  }
  out.push(xml.slice(copied));
  return out.join('');
}

function cellOf(tag: string, before: { row: number; column: number }): { row: number; column: number } {
  const range = parseCellRange(/\sr\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '');
  return range === undefined
    ? { row: before.row, column: before.column + 1 }
    : { row: range.top, column: range.left };
}
