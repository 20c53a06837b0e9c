// npm run bench [PART…]: runs the measurements of bench/ one after the other, each in a process of its own. Figures are
// ratios within one run: machines differ, and one machine differs from hour to hour.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const parts = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.slice(0, -'.bench.mjs'.length))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`There is no measurement called ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  process.exit(2);
}
for (const part of parts.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  console.log(`\n## ${part}\n`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, `${part}.bench.mjs`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
