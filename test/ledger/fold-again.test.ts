import fc from 'fast-check';
import { ledgerOfPeriod, periodsOf } from '../../src/ledger/figures/trend';
import { foldLedger, foldUpTo } from '../../src/ledger/fold';
import { takeHandEdits, undoBatch } from '../../src/ledger/change/changes';
import { summarise, tally } from '../../src/ledger/figures/summary';
import type { Ledger } from '../../src/ledger/ledger';
import type { Unit } from '../../src/ledger/records';
import { PIVOT_SOURCE } from '../../src/sheets/figures/pivots/pivot-source-columns';
import { pivotSourceTab } from '../../src/sheets/figures/pivots/pivot-source-tab';
import { entriesTab } from '../../src/sheets/tabs/entries-tab';
import { ledgerTab } from '../../src/sheets/tabs/ledger-tab';
import { must } from '../../src/base/invariant';
import { threePeriods } from './three-periods';
import { AT, day, period, report, smallLedger, unit } from './builders';
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

const undone = (ledger: Ledger): Ledger => {
  const batch = ledger.entries.find(({ kind }) => kind === 'report')?.batch ?? '';
  return must(undoBatch(ledger, batch, AT), 'what is undone');
};
const withUnits = (ledger: Ledger, change: (one: Unit) => Unit): Ledger => ({
  ...ledger,
  directory: { ...ledger.directory, units: ledger.directory.units.map(change) },
});

test.each<readonly [string, (ledger: Ledger) => Ledger]>([
  ['with an entry less', (ledger) => ({ ...ledger, entries: ledger.entries.slice(0, -1) })],
  ['without its first entry', (ledger) => ({ ...ledger, entries: ledger.entries.slice(1) })],
  ['of an import taken back', undone],
  [
    'in another period',
    ({ settings, ...rest }) => ({ ...rest, settings: { ...settings, period: period('2018Q2') } }),
  ],
  [
    'with other days before a deadline',
    ({ settings, ...rest }) => ({ ...rest, settings: { ...settings, dueSoonDays: 200 } }),
  ],
  ['of which nothing was returned', (ledger) => ({ ...ledger, submissions: [] })],
  [
    'whose units have other offices',
    (ledger) =>
      withUnits(ledger, (one) => ({
        ...one,
        successor: { name: '市大数据局', from: day('2017-01-01') },
        splits: [],
      })),
  ],
  [
    'of another plan',
    ({ plan, ...rest }) => ({
      ...rest,
      plan: { ...plan, sections: plan.sections.map((one) => ({ ...one, title: `${one.title}（修订）` })) },
    }),
  ],
])(
  'rows of 填报明细 and 透视底表 of a ledger %s are drawn as if it were seen for the first time',
  (_, turned) => {
    const rowsOf = (ledger: Ledger) => [
      entriesTab(ledger).cells,
      pivotSourceTab(ledger, foldLedger(ledger)).cells,
    ];
    const ledger = threePeriods();
    const before = rowsOf(ledger);
    const seen = turned(ledger);
    const rows = rowsOf(seen);
    expect(rows).toEqual(rowsOf(anew(seen)));
    expect(rows).not.toEqual(before);
    expect(rowsOf(ledger)).toEqual(rowsOf(anew(ledger)));
  },
);

test('two periods that end on one day have rows of their own in 透视底表', () => {
  const ledger = { ...threePeriods(), entries: [] };
  const submissions = ledger.submissions.map((one) =>
    one.period === '2017Q4' ? { ...one, period: period('2017') } : one,
  );
  const periodsIn = (of: Ledger) =>
    new Set(
      pivotSourceTab(of, foldLedger(of))
        .cells.slice(3)
        .map((row) => row[PIVOT_SOURCE.at('period') - 1]),
    );
  expect(periodsIn(ledger)).toContain('2017Q4');
  expect(periodsIn({ ...ledger, submissions })).toEqual(periodsIn(anew({ ...ledger, submissions })));
  expect(periodsIn({ ...ledger, submissions })).toContain('2017');
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
