import { brokenRules } from './linter';

const PATHS = 'import-x/no-restricted-paths';
const IMPORTS = 'no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';

/** One existing file a room, so that the import resolves, and how to reach it from src/ROOM/probe.ts. */
const FILES = {
  base: 'base/calendar',
  plan: 'plan/plan',
  ledger: 'ledger/records',
  returns: 'returns/checked-return',
  sheets: 'sheets/words',
  'hosts/file': 'hosts/file/file-host',
  app: 'app/runner/use-case',
  cli: 'cli/command-error',
  locales: 'locales/translate',
} as const;

type Room = keyof typeof FILES;

const up = (room: string): string => '../'.repeat(room.split('/').length);
const take = (from: string, to: Room): string =>
  `import { a } from '${up(from)}${FILES[to]}';\nexport const b = a;`;

describe('imports between rooms run one way', () => {
  const ORDER: readonly Room[] = ['base', 'plan', 'ledger', 'returns', 'sheets', 'hosts/file', 'app', 'cli'];

  const inward = ORDER.flatMap((from, at) => ORDER.slice(0, at).map((to) => [from, to] as const));
  test.each(inward)('%s may import %s', async (from, to) => {
    expect(await brokenRules(`src/${from}/probe.ts`, take(from, to))).toEqual([]);
  });

  const outward = ORDER.flatMap((from, at) => ORDER.slice(at + 1).map((to) => [from, to] as const));
  test.each(outward)('%s may not import %s', async (from, to) => {
    expect(await brokenRules(`src/${from}/probe.ts`, take(from, to))).toEqual([PATHS]);
  });

  test.each(['base', 'plan', 'ledger', 'returns', 'sheets', 'hosts/file', 'hosts/excel', 'documents'])(
    '%s says no sentences: it may not import locales',
    async (from) => {
      expect(await brokenRules(`src/${from}/probe.ts`, take(from, 'locales'))).toEqual([PATHS]);
    },
  );

  test.each(['app', 'taskpane', 'cli'])('%s may import locales', async (from) => {
    expect(await brokenRules(`src/${from}/probe.ts`, take(from, 'locales'))).toEqual([]);
  });

  test.each([
    ['the two hosts do not know each other', 'hosts/excel', 'hosts/file'],
    ['letters know no host', 'documents', 'hosts/file'],
    ['the pane does not know the command', 'taskpane', 'cli'],
    ['locales know nobody', 'locales', 'plan'],
  ] as const)('%s', async (_sentence, from, to) => {
    expect(await brokenRules(`src/${from}/probe.ts`, take(from, to))).toEqual([PATHS]);
  });

  test('a type counts as an import too', async () => {
    const code = "import type { Words } from '../sheets/words';\nexport type B = Words;";
    expect(await brokenRules('src/plan/probe.ts', code)).toEqual([PATHS]);
  });

  test('a re-export counts as an import too', async () => {
    expect(await brokenRules('src/plan/probe.ts', "export { a } from '../sheets/words';")).toEqual([PATHS]);
  });

  test('loading another room while running counts as an import too', async () => {
    const code = "export const later = () => import('../../cli/command-error');";
    expect(await brokenRules('src/hosts/file/probe.ts', code)).toEqual([PATHS]);
  });

  test('the product does not import its tests', async () => {
    const code = "import { a } from '../../test/house/linter';\nexport const b = a;";
    expect(await brokenRules('src/app/probe.ts', code)).toEqual([PATHS]);
  });
});

