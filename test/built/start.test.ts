import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const BUILT = join(__dirname, '../../dist/cli/ledger.cjs');

/** Says on the last line which files of the command were loaded. */
const TELLS_FILES = `process.on('exit', () => console.log('\\n' + JSON.stringify(Object.keys(require.cache))));`;

/** KB of the command's own files that a command line loads. */
function loadedKilobytes(...args: readonly string[]): number {
  const script = `${TELLS_FILES} process.argv.splice(1, 1, ${JSON.stringify(BUILT)}); require(${JSON.stringify(BUILT)});`;
  const said = execFileSync(process.execPath, ['-e', script, '-', ...args], { encoding: 'utf8' });
  const files = (JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as string[]).filter((file) =>
    file.startsWith(dirname(BUILT) + sep),
  );
  expect(files).toContain(BUILT);
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;
}

test('a command loads what it needs of the built parts, not the whole product', () => {
  expect(loadedKilobytes('--help')).toBeLessThan(600);
  expect(loadedKilobytes('plan')).toBeLessThan(1_500);
});
