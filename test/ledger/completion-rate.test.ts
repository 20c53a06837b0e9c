import { completionRate } from '../../src/ledger/figures/completion-rate';

test.each([
  ['what goes on without end counts on neither side', { measures: 10, done: 3, ongoing: 4 }, 0.5],
  ['nothing done is nought', { measures: 10, done: 0, ongoing: 4 }, 0],
  ['where all goes on without end there is no rate', { measures: 4, done: 0, ongoing: 4 }, null],
  ['nor where there is nothing', { measures: 0, done: 0, ongoing: 0 }, null],
])('%s', (_, counts, rate) => expect(completionRate(counts)).toBe(rate));