describe('packages stand in the room that may name them', () => {
  const use = (name: string): string => `import { a } from '${name}';\nexport const b = a;`;

  test.each(
    ['plan', 'ledger', 'returns', 'sheets'].flatMap((room) =>
      [
        'react',
        '@fluentui/react-components',
        '@microsoft/office-js',
        '@cj-tech-master/excelts',
        'fflate',
        'saxes',
        'node:fs',
        'fs',
        'pure-rand',
        '@noble/hashes/sha2.js',
        'a-package-nobody-heard-of',
      ].map((name) => [room, name] as const),
    ),
  )('%s is pure: no %s', async (room, name) => {
    expect(await brokenRules(`src/${room}/probe.ts`, use(name))).toEqual([IMPORTS]);
  });

  test.each([
    ['app/probe.ts', '@cj-tech-master/excelts'],
    ['app/probe.ts', 'fflate'],
    ['taskpane/probe.ts', 'saxes'],
    ['cli/probe.ts', '@cj-tech-master/excelts/chart'],
    ['hosts/excel/probe.ts', 'fflate'],
    ['hosts/file/probe.ts', '@microsoft/office-js'],
    ['hosts/file/probe.ts', 'docx'],
    ['documents/probe.ts', '@cj-tech-master/excelts'],
    ['app/probe.ts', 'docx'],
    ['app/probe.ts', 'react'],
    ['app/probe.ts', 'node:fs'],
    ['taskpane/probe.ts', 'node:fs'],
    ['cli/probe.ts', 'react'],
  ])('src/%s may not import %s', async (file, name) => {
    expect(await brokenRules(`src/${file}`, use(name))).toEqual([IMPORTS]);
  });

  test.each([
    ['returns/probe.ts', 'fastest-levenshtein'],
    ['hosts/file/probe.ts', '@cj-tech-master/excelts'],
    ['hosts/file/probe.ts', '@cj-tech-master/excelts/chart'],
    ['hosts/file/probe.ts', 'fflate'],
    ['hosts/file/probe.ts', 'saxes'],
    ['documents/probe.ts', 'docx'],
    ['base/probe.ts', '@noble/hashes/sha2.js'],
    ['taskpane/probe.ts', 'react-dom/client'],
    ['cli/probe.ts', 'node:fs/promises'],
    ['locales/probe.ts', 'intl-messageformat'],
  ])('src/%s may import %s', async (file, name) => {
    expect(await brokenRules(`src/${file}`, use(name))).toEqual([]);
  });

  test.each([
    ['app/probe.ts', 'fflate'],
    ['taskpane/probe.ts', '@cj-tech-master/excelts'],
    ['hosts/file/probe.ts', 'node:fs'],
  ])('src/%s may not load %s while it runs either', async (file, name) => {
    expect(await brokenRules(`src/${file}`, `export const later = () => import('${name}');`)).toEqual([
      SYNTAX,
    ]);
  });

  test('a name that only begins like an allowed package is another package', async () => {
    expect(await brokenRules('src/hosts/file/probe.ts', use('fflate-evil'))).toEqual([IMPORTS]);
  });
});

describe('pure rooms know only what they are given', () => {
  const rooms = ['plan', 'ledger', 'returns', 'sheets'];
  const surroundings: readonly (readonly [string, string, string])[] = [
    ['the clock', 'export const a = () => Date.now();', SYNTAX],
    ['the clock by its quoted name', "export const a = () => Date['now']();", SYNTAX],
    ['today', 'export const a = () => new Date();', SYNTAX],
    ['today as text', 'export const a = () => Date();', SYNTAX],
    ['chance', 'export const a = () => Math.random();', SYNTAX],
    ['the order of the machine’s language', "export const a = (b: string) => b.localeCompare('c');", SYNTAX],
    ['the machine’s way of writing numbers', 'export const a = (b: number) => b.toLocaleString();', SYNTAX],
    ['loading on the way', "export const a = () => import('./types');", SYNTAX],
    ['secure chance', 'export const a = () => crypto.randomUUID();', GLOBALS],
    ['the window', 'export const a = () => window.innerWidth;', GLOBALS],
    ['the page', "export const a = () => document.querySelector('p');", GLOBALS],
    ['the network', "export const a = () => fetch('/');", GLOBALS],
    ['timers', 'export const a = (b: () => void) => setTimeout(b, 1);', GLOBALS],
    ['the process', 'export const a = () => process.cwd();', GLOBALS],
    ['everything at once', 'export const a = () => globalThis;', GLOBALS],
  ];
  test.each(rooms.flatMap((room) => surroundings.map((row) => [room, ...row] as const)))(
    '%s does not know %s',
    async (room, _what, code, rule) => {
      expect(await brokenRules(`src/${room}/probe.ts`, code)).toContain(rule);
    },
  );

  test('a stopwatch is a clock', async () => {
    const broken = await brokenRules('src/ledger/probe.ts', 'export const a = () => performance.now();');
    expect(broken).toEqual([GLOBALS, SYNTAX]);
  });

  test('a day made from what was given is no clock', async () => {
    const code = 'export const a = (ms: number) => new Date(ms).toISOString();';
    expect(await brokenRules('src/plan/probe.ts', code)).toEqual([]);
  });

  test.each(['hosts/file', 'hosts/excel', 'documents', 'app'])(
    '%s does not ask for today either',
    async (room) => {
      expect(await brokenRules(`src/${room}/probe.ts`, 'export const a = () => new Date();')).toEqual([
        SYNTAX,
      ]);
    },
  );

  test.each(['taskpane', 'cli'])('%s may ask for today', async (room) => {
    expect(await brokenRules(`src/${room}/probe.ts`, 'export const a = () => new Date();')).toEqual([]);
  });
});

