import fc from 'fast-check';
import {
  importReturns,
  takeHandEdits,
  undoBatch,
  type AcceptedReturn,
} from '../../src/ledger/change/changes';
import { leadersText, responsibleUnits } from '../../src/ledger/units/assignments';
import { verify as verifyClaims } from '../../src/ledger/change/acts';
import { initialDirectory } from '../../src/ledger/units/directory';
import { entriesInForce, liveEntries, reportsOfPeriod } from '../../src/ledger/entries';
import { foldLedger } from '../../src/ledger/fold';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import { submissionsFor, submissionRecord } from '../../src/ledger/figures/submissions';
import { summarise } from '../../src/ledger/figures/summary';
import type { VerificationEntry } from '../../src/ledger/records';
import { AT, day, done, period, report, returned, smallLedger } from './builders';

const inProgress = report({ status: 'inProgress', percent: 40, progress: '正在起草' });

function taken(ledger: Ledger, ...returns: AcceptedReturn[]): Ledger {
  return importReturns(ledger, returns, AT).ledger;
}

test('a group stands for its members and two lead units for themselves', () => {
  expect(ledgerAssignments(smallLedger()).map(({ measure, unit }) => `${measure} ${unit}`)).toEqual([
    '1 市编办',
    '2 市编办',
    '3 市委办公室',
    '3 市政府办公室',
    '4 市编办',
    '4 市委办公室',
    '4 市政府办公室',
  ]);
});

test('a group nobody has filled assigns nobody', () => {
  const ledger = { ...smallLedger(), directory: { units: [], groups: [] } };
  expect(ledgerAssignments(ledger).filter(({ measure }) => measure === 4)).toEqual([]);
  expect(foldLedger(ledger).measures[3]).toMatchObject({ standing: 'notReported', verification: null });
});

test('the latest period wins, whatever the order in which returns came', () => {
  const early = returned({
    office: '市编办',
    period: period('2017Q2'),
    sha256: 'q2',
    reports: [{ measure: 1, report: inProgress }],
  });
  const late = returned({
    office: '市编办',
    sha256: 'q3',
    reports: [{ measure: 1, report: done('2017-08-01') }],
  });
  const forwards = taken(taken(smallLedger(), early), late);
  const backwards = taken(taken(smallLedger(), late), early);
  for (const ledger of [forwards, backwards]) {
    expect(foldLedger(ledger).measures[0]).toMatchObject({ standing: 'done', period: '2017Q3' });
  }
  expect(reportsOfPeriod(backwards.entries, period('2017Q2')).get('1@市编办')?.report).toEqual(inProgress);
});

test('within a period the later return corrects the earlier', () => {
  const first = returned({ office: '市编办', sha256: 'a', reports: [{ measure: 1, report: inProgress }] });
  const second = returned({
    office: '市编办',
    sha256: 'b',
    reports: [{ measure: 1, report: done('2017-08-01') }],
  });
  const ledger = taken(taken(smallLedger(), first), second);
  expect(ledger.entries.map((entry) => entry.kind === 'report' && entry.previousStatus)).toEqual([
    null,
    'inProgress',
  ]);
  expect(taken(ledger, first)).toBe(ledger);
  expect(foldLedger(ledger).measures[0]?.standing).toBe('done');
});

test('a report that says what is known already adds no entry, even from another file', () => {
  const first = returned({ office: '市编办', sha256: 'a', reports: [{ measure: 1, report: inProgress }] });
  const again = returned({
    office: '市编办',
    sha256: 'b',
    reports: [{ measure: 1, report: { ...inProgress } }],
  });
  const change = importReturns(taken(smallLedger(), first), [again], AT);
  expect(change).toMatchObject({ added: [], unchanged: 1, batch: 'B0002' });
  expect(change.ledger.submissions).toHaveLength(2);
});

