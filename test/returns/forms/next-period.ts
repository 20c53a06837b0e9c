import { readFileSync } from 'node:fs';
import { demoLedger } from '../../../src/app/demo/make-demo';
import { applyForExtension, decideExtension, verify } from '../../../src/ledger/change/acts';
import { importReturns } from '../../../src/ledger/change/changes';
import type { Ledger } from '../../../src/ledger/ledger';
import { ledgerAssignments } from '../../../src/ledger/ledger';
import type { Report } from '../../../src/ledger/records';
import { day, done, period, report, returned } from '../../ledger/builders';

/** 市审计局 owes 48 (until the end of 2017), 94 (2018), 127 and 128 (no deadline). */
export const UNIT = '市审计局';
export const NEXT = period('2017-12');
const TAKEN_IN = '2017-12-12 09:00';

export const SAID: ReadonlyMap<number, Report> = new Map([
  [
    48,
    report({
      status: 'inProgress',
      percent: 60,
      progress: '已完成 12 个单位的审计，正在起草综合报告',
      nextSteps: '年底前出具审计报告',
    }),
  ],
  [94, { ...done('2017-11-20'), evidence: '荆审发〔2017〕12号' }],
  [127, report({ status: 'ongoing', progress: '每季度召开一次协调会，已开三次' })],
  [128, report({ status: 'inProgress', percent: 30, progress: '考核办法已征求意见两轮' })],
]);

/**
 * The demo ledger a period later: of 市审计局 48 was reported and has been extended, 94 is closed, 128 was sent back.
 * @param extended Until when 48 may take.
 */
export function nextPeriod(asOf = '2018-01-05', extended: string | null = '2018-06-30'): Ledger {
  const start = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  const reports = [...SAID].map(([measure, said]) => ({ measure, report: said }));
  const first = { office: UNIT, period: period('2017-11'), returnedOn: day('2017-12-08'), reports };
  let ledger = importReturns(start, [returned(first)], TAKEN_IN).ledger;
  const on = day('2017-12-20');
  ledger = verify(
    ledger,
    [
      { measure: 94, unit: UNIT, verification: 'closed', reason: '' },
      { measure: 128, unit: UNIT, verification: 'sentBack', reason: '未写明征求了哪些单位的意见' },
    ],
    on,
    '2017-12-20 10:00',
  ).ledger;
  if (extended !== null) {
    const target = { measure: 48, unit: UNIT };
    const applied = { ...target, newDeadline: day(extended), reason: '两个单位的资料未齐' };
    ledger = applyForExtension(ledger, applied, on, '2017-12-20 10:05').ledger;
    const decision = { decision: 'approved', reason: '同意' } as const;
    ledger = decideExtension(ledger, target, decision, on, '2017-12-20 10:06').ledger;
  }
  return { ...ledger, settings: { ...ledger.settings, asOf: day(asOf), period: NEXT } };
}

/** The same with every measure of the office closed. */
export function allClosed(): Ledger {
  const ledger = nextPeriod();
  const open = ledgerAssignments(ledger).filter(({ unit }) => unit === UNIT);
  const acts = open.map(
    ({ measure, unit }) => ({ measure, unit, verification: 'closed', reason: '' }) as const,
  );
  const closed = verify(
    { ...ledger, settings: { ...ledger.settings, period: period('2017-11') } },
    acts,
    day('2017-12-21'),
    '2017-12-21 09:00',
  );
  return { ...closed.ledger, settings: ledger.settings };
}
