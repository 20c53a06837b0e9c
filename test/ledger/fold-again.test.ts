import fc from 'fast-check';
import { ledgerOfPeriod, periodsOf } from '../../src/ledger/figures/trend';
import { foldLedger, foldUpTo } from '../../src/ledger/fold';
import { takeHandEdits } from '../../src/ledger/change/changes';
import { summarise, tally } from '../../src/ledger/figures/summary';
import type { Ledger } from '../../src/ledger/ledger';
import { ledgerTab } from '../../src/sheets/tabs/ledger-tab';
import { AT, day, report, smallLedger, unit } from './builders';
import { randomLedger } from './random-ledger';

/** The same ledger as another value, of which nothing is known yet. */
function anew(ledger: Ledger): Ledger {
  return structuredClone(ledger);
}

test('a ledger that grows entry by entry, and is moved to other days, stands as one that is folded for the first time', () => {
  fc.assert(
    fc.property(randomLedger, fc.array(fc.nat(2), { maxLength: 12 }), (ledger, turns) => {
      const { entries, settings } = ledger;
      entries.forEach((_, index) => {
        const grown = { ...ledger, entries: entries.slice(0, index + 1) };
        const turn = turns[index];
        const seen =
          turn === 1
            ? { ...grown, settings: { ...settings, asOf: day('2018-02-01') } }
            : turn === 2
              ? { ...grown, directory: { ...ledger.directory, groups: [] } }
              : grown;
        expect(foldLedger(seen)).toEqual(foldLedger(anew(seen)));
        expect(ledgerTab(seen, foldLedger(seen)).cells).toEqual(
          ledgerTab(anew(seen), foldLedger(anew(seen))).cells,
        );
      });
    }),
    { numRuns: 40 },
  );
});

test('where everything stood in a period is what the entries up to it come to by themselves', () => {
  fc.assert(
    fc.property(randomLedger, fc.constantFrom('2017-07-01', '2018-02-01'), (ledger, on) => {
      for (const period of periodsOf(ledger)) {
        const alone = anew(ledgerOfPeriod(ledger, period));
        expect(foldUpTo(ledger, period, day(on))).toEqual(foldLedger(alone, day(on)));
      }
    }),
    { numRuns: 100 },
  );
});

test('after an edit only the measure that was edited is worked out and drawn anew', () => {
  const ledger = smallLedger();
  const edit = { measure: 2, unit: '市编办', report: report({ status: 'inProgress', percent: 40 }) };
  const before = ledgerTab(ledger, foldLedger(ledger)).cells;
  const { ledger: edited } = takeHandEdits(ledger, [edit], AT);
  const after = ledgerTab(edited, foldLedger(edited)).cells;
  const drawn = after.map((row, index) => (row === before[index] ? 'kept' : 'anew'));
  expect(drawn.slice(3)).toEqual(['kept', 'anew', 'kept', 'kept']);
  expect(foldLedger(edited).measures[1]).not.toBe(foldLedger(ledger).measures[1]);
});

test('each unit, section and year is counted by what is its own', () => {
  const ledger = smallLedger();
  const units = [...ledger.directory.units, unit('市外办')];
  const wide = { ...ledger, directory: { ...ledger.directory, units } };
  const state = foldLedger(wide);
  const summary = summarise(wide);
  expect(summary.units.map(({ unit: name, measures }) => [name, measures])).toEqual([
    ['市编办', 3],
    ['市委办公室', 2],
    ['市政府办公室', 2],
    ['市外办', 0],
  ]);
  for (const { unit: name, ...counts } of summary.units) {
    const own = state.assignments.filter(({ assignment }) => assignment.unit === name);
    expect(counts).toMatchObject(tally(own));
  }
  expect(summary.years.map(({ year, measures }) => [year, measures])).toEqual([
    [2016, 1],
    [2017, 2],
    [null, 1],
  ]);
});
