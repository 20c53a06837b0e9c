import { assignmentKey } from '../../../src/ledger/units/assignments';
import { foldLedger } from '../../../src/ledger/fold';
import { summarise } from '../../../src/ledger/figures/summary';
import { issueLetters } from '../../../src/ledger/change/acts';
import { measureView, unitView } from '../../../src/taskpane/dossier/dossier-views';

import { day } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

describe('all about a measure', () => {
  test('is what the fold says of it, with every report, the latest period first', () => {
    const ledger = threePeriods();
    for (const { no } of ledger.plan.measures) {
      const view = measureView(ledger, no);
      expect(view?.state).toBe(foldLedger(ledger).measures.find(({ measure }) => measure === no));
      const periods = view?.reports.map(({ period }) => period) ?? [];
      expect(periods).toEqual([...periods].sort().reverse());
      expect(view?.reports.every(({ measure }) => measure === no)).toBe(true);
    }
    const reports = ledger.plan.measures.flatMap(({ no }) => measureView(ledger, no)?.reports ?? []);
    expect(reports).toHaveLength(ledger.entries.filter(({ kind }) => kind === 'report').length);
  });

  test('a number the plan does not have is nothing', () => {
    expect(measureView(threePeriods(), 999)).toBeNull();
  });
});

describe('all about a unit', () => {
  test('has the measures that are counted as its own, and whose they are now', () => {
    const ledger = threePeriods();
    for (const { unit, measures, overdue } of summarise(ledger).units) {
      const states =
        unitView(ledger, unit)?.states.filter(({ assignment }) => assignment.unit === unit) ?? [];
      expect(states).toHaveLength(measures);
      expect(states.filter(({ timeliness }) => timeliness === 'overdue')).toHaveLength(overdue);
    }
    const successor = unitView(ledger, '市发改委');
    expect(successor?.states.map(({ assignment }) => assignment.unit)).toContain('市物价局');
  });

  test('a letter stands with the measures and the unit it is about, and is gone when it was taken back', () => {
    const ledger = threePeriods();
    const on = day('2018-04-20');
    const letter = { unit: '市编办', office: '市编办', letter: 'request', stage: 'first' } as const;
    const issued = issueLetters(
      ledger,
      [{ ...letter, year: 2018, serial: 1, measures: [1], on }],
      '2018-04-20 09:00',
    ).ledger;
    expect(measureView(issued, 1)?.letters).toMatchObject([{ serial: 1 }]);
    expect(unitView(issued, '市编办')?.letters).toMatchObject([{ serial: 1 }]);
    expect(measureView(issued, 5)?.letters).toEqual([]);
    expect(measureView(ledger, 1)?.letters).toEqual([]);
  });

  test('every unit of the directory and every office in charge has one; another name has none', () => {
    const ledger = threePeriods();
    for (const { name } of ledger.directory.units) expect(unitView(ledger, name)).not.toBeNull();
    expect(unitView(ledger, '市气象局')).toBeNull();
  });

  test('no assignment is in it twice', () => {
    const ledger = threePeriods();
    const keys = unitView(ledger, '市发改委')?.states.map(({ assignment: { measure, unit } }) =>
      assignmentKey(measure, unit),
    );
    expect(new Set(keys).size).toBe(keys?.length);
  });
});
