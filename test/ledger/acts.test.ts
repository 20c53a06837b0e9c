import {
  applyForExtension,
  decideExtension,
  issueLetters,
  verify,
  type Acted,
  type ExtensionApplication,
} from '../../src/ledger/change/acts';
import { importReturns, undoBatch } from '../../src/ledger/change/changes';
import { foldLedger } from '../../src/ledger/fold';
import type { Ledger } from '../../src/ledger/ledger';
import { letterNumber, nextSerial, nextStage, parseLetterNumber } from '../../src/ledger/letters';
import { ledgerOfPeriod } from '../../src/ledger/figures/trend';
import type { LetterKind, LetterStage } from '../../src/ledger/records';
import { AT, day, done, period, report, returned, smallLedger } from './builders';

const ON = day('2017-10-20');
const target = { measure: 2, unit: '市编办' };
const application: ExtensionApplication = {
  ...target,
  newDeadline: day('2018-06-30'),
  reason: '机构改革方案尚待省里批复',
};

function applied(ledger: Ledger, part: Partial<ExtensionApplication> = {}, on = ON): Ledger {
  return applyForExtension(ledger, { ...application, ...part }, on, AT).ledger;
}

function decided(ledger: Ledger, decision: 'approved' | 'refused', reason = '同意'): Acted {
  return decideExtension(ledger, target, { decision, reason }, day('2017-10-25'), AT);
}

/** Timeliness of measure 2 (due 2017-12-31) on a day. */
function standing(ledger: Ledger, on: string) {
  const state = foldLedger(ledger, day(on)).measures[1];
  return [state?.deadline, state?.timeliness, state?.overdueDays];
}

describe('an extension', () => {
  test('changes nothing until it is approved; then the new day counts', () => {
    const waiting = applied(smallLedger());
    expect(standing(waiting, '2018-01-10')).toEqual(['2017-12-31', 'overdue', 10]);
    expect(standing(decided(waiting, 'refused').ledger, '2018-01-10')).toEqual(['2017-12-31', 'overdue', 10]);
    const { ledger } = decided(waiting, 'approved');
    expect(standing(ledger, '2018-01-10')).toEqual(['2018-06-30', 'onTrack', 0]);
    expect(standing(ledger, '2018-07-02')).toEqual(['2018-06-30', 'overdue', 2]);
  });

  test('keeps the old day, and can be applied for again; a refusal leaves the first approval in force', () => {
    const first = decided(applied(smallLedger()), 'approved').ledger;
    const again = applied(first, { newDeadline: day('2018-12-31') });
    expect(again.entries.at(-1)).toMatchObject({ oldDeadline: '2018-06-30', newDeadline: '2018-12-31' });
    const refused = decided(again, 'refused').ledger;
    expect(standing(refused, '2018-07-02')).toEqual(['2018-06-30', 'overdue', 2]);
    expect(foldLedger(refused).assignments[1]?.extension).toMatchObject({
      approved: { oldDeadline: '2017-12-31' },
      latest: { decision: 'refused' },
    });
  });

  test('is taken back with its batch', () => {
    const { ledger, batch } = decided(applied(smallLedger()), 'approved');
    expect(standing(undoBatch(ledger, batch ?? '', AT) as Ledger, '2018-01-10')).toEqual([
      '2017-12-31',
      'overdue',
      10,
    ]);
  });

  test('of one of several units counts for that unit; the measure is late with the other', () => {
    const own = { measure: 3, unit: '市委办公室' };
    const waiting = applyForExtension(smallLedger(), { ...application, ...own }, ON, AT).ledger;
    const { ledger } = decideExtension(waiting, own, { decision: 'approved', reason: '' }, ON, AT);
    const on = day('2018-02-01');
    expect(foldLedger(ledger, on).measures[2]).toMatchObject({
      deadline: '2017-12-31',
      timeliness: 'overdue',
    });
    const other = returned({
      office: '市政府办公室',
      reports: [{ measure: 3, report: done('2017-12-20') }],
    });
    const half = importReturns(ledger, [other], AT).ledger;
    expect(foldLedger(half, on).measures[2]).toMatchObject({ deadline: '2018-06-30', timeliness: 'onTrack' });
    const whole = importReturns(
      half,
      [returned({ office: '市委办公室', reports: [{ measure: 3, report: done('2018-05-20') }] })],
      AT,
    ).ledger;
    expect(foldLedger(whole, on).measures[2]).toMatchObject({ deadline: '2018-06-30', timeliness: 'done' });
  });

  test('is written down', () => {
    expect(decided(applied(smallLedger()), 'approved').ledger.log.map(({ detail }) => detail)).toEqual([
      '第 2 项（市编办）申请延期（2017-12-31 至 2018-06-30）：机构改革方案尚待省里批复',
      '第 2 项（市编办）批准延期（2017-12-31 至 2018-06-30）：同意',
    ]);
  });

  test.each<[string, () => unknown, string]>([
    [
      'of a unit that owes nothing',
      () => applied(smallLedger(), { unit: '市委办公室' }),
      'no-such-assignment',
    ],
    ['of a measure without a deadline', () => applied(smallLedger(), { measure: 4 }), 'no-deadline'],
    ['after the deadline', () => applied(smallLedger(), {}, day('2018-01-01')), 'deadline-passed'],
    ['to the same day', () => applied(smallLedger(), { newDeadline: day('2017-12-31') }), 'not-later'],
    ['without a reason', () => applied(smallLedger(), { reason: ' ' }), 'reason-missing'],
    ['decided without an application', () => decided(smallLedger(), 'approved'), 'nothing-applied-for'],
    [
      'decided twice',
      () => decided(decided(applied(smallLedger()), 'approved').ledger, 'approved'),
      'nothing-applied-for',
    ],
    ['refused without a reason', () => decided(applied(smallLedger()), 'refused', ''), 'reason-missing'],
  ])('%s is refused', (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });

  test('on the day of the deadline is in time', () => {
    expect(applied(smallLedger(), {}, day('2017-12-31')).entries).toHaveLength(1);
  });
});

