// The least that reading can cost: the needed parts inflated and their cells counted by a pattern; no checks, no limits.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const CELL = /<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v>|<t[^>]*>([^<]*)<\/t>/g;
const folder = join(process.argv[2], 'returns');
const begun = process.cpuUsage();
let cells = 0;
for (const name of readdirSync(folder)) {
  const parts = unzipSync(readFileSync(join(folder, name)), {
    filter: (part) => /sharedStrings|worksheets\/|styles|workbook/.test(part.name),
  });
  for (const part of Object.values(parts)) cells += [...strFromU8(part).matchAll(CELL)].length;
}
const { user, system } = process.cpuUsage(begun);
console.log(cells, (user + system) / 1e6);
