import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const { packages } = JSON.parse(read('package-lock.json')) as LockFile;
const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: object };

const sections = (file: string) => read(file).split(/\n\n={78}\n\n/);
const PAGES = sections('dist/third-party-licenses.txt');
const COMMAND = sections('dist/cli/third-party-licenses.txt');
const FORM_PAGE = sections('dist/form-page/third-party-licenses.txt');

const firstLines = (file: readonly string[]) => file.map((section) => section.split('\n')[0]);
const named = (name: string) => `${name} ${packages[`node_modules/${name}`]?.version}`;

test('the licences beside the pages name what is within other modules and what only a worker loads', () => {
  const hidden = [
    'idb',
    'stylis',
    '@fluentui/react-positioning',
    '@fluentui/keyboard-keys',
    '@floating-ui/core',
    '@e965/xlsx',
  ];
  expect(firstLines(PAGES)).toEqual(expect.arrayContaining(hidden.map(named)));
});

test('the licences beside the command name what is within other modules', () => {
  expect(firstLines(COMMAND)).toEqual(
    expect.arrayContaining(['@e965/xlsx', '@noble/hashes', 'pure-rand', 'commander'].map(named)),
  );
});

test('the licences that go out with each form name what is in its script', () => {
  expect(firstLines(FORM_PAGE)).toEqual(
    expect.arrayContaining(['@noble/hashes', 'core-js', 'fflate', 'intl-messageformat'].map(named)),
  );
});

/** Only hands on what other packages hold, so nothing of it is in a bundle. */
const HANDS_ON = '@fluentui/react-components';

test('every package the product is made with is named beside the pages or the command', () => {
  const all = new Set([...firstLines(PAGES), ...firstLines(COMMAND)]);
  const unnamed = Object.keys(dependencies).filter((name) => !all.has(named(name)));
  expect(unnamed).toEqual([HANDS_ON]);
});

test('every package that is named says its licence and has a text or the address of one', () => {
  const wanting = [...PAGES, ...COMMAND, ...FORM_PAGE].filter(
    (section) => !/^\S+ \d\S*\n\S.*\n\n\S/.test(section),
  );
  expect(wanting).toEqual([]);
});
