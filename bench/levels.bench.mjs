// Many ledgers of 200 units over twelve months, as of a country's counties: workbooks exported as one long table, the tables of three sizes written
// from ledgers in memory, and the figures the command works out from them. Processor time, the clock and the most memory of whole processes.
// `LEDGERS=3000` makes the largest of those sizes 3,000 ledgers with 7,200,000 entries. Needs a build and /usr/bin/time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND } from './corpus.mjs';
import { bundleProduct } from './returns/bundle.mjs';

const LARGEST = Number(process.env.LEDGERS ?? 180);
const SIZES = [LARGEST / 9, LARGEST / 3, LARGEST].map(Math.round);
const WORKBOOKS = [5, 15];
const ENTRIES = 200 * 12;
const FIGURES = ['summary', 'scores', 'trend', 'places'];
const folder = mkdtempSync(join(tmpdir(), 'levels-bench-'));

function run(args) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', process.execPath, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const [clock, user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { clock, processor: user + system, megabytes: kilobytes / 1000 };
}

function said(what, { clock, processor, megabytes }, first) {
  const growth = first === undefined ? '' : `, ${(processor / first.processor).toFixed(1)} ×`;
  const memory = `${Math.round(megabytes)} MB`;
  console.log(
    `  ${what}: ${processor.toFixed(1)} s of processor time${growth}, ${clock.toFixed(1)} s by the clock, ${memory}`,
  );
}

/** @param steps What is done to each size: its name and the process that does it. */
function measure(sizes, unit, steps) {
  const firsts = [];
  for (const size of sizes) {
    const growth = firsts.length === 0 ? '' : ` (${(size / sizes[0]).toFixed(1)} ×)`;
    console.log(`${size} ${unit}, ${(size * ENTRIES).toLocaleString('en')} entries${growth}`);
    steps.forEach(([what, args], index) => {
      const figures = run(args(size));
      said(what, figures, firsts[index]);
      firsts[index] ??= figures;
    });
  }
}

try {
  const generate = await bundleProduct(folder, join(import.meta.dirname, 'levels/generate.ts'));
  run([generate, 'workbooks', 'workbooks', '0', String(Math.max(...WORKBOOKS))]);
  const books = readdirSync(join(folder, 'workbooks')).map((name) => join('workbooks', name));
  measure(WORKBOOKS, 'workbooks', [
    ['export', (size) => [COMMAND, 'export', ...books.slice(0, size), '--out', 'books.parquet', '--force']],
  ]);
  measure(SIZES, 'ledgers', [
    ['table from ledgers in memory', (size) => [generate, 'table', `${size}.parquet`, '0', String(size)]],
    ...FIGURES.map((name) => [
      `query --figures ${name}`,
      (size) => [COMMAND, 'query', `${size}.parquet`, '--figures', name],
    ]),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