test('several units make one measure: mixed is in progress, all done is done, late when one was', () => {
  const half = taken(
    smallLedger('2018-03-01'),
    returned({ office: '市委办公室', reports: [{ measure: 3, report: done('2017-12-01') }] }),
  );
  expect(foldLedger(half).measures[2]).toMatchObject({
    standing: 'inProgress',
    timeliness: 'overdue',
    report: { status: 'inProgress', completedOn: null, progress: '市委办公室：已印发实施' },
  });
  const whole = taken(
    half,
    returned({ office: '市政府办公室', reports: [{ measure: 3, report: done('2018-02-01') }] }),
  );
  expect(foldLedger(whole).measures[2]).toMatchObject({
    standing: 'done',
    timeliness: 'doneLate',
    report: { status: 'done', completedOn: '2018-02-01', progress: '已印发实施', percent: 100 },
  });
});

test('of differing texts each unit is named, of silence nothing is said', () => {
  const ledger = taken(
    smallLedger(),
    returned({ office: '市委办公室', reports: [{ measure: 3, report: report({ status: 'notStarted' }) }] }),
    returned({
      office: '市政府办公室',
      reports: [{ measure: 3, report: report({ status: 'ongoing', problems: '缺少人手', percent: 25 }) }],
    }),
  );
  expect(foldLedger(ledger).measures[2]?.report).toMatchObject({
    status: 'inProgress',
    percent: 25,
    progress: '',
    problems: '市政府办公室：缺少人手',
  });
});

test('a measure may be led by units and a group together; nobody owes it twice', () => {
  const [first] = smallLedger().plan.measures;
  if (first === undefined) throw new Error('the plan has measures');
  const mixed = { ...first, leadUnits: ['市编办'], leadGroup: '各牵头单位、各县市区人民政府' };
  expect(responsibleUnits(mixed, smallLedger().directory)).toEqual(['市编办', '市委办公室', '市政府办公室']);
  expect(leadersText(mixed)).toBe('市编办、各牵头单位、各县市区人民政府');
  const plan = { ...smallLedger().plan, measures: [mixed] };
  expect(initialDirectory(plan).groups.map(({ name, members }) => [name, members.length])).toEqual([
    ['各牵头单位', 1],
    ['各县市区人民政府', 0],
  ]);
});

test('an import that was written half way goes on under its own batch, so that undoing takes all of it back', () => {
  const both = [
    returned({ office: '市编办', reports: [1, 2].map((measure) => ({ measure, report: inProgress })) }),
    returned({ office: '市委办公室', reports: [{ measure: 3, report: inProgress }] }),
  ];
  const whole = taken(smallLedger(), ...both);
  const half = { ...whole, entries: whole.entries.slice(0, 1), submissions: [], log: [] };
  expect(taken(half, ...both)).toEqual(whole);
});

describe('undo', () => {
  const back = returned({ office: '市编办', reports: [{ measure: 1, report: done('2016-12-01') }] });

  test('folds as if the batch had never been, and can itself be undone', () => {
    const before = smallLedger();
    const { ledger, batch } = importReturns(before, [back], AT);
    const undone = undoBatch(ledger, batch ?? '', AT);
    expect(undone && foldLedger(undone)).toEqual(foldLedger(before));
    expect(undone && submissionsFor(undone, period('2017Q3'))('市编办')).toBe('missing');
    const redone = undone && undoBatch(undone, 'B0002', AT);
    expect(redone && foldLedger(redone)).toEqual(foldLedger(ledger));
    expect(redone && undoBatch(redone, 'B0002', AT)).toBeUndefined();
  });

  test('lets the same file be taken in again', () => {
    const { ledger, batch } = importReturns(smallLedger(), [back], AT);
    const undone = undoBatch(ledger, batch ?? '', AT) as Ledger;
    expect(importReturns(undone, [back], AT)).toMatchObject({ batch: 'B0003', unchanged: 0 });
  });

  test('knows no batch that never was', () => {
    expect(undoBatch(smallLedger(), 'B0009', AT)).toBeUndefined();
  });

  test('reaches a return that brought nothing but itself', () => {
    const { ledger } = importReturns(smallLedger(), [returned({ office: '市编办', reports: [] })], AT);
    expect(ledger.entries).toEqual([]);
    expect(undoBatch(ledger, 'B0001', AT)?.entries).toMatchObject([{ kind: 'undo', undone: 'B0001' }]);
  });
});

