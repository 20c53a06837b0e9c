const base = require('./jest.config.cjs');

/**
 * The tests that mutation testing asks: those of the rooms whose code it changes. Tests of whole workbooks in Excel, in a browser
 * or before LibreOffice would notice too, but a minute late, a thousand times over.
 */
module.exports = {
  ...base,
  maxWorkers: 1,
  testMatch: [
    '<rootDir>/test/{base,plan,ledger,returns,sheets,app,documents}/**/*.test.ts',
    '<rootDir>/test/hosts/file/**/{foreign-sheets,marked-copy,torn}.test.ts',
    '<rootDir>/test/hosts/file/grafting/**/*.test.ts',
  ],
};
