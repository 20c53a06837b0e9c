import { readFileSync } from 'node:fs';
import { boardOf, linesShown } from '../../../src/app/inbox/board';
import { EMPTY_INBOX } from '../../../src/app/inbox/inbox';
import { demoLedger } from '../../../src/app/demo/make-demo';
import { must } from '../../../src/base/invariant';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import { cycleFigures } from '../../../src/taskpane/screens/home/cycle';
import { stepFacts, type FactGoal } from '../../../src/taskpane/screens/home/step-facts';
import { claimsOf, isOfKind } from '../../../src/taskpane/screens/report/verify/claims';
import { asksRecords } from '../../../src/taskpane/screens/summary/figure-rows';
import { countRows, recordRows } from '../../../src/taskpane/screens/summary/records/record-rows';
import { done, reportedBy } from '../../ledger/builders';
import { threePeriods, threePeriodsWithLetters } from '../../ledger/three-periods';

const empty = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));

function factsOf(ledger: Ledger) {
  return stepFacts(ledger, EMPTY_INBOX, cycleFigures(ledger), translator('zh-CN'));
}

function rowsLedTo(ledger: Ledger, goal: FactGoal): number {
  switch (goal.kind) {
    case 'rows':
      return countRows(ledger, goal.asked);
    case 'offices': {
      const lines = boardOf(ledger, goal.period, [], []);
      return linesShown(lines, { state: goal.state, kind: null, typed: '' }).length;
    }
    case 'claims':
      return claimsOf(ledger).filter((claim) => isOfKind(claim, 'done')).length;
  }
}

test('every figure of 首页 says how many rows it leads to, and leads to as many', () => {
  const ledger = threePeriodsWithLetters();
  for (const one of [ledger, empty]) {
    const facts = Object.values(factsOf(one)).flat();
    expect(facts.map(({ goal }) => rowsLedTo(one, goal))).toEqual(facts.map(({ count }) => count));
    for (const { text, count } of facts) expect(text).toMatch(new RegExp(`(?<!\\d)${count}(?!\\d)`, 'u'));
  }
  const counts = Object.fromEntries(
    Object.values(factsOf(ledger)).flatMap((facts) => facts.map(({ text, count }) => [text, count])),
  );
  expect(counts).toMatchObject({ '已发文 2 件': 2, '已回收 4/5': 4, '5 个单位': 5 });
});

test('how many offices have returned leads to just these, in time, late and with faults', () => {
  const ledTo = (ledger: Ledger) => {
    const { goal } = must(factsOf(ledger).returns[0], 'what is returned');
    if (goal.kind !== 'rows' || !asksRecords(goal.asked)) throw new Error(goal.kind);
    return recordRows(ledger, goal.asked).map(({ key }) => key);
  };
  expect(ledTo(reportedBy(empty, '市编办', [{ measure: 1, report: done('2016-12-01') }]))).toEqual([
    '市编办',
  ]);
  expect(ledTo(threePeriods())).toEqual(['市编办', '市发改委', '市市场监管局', '市财政局']);
});