describe('hand edits', () => {
  test('become entries of the current period, and a second time nothing', () => {
    const edit = { measure: 1, unit: '市编办', report: done('2017-08-15') };
    const change = takeHandEdits(smallLedger(), [edit], AT);
    expect(change.added).toMatchObject([{ origin: 'handEdit', period: '2017Q3', previousStatus: null }]);
    expect(foldLedger(change.ledger).measures[0]?.standing).toBe('done');
    expect(takeHandEdits(change.ledger, [edit], AT)).toMatchObject({ batch: null, unchanged: 1 });
  });

  test('of a report from a later period stand in that period, so that they are not passed over', () => {
    const later = returned({
      office: '市编办',
      period: period('2018Q1'),
      reports: [{ measure: 1, report: inProgress }],
    });
    const ledger = { ...taken(smallLedger(), later), settings: smallLedger().settings };
    const change = takeHandEdits(ledger, [{ measure: 1, unit: '市编办', report: done('2017-08-15') }], AT);
    expect(change.added).toMatchObject([{ period: '2018Q1', previousStatus: 'inProgress' }]);
    expect(foldLedger(change.ledger).measures[0]?.standing).toBe('done');
  });
});

describe('verification', () => {
  const reported = taken(
    smallLedger(),
    returned({ office: '市编办', reports: [{ measure: 1, report: done('2016-12-01') }] }),
    returned({ office: '市委办公室', reports: [{ measure: 3, report: inProgress }] }),
    returned({ office: '市政府办公室', reports: [{ measure: 3, report: inProgress }] }),
  );
  const verify = (
    ledger: Ledger,
    measure: number,
    unit: string,
    verification: VerificationEntry['verification'],
  ): Ledger =>
    verifyClaims(ledger, [{ measure, unit, verification, reason: '查无文件' }], day('2017-10-20'), AT).ledger;

  test('waits once something is reported, and a new report asks for it again', () => {
    expect(foldLedger(reported).measures.map(({ verification }) => verification)).toEqual([
      'pending',
      null,
      'pending',
      null,
    ]);
    const closed = verify(reported, 1, '市编办', 'closed');
    expect(foldLedger(closed).measures[0]?.verification).toBe('closed');
    const again = returned({
      office: '市编办',
      sha256: 'again',
      reports: [{ measure: 1, report: done('2016-12-30') }],
    });
    expect(foldLedger(taken(closed, again)).measures[0]?.verification).toBe('pending');
  });

  test('of several units closes when all are closed, and one sent back sends the measure back', () => {
    const half = verify(reported, 3, '市委办公室', 'closed');
    expect(foldLedger(half).measures[2]?.verification).toBe('pending');
    expect(foldLedger(verify(half, 3, '市政府办公室', 'closed')).measures[2]?.verification).toBe('closed');
    expect(foldLedger(verify(half, 3, '市政府办公室', 'sentBack')).measures[2]?.verification).toBe(
      'sentBack',
    );
  });
});

describe('submission', () => {
  const late = returned({ office: '市编办', returnedOn: day('2017-10-11'), reports: [] });
  const inTime = returned({ office: '市编办', sha256: 'in time', reports: [] });

  test.each([
    ['missing', []],
    ['late', [late]],
    ['submitted', [inTime]],
    ['submitted', [inTime, late]],
  ] as const)('is %s', (expected, returns) => {
    const ledger = returns.reduce((state, one) => taken(state, one), smallLedger());
    expect(submissionsFor(ledger, period('2017Q3'))('市编办')).toBe(expected);
    expect(submissionRecord(ledger, '市编办', period('2017Q3'))?.sha256).toBe(returns.at(-1)?.sha256);
  });
});

