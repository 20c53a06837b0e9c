import { contentValue } from '../../../src/base/content-value';
import { must } from '../../../src/base/invariant';
import { scoreUnits } from '../../../src/ledger/figures/scores';
import { undoBatch } from '../../../src/ledger/change/changes';
import { returnsOwed } from '../../../src/ledger/figures/submissions';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import type { RecordFigure } from '../../../src/taskpane/screens/summary/figure-rows';
import {
  RECORD_TAB,
  headsOfRecords,
  recordRows,
} from '../../../src/taskpane/screens/summary/records/record-rows';
import { period } from '../../ledger/builders';
import { threePeriodsWithLetters } from '../../ledger/three-periods';

const ledger = threePeriodsWithLetters();
const { sheets } = ledgerWorkbook(ledger);

function records(figure: RecordFigure, of: 'total' | 'unit' = 'total', name = '') {
  return recordRows(ledger, { of, name, figure, period: null });
}

/** What the cells of a row say. */
function said(figure: RecordFigure, row: number): readonly unknown[] {
  const tab = must(
    sheets.find(({ name }) => name === RECORD_TAB[figure]),
    'the tab of a figure',
  );
  return must(tab.cells[row - 1], `row ${row}`).map(contentValue);
}

test('what points are lost by is listed with as many rows as 考核 counts, where its list of deductions has them', () => {
  const scores = scoreUnits(ledger);
  for (const { unit, lateReturns, sentBack } of scores) {
    const [late, back] = [records('lateReturns', 'unit', unit), records('sentBack', 'unit', unit)];
    expect([unit, late.length, back.length]).toEqual([unit, lateReturns, sentBack]);
    for (const { rows } of late)
      expect(said('lateReturns', rows[0] ?? 0)).toEqual(
        expect.arrayContaining([unit, expect.stringMatching(/^(?:迟报|未报)$/u)]),
      );
    for (const { rows } of back)
      expect(said('sentBack', rows[0] ?? 0)).toEqual(
        expect.arrayContaining([unit, expect.stringMatching(/^(?:核实退回|填报表退回更正)$/u)]),
      );
  }
  expect(scores.some(({ lateReturns }) => lateReturns > 0)).toBe(true);
  expect(scores.some(({ sentBack }) => sentBack > 1)).toBe(true);
  const [heading = 0, header = 0] = headsOfRecords(ledger, 'sentBack');
  expect(said('sentBack', heading)).toContain('三、扣分明细');
  expect(said('sentBack', header)).toContain('扣分事项');
});

test('offices that owe a return, have returned or have not are where 报送情况 says so, of any period', () => {
  expect(records('missing').map(({ key }) => key)).toEqual(['市司法局']);
  expect(records('returned')).toHaveLength(4);
  expect(records('offices')).toHaveLength(5);
  for (const code of ['2017Q3', '2017Q4', '2018Q1'].map(period)) {
    const owed = returnsOwed(ledger, code);
    for (const [figure, words] of [
      ['missing', ['未报']],
      ['returned', ['已报', '迟报']],
    ] as const) {
      const found = recordRows(ledger, { of: 'total', name: '', figure, period: code });
      expect(found.map(({ key }) => key)).toEqual(
        owed
          .filter(({ submission }) => (submission === 'missing') === (figure === 'missing'))
          .map(({ office }) => office),
      );
      for (const { key, rows } of found) {
        const [of, office, state] = said(figure, rows[0] ?? 0);
        expect([of, office]).toEqual([code, key]);
        expect(words).toContain(state);
      }
    }
  }
  expect(recordRows(ledger, { of: 'total', name: '', figure: 'missing', period: period('2001Q1') })).toEqual(
    [],
  );
});

test('letters are where 核实督办 has them; one taken back is none', () => {
  const numbers = records('letters').map(({ rows }) => said('letters', rows[0] ?? 0).join(' '));
  expect(numbers).toEqual([
    expect.stringContaining('商请函 43210 市编办 1'),
    expect.stringContaining('督办单'),
  ]);
  const { batch } = must(ledger.entries.at(-1), 'the last letter');
  const without = must(undoBatch(ledger, batch, '2018-04-20 10:00'), 'the undo');
  expect(recordRows(without, { of: 'total', name: '', figure: 'letters', period: null })).toHaveLength(1);
});

test('of a group that has no such figure there is nothing', () => {
  expect(records('letters', 'unit', '市编办')).toEqual([]);
  expect(records('sentBack', 'total')).toEqual([]);
  expect(records('own', 'unit', '市编办')).toEqual([]);
  expect(records('missing', 'unit', '市司法局')).toEqual([]);
});
