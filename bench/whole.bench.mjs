// Whole processes, from the start of the program to the file written: the command collects returns into a ledger, every row
// checked; scripts of openpyxl and pandas read the same files and write one merged sheet, unchecked. Processor time and the
// most memory, in turn, the median of three. `WRITE_DOCS=1` puts the table into docs/performance.md. Needs a build and
// /usr/bin/time; `PYTHON` names a Python that has the libraries.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND, makeCorpus, ROWS } from './corpus.mjs';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const SIZES = [33, 100, 1000];
const ROUNDS = 3;
const DOCS = join(import.meta.dirname, '../docs/performance.md');
const [BEGIN, END] = ['<!-- whole processes: begin -->', '<!-- whole processes: end -->'];
const beside = (name) => join(import.meta.dirname, 'returns', name);
const folder = mkdtempSync(join(tmpdir(), 'whole-bench-'));

/** Processor seconds and megabytes of one process, children and threads included. */
function run(program, args, corpus) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', program, ...args], {
    cwd: corpus,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system, megabytes: kilobytes / 1000 };
}

const has = (module) => spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0;
const script = (name) => (corpus) => run(PYTHON, [beside(name), corpus], corpus);

const CONTENDERS = [
  {
    name: 'the command',
    does: 'reads, checks, merges, counts, writes the ledger',
    run: (corpus) => {
      rmSync(join(corpus, 'L2.xlsx'), { force: true });
      return run(process.execPath, [COMMAND, 'collect', 'L.xlsx', 'returns', '--out', 'L2.xlsx'], corpus);
    },
  },
  ...['openpyxl', 'pandas'].filter(has).map((name) => ({
    name,
    does: 'reads, merges, writes one sheet',
    run: script(`merge_with_${name}.py`),
  })),
];

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function measure(size) {
  const corpus = join(folder, String(size));
  mkdirSync(corpus);
  makeCorpus(corpus, size);
  const runs = CONTENDERS.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    CONTENDERS.forEach((one, index) => runs[index].push(one.run(corpus)));
  return runs.map((of) => ({
    seconds: median(of.map(({ seconds }) => seconds)),
    megabytes: median(of.map(({ megabytes }) => megabytes)),
  }));
}

try {
  const lines = SIZES.flatMap((size) => {
    const figures = measure(size);
    return CONTENDERS.map(({ name, does }, index) => {
      const { seconds, megabytes } = figures[index];
      const ratio = (figures[0].seconds / seconds).toFixed(2);
      return `| ${size} | ${name} | ${does} | ${seconds.toFixed(1)} s | ${ratio} | ${Math.round(megabytes)} MB |`;
    });
  });
  const table = [
    `| returns of ${ROWS} rows | who | what | processor | the command ÷ it | memory |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
  console.log(table);
  if (process.env.WRITE_DOCS === '1') {
    const text = readFileSync(DOCS, 'utf8');
    const [head, tail] = [text.split(BEGIN)[0], text.split(END)[1]];
    writeFileSync(DOCS, `${head}${BEGIN}\n\n${table}\n\n${END}${tail}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
