import {
  FAULT_KINDS,
  boardOf,
  faultKindsOf,
  linesShown,
  stateCounts,
  type BoardLine,
} from '../../src/app/inbox/board';
import type { CheckedFile } from '../../src/app/inbox/check-returns';
import type { InboxItem } from '../../src/app/inbox/inbox';
import { importReturns } from '../../src/ledger/change/changes';
import { ledgerOfPeriod } from '../../src/ledger/figures/trend';
import type { Ledger } from '../../src/ledger/ledger';
import { CATALOGUE, type FindingCode } from '../../src/returns/findings/catalogue';
import { changesBetween, newestOfRivals, returnsToSendBack } from '../../src/taskpane/screens/returns/rivals';
import { checkedReturn } from '../guest/use-cases';
import { AT, day, done, period, returned } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';

const Q4 = period('2017Q4');
const before = ledgerOfPeriod(threePeriods(), period('2017Q3'));
/** 市物价局 went to two offices. Nobody has returned for the quarter. */
const ledger: Ledger = { ...before, settings: { ...before.settings, asOf: day('2018-02-10'), period: Q4 } };
const [OFFICE = ''] = boardOf(ledger, Q4, [], []).map(({ office }) => office ?? '');

function finding(code: FindingCode): CheckedFile['findings'][number] {
  const { severity } = CATALOGUE[code];
  const where = { file: '', sheet: '', cell: '' };
  return { code, severity, where, measure: null, field: null, value: '', details: {} };
}

function item(sha256: string, checked: Partial<CheckedFile> = {}, rest: Partial<InboxItem> = {}): InboxItem {
  return {
    key: sha256,
    kind: 'return',
    checked: { ...checkedReturn(OFFICE, '2017Q4', [[5, done('2018-01-05')]]), sha256, ...checked },
    receivedAt: AT,
    sentBackOn: null,
    isSheet: false,
    ...rest,
  };
}

const FAULTY = { verdict: 'needs-correction', findings: [finding('status-missing')] } as const;

function taken(sha256: string, returnedOn: string): Ledger {
  const accepted = {
    ...returned({ office: OFFICE, period: Q4, returnedOn: day(returnedOn), reports: [] }),
    sha256,
  };
  return importReturns(ledger, [accepted], AT).ledger;
}

function lineOf(lines: readonly BoardLine[]): BoardLine | undefined {
  return lines.find(({ office }) => office === OFFICE);
}

test.each<readonly [string, Ledger, readonly InboxItem[], readonly string[], BoardLine['state']]>([
  ['nothing came', ledger, [], [], 'missing'],
  ['a sound file waits', ledger, [item('a')], [], 'received'],
  ['a faulty file waits', ledger, [item('a', FAULTY)], [], 'faulty'],
  ['it was sent back', ledger, [item('a', FAULTY, { sentBackOn: day('2018-01-08') })], [], 'sentBack'],
  [
    'it came anew, sound',
    ledger,
    [item('a', FAULTY, { sentBackOn: day('2018-01-08') }), item('b')],
    [],
    'received',
  ],
  ['the first was chosen all the same', ledger, [item('a', FAULTY), item('b')], ['a'], 'faulty'],
  ['it was taken in in time', taken('a', '2018-01-08'), [item('a')], [], 'taken'],
  ['it was taken in late', taken('a', '2018-02-08'), [item('a')], [], 'late'],
  ['taken in, and the file is gone', taken('a', '2018-01-08'), [], [], 'taken'],
  ['another came after it was taken in', taken('a', '2018-01-08'), [item('a'), item('b')], [], 'received'],
])('of an office: %s', (_, held, items, chosen, state) => {
  expect(lineOf(boardOf(held, Q4, items, chosen))?.state).toBe(state);
});

test('every office that owes a return has a line, whatever came; what nobody owes has one each behind them', () => {
  const stray = item('x', {
    office: null,
    period: null,
    verdict: 'rejected',
    findings: [finding('file-torn')],
  });
  const wrong = item('y', {
    period: period('2017Q2'),
    verdict: 'rejected',
    findings: [finding('period-wrong')],
  });
  const earlier = item('z', { period: period('2017Q3') });
  const lines = boardOf(ledger, Q4, [stray, wrong, earlier, item('a')], []);
  const offices = boardOf(ledger, Q4, [], []).length;
  expect(lines.slice(0, offices).every(({ office }) => office !== null)).toBe(true);
  expect(lines.slice(offices).map(({ items }) => items.map(({ key }) => key))).toEqual([['y'], ['x']]);
  expect(stateCounts(lines)).toMatchObject({ received: 1, faulty: 2, missing: offices - 1 });
});

