import type { CheckedFile } from '../../src/app/inbox/check-returns';
import { EMPTY_INBOX, checkedFiles } from '../../src/app/inbox/inbox';
import { nextSession } from '../../src/taskpane/session/next-session';
import { EMPTY_SESSION, type Session } from '../../src/taskpane/session/session';
import { smallLedger, period } from '../ledger/builders';

const ledger = smallLedger();

function file(unit: string, sha256: string, of = '2017Q3'): CheckedFile {
  return {
    file: `${sha256}.xlsx`,
    office: unit,
    period: period(of),
    verdict: 'accepted',
    rows: [],
    findings: [],
    returnedOn: null,
    agreed: [],
    source: 'a.xlsx',
    sha256,
  };
}

function gathered(session: Session, ...files: readonly CheckedFile[]): Session {
  const arrival = {
    handedIn: [],
    files: files.map((checked) => ({ kind: 'return' as const, checked })),
    at: '2017-10-01 09:00',
    isSheet: false,
  };
  return nextSession(session, { kind: 'gathered', arrival });
}

const open: Session = nextSession(EMPTY_SESSION, {
  kind: 'opened',
  ledger,
  findings: [],
  fileName: '台账.xlsx',
  source: null,
  sampleReturns: [],
  unsaved: false,
});

test('opening a ledger of another plan forgets what belonged to the one before', () => {
  const busy: Session = {
    ...gathered(open, file('市编办', 'a')),
    imported: 'B0001',
    screen: 'summary',
    unsaved: true,
  };
  const other = { ...ledger, plan: { ...ledger.plan, text: `${ledger.plan.text}。` } };
  const opened = {
    kind: 'opened',
    findings: [],
    fileName: '另一本.xlsx',
    source: null,
    sampleReturns: [],
    unsaved: true,
  } as const;
  const next = { ...EMPTY_SESSION, fileName: '另一本.xlsx', unsaved: true, screen: 'home' };
  expect(nextSession(busy, { ...opened, ledger: other })).toEqual({ ...next, ledger: other });
  expect(nextSession(busy, { ...opened, ledger })).toEqual({ ...next, ledger, inbox: busy.inbox });
  const sample = { ...ledger, settings: { ...ledger.settings, sample: true } };
  expect(nextSession(busy, { ...opened, ledger: sample }).inbox).toEqual(EMPTY_INBOX);
});

test('what is typed and picked on the screens stands in the session until another ledger or another numbering comes', () => {
  const typed = nextSession(open, { kind: 'filledIn', name: 'extension.reason', value: '省级清单尚未印发' });
  const both = nextSession(typed, { kind: 'filledIn', name: 'overdue.by', value: 'deadline' });
  const went = nextSession(both, { kind: 'went', screen: 'summary' });
  expect(went.screenState).toEqual({ 'extension.reason': '省级清单尚未印发', 'overdue.by': 'deadline' });
  expect(nextSession(went, { kind: 'changed', ledger }).screenState).toEqual(went.screenState);
  expect(nextSession(went, { kind: 'revised', ledger }).screenState).toEqual({});
  expect(nextSession(went, { kind: 'closed' }).screenState).toEqual({});
});

test('a cell that was asked for is not shown once more when the clerk has moved on; a request that came meanwhile is', () => {
  const once = nextSession(open, { kind: 'pointed', sheet: '台账', cell: 'G12' });
  const movedOn = (asked: number, sheet = '台账') => ({ kind: 'movedOn', sheet, asked }) as const;
  expect(nextSession(once, movedOn(1)).place).toBeNull();
  expect(nextSession(once, movedOn(1, '汇总')).place).toEqual(once.place);
  const twice = nextSession(once, { kind: 'pointed', sheet: '台账', cell: 'G40' });
  expect(nextSession(twice, movedOn(1)).place).toEqual(twice.place);
});

