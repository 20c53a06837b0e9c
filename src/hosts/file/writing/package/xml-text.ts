import { escapeCellText } from '../../reading/xlsx/cell-text';

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as an attribute's value, with the escapes workbooks use for what XML cannot hold. */
export function xmlAttribute(text: string): string {
  return escapeCellText(text).replace(/[&<>"]/g, (letter) => ENTITY[letter] ?? letter);
}

/** A text between tags. */
export function xmlText(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ENTITY[letter] ?? letter);
}

/** Signs that XML or a workbook writes in another way; most texts of a sheet have none. */
const NEEDS_ESCAPE = /[\u0000-\u001f&<>_\ufffe\uffff]/;

/** A text of a cell between tags, with the escapes workbooks use for what XML cannot hold. */
export function cellXmlText(text: string): string {
  return NEEDS_ESCAPE.test(text) ? xmlText(escapeCellText(text)) : text;
}

/** An element; attributes that are `undefined` are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
