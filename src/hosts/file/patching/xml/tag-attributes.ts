import { xmlAttribute } from '../../writing/package/xml-text';

const ATTRIBUTE = /([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text behind what XML writes for it. */
export function decodedXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (number !== undefined) return String.fromCodePoint(Number(number));
      return NAMED[name ?? ''] ?? whole;
    },
  );
}

/** Attributes of an opening tag, decoded, by their names as written. */
export function attributesOf(tag: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    found[name] = decodedXml(double ?? single ?? '');
  }
  return found;
}

export function attributeOf(tag: string, wanted: string): string | undefined {
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) {
    if (name === wanted) return decodedXml(double ?? single ?? '');
  }
  return undefined;
}

/** The tag with attributes set, or taken out by `undefined`; all else stays letter by letter. */
export function withAttributes(
  tag: string,
  changes: Readonly<Record<string, string | number | undefined>>,
): string {
  let changed = tag;
  for (const [name, value] of Object.entries(changes)) {
    const written = value === undefined ? '' : ` ${name}="${xmlAttribute(String(value))}"`;
    const place = placeOf(changed, name);
    changed = changed.slice(0, place.from) + written + changed.slice(place.to);
  }
  return changed;
}

/** Where the attribute stands, the space before it included, or where it may be put. */
function placeOf(tag: string, wanted: string): { readonly from: number; readonly to: number } {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== wanted) continue;
    const spaces = /\s*$/.exec(tag.slice(0, match.index))?.[0].length ?? 0;
    return { from: match.index - spaces, to: match.index + match[0].length };
  }
  const end = tag.length - (tag.endsWith('/>') ? 2 : 1);
  return { from: end, to: end };
}