test('an import keeps the files in view, undoing it makes them wait again, and neither is saved', () => {
  const checked = gathered(open, file('市编办', 'a'));
  expect(checked).toMatchObject({ screen: 'returns', inbox: { items: { length: 1 } } });
  const imported = nextSession(checked, { kind: 'imported', ledger, findings: [], batch: 'B0001' });
  expect(imported).toMatchObject({ inbox: checked.inbox, imported: 'B0001', unsaved: true });
  expect(nextSession(imported, { kind: 'undone', ledger })).toMatchObject({
    inbox: checked.inbox,
    imported: null,
    unsaved: true,
  });
  expect(gathered(imported, file('市编办', 'a')).imported).toBe('B0001');
  const more = gathered(imported, file('市财政局', 'b'));
  expect(more.imported).toBeNull();
  const left = nextSession(more, { kind: 'putAside', keys: new Set(['b']) });
  expect(checkedFiles(left.inbox).map(({ sha256 }) => sha256)).toEqual(['a']);
});

test('of rival files one is chosen, the last click wins, other units’ choices stay', () => {
  const files = [file('市编办', 'a'), file('市编办', 'b'), file('市财政局', 'c'), file('市财政局', 'd')];
  const chosen = ['a', 'c', 'b'].reduce(
    (session, sha256) => nextSession(session, { kind: 'chosen', sha256 }),
    gathered(open, ...files),
  );
  expect(chosen.inbox.chosen).toEqual(['c', 'b']);
});

test('files of one unit for two periods are no rivals: each is chosen for itself', () => {
  const files = [
    file('市编办', 'a'),
    file('市编办', 'b'),
    file('市编办', 'c', '2017Q2'),
    file('市编办', 'd', '2017Q2'),
  ];
  const chosen = ['c', 'a', 'd'].reduce(
    (session, sha256) => nextSession(session, { kind: 'chosen', sha256 }),
    gathered(open, ...files),
  );
  expect(chosen.inbox.chosen).toEqual(['a', 'd']);
});

test.each([
  ['success', false],
  ['info', false],
  ['error', true],
] as const)('a notice of %s stays on the next screen: %s', (intent, stays) => {
  const notice = { intent, key: 'pane.fault.open', values: {} } as const;
  const noticed = nextSession(open, { kind: 'noticed', notice });
  expect(nextSession(noticed, { kind: 'went', screen: 'overdue' })).toEqual({
    ...open,
    screen: 'overdue',
    notice: stays ? notice : null,
  });
});

test('work, notices, screens and saving change just what they name', () => {
  const work = { done: 1, total: 3, item: 'x.xlsx' };
  const notice = { intent: 'error', key: 'pane.fault.open', values: {} } as const;
  expect(nextSession(open, { kind: 'working', work })).toEqual({ ...open, work });
  expect(nextSession(open, { kind: 'noticed', notice })).toEqual({ ...open, notice });
  expect(nextSession(open, { kind: 'went', screen: 'overdue' })).toEqual({ ...open, screen: 'overdue' });
  const changed = nextSession(open, { kind: 'changed', ledger: smallLedger('2018-01-01') });
  expect(changed).toMatchObject({ unsaved: true, ledger: { settings: { asOf: '2018-01-01' } } });
  expect(nextSession(changed, { kind: 'saved' }).unsaved).toBe(false);
});

test('a place asked for brings its tab to the front, also a second time; turning to a tab asks for none', () => {
  const pointed = nextSession(open, { kind: 'pointed', sheet: '台账', cell: 'G12' });
  expect(pointed).toMatchObject({ tab: '台账', place: { sheet: '台账', cell: 'G12', asked: 1 } });
  expect(nextSession(pointed, { kind: 'pointed', sheet: '台账', cell: 'G12' }).place?.asked).toBe(2);
  expect(nextSession(pointed, { kind: 'turned', tab: '汇总' })).toMatchObject({ tab: '汇总', place: null });
});

test('what was kept comes back, but for what was going on', () => {
  const work = { done: 1, total: 3, item: '' };
  const { work: _work, notice: _notice, ...kept } = { ...open, screen: 'overdue' as const };
  const restored = nextSession({ ...EMPTY_SESSION, work }, { kind: 'restored', kept });
  expect(restored).toEqual({ ...open, screen: 'overdue', work: null, notice: null });
});
