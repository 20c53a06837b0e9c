import { foldLedger } from '../../src/ledger/fold';
import { lightOf } from '../../src/ledger/figures/lights';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { scoreUnits } from '../../src/ledger/figures/scores';
import { submissionsFor } from '../../src/ledger/figures/submissions';
import { summarise, type Tally } from '../../src/ledger/figures/summary';
import {
  changesSinceLast,
  ledgerOfPeriod,
  periodsOf,
  stateOfPeriod,
  trend,
} from '../../src/ledger/figures/trend';
import { day, period, smallLedger } from './builders';
import { threePeriods } from './three-periods';

const ledger = threePeriods();

function counts({ done, doneLate, inProgress, notStarted, ongoing, notReported, overdue, dueSoon }: Tally) {
  return [done, doneLate, inProgress, notStarted, ongoing, notReported, overdue, dueSoon];
}

describe('trend', () => {
  test('every period is counted as it was, earlier ones at the close of their last day, the current one on the day of the count', () => {
    expect(trend(ledger).map((one) => [one.period, one.asOf, counts(one.total)])).toEqual([
      ['2017Q3', '2017-09-30', [1, 1, 5, 1, 0, 0, 0, 0]],
      ['2017Q4', '2017-12-31', [2, 2, 2, 2, 1, 0, 1, 0]],
      ['2018Q1', '2018-04-20', [2, 1, 3, 1, 1, 0, 2, 0]],
    ]);
  });

  test('by section and by unit, history staying with the unit that was dissolved', () => {
    const bySection = trend(ledger).map(({ sections }) =>
      sections.map(({ done, overdue }) => `${done}/${overdue}`),
    );
    expect(bySection).toEqual([
      ['1/0', '0/0'],
      ['1/1', '1/0'],
      ['0/2', '2/0'],
    ]);
    const last = trend(ledger).at(-1);
    expect(last?.units.map(({ unit, measures, done, overdue }) => [unit, measures, done, overdue])).toEqual([
      ['市编办', 3, 0, 1],
      ['市物价局', 3, 0, 1],
      ['市财政局', 3, 2, 0],
      ['市司法局', 2, 1, 0],
    ]);
  });

  test('an earlier period looked at again sums up as it did then', () => {
    const then = ledgerOfPeriod(ledger, period('2017Q4'));
    const state = stateOfPeriod(ledger, period('2017Q4'));
    expect(counts(summarise(then, then.settings.asOf, state).total)).toEqual([2, 2, 2, 2, 1, 0, 1, 0]);
    expect(then.submissions).toHaveLength(7);
    expect(periodsOf(then)).toEqual(['2017Q3', '2017Q4']);
  });

  test('a period that has not ended is counted on the day of the count', () => {
    const early = { ...ledger, settings: { ...ledger.settings, asOf: day('2017-12-01') } };
    expect(trend(early).map(({ asOf }) => asOf)).toEqual(['2017-09-30', '2017-12-01', '2017-12-01']);
  });
});

describe('against the last period', () => {
  const told = (code: string) =>
    changesSinceLast(ledgerOfPeriod(ledger, period(code))).map(
      ({ kind, after }) => `${kind} ${after.assignment.measure} ${after.assignment.unit}`,
    );

  test.each([
    ['2017Q3', []],
    [
      '2017Q4',
      [
        'wentBack 3 市物价局',
        'stoodStill 2 市编办',
        'stoodStill 4 市物价局',
        'advanced 5 市财政局',
        'advanced 5 市司法局',
        'advanced 6 市财政局',
        'advanced 7 市司法局',
      ],
    ],
    [
      '2018Q1',
      [
        'wentBack 1 市编办',
        'stoodStill 4 市物价局',
        'advanced 2 市编办',
        'advanced 3 市物价局',
        'advanced 6 市财政局',
      ],
    ],
  ])('in %s', (code, expected) => {
    expect(told(code)).toEqual(expected);
  });

  test('a lower percentage is a step back too', () => {
    const settings = { ...ledger.settings, period: period('2017Q4') };
    const lower = { ...ledger, settings };
    const entries = ledger.entries.map((entry) =>
      entry.kind === 'report' && entry.period === '2017Q4' && entry.measure === 6
        ? { ...entry, report: { ...entry.report, percent: 10 } }
        : entry,
    );
    expect(changesSinceLast({ ...lower, entries })[1]).toMatchObject({
      kind: 'wentBack',
      after: { assignment: { measure: 6 } },
    });
  });
});

