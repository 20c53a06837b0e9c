import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOMS_ABOVE = ['src', 'test', 'docs', 'scripts', 'bench', 'seeds', 'assets', '.vscode', '.ci'];
const AT_TOP = readdirSync('.', { withFileTypes: true });

/** Every file and folder of the project, by path. */
const PATHS = [
  ...AT_TOP.map(({ name }) => name),
  ...ROOMS_ABOVE.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
      join(parentPath, name).replaceAll('\\', '/'),
    ),
  ),
];

const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A folder's or a file's path in inline code; `<tab>` and `*` stand for any name. Commands have spaces, and dist/ is made by a build. */
const PATH = /`((?:[\w<>*.-]+\/)+[\w<>*.-]*|[\w<>-]+\.(?:tsx?|cjs|mjs|jsonc?))`/gu;
const MADE = /^(?:dist|reports|node_modules|npm|docs\/images\/screens)\b/u;
/** Parts of an address that office.js fetches, or that is configured. */
const FETCHED = /^(?:ADDIN_ORIGIN|zh-cn|en-us|telemetry)\//u;

/** Paths are named from the top, from `src/`, or by as much of their end as tells them apart. */
function isThere(named: string): boolean {
  const pattern = named
    .replace(/\/$/u, '')
    .replaceAll(/[.+]/gu, String.raw`\$&`)
    .replaceAll(/<\w+>|\*+/gu, '[^/]+');
  const wanted = new RegExp(`(?:^|/)${pattern}$`, 'u');
  return PATHS.some((path) => wanted.test(path));
}

function pathsIn(doc: string): readonly string[] {
  return [...readFileSync(doc, 'utf8').matchAll(PATH)]
    .map(([, named = '']) => named)
    .filter((named) => !MADE.test(named) && !FETCHED.test(named));
}

test('paths are found in the docs at all', () => {
  expect(DOCS.flatMap(pathsIn).length).toBeGreaterThan(40);
});

test.each(DOCS)('every path that %s names is there', (doc) => {
  expect(pathsIn(doc).filter((named) => !isThere(named))).toEqual([]);
});