describe('only hosts/excel speaks to Excel', () => {
  test.each(['sheets', 'hosts/file', 'app', 'taskpane', 'cli'])('%s may not name it', async (room) => {
    expect(await brokenRules(`src/${room}/probe.ts`, 'export const a = () => Excel.run(b);')).toEqual([
      GLOBALS,
    ]);
    expect(await brokenRules(`src/${room}/probe.ts`, 'export const a = () => Office.onReady();')).toEqual([
      GLOBALS,
    ]);
    expect(await brokenRules(`src/${room}/probe.ts`, 'export type A = Excel.Range;')).toEqual([SYNTAX]);
  });

  test('nor through the window', async () => {
    expect(await brokenRules('src/taskpane/probe.ts', 'export const a = () => window.Office;')).toEqual([
      SYNTAX,
    ]);
  });

  test('hosts/excel may', async () => {
    const code = 'export const a = (b: Excel.Range) => Excel.run(b.context, () => Office.onReady());';
    expect(await brokenRules('src/hosts/excel/probe.ts', code)).toEqual([]);
  });
});

describe('house style that a machine can hold', () => {
  test.each([
    ['no default exports', 'export default 1;', 'import-x/no-default-export'],
    ['no any', 'export const a = (b: any) => b;', '@typescript-eslint/no-explicit-any'],
    ['no barrel files', "export * from './types';", SYNTAX],
    ['no extension on a relative import', "import { a } from './types.ts';\nexport const b = a;", IMPORTS],
    [
      'types are imported as types',
      "import { A } from './types';\nexport type B = A;",
      '@typescript-eslint/consistent-type-imports',
    ],
    ['nothing is left to do', '// TODO: later\nexport const a = 1;', 'no-warning-comments'],
    ['nothing is printed', "console.log('a');", 'no-console'],
  ])('%s', async (_sentence, code, rule) => {
    expect(await brokenRules('src/app/probe.ts', code)).toEqual([rule]);
  });

  test('every room’s rules reach files in its folders', async () => {
    const code = "import { a } from 'react';\nexport const b = a;";
    expect(await brokenRules('src/plan/deep/deeper/probe.tsx', code)).toEqual([IMPORTS]);
  });
});

describe('what a unit typed is never read as HTML or as code', () => {
  test.each([
    ["document.body.innerHTML = 'x';", [SYNTAX]],
    ["document.body['outerHTML'] = 'x';", [SYNTAX]],
    ["document.body.insertAdjacentHTML('beforeend', 'x');", [SYNTAX]],
    ["document.write('x');", [SYNTAX]],
    ["export const Text = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;", [SYNTAX]],
    ["export const props = { dangerouslySetInnerHTML: { __html: 'x' } };", [SYNTAX]],
    ["export const run = () => new Function('return 1');", ['no-new-func']],
    ["document.body.textContent = 'x';", []],
  ])('%s', async (code, broken) => {
    expect(await brokenRules('src/taskpane/probe.tsx', code)).toEqual(broken);
  });
});

describe('the rules of our own are on where they belong', () => {
  test('no round trip in a loop, wherever the product could speak to Excel', async () => {
    const code =
      'export const a = async (b: Set<{ sync: () => Promise<void> }>) => {\n  for (const c of b) await c.sync();\n};';
    expect(await brokenRules('src/hosts/excel/probe.ts', code)).toContain('house/no-sync-in-loop');
    expect(await brokenRules('src/app/probe.ts', code)).toContain('house/no-sync-in-loop');
  });

  test('no sentence outside the locales in the pane, and nowhere else: workbooks are Chinese', async () => {
    const code = "export const a = '逾期';";
    expect(await brokenRules('src/taskpane/screens/probe.tsx', code)).toEqual([
      'house/no-untranslated-string',
    ]);
    expect(await brokenRules('src/sheets/probe.ts', code)).toEqual([]);
  });

  test('a file’s name is used once, in any room', async () => {
    expect(await brokenRules('src/plan/translate.ts', 'export const a = 1;')).toEqual(['house/tidy-folders']);
  });
});
