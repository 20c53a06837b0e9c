/**
 * `npm run soak -- --minutes 10 --seed 7`: plays years of a city on every door, against a model, until the time is over (an
 * hour) or the two differ. The last line says how far it came; the same seed plays the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
const minutes = Number(values.minutes ?? 60);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
if (!(minutes > 0) || !Number.isInteger(seed)) {
  process.stderr.write('npm run soak -- [--minutes N] [--seed N]\n');
  process.exit(2);
}
process.stderr.write(`seed ${seed}, ${minutes} minutes\n`);
const folder = mkdtempSync(join(tmpdir(), 'ledger-soak-'));
const result = join(folder, 'last-line.txt');
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '-w', '1', 'test/soak'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    SOAK_MINUTES: String(minutes),
    SOAK_SEED: String(seed),
    SOAK_RESULT: result,
  },
});
try {
  process.stdout.write(readFileSync(result, 'utf8'));
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(status ?? 1);
