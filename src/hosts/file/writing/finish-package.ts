import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import type { ChartNames, PackageEdits } from './package-edits';
import { xmlAttribute } from './xml-text';

/** Zip times are local and start in 1980: the same fields everywhere, whatever the zone. */
const FIXED_TIME = new Date(2016, 0, 1);

/** Readers that look only at the beginning of a file expect these first. */
const FIRST_PARTS = ['[Content_Types].xml', '_rels/.rels'];

/** Makes the edits in the library's package and packs it anew, every entry with the same time. */
export function finishPackage(bytes: Uint8Array, edits: PackageEdits): Uint8Array {
  const packed = unzipSync(bytes);
  for (const [name, text] of edits.parts) packed[name] = strToU8(text);
  edit(packed, 'docProps/app.xml', withOwnName);
  for (const name of Object.keys(packed)) {
    const drawing = /^xl\/drawings\/(drawing\d+\.xml)$/.exec(name)?.[1];
    if (drawing === undefined) continue;
    const relations = packed[`xl/drawings/_rels/${drawing}.rels`];
    if (relations !== undefined)
      edit(packed, name, (xml) => withChartNames(xml, strFromU8(relations), edits.chartNames));
  }
  const entries = Object.entries(packed).sort(([a], [b]) => rank(a) - rank(b));
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: FIXED_TIME });
}

function rank(name: string): number {
  const place = FIRST_PARTS.indexOf(name);
  return place === -1 ? FIRST_PARTS.length : place;
}

function edit(packed: Unzipped, name: string, change: (xml: string) => string): void {
  const part = packed[name];
  if (part !== undefined) packed[name] = strToU8(change(strFromU8(part)));
}

/** LibreOffice trusts row heights and results in files that claim to be Excel's; of ours it works them out itself. */
function withOwnName(xml: string): string {
  return xml
    .replace(/<Application>[^<]*<\/Application>/, '<Application>Measures Ledger</Application>')
    .replace(/<AppVersion>[^<]*<\/AppVersion>/, '');
}

/** The library calls every chart “Chart N”; a name lets macros find it, a description lets screen readers tell it. */
function withChartNames(drawing: string, relations: string, names: ChartNames): string {
  const chartOf = new Map<string, number>();
  for (const [tag] of relations.matchAll(/<Relationship [^>]*>/g)) {
    const id = /Id="([^"]+)"/.exec(tag)?.[1];
    const chart = /Target="[^"]*\/chart(\d+)\.xml"/.exec(tag)?.[1];
    if (id !== undefined && chart !== undefined) chartOf.set(id, Number(chart));
  }
  return drawing.replace(
    /<xdr:cNvPr id="(\d+)" name="[^"]*"\/>(<xdr:cNvGraphicFramePr\/>.*?r:id="([^"]+)")/gs,
    (whole, number: string, between: string, id: string) => {
      const named = names.get(chartOf.get(id) ?? 0);
      if (named === undefined) return whole;
      const description = xmlAttribute(named.description);
      return `<xdr:cNvPr id="${number}" name="${xmlAttribute(named.name)}" descr="${description}"/>${between}`;
    },
  );
}
