import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import webpack, { type Compiler, type Stats } from 'webpack';

const { ShippedPackages } = createRequire(__filename)('../../scripts/shipped-packages.cjs') as {
  readonly ShippedPackages: new (licencesFile: string) => { apply(compiler: Compiler): void };
};

let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'ledger-shipped-')));
});

afterEach(() => rm(root, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
}

/** A package under a path of the lock file, with what it says of itself. */
function bring(path: string, about: object, files: Readonly<Record<string, string>> = {}): Promise<void> {
  const inPackage = Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]);
  return write({
    [`${path}/package.json`]: JSON.stringify({ main: 'index.js', sideEffects: false, ...about }),
    [`${path}/index.js`]: `export const of = () => ${JSON.stringify(path)};`,
    ...Object.fromEntries(inPackage),
  });
}

/** Builds `main.js`, which says what of every package is called. */
async function build(lock: Readonly<Record<string, object>>): Promise<readonly string[]> {
  await write({ 'package-lock.json': JSON.stringify({ packages: lock }) });
  const stats = await new Promise<Stats | undefined>((resolve, reject) => {
    webpack(
      {
        context: root,
        mode: 'production',
        entry: './main.js',
        output: { path: join(root, 'dist') },
        optimization: { minimize: false, emitOnErrors: true },
        plugins: [new ShippedPackages('licences.txt')],
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
  });
  return stats?.compilation.errors.map(({ message }) => message) ?? [];
}

const licences = async () => (await readFile(join(root, 'dist/licences.txt'), 'utf8')).split(/\n\n={78}\n\n/);

test('every package of a bundle is named with its licence, also one written as one with others, and no other', async () => {
  await bring(
    'node_modules/@a/outer',
    { name: '@a/outer', version: '1.2.3', license: 'MIT' },
    {
      'index.js': "import { of as inner } from 'inner'; export const of = () => inner() + 1;",
      LICENSE: 'Given by A.\r\nAll may use it.\n',
      'THIRD_PARTY_NOTICES.md': 'Holds a part of Z.',
    },
  );
  const nested = { name: 'inner', version: '2.0.0', license: 'ISC', author: { name: 'B' } };
  await bring('node_modules/@a/outer/node_modules/inner', nested, {
    'licence-maker.js': 'no text of it',
    'licences/ISC.txt': 'in a folder',
  });
  await bring('node_modules/later', { name: 'later', version: '3.0.0' }, { 'COPYING.txt': 'Given by C.' });
  await bring('node_modules/uncalled', { name: 'uncalled', version: '4.0.0', license: 'MIT' });
  await write({
    'main.js':
      "import { of } from '@a/outer'; import { of as unused } from 'uncalled';" +
      "console.log(of()); import('later').then((later) => console.log(later.of()));",
  });
  const paths = ['@a/outer', '@a/outer/node_modules/inner', 'later', 'uncalled'];
  expect(await build(Object.fromEntries(paths.map((path) => [`node_modules/${path}`, {}])))).toEqual([]);
  expect(await licences()).toEqual([
    '@a/outer 1.2.3\nMIT\n\nGiven by A.\nAll may use it.\n\nHolds a part of Z.',
    'inner 2.0.0\nISC\n\nBy B\n\nhttps://spdx.org/licenses/ISC.html',
    'later 3.0.0\n\nGiven by C.\n',
  ]);
});

test('a build fails on a package that is a tool, is unknown to the lock file or says no licence', async () => {
  const names = ['listed', 'tool', 'unknown', 'silent'];
  for (const name of names)
    await bring(`node_modules/${name}`, {
      name,
      version: '1.0.0',
      ...(name !== 'silent' && { license: 'MIT' }),
    });
  await write({
    'main.js': names
      .map((name) => `import { of as ${name} } from '${name}'; console.log(${name}());`)
      .join('\n'),
  });
  const lock = { 'node_modules/listed': {}, 'node_modules/tool': { dev: true }, 'node_modules/silent': {} };
  expect(await build(lock)).toEqual([
    expect.stringMatching(/^node_modules\/silent .*licence/),
    expect.stringMatching(/^node_modules\/tool .*not in the list/),
    expect.stringMatching(/^node_modules\/unknown .*not in the list/),
  ]);
});
