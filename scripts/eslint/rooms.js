'use strict';

/**
 * The rooms of src/, innermost first: which rooms each may import, and which packages. What is not listed is forbidden.
 * `pure` rooms know no clock, no chance, no browser and no Node; `clock` marks the outermost rooms, which may ask for today.
 */
const ROOMS = {
  base: { pure: true, rooms: [], packages: ['@noble/hashes', 'numfmt'] },
  plan: { pure: true, rooms: ['base'], packages: [] },
  ledger: { pure: true, rooms: ['base', 'plan'], packages: [] },
  returns: { pure: true, rooms: ['base', 'plan', 'ledger'], packages: ['fastest-levenshtein'] },
  sheets: { pure: true, rooms: ['base', 'plan', 'ledger', 'returns'], packages: [] },
  'hosts/file': {
    rooms: ['base', 'plan', 'ledger', 'returns', 'sheets'],
    packages: ['@cj-tech-master/excelts', '@e965/xlsx', 'fflate', 'papaparse', 'saxes'],
  },
  'hosts/excel': {
    rooms: ['base', 'plan', 'ledger', 'returns', 'sheets'],
    packages: ['@microsoft/office-js'],
  },
  exports: {
    rooms: ['base', 'plan', 'ledger', 'returns', 'sheets'],
    packages: ['@duckdb/node-api', 'hyparquet', 'hyparquet-writer', 'node:stream', 'papaparse'],
  },
  documents: { rooms: ['base', 'plan', 'ledger', 'returns', 'sheets'], packages: ['docx', 'fflate'] },
  locales: { rooms: [], packages: ['intl-messageformat'] },
  app: {
    rooms: ['base', 'plan', 'ledger', 'returns', 'sheets', 'hosts', 'documents', 'locales', '../seeds'],
    packages: ['fastest-levenshtein', 'pure-rand'],
  },
  'form-page': {
    clock: true,
    rooms: ['base', 'plan', 'ledger', 'returns', 'sheets', 'hosts/file', 'locales', 'app'],
    packages: ['core-js', 'fflate'],
  },
  taskpane: {
    clock: true,
    rooms: [
      'base',
      'plan',
      'ledger',
      'returns',
      'sheets',
      'hosts',
      'documents',
      'locales',
      'app',
      '../seeds',
    ],
    packages: [
      'react',
      'react-dom',
      '@fluentui/react-components',
      '@fluentui/react-calendar-compat',
      '@fluentui/react-icons',
      '@tanstack/react-virtual',
      'core-js',
      'idb',
      'form-page-licences.txt',
      'form-page-script.txt',
    ],
  },
  cli: {
    clock: true,
    rooms: [
      'base',
      'plan',
      'ledger',
      'returns',
      'sheets',
      'hosts/file',
      'documents',
      'exports',
      'locales',
      'app',
      '../seeds',
    ],
    packages: ['commander', 'form-page-licences.txt', 'form-page-script.txt', 'node:[a-z_/]+'],
  },
};

/** Globals of Excel's add-in library: only hosts/excel speaks to them. */
const OFFICE_GLOBALS = ['Excel', 'Office', 'OfficeExtension'];

/** Everything but the standard library of the language, as far as a browser or Node has it without an import. */
const OUTSIDE_WORLD = `
  AbortController Blob BroadcastChannel Buffer CompressionStream CSS CustomEvent DecompressionStream DOMParser Event
  EventSource EventTarget File FileReader FormData Headers HTMLElement IntersectionObserver MessageChannel
  MutationObserver Notification Request ResizeObserver Response SharedWorker WebAssembly WebSocket Worker
  XMLHttpRequest XMLSerializer __dirname __filename alert atob btoa caches cancelAnimationFrame clearImmediate
  clearInterval clearTimeout confirm console cookieStore crypto document exports fetch frames getComputedStyle global
  globalThis history importScripts indexedDB innerHeight innerWidth localStorage location matchMedia module name
  navigator open parent performance postMessage process prompt queueMicrotask requestAnimationFrame
  requestIdleCallback require screen self sessionStorage setImmediate setInterval setTimeout status structuredClone
  top window`
  .trim()
  .split(/\s+/);

const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'No clock here: the day is a parameter; only taskpane and cli ask for today.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'No clock here: the day is a parameter; only taskpane and cli ask for today.',
  },
  {
    selector: 'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
    message: 'No clock here: the day is a parameter; only taskpane and cli ask for today.',
  },
  {
    selector: 'MemberExpression[object.name="performance"]',
    message: 'No clock here: the day is a parameter; only taskpane and cli ask for today.',
  },
  {
    selector:
      'MemberExpression[object.name="Math"]:matches([property.name="random"], [property.value="random"])',
    message: 'No chance here: random choices come from a seed.',
  },
];

