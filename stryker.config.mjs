/**
 * Mutation testing: changes the product in a thousand small ways and looks whether a test notices. It takes hours over everything
 * and minutes over a file, so it is run by hand: `npm run mutation -- --mutate src/ledger/fold.ts`.
 */
export default {
  testRunner: 'jest',
  jest: { configFile: 'stryker.jest.config.cjs' },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/{base,plan,ledger,returns,sheets,app}/**/*.ts',
    'src/hosts/file/grafting/**/*.ts',
    '!src/**/*.d.ts',
  ],
  concurrency: 1,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  thresholds: { high: 95, low: 90, break: null },
  ignoreStatic: true,
  tempDirName: '.stryker',
  allowEmpty: true,
};