describe('scores', () => {
  test('follow from what is due and from how returns came', () => {
    expect(scoreUnits(ledger).map(({ deductions: _, ...score }) => Object.values(score))).toEqual([
      // unit, due, on time, late, overdue, work score, late returns, sent back, score, may be ranked, rank
      ['市编办', 1, 0, 0, 1, 0, 0, 2, 0, false, null],
      ['市物价局', 1, 0, 0, 1, 0, 2, 0, 0, true, 3],
      ['市财政局', 1, 1, 0, 0, 100, 1, 0, 98, true, 1],
      ['市司法局', 1, 0, 1, 0, 60, 3, 0, 54, true, 2],
    ]);
  });

  test('every deduction names its measure or its return', () => {
    const listed = scoreUnits(ledger).flatMap(({ deductions }) =>
      deductions.map(({ unit, kind, measure, period: of, points }) =>
        [unit, kind, measure ?? of, points].join(' '),
      ),
    );
    expect(listed).toEqual([
      '市编办 overdue 1 100',
      '市编办 returnedForm 2018Q1 1',
      '市编办 sentBack 1 1',
      '市物价局 overdue 3 100',
      '市物价局 missingReturn 2017Q4 2',
      '市物价局 lateReturn 2018Q1 2',
      '市财政局 lateReturn 2017Q3 2',
      '市司法局 late 5 40',
      '市司法局 missingReturn 2017Q3 2',
      '市司法局 lateReturn 2017Q4 2',
      '市司法局 missingReturn 2018Q1 2',
    ]);
  });

  test('follow the weights, and a return is missed only after its last day', () => {
    const weights = { onTime: 10, late: 5, overdue: 1, lateReturn: 1, sentBack: 0 };
    const settings = { ...ledger.settings, weights, asOf: day('2018-04-10') };
    expect(scoreUnits({ ...ledger, settings }).map(({ score }) => score)).toEqual([1, 0, 9, 3]);
  });

  test('are full while nothing is due, and give no place', () => {
    expect(scoreUnits(smallLedger('2016-03-01')).map(({ score, rank }) => [score, rank])).toEqual([
      [100, null],
      [100, null],
      [100, null],
    ]);
  });

  test('that look equal share a place', () => {
    const weights = { ...ledger.settings.weights, lateReturn: 0, sentBack: 0, late: 0 };
    const places = scoreUnits({ ...ledger, settings: { ...ledger.settings, weights } });
    expect(places.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['市编办', null],
      ['市物价局', 2],
      ['市财政局', 1],
      ['市司法局', 2],
    ]);
  });
});

describe('reminders', () => {
  test('go to those who have not returned, who have to correct and who are overdue', () => {
    expect(remindersFor(ledger, period('2018Q1'))).toMatchObject({
      due: '2018-04-10',
      offices: [
        {
          office: '市编办',
          isOrdered: false,
          notReturned: false,
          findings: 2,
          sentBack: [],
          overdue: [{ measure: 1, deadline: '2016-12-31', days: 475 }],
          dueSoon: [],
        },
        { office: '市发改委', notReturned: false, overdue: [{ measure: 3, days: 110 }] },
        { office: '市司法局', isOrdered: true, notReturned: true, findings: null, overdue: [] },
      ],
    });
  });

  test('go to the successor in charge, and name whose matters they are', () => {
    const offices = remindersFor(ledger, period('2017Q4')).offices.filter(({ notReturned }) => notReturned);
    expect(offices).toMatchObject([{ office: '市市场监管局', formerUnits: ['市物价局'] }]);
    expect(submissionsFor(ledger, period('2017Q4'))('市物价局')).toBe('missing');
    expect(submissionsFor(ledger, period('2017Q4'))('市发改委')).toBe('submitted');
  });

  test('say what was sent back and why, and what falls due within thirty days', () => {
    const then = ledgerOfPeriod(ledger, period('2017Q4'));
    expect(remindersFor(then, period('2017Q4')).offices[0]).toMatchObject({
      office: '市编办',
      sentBack: [{ measure: 1, reason: '清单没有公布' }],
    });
    const june = { ...ledger, settings: { ...ledger.settings, asOf: day('2018-06-10') } };
    expect(remindersFor(june, period('2018Q1')).offices[0]?.dueSoon).toEqual([
      { measure: 2, deadline: '2018-06-30', daysLeft: 20 },
    ]);
  });
});

test.each([
  ['2017Q3', ['green', 'green', 'green', 'yellow', 'green', 'green', 'green']],
  ['2017Q4', ['green', 'green', 'yellow', 'yellow', 'green', 'green', 'green']],
  ['2018Q1', ['red', 'green', 'red', 'yellow', 'green', 'green', 'green']],
])('in %s each measure shows its light', (code, lights) => {
  const then = ledgerOfPeriod(ledger, period(code));
  expect(foldLedger(then).measures.map((measure) => lightOf(measure, then.settings))).toEqual(lights);
});

test('what is under way and due soon is blue, what has not begun in time is yellow', () => {
  const june = { ...ledger.settings, asOf: day('2018-06-10') };
  expect(lightOf(foldLedger({ ...ledger, settings: june }).measures[1] ?? never(), june)).toBe('blue');
  const early = smallLedger('2016-11-02');
  expect(foldLedger(early).measures.map((measure) => lightOf(measure, early.settings))).toEqual([
    'yellow',
    'green',
    'green',
    'green',
  ]);
});

function never(): never {
  throw new Error('no such measure');
}
