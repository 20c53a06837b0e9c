const base = require('./jest.config.cjs');

/** Tests over what is built, the pages in a real browser and the command: run after a build. */
module.exports = {
  testEnvironment: 'node',
  globalSetup: base.globalSetup,
  globalTeardown: base.globalTeardown,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts', '<rootDir>/test/built/**/*.test.ts'],
  transform: base.transform,
  transformIgnorePatterns: base.transformIgnorePatterns,
  /** Half of a test's time it waits for the page. */
  maxWorkers: '100%',
  testTimeout: 240_000,
};
