import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formatRect } from '../model/address';
import type { Pivot } from '../model/pivot';

/**
 * What the library cannot say of a package: the names of PivotTables and of their data fields, and where they end; and
 * that the file is not Excel's own, so that viewers work out row heights themselves.
 */
export function finishPackage(bytes: Uint8Array, pivots: readonly Pivot[]): Uint8Array {
  const parts = unzipSync(bytes);
  edit(parts, 'docProps/app.xml', (xml) =>
    xml
      .replace(/<Application>[^<]*<\/Application>/u, '<Application>excel-host</Application>')
      .replace(/<AppVersion>[^<]*<\/AppVersion>/u, ''),
  );
  for (const [index, pivot] of pivots.entries()) {
    edit(parts, `xl/pivotTables/pivotTable${index + 1}.xml`, (xml) => withNames(xml, pivot));
  }
  return zipSync(parts, { level: 1 });
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(change(strFromU8(part)));
}

function withNames(xml: string, pivot: Pivot): string {
  const captions = pivot.data.map((data) => data.caption);
  const place = formatRect({ ...(pivot.rendered ?? pivot.anchor), top: pivot.anchor.top });
  return xml
    .replace(/(<location[^>]*? ref=")[^"]*/u, (_, head: string) => head + place)
    .replace(/(<pivotTableDefinition[^>]*? name=")[^"]*/u, (_, head: string) => head + escaped(pivot.name))
    .replaceAll(/(<dataField name=")[^"]*/gu, (_, head: string) => head + escaped(captions.shift() ?? ''));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
