// Returned files read, checked and merged, against scripts that only read and merge, and against the least reading can cost.
// Processor time from the first file to the last row merged, each in a process of its own, so that neither the start of a
// program nor what else the machine does counts. Then the command as a whole, within a bound on its memory.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND, makeCorpus, ROWS } from './corpus.mjs';
import { bundleProduct } from './returns/bundle.mjs';

const CEILING_MB = 256;
const EXCELJS = '4.4.0';
const PYTHON = '/usr/bin/python3';
const SIZES = [33, 100, 1000];
const beside = (name) => join(import.meta.dirname, 'returns', name);
const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'));

/** The best of three: rows and seconds as the program prints them. */
function measured(program, ...args) {
  const runs = [1, 2, 3].map(() => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [rows, seconds] = stdout.trim().split(' ').map(Number);
    return { rows, seconds };
  });
  return runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
}

/** Not a dependency: it is here only to be compared with. */
function fetchExcelJs() {
  const home = join(folder, 'exceljs');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{}');
  const args = ['install', '--silent', '--no-audit', '--no-fund', `exceljs@${EXCELJS}`];
  return spawnSync('npm', args, { cwd: home }).status === 0 ? home : undefined;
}

function contenders() {
  const home = fetchExcelJs();
  const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
  return [
    [
      'ExcelJS',
      home && ((corpus) => measured(process.execPath, beside('read-with-exceljs.mjs'), corpus, home)),
    ],
    ['openpyxl', hasOpenpyxl && ((corpus) => measured(PYTHON, beside('read_with_openpyxl.py'), corpus))],
    ['unzip and scan', (corpus) => measured(process.execPath, beside('scan.mjs'), corpus)],
  ];
}

function compare(product, others, size) {
  const corpus = join(folder, String(size));
  mkdirSync(corpus);
  makeCorpus(corpus, size);
  const own = measured(process.execPath, product, corpus);
  if (own.rows !== size * ROWS) throw new Error(`${own.rows} rows of ${size * ROWS} were merged`);
  const ratios = others.map(([name, run]) =>
    run ? `${name} ${(run(corpus).seconds / own.seconds).toFixed(2)}` : `${name} not at hand`,
  );
  console.log(
    `${size} returns of ${ROWS} rows: ${own.seconds.toFixed(2)} s; in that unit: ${ratios.join(', ')}`,
  );
  return own.seconds;
}

function collectWithin(corpus) {
  const args = [
    `--max-old-space-size=${CEILING_MB}`,
    COMMAND,
    'collect',
    'L.xlsx',
    'returns',
    '--out',
    'L2.xlsx',
    '--json',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: corpus,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  console.log(
    `${JSON.parse(stdout).entriesAdded} rows collected by the command under --max-old-space-size=${CEILING_MB}`,
  );
}

try {
  const product = await bundleProduct(folder);
  const others = contenders();
  const seconds = new Map(SIZES.map((size) => [size, compare(product, others, size)]));
  console.log(
    `from 100 to 1,000 returns: ${(seconds.get(1000) / seconds.get(100)).toFixed(1)} times the time`,
  );
  collectWithin(join(folder, '1000'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
