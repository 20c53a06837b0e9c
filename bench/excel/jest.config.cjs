const base = require('../../jest.config.cjs');

/** Measurements that need TypeScript and the simulated Excel: run by `npm run bench`, never with the tests. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/bench/excel/*.measure.ts'],
  transform: base.transform,
  transformIgnorePatterns: base.transformIgnorePatterns,
  testTimeout: 1_800_000,
};
