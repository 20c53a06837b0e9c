const base = require('./jest.config.cjs');

/**
 * The tests that mutation testing asks: those of the rooms whose code it changes. Tests of whole workbooks in Excel, in a browser
 * or before LibreOffice would notice too, but a minute late, a thousand times over. `MUTATION_ROOMS=ledger,returns` asks fewer:
 * a room's own tests, which are to notice by themselves.
 */
const rooms =
  process.env.MUTATION_ROOMS ?? 'base,plan,ledger,returns,sheets,app,documents,hosts/file/grafting';

module.exports = {
  ...base,
  maxWorkers: 1,
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, '<rootDir>/test/returns/kinds/'],
  testMatch: rooms.split(',').map((room) => `<rootDir>/test/${room}/**/*.test.ts`),
};