test('the current period follows the latest return and never goes back', () => {
  const next = returned({ office: '市编办', period: period('2017Q4'), sha256: 'q4', reports: [] });
  const old = returned({ office: '市编办', period: period('2016'), sha256: '2016', reports: [] });
  expect(taken(taken(smallLedger(), next), old).settings.period).toBe('2017Q4');
});

test('the summary splits measures, assignments, sections and years without a gap', () => {
  const ledger = taken(
    smallLedger('2017-12-15'),
    returned({
      office: '市编办',
      period: period('2017Q4'),
      reports: [{ measure: 1, report: done('2017-02-01') }],
    }),
  );
  const summary = summarise(ledger);
  expect(summary.total).toEqual({
    measures: 4,
    done: 1,
    doneLate: 1,
    inProgress: 0,
    notStarted: 0,
    ongoing: 0,
    notReported: 3,
    overdue: 0,
    dueSoon: 2,
  });
  expect(summary.units.map(({ unit, measures, returned: is }) => [unit, measures, is])).toEqual([
    ['市编办', 3, true],
    ['市委办公室', 2, false],
    ['市政府办公室', 2, false],
  ]);
  expect(summary.sections.map(({ section, measures }) => [section, measures])).toEqual([
    ['(一)', 2],
    ['(二)', 2],
  ]);
  expect(summary.years.map(({ year, measures }) => [year, measures])).toEqual([
    [2016, 1],
    [2017, 2],
    [null, 1],
  ]);
});

describe('laws', () => {
  const status = fc.constantFrom('done', 'inProgress', 'notStarted', 'ongoing', null);
  const anyReport = fc
    .record({ status, percent: fc.option(fc.integer({ min: 0, max: 100 })) })
    .map((part) => report({ ...part, completedOn: part.status === 'done' ? day('2017-05-01') : null }));
  const anyReturn = fc
    .record({
      office: fc.constantFrom('市编办', '市委办公室', '市政府办公室'),
      period: fc.constantFrom('2016', '2017Q1', '2017Q2', '2017Q3', '2017-09').map(period),
      sha256: fc.string({ minLength: 1, maxLength: 4 }),
      reports: fc.uniqueArray(fc.record({ measure: fc.integer({ min: 1, max: 4 }), report: anyReport }), {
        selector: ({ measure }) => measure,
      }),
    })
    .map(returned);
  const anyHistory = fc.array(anyReturn, { maxLength: 6 });

  test('taking in twice is taking in once', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const once = taken(smallLedger(), ...history);
        expect(importReturns(once, history, AT).added).toEqual([]);
      }),
    );
  });

  test('undoing a batch folds as if it had not been', () => {
    fc.assert(
      fc.property(anyHistory, anyReturn, (history, last) => {
        const before = taken(smallLedger(), ...history);
        const { ledger, batch } = importReturns(before, [last], AT);
        const after = batch === null ? ledger : (undoBatch(ledger, batch, AT) as Ledger);
        expect(foldLedger(after)).toEqual(foldLedger(before));
      }),
    );
  });

  test('a later day never has fewer overdue, and the standings always add up', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 2015, max: 2019 }), (history, year) => {
        const ledger = taken(smallLedger(), ...history);
        const [sooner, later] = [
          summarise(ledger, day(`${year}-06-30`)),
          summarise(ledger, day(`${year + 1}-06-30`)),
        ];
        expect(later.total.overdue).toBeGreaterThanOrEqual(sooner.total.overdue);
        for (const group of [later.total, ...later.units, ...later.sections, ...later.years]) {
          const { measures, inProgress: going, notStarted, ongoing, notReported } = group;
          expect(group.done + going + notStarted + ongoing + notReported).toBe(measures);
          expect(group.overdue).toBeLessThanOrEqual(measures - group.done);
        }
      }),
    );
  });

  test('live entries keep their order and every entry in force is live', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { entries } = taken(smallLedger(), ...history);
        const ids = liveEntries(entries).map(({ id }) => id);
        expect(ids).toEqual(ids.toSorted((a, b) => a - b));
        for (const entry of entriesInForce(entries).values()) expect(ids).toContain(entry.id);
      }),
    );
  });
});
