// The benches, one process each, after `npm run build`; those that are named, or all. Prints ratios: those hold from machine to machine, seconds do not.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const asked = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.mjs'))
  .filter((name) => asked.length === 0 || asked.includes(name.replace('.bench.mjs', '')));
const failed = benches.filter(
  (name) => spawnSync(process.execPath, [join(import.meta.dirname, name)], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length > 0 ? 1 : 0;