describe('a verification', () => {
  const reported = importReturns(
    smallLedger(),
    [returned({ office: '市编办', reports: [{ measure: 1, report: done('2016-12-01') }] })],
    AT,
  ).ledger;
  const sendBack = { measure: 1, unit: '市编办', verification: 'sentBack', reason: '清单未公布' } as const;

  test('is one batch, belongs to the period of the report, and is written down with its reason', () => {
    const { ledger, batch, added } = verify(reported, [sendBack], ON, AT);
    expect(added).toEqual([
      { ...sendBack, kind: 'verification', id: 2, batch: 'B0002', at: AT, on: ON, period: '2017Q3' },
    ]);
    expect(ledger.log.at(-1)).toMatchObject({ batch, detail: '第 1 项（市编办）退回：清单未公布' });
    expect(verify(reported, [], ON, AT)).toEqual({ ledger: reported, batch: null, added: [] });
  });

  describe('that closed a claim', () => {
    const close = { ...sendBack, verification: 'closed', reason: '' } as const;
    const closed = verify(reported, [close], ON, AT).ledger;
    const next = (said: ReturnType<typeof done>) =>
      importReturns(
        closed,
        [
          returned({
            office: '市编办',
            period: period('2017Q4'),
            sha256: 'q4',
            reports: [{ measure: 1, report: said }],
          }),
        ],
        AT,
      ).ledger;

    test('lasts while the next report claims the same, whatever else it says', () => {
      const { assignments, measures } = foldLedger(next({ ...done('2016-12-01'), progress: '清单动态调整' }));
      expect(assignments[0]).toMatchObject({ verification: 'closed', isReopened: false });
      expect(measures[0]?.verification).toBe('closed');
    });

    test.each([
      ['a lesser claim', report({ status: 'inProgress', percent: 80 })],
      ['another day of completion', done('2017-02-01')],
    ])('%s opens it again, and that is written down', (_, said) => {
      const reopened = next(said);
      expect(foldLedger(reopened).assignments[0]).toMatchObject({
        verification: 'pending',
        isReopened: true,
      });
      expect(reopened.log.at(-1)).toMatchObject({
        action: 'verification',
        detail: '第 1 项（市编办）销号后填报有变，重新待核实',
      });
      expect(foldLedger(verify(reopened, [close], ON, AT).ledger).assignments[0]).toMatchObject({
        verification: 'closed',
        isReopened: false,
      });
    });

    test('a claim that was sent back waits again once the unit reports anew', () => {
      const sent = verify(reported, [sendBack], ON, AT).ledger;
      const anew = returned({
        office: '市编办',
        sha256: 'again',
        reports: [{ measure: 1, report: { ...done('2016-12-01'), evidence: '清单' } }],
      });
      expect(foldLedger(importReturns(sent, [anew], AT).ledger).assignments[0]).toMatchObject({
        verification: 'pending',
        isReopened: false,
      });
    });
  });

  test('of a later period is not known when an earlier one is looked at again', () => {
    const q4 = returned({
      office: '市编办',
      period: period('2017Q4'),
      sha256: 'q4',
      reports: [{ measure: 1, report: report({ status: 'inProgress', progress: '补办公布手续' }) }],
    });
    const later = verify(importReturns(reported, [q4], AT).ledger, [sendBack], ON, AT).ledger;
    const at = (code: string) => foldLedger(ledgerOfPeriod(later, period(code))).measures[0];
    expect(at('2017Q4')).toMatchObject({ standing: 'inProgress', verification: 'sentBack' });
    expect(at('2017Q3')).toMatchObject({ standing: 'done', verification: 'pending' });
    expect(at('2017Q2')).toMatchObject({ standing: 'notReported', verification: null });
  });

  test.each<[string, () => unknown, string]>([
    ['of nothing reported', () => verify(smallLedger(), [sendBack], ON, AT), 'nothing-reported'],
    [
      'back without a reason',
      () => verify(reported, [{ ...sendBack, reason: '' }], ON, AT),
      'reason-missing',
    ],
    [
      'of another unit’s measure',
      () => verify(reported, [{ ...sendBack, unit: '市委办公室' }], ON, AT),
      'no-such-assignment',
    ],
  ])('%s is refused', (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe('letters', () => {
  const issue = (
    ledger: Ledger,
    letter: LetterKind,
    stage: LetterStage,
    measures: readonly number[] = [1],
  ): Acted => {
    const serial = nextSerial(ledger, letter, 2018);
    const one = { unit: '市编办', office: '市委编办', letter, stage, year: 2018, serial, measures, on: ON };
    return issueLetters(ledger, [one], AT);
  };

  test('are numbered by kind and year, and a number is not used twice', () => {
    const { ledger, batch } = issue(smallLedger(), 'supervision', 'first');
    expect(ledger.log[0]?.detail).toBe('督办单〔2018〕1号，市委编办，第 1 项');
    expect(nextSerial(ledger, 'supervision', 2018)).toBe(2);
    expect(nextSerial(ledger, 'supervision', 2019)).toBe(1);
    expect(nextSerial(ledger, 'circular', 2018)).toBe(1);
    const freed = undoBatch(ledger, batch ?? '', AT, true) as Ledger;
    expect(nextSerial(freed, 'supervision', 2018)).toBe(1);
    expect(freed.log.at(-1)?.detail).toBe(`${batch} 督办单〔2018〕1号`);
    expect(nextSerial(undoBatch(ledger, batch ?? '', AT) as Ledger, 'supervision', 2018)).toBe(2);
    expect(parseLetterNumber(letterNumber({ year: 2018, serial: 12 }))).toEqual({ year: 2018, serial: 12 });
    expect(parseLetterNumber('12号')).toBeUndefined();
  });

  test('go from a first to a second to a circular, each measure remembering how far it has gone', () => {
    const stage = (ledger: Ledger, ...measures: number[]) => nextStage(ledger, '市编办', measures);
    const returnedForm = issue(smallLedger(), 'sendBack', 'first').ledger;
    expect(stage(returnedForm, 1)).toBe('first');
    const first = issue(returnedForm, 'supervision', 'first');
    expect(stage(first.ledger, 1)).toBe('second');
    expect(stage(first.ledger, 2)).toBe('first');
    expect(nextStage(first.ledger, '市委办公室', [1])).toBe('first');
    const second = issue(first.ledger, 'supervision', 'second', [1, 2]).ledger;
    expect(stage(second, 2)).toBe('circular');
    expect(stage(issue(second, 'circular', 'circular').ledger, 1)).toBe('circular');
    expect(stage(undoBatch(first.ledger, first.batch ?? '', AT) as Ledger, 1)).toBe('first');
  });
});
