import { xmlText } from '../../writing/package/xml-text';
import { attributesOf, decodedXml, withAttributes } from '../xml/tag-attributes';
import { TagScanner } from '../xml/tag-scanner';
import type { RowMoves, WorkbookMoves } from './row-moves';

/** The sheet a part belongs to. */
export interface MovedPart {
  readonly sheet: string;
  /** How its own rows move; nothing when they stay. */
  readonly own: RowMoves | undefined;
  readonly moves: WorkbookMoves;
}

/** Elements whose text is a formula: of cells, rules, names, charts, sparklines, columns of tables. */
const FORMULAS = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedName',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
/** Attributes that hold a formula: texts of shapes, controls, targets of links. */
const FORMULA_ATTRIBUTES = ['textlink', 'fmlaLink', 'fmlaRange', 'fmlaGroup', 'location'];
/** Attributes that hold cells of the part's own sheet; “r” of a row is but a number. */
const AREA_ATTRIBUTES = ['ref', 'sqref', 'activeCell', 'r', 'r1', 'r2'];

/** A part in which every reference to a moved row is put right; all else stays letter by letter. @throws WorkbookFileError */
export function moveReferences(part: string, xml: string, place: MovedPart): string {
  const scanner = new TagScanner(part, xml);
  const out: string[] = [];
  let copied = 0;
  const replace = (from: number, to: number, text: string): void => {
    out.push(xml.slice(copied, from), text);
    copied = to;
  };
  const rows = new RowNumbers(place.own);
  let breaks = false;
  let inData = false;
  while (scanner.next()) {
    const { kind, from, to, name } = scanner;
    if (name === 'rowBreaks') breaks = kind === 'open';
    if (name === 'sheetData') inData = kind === 'open';
    if (kind === 'close') continue;
    const { tag } = scanner;
    const moved = inData && name === 'row' ? rows.tag(tag) : movedTag(name, tag, place, breaks);
    if (moved !== tag) replace(from, to, moved);
    if (kind === 'empty' || !(FORMULAS.has(name) || name === 'sqref')) continue;
    if (!scanner.next()) break;
    const text = xml.slice(to, scanner.from);
    const before = plainText(text);
    const after =
      name === 'sqref' ? (place.own?.areas(before) ?? before) : place.moves.formula(before, place.sheet);
    if (after !== before) replace(to, scanner.from, xmlText(after));
  }
  out.push(xml.slice(copied));
  return out.join('');
}

/** Rows that do not say their number follow the one before them. */
class RowNumbers {
  private row = 0;
  private moved = 0;

  constructor(private readonly own: RowMoves | undefined) {}

  tag(tag: string): string {
    if (this.own === undefined) return tag;
    const written = /\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
    this.row = written === undefined ? this.row + 1 : Number(written);
    const next = this.own.row(this.row);
    const follows = written === undefined && next === this.moved + 1;
    this.moved = next;
    return next === this.row || follows ? tag : withAttributes(tag, { r: next });
  }
}

function movedTag(name: string, tag: string, place: MovedPart, breaks: boolean): string {
  const { own } = place;
  if (name === 'c') {
    return own === undefined
      ? tag
      : tag.replace(
          /(\sr\s*=\s*["'][A-Za-z]+)(\d+)/,
          (_, before: string, row: string) => before + own.row(Number(row)),
        );
  }
  if (!/\s(?:ref|sqref|activeCell|r|r1|r2|id|location|textlink|fmla\w+|val)\s*=/.test(tag)) return tag;
  const attributes = attributesOf(tag);
  const changed: Record<string, string | number> = {};
  const put = (key: string, value: string | number): void => {
    if (String(value) !== attributes[key]) changed[key] = value;
  };
  if (name === 'worksheetSource') {
    const { sheet = '', ref } = attributes;
    const moves = place.moves.of(sheet);
    if (moves !== undefined && ref !== undefined) put('ref', moves.areas(ref));
    return withAttributes(tag, changed);
  }
  for (const key of FORMULA_ATTRIBUTES) {
    const formula = attributes[key];
    if (formula !== undefined) put(key, place.moves.formula(formula, place.sheet));
  }
  const { val, id } = attributes;
  if (name === 'cfvo' && val !== undefined) put('val', place.moves.formula(val, place.sheet));
  if (own !== undefined) {
    for (const key of AREA_ATTRIBUTES) {
      const areas = attributes[key];
      if (areas !== undefined) put(key, own.areas(areas));
    }
    // A break lies below its row.
    if (breaks && name === 'brk' && id !== undefined) put('id', own.row(Number(id) + 1) - 1);
  }
  return withAttributes(tag, changed);
}

/** The text of an element that holds nothing but text. */
export function plainText(xml: string): string {
  if (!xml.includes('<')) return decodedXml(xml);
  return xml
    .split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->)/s)
    .map((piece) =>
      piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : piece.startsWith('<!--') ? '' : decodedXml(piece),
    )
    .join('');
}
