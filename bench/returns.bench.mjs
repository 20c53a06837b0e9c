// Returned files read, checked and merged by the command, against scripts that only read and merge. Processor time of each,
// from start to end of its process, so that what else the machine does counts little.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND, makeCorpus, ROWS } from './corpus.mjs';

const CEILING_MB = 256;
const EXCELJS = '4.4.0';
const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'));

/** Seconds of processor time of a process and its children. */
function cpuOf(program, args, cwd) {
  const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null', program, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const [user = 0, system = 0] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return user + system;
}

const node = (...args) => [process.execPath, args];

function collectSeconds(corpus) {
  const args = ['collect', 'L.xlsx', 'returns', '--out', 'L2.xlsx', '--json'];
  return cpuOf(...node(`--max-old-space-size=${CEILING_MB}`, COMMAND, ...args), corpus);
}

/** Not a dependency: it is here only to be compared with. */
function excelJsScript() {
  const home = join(folder, 'exceljs');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  const install = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `exceljs@${EXCELJS}`], {
    cwd: home,
  });
  if (install.status !== 0) return undefined;
  const script = join(home, 'read.mjs');
  writeFileSync(
    script,
    `import { readdirSync } from 'node:fs';
import ExcelJS from 'exceljs';
const merged = new Map();
for (const name of readdirSync('returns').sort()) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile('returns/' + name);
  const sheet = workbook.worksheets[0];
  const head = sheet.getCell('B2').value;
  sheet.eachRow((row, number) => {
    const measure = row.getCell(2).value;
    if (number > 4 && typeof measure === 'number') merged.set(head + ' ' + measure, row.values.slice(6));
  });
}
console.log(merged.size);`,
  );
  return script;
}

try {
  const sizes = [33, 100, 1000];
  const python = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;
  const excelJs = excelJsScript();
  const seconds = new Map();
  for (const size of sizes) {
    const corpus = join(folder, String(size));
    mkdirSync(corpus);
    makeCorpus(corpus, size);
    const validate = cpuOf(...node(COMMAND, 'validate', 'returns', '--ledger', 'L.xlsx', '--json'), corpus);
    const own = collectSeconds(corpus);
    seconds.set(size, own);
    const others = [
      ['ExcelJS', excelJs === undefined ? undefined : cpuOf(...node(excelJs), corpus)],
      [
        'openpyxl',
        python
          ? cpuOf('/usr/bin/python3', [join(import.meta.dirname, 'read_with_openpyxl.py'), 'returns'], corpus)
          : undefined,
      ],
    ];
    const ratios = others.map(([name, time]) =>
      time === undefined
        ? `${name} not at hand`
        : `${name} ${(time / validate).toFixed(1)} × read and check, ${(time / own).toFixed(1)} × collect`,
    );
    console.log(
      `${size} returns of ${ROWS} rows: read and checked ${validate.toFixed(2)} s, collected ${own.toFixed(2)} s; ${ratios.join('; ')}`,
    );
  }
  console.log(
    `growth from 100 to 1,000 returns: ${(seconds.get(1000) / seconds.get(100)).toFixed(1)} × (10 is linear)`,
  );
  console.log(`1,000 returns fit under --max-old-space-size=${CEILING_MB}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