test('the lines are narrowed by state, by what faults are about, and by name, an old one too', () => {
  const lines = boardOf(ledger, Q4, [item('a', FAULTY)], []);
  const shown = (change: object) => linesShown(lines, { state: null, kind: null, typed: '', ...change });
  expect(shown({})).toEqual(lines);
  const last = lines.at(-1)?.office ?? '';
  const late = boardOf(ledger, Q4, [item('a', { ...FAULTY, office: last })], []);
  const sorted = linesShown(late, { state: null, kind: null, typed: '' });
  expect(sorted.map(({ office }) => office)).toEqual([
    last,
    ...lines.slice(0, -1).map(({ office }) => office),
  ]);
  expect(shown({ state: 'faulty' }).map(({ office }) => office)).toEqual([OFFICE]);
  expect(shown({ kind: 'status' }).map(({ office }) => office)).toEqual([OFFICE]);
  expect(shown({ kind: 'percent' })).toEqual([]);
  expect(shown({ typed: ` ${OFFICE}.xls ` }).map(({ office }) => office)).toEqual([OFFICE]);
  expect(shown({ typed: '物价' }).map(({ office }) => office)).toContain('市市场监管局');
});

test('every fault is of a kind that can be asked for; what was only put into form is none', () => {
  for (const code of Object.keys(CATALOGUE) as FindingCode[]) {
    const kinds = faultKindsOf(item('a', { findings: [finding(code)] }));
    expect(kinds.size).toBe(CATALOGUE[code].severity === 'corrected' ? 0 : 1);
    for (const kind of kinds) expect(FAULT_KINDS).toContain(kind);
  }
});

test('a corrected return says on which measures it differs from the one before', () => {
  const { checked: first } = item('a');
  const second = checkedReturn(OFFICE, '2017Q4', [
    [5, done('2018-01-06')],
    [6, done('2018-01-05')],
  ]);
  expect(changesBetween(first, first)).toEqual([]);
  expect(changesBetween(first, second)).toEqual([
    { measure: 5, before: done('2018-01-05'), after: done('2018-01-06') },
    { measure: 6, before: null, after: done('2018-01-05') },
  ]);
});

test('of rival files the one that came last can be taken for all offices at once, unless nobody can tell which it is', () => {
  const rivals = { findings: [finding('several-files')] };
  const early = item('a', rivals, { receivedAt: '2018-01-08 09:30' });
  const late = item('b', rivals, { receivedAt: '2018-01-09 08:00' });
  const later = item('c', rivals, { receivedAt: '2018-01-10 08:00' });
  const alone = item('d', { office: '市财政局' }, { receivedAt: '2018-01-11 08:00' });
  expect(newestOfRivals([late, later, early, alone], [])).toEqual(['c']);
  expect(newestOfRivals([late, later, early], ['a'])).toEqual([]);
  expect(newestOfRivals([early, later, item('e', rivals, { receivedAt: later.receivedAt })], [])).toEqual([]);
});

test('what goes back at once is what has faults: not what another was chosen over, nor what has nothing but a rival', () => {
  const faults = [finding('several-files'), finding('status-missing')];
  const first = item('a', { verdict: 'needs-correction', findings: faults });
  const second = item('b', { findings: [finding('several-files')] });
  const alone = item('d', { ...FAULTY, office: '市财政局' });
  const photo = item('e', { verdict: 'rejected', findings: [finding('file-picture')] }, { kind: 'other' });
  const keys = (chosen: readonly string[]) =>
    returnsToSendBack([first, second, alone, photo], chosen).map(({ key }) => key);
  expect(keys([])).toEqual(['a', 'd']);
  expect(keys(['b'])).toEqual(['d']);
  expect(keys(['a'])).toEqual(['a', 'd']);
});
