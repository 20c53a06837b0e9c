const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2022',
    transform: { react: { runtime: 'automatic' } },
  },
};

/** Packages that ship ES modules only. */
const MODULES_ONLY = [
  '@noble/hashes',
  'intl-messageformat',
  '@formatjs',
  'hyparquet',
  'hyparquet-writer',
  'decimal.js',
  'eslint-plugin-regexp',
  'comment-parser',
  'jsdoc-type-pratt-parser',
];

/** Rooms of rules alone, and how many of a hundred of their branches are tested at least; 95 is the aim. Counting in the others too takes half as long again. */
const COUNTED = { base: 93, plan: 92, ledger: 95, returns: 93, sheets: 86 };

/** Where the clerk sits: what is local time is then not that of the world’s clocks. */
process.env.TZ = 'Asia/Shanghai';

module.exports = {
  testEnvironment: 'node',
  /** Half of a test's time it waits for LibreOffice, or the garbage collector of a large workbook. */
  maxWorkers: '100%',
  /** A machine that does several things at once is slow, not wrong. */
  testTimeout: 60_000,
  globalSetup: '<rootDir>/scripts/jest/office-folder.cjs',
  globalTeardown: '<rootDir>/scripts/jest/remove-office-folder.cjs',
  setupFiles: ['<rootDir>/scripts/jest/node-compression.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/test/built/'],
  /** Copies of the whole project, where mutation testing works. */
  modulePathIgnorePatterns: ['<rootDir>/.stryker/'],
  /** Built; a test that has no build does without. */
  moduleNameMapper: { '^form-page-(script|licences)\\.txt$': '<rootDir>/test/support/form-page-$1.txt' },
  transform: {
    '\\.(txt|sql)$': '<rootDir>/scripts/jest/text-transform.cjs',
    '\\.m?[jt]sx?$': ['@swc/jest', swc],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${MODULES_ONLY.join('|')})/)`],
  collectCoverageFrom: Object.keys(COUNTED).map((room) => `src/${room}/**/*.ts`),
  coverageThreshold: Object.fromEntries(
    Object.entries(COUNTED).map(([room, branches]) => [`./src/${room}/`, { branches }]),
  ),
};
