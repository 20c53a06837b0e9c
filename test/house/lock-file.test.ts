import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>;
};
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const named = new Map(entries.map(([path, entry]) => [nameOf(path), entry]));

/**
 * npm 11 refuses a lock file that lacks the builds for other machines, and makes such a lock file itself where the
 * registry at hand does not have them (npm/cli issue 9846). An entry with version, os and cpu is enough.
 */
test('the lock file knows the builds of every package for every machine, so that npm ci runs on all of them', () => {
  const missing = entries.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !named.has(name))
      .map((name) => `${name}, wanted by ${nameOf(path)}`),
  );
  expect(missing).toEqual([]);
});

test('every entry of the lock file has a version: npm writes entries without one when a registry is incomplete', () => {
  expect(entries.filter(([, entry]) => entry.version === undefined).map(([path]) => path)).toEqual([]);
});

test('a build for one kind of machine is optional, so that no other machine fails for want of it', () => {
  const forOne = entries.filter(([, entry]) => entry.os !== undefined);
  expect(forOne.length).toBeGreaterThan(0);
  expect(forOne.filter(([, entry]) => entry.optional !== true).map(([path]) => path)).toEqual([]);
});

/** Builds of the judge of written workbooks for other machines than the one it runs on; npm's mirror at hand has none of them. */
const WITHOUT_DIGEST = /^node_modules\/@xarsh\/ooxml-validator-(?:darwin|win32|linux-arm64)/;

test('every package has the digest npm ci checks it by, and whatever reaches a user has one without exception', () => {
  const without = entries.filter(([, entry]) => !/^sha512-/.test(entry.integrity ?? ''));
  expect(without.filter(([path]) => !WITHOUT_DIGEST.test(path)).map(([path]) => path)).toEqual([]);
  expect(without.filter(([, entry]) => entry.optional !== true || entry.dev !== true)).toEqual([]);
});
