/**
 * Mutation testing: changes the product in a thousand small ways and looks whether a test notices. It takes hours over everything
 * and minutes over a folder, so it is run by hand: `MUTATION_ROOMS=ledger npm run mutation -- --mutate 'src/ledger/units/*.ts'`.
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
  dryRunTimeoutMinutes: 60,
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  thresholds: { high: 95, low: 90, break: null },
  ignoreStatic: true,
  tempDirName: '.stryker',
};
