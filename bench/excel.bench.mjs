// Round trips of the use cases in Excel, counted by the simulated host behind the genuine office.js.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    '--config',
    'bench/excel/jest.config.cjs',
    '--runInBand',
    '--silent=false',
  ],
  { stdio: ['ignore', 'inherit', 'ignore'] },
);
process.exitCode = status ?? 1;
