import type { PackageParts } from './package-parts';

const STRICT = 'http://purl.oclc.org/ooxml/';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/';

/** Address beginnings of strict files and what transitional ones have instead (ECMA-376 part 4, annex A). */
const NAMESPACES: readonly (readonly [strict: string, transitional: string])[] = [
  ['officeDocument/relationships', 'officeDocument/2006/relationships'],
  ['officeDocument/', 'officeDocument/2006/'],
  ['spreadsheetml/', 'spreadsheetml/2006/'],
  ['drawingml/', 'drawingml/2006/'],
];

/** A strict workbook cannot hold transitional sheets: its parts are given the names every Excel and WPS knows. */
export function toTransitional(parts: PackageParts, main: string): void {
  if (!parts.text(main).includes(`${STRICT}spreadsheetml/`)) return;
  for (const name of parts.names()) {
    if (!/\.(xml|rels|vml)$/i.test(name)) continue;
    const text = NAMESPACES.reduce(
      (xml, [strict, transitional]) => xml.replaceAll(STRICT + strict, TRANSITIONAL + transitional),
      parts.text(name),
    );
    parts.set(name, name === main ? text.replace(/ conformance="strict"/, '') : text);
  }
}
