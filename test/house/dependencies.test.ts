import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');

type Versions = Readonly<Record<string, string>>;
const manifest = JSON.parse(read('package.json')) as { dependencies: Versions; devDependencies: Versions };
const packages = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
/** The first column of every table: the packages a reason is given for. */
const explained = read('docs/dependencies.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .flatMap((line) => (line.split('|')[1] ?? '').split(/[,\s]+/));

test('docs/dependencies.md gives a reason for every package', () => {
  expect(packages.map(([name]) => name).filter((name) => !explained.includes(name))).toEqual([]);
});

test('every package is kept at one exact version', () => {
  expect(packages.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version))).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved": "http');
});
