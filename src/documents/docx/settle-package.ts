import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Zip times are local and start in 1980: the same fields everywhere, whatever the zone. */
const FIXED_TIME = new Date(2016, 0, 1);

const STAMPED = /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g;
const DRAWN_ID = /rId[a-z0-9_-]{21}/g;
const DRAWING_ID = /(<wp:docPr id=")\d+/g;

/**
 * The library stamps a package with the time, draws relation ids by lot and counts drawings over all the papers of a
 * run. Here all of it becomes what the contents alone decide, in the package and in the workbooks that charts carry, so
 * that the same paper gives the same bytes.
 */
export function settledPackage(bytes: Uint8Array): Uint8Array {
  const ids = new Map<string, string>();
  const settledId = (id: string): string => {
    const known = ids.get(id) ?? `rIdPart${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  let drawings = 0;
  const entries = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (name.endsWith('.xlsx')) return [name, settledPackage(part)];
    if (!/\.(?:xml|rels)$/.test(name)) return [name, part];
    const text = strFromU8(part)
      .replace(STAMPED, `$1${FIXED_STAMP}$3`)
      .replace(DRAWN_ID, settledId)
      .replace(DRAWING_ID, (_, before: string) => `${before}${++drawings}`);
    return [name, strToU8(text)];
  });
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: FIXED_TIME });
}

const FIXED_STAMP = '2016-01-01T00:00:00Z';
