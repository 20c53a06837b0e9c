import fc from 'fast-check';
import {
  assignmentRows,
  type AssignmentCounts,
  type AssignmentRow,
} from '../../src/ledger/figures/assignment-rows';
import { summarise } from '../../src/ledger/figures/summary';
import { periodsOf, trend } from '../../src/ledger/figures/trend';
import { ledgerAssignments } from '../../src/ledger/ledger';
import { day, period, smallLedger } from './builders';
import { randomLedger } from './random-ledger';
import { threePeriods } from './three-periods';

const ledger = threePeriods();

function sum(rows: readonly AssignmentRow[], key: keyof AssignmentCounts): number {
  return rows.reduce((total, { counts }) => total + counts[key], 0);
}

describe('one row an assignment and period', () => {
  test('every period has every assignment, period by period and in the plan’s order', () => {
    const rows = assignmentRows(ledger);
    const assignments = ledgerAssignments(ledger).map(({ measure, unit }) => `${measure} ${unit}`);
    expect(assignments).toHaveLength(11);
    expect(rows.map((row) => `${row.period} ${row.measure.no} ${row.unit}`)).toEqual(
      ['2017Q3', '2017Q4', '2018Q1'].flatMap((code) => assignments.map((one) => `${code} ${one}`)),
    );
  });

  test('of a unit that was dissolved the office in charge is named period by period, its return with it', () => {
    const prices = assignmentRows(ledger).filter(({ unit }) => unit === '市物价局');
    expect(prices.map((row) => [row.period, row.measure.no, row.office, row.submission])).toEqual([
      ['2017Q3', 3, '市物价局', 'submitted'],
      ['2017Q3', 4, '市物价局', 'submitted'],
      ['2017Q3', 7, '市物价局', 'submitted'],
      ['2017Q4', 3, '市发改委', 'submitted'],
      ['2017Q4', 4, '市市场监管局', 'missing'],
      ['2017Q4', 7, '市发改委', 'submitted'],
      ['2018Q1', 3, '市发改委', 'submitted'],
      ['2018Q1', 4, '市市场监管局', 'late'],
      ['2018Q1', 7, '市发改委', 'submitted'],
    ]);
  });

  test('an extension, a late return, progress and a verdict stand in the rows of their periods', () => {
    const shown = assignmentRows(ledger)
      .filter(
        ({ measure, unit }) =>
          (measure.no === 2 && unit === '市编办') || (measure.no === 5 && unit === '市司法局'),
      )
      .map(({ state, year, percent, submission }) => [
        state.standing,
        state.timeliness,
        state.verification,
        year,
        percent,
        submission,
      ]);
    expect(shown).toEqual([
      ['inProgress', 'onTrack', 'pending', 2018, 40, 'submitted'],
      ['notReported', 'onTrack', null, 2017, null, 'missing'],
      ['inProgress', 'onTrack', 'pending', 2018, 40, 'submitted'],
      ['done', 'doneLate', 'pending', 2017, 100, 'late'],
      ['inProgress', 'onTrack', 'pending', 2018, 70, 'submitted'],
      ['done', 'doneLate', 'pending', 2017, 100, 'missing'],
    ]);
  });

  test('in a ledger in which nothing has happened every assignment is owed and none returned', () => {
    const rows = assignmentRows(smallLedger());
    expect([sum(rows, 'owed'), sum(rows, 'returned'), sum(rows, 'done')]).toEqual([rows.length, 0, 0]);
    expect(
      rows.every(({ submission, state }) => submission === 'missing' && state.standing === 'notReported'),
    ).toBe(true);
  });

  test('an assignment without a deadline has no year', () => {
    const [row] = assignmentRows(ledger).filter(({ measure }) => measure.no === 7);
    expect(row?.year).toBeNull();
  });

  test('a period set back to an earlier one leaves later ones out', () => {
    const back = {
      ...ledger,
      settings: { ...ledger.settings, period: period('2017Q4'), asOf: day('2018-01-20') },
    };
    expect([...new Set(assignmentRows(back).map((row) => row.period))]).toEqual(['2017Q3', '2017Q4']);
  });

  test('whatever is in the ledger, the current period adds up to 汇总, unit by unit, and earlier ones to 趋势', () => {
    fc.assert(
      fc.property(randomLedger, (any) => {
        const rows = assignmentRows(any);
        const figuresOf = (code: string, unit: string) => {
          const own = rows.filter((row) => row.period === code && row.unit === unit);
          return (['owed', 'done', 'doneLate', 'overdue', 'dueSoon', 'ongoing'] as const).map((key) =>
            sum(own, key),
          );
        };
        const known = [
          { period: any.settings.period, units: summarise(any).units },
          ...trend(any).slice(0, -1),
        ];
        for (const { period: code, units } of known)
          for (const { unit, measures, done, doneLate, overdue, dueSoon, ongoing } of units)
            expect(figuresOf(code, unit)).toEqual([measures, done, doneLate, overdue, dueSoon, ongoing]);
        expect(new Set(rows.map((row) => row.period))).toEqual(
          new Set(ledgerAssignments(any).length === 0 ? [] : periodsOf(any)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
