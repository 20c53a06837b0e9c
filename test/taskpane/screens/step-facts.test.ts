import { readFileSync } from 'node:fs';
import { boardOf, linesShown } from '../../../src/app/inbox/board';
import { EMPTY_INBOX } from '../../../src/app/inbox/inbox';
import { demoLedger } from '../../../src/app/demo/make-demo';
import { must } from '../../../src/base/invariant';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import { cycleFigures } from '../../../src/taskpane/screens/home/cycle';
import { stepFacts } from '../../../src/taskpane/screens/home/step-facts';
import { done, reportedBy } from '../../ledger/builders';

const empty = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));

/** The offices that the figure of returned ones leads to. */
function ledTo(ledger: Ledger): readonly (string | null)[] {
  const facts = stepFacts(ledger, EMPTY_INBOX, cycleFigures(ledger), translator('zh-CN'));
  const { goal } = must(facts.returns[0], 'what is returned');
  if (goal.kind !== 'offices') throw new Error(goal.kind);
  const lines = boardOf(ledger, ledger.settings.period, [], []);
  return linesShown(lines, { state: goal.state, kind: null, typed: '' }).map(({ office }) => office);
}

test('how many offices have returned leads to just these; while none has, to every office', () => {
  const ledger = reportedBy(empty, '市编办', [{ measure: 1, report: done('2016-12-01') }]);
  expect(ledTo(ledger)).toEqual(['市编办']);
  expect(ledTo(empty)).toHaveLength(cycleFigures(empty).units);
});