/** What would make a pure room's answer depend on where it runs. */
const NO_SURROUNDINGS = [
  { selector: 'ImportExpression', message: 'A pure room loads nothing while it runs.' },
  {
    selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]',
    message: 'The machine’s language must not change the answer of a pure room.',
  },
  {
    selector: 'MemberExpression[object.name="Intl"]',
    message: 'The machine’s language must not change the answer of a pure room.',
  },
];

/** Ways to Excel's library that are no plain mention of a global. */
const HIDDEN_OFFICE = [
  {
    selector: `MemberExpression[object.name=/^(window|self|globalThis)$/][property.name=/^(${OFFICE_GLOBALS.join('|')})$/]`,
    message: 'Only hosts/excel speaks to Excel.',
  },
  {
    selector: `TSQualifiedName > Identifier.left[name=/^(${OFFICE_GLOBALS.join('|')})$/]`,
    message: 'Only hosts/excel speaks to Excel.',
  },
];

/** What a unit typed is shown as text, whatever it holds. */
const NO_MARKUP = [
  {
    selector:
      'MemberExpression:matches([property.name=/^(inner|outer)HTML$|^insertAdjacentHTML$/], [property.value=/^(inner|outer)HTML$|^insertAdjacentHTML$/])',
    message: 'No HTML from data: set textContent, or render it.',
  },
  {
    selector:
      ':matches(JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"])',
    message: 'No HTML from data: render it as a child.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'No HTML from data: set textContent, or render it.',
  },
];

const NO_BARRELS = [
  { selector: 'ExportAllDeclaration', message: 'No barrel files: import from the file that says it.' },
];

/** WebKit before 16.4 rejects a whole file for one of them. */
const NO_LOOKBEHIND = [
  'Literal[regex.pattern=/\\(\\?<[=!]/]',
  'Literal[value=/\\(\\?<[=!]/]',
  'TemplateElement[value.raw=/\\(\\?<[=!]/]',
].map((selector) => ({
  selector,
  message: 'No lookbehind: not every webview of package.json’s browserslist knows it.',
}));

/** A package, or any path inside it. */
const packagePattern = (packages) => `(?:${packages.join('|')})(?:/|$)`;

function forbiddenPackages(room, packages) {
  const notOurs = '(?![./])';
  return packages.length === 0 ? `^${notOurs}` : `^${notOurs}(?!${packagePattern(packages)})`;
}

/** Packages are loaded with `import()` too, which the stock rule on imports does not look at. */
function forbiddenLoads(room, packages) {
  const pattern = forbiddenPackages(room, packages).replaceAll('/', '\\u002F');
  return [
    {
      selector: `ImportExpression > Literal[value=/${pattern}/]`,
      message: `src/${room} may not load this package (scripts/eslint/rooms.js).`,
    },
  ];
}

/** The rules of one room as a block of the linter's flat configuration. */
function roomConfig(room) {
  const { pure = false, clock = false, packages } = ROOMS[room];
  const syntax = [...NO_BARRELS, ...NO_MARKUP, ...NO_LOOKBEHIND, ...forbiddenLoads(room, packages)];
  if (!clock) syntax.push(...NO_CLOCK);
  if (pure) syntax.push(...NO_SURROUNDINGS);
  if (room !== 'hosts/excel') syntax.push(...HIDDEN_OFFICE);
  const globals = [
    ...(room === 'hosts/excel' ? [] : OFFICE_GLOBALS).map((name) => ({
      name,
      message: 'Only hosts/excel speaks to Excel.',
    })),
    ...(pure ? OUTSIDE_WORLD : []).map((name) => ({
      name,
      message: 'A pure room knows only what it is given.',
    })),
  ];
  return {
    name: `rooms/${room}`,
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: forbiddenPackages(room, packages),
              message: `src/${room} may not import this package (scripts/eslint/rooms.js).`,
            },
            { regex: '^\\..*\\.(?:[cm]?[jt]sx?)$', message: 'Relative imports carry no extension.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...syntax],
      'no-restricted-globals': ['error', ...globals],
    },
  };
}

/** Zones for import-x/no-restricted-paths: a room sees itself and the rooms its line names. */
function roomZones() {
  const outside = ['test', 'scripts', 'seeds', 'assets', 'dist', 'docs'];
  return Object.entries(ROOMS).flatMap(([room, { rooms }]) => {
    const allowed = rooms.filter((name) => !name.startsWith('../'));
    const allowedOutside = rooms.filter((name) => name.startsWith('../')).map((name) => name.slice(3));
    return [
      {
        target: `./src/${room}`,
        from: './src',
        except: [room, ...allowed].map((name) => `./${name}`),
        message: `src/${room} may import ${[...allowed, 'itself'].join(', ')} (scripts/eslint/rooms.js).`,
      },
      ...outside
        .filter((name) => !allowedOutside.includes(name))
        .map((name) => ({
          target: `./src/${room}`,
          from: `./${name}`,
          message: `src/${room} imports only src.`,
        })),
    ];
  });
}

module.exports = { ROOMS, roomConfig, roomZones };
