import type { CellRange } from '../../../../base/raw-sheet';
import type { Book } from '../../grafting/book';
import { parseCellRange } from '../../reading/xlsx/references';
import { xmlText } from '../../writing/package/xml-text';
import { attributesOf, decodedXml } from '../xml/tag-attributes';
import type { BookValues } from './book-values';
import { pointText } from './chart-series';

const CHART = /chart\+xml$/i;
const REFERENCE = /<((?:\w+:)?)(num|str)Ref>(.*?)<\/\1\2Ref>/gs;
const AREA = /^(?:'((?:[^']|'')+)'|([^'!,]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/;
/** A chart that looks at more keeps what it showed until a program works it out. */
const MOST_POINTS = 20_000;

/**
 * What charts remember of the cells they look at, for viewers that do not look, is as those cells now are: in charts of ours and in
 * the clerk's that show our figures.
 * @param sheets Those in which cells have changed, in lower case.
 */
export function refreshCaches(book: Book, sheets: ReadonlySet<string>, values: BookValues): void {
  const { parts } = book;
  for (const part of parts.names()) {
    if (!CHART.test(parts.types.of(part))) continue;
    const before = parts.text(part);
    const after = before.replace(
      REFERENCE,
      (whole: string, _prefix: string, kind: 'num' | 'str', inside: string) => {
        const area = areaOf(inside);
        if (area === undefined || !sheets.has(area.sheet.toLowerCase())) return whole;
        const texts = values
          .range(area.sheet, area.range)
          .flat()
          .map((value) => pointText(kind, value));
        return withPoints(whole, kind, texts);
      },
    );
    if (after !== before) parts.set(part, after);
  }
}

function areaOf(inside: string): { readonly sheet: string; readonly range: CellRange } | undefined {
  const formula = decodedXml(/<(?:\w+:)?f>([^<]*)</.exec(inside)?.[1] ?? '');
  const [, quoted, plain, cells = ''] = AREA.exec(formula) ?? [];
  const range = parseCellRange(cells.replace(/\$/g, ''));
  const sheet = quoted?.replace(/''/g, "'") ?? plain;
  if (range === undefined || sheet === undefined) return undefined;
  const count = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  return count > MOST_POINTS ? undefined : { sheet, range };
}

/** The reference with these points, where it has others; what a point says of its format stays. */
function withPoints(xml: string, kind: 'num' | 'str', texts: readonly (string | undefined)[]): string {
  const cache = new RegExp(`(<((?:\\w+:)?)${kind}Cache>)(.*?)(</\\2${kind}Cache>)`, 's');
  return xml.replace(cache, (whole: string, open: string, prefix: string, inside: string, close: string) => {
    const points = [...inside.matchAll(/<(?:\w+:)?pt\b([^>]*)>.*?<(?:\w+:)?v>([^<]*)<.*?<\/(?:\w+:)?pt>/gs)];
    const known = new Map(
      points.map(([, tag = '', text = '']) => [
        Number(attributesOf(tag)['idx']),
        { tag, text: decodedXml(text) },
      ]),
    );
    const isSame =
      known.size === texts.filter((text) => text !== undefined).length &&
      texts.every((text, index) => text === undefined || isSamePoint(kind, text, known.get(index)?.text));
    if (isSame) return whole;
    const fresh = texts.flatMap((text, index) => {
      if (text === undefined) return [];
      const tag = known.get(index)?.tag ?? ` idx="${index}"`;
      return [`<${prefix}pt${tag}><${prefix}v>${xmlText(text)}</${prefix}v></${prefix}pt>`];
    });
    const format =
      /<((?:\w+:)?)formatCode>.*?<\/\1formatCode>|<(?:\w+:)?formatCode\s*\/>/s.exec(inside)?.[0] ?? '';
    return `${open}${format}<${prefix}ptCount val="${texts.length}"/>${fresh.join('')}${close}`;
  });
}

function isSamePoint(kind: 'num' | 'str', text: string, known: string | undefined): boolean {
  if (known === undefined) return false;
  return text === known || (kind === 'num' && Math.abs(Number(text) - Number(known)) <= 1e-9);
}
