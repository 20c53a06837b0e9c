import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

test('docs/excel-facts.md is what the sources and the type definitions say, and what is above the floor is asked for', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/excel-facts.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  ).not.toThrow();
}, 120_000);
