const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2022',
    transform: { react: { runtime: 'automatic' } },
  },
};

/** Packages that ship ES modules only. */
const MODULES_ONLY = ['@noble/hashes', 'intl-messageformat', '@formatjs', 'decimal.js'];

module.exports = {
  testEnvironment: 'node',
  /** Half of a test's time it waits for LibreOffice, or the garbage collector of a large workbook. */
  maxWorkers: '100%',
  /** A machine that does several things at once is slow, not wrong. */
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
  transform: {
    '\\.txt$': '<rootDir>/scripts/jest/text-transform.cjs',
    '\\.[jt]sx?$': ['@swc/jest', swc],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${MODULES_ONLY.join('|')})/)`],
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts'],
  coverageThreshold: Object.fromEntries(
    ['plan', 'ledger', 'returns', 'sheets'].map((room) => [`./src/${room}/`, { branches: 95 }]),
  ),
};
