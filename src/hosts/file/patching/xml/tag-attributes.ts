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
  const waiting = new Map(Object.entries(changes));
  let changed = '';
  let copied = 0;
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const [whole, name = ''] = match;
    if (!waiting.has(name)) continue;
    // The space before it belongs to it.
    let from = match.index;
    while (isSpace(tag.charCodeAt(from - 1))) from -= 1;
    changed += tag.slice(copied, from) + attributeText(name, waiting.get(name));
    copied = match.index + whole.length;
    waiting.delete(name);
  }
  const end = tag.length - (tag.endsWith('/>') ? 2 : 1);
  changed += tag.slice(copied, end);
  for (const [name, value] of waiting) changed += attributeText(name, value);
  return changed + tag.slice(end);
}

/** With the space before it; empty for one that is `undefined`. */
export function attributeText(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : ` ${name}="${xmlAttribute(String(value))}"`;
}

/** As XML has them. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
