import { FOLLOWED, followedAfter, isFollowed } from '../../src/taskpane/following/followed';
import { LOCATED } from '../../src/taskpane/following/located';
import { nextSession } from '../../src/taskpane/session/next-session';
import { EMPTY_SESSION, type Session } from '../../src/taskpane/session/session';
import { SIDE, paneWidth, sidesOf } from '../../src/taskpane/sides/side-state';

const asked = { tab: '台账', why: '预警：2 项措施', measures: [1, 2] };
const on: Session = { ...EMPTY_SESSION, screen: 'overdue' };

test('what a screen asks brings its tab in front once, and the clerk may turn to another', () => {
  const followed = nextSession(on, { kind: 'followed', asked });
  expect(followed.tab).toBe('台账');
  expect(followed.screenState[FOLLOWED]).toMatchObject({ measures: [1, 2], isOff: false });
  const turned = nextSession(followed, { kind: 'turned', tab: '汇总' });
  expect(nextSession(turned, { kind: 'followed', asked }).tab).toBe('汇总');
  expect(nextSession(turned, { kind: 'followed', asked: { ...asked, measures: [2] } }).tab).toBe('台账');
});

test('rows that the clerk took the choice from stay all shown, also in the other language', () => {
  const off = { ...followedAfter(undefined, asked), isOff: true };
  expect(followedAfter(off, asked)).toBe(off);
  expect(followedAfter(off, { ...asked, why: 'Overdue: 2 measures' })).toMatchObject({ isOff: true });
  expect(followedAfter(off, { ...asked, measures: null }).isOff).toBe(false);
});

test('of a tab other than 台账 its rows are asked for; other rows are asked anew', () => {
  const rows = { tab: '报送情况', why: '2018年第1季度：未报单位', measures: null, rows: [1, 2, 3, 7] };
  const followed = followedAfter(undefined, rows);
  expect(followed).toMatchObject({ rows: [1, 2, 3, 7], isOff: false });
  expect(isFollowed(followed)).toBe(true);
  expect(isFollowed({ ...followed, rows: ['1'] })).toBe(false);
  const off = { ...followed, isOff: true };
  expect(followedAfter(off, rows)).toBe(off);
  expect(followedAfter(off, { ...rows, rows: [1, 2, 3, 8] }).isOff).toBe(false);
});

test('what a screen asked, and the way back to it, end with the screen', () => {
  const state = { [FOLLOWED]: followedAfter(undefined, asked), [LOCATED]: {}, typed: 'kept' };
  const left = nextSession({ ...on, screenState: state }, { kind: 'went', screen: 'home' });
  expect(left.screenState).toEqual({ typed: 'kept' });
});

test('a session that is restored goes on with what was followed', () => {
  const { work: _work, notice: _notice, repairs: _repairs, leaving: _leaving, ...kept } = on;
  const screenState = { [FOLLOWED]: followedAfter(undefined, asked) };
  const restored = nextSession(EMPTY_SESSION, { kind: 'restored', kept: { ...kept, screenState } });
  expect(restored.screenState).toEqual(screenState);
});

test('a cell that is asked for is seen where there is room for one, and what went wrong is read in the pane', () => {
  const pointed = nextSession(on, { kind: 'pointed', sheet: '台账', cell: 'G4' });
  expect(sidesOf(pointed.screenState).front).toBe('workbook');
  const folded = { ...pointed, screenState: { ...pointed.screenState, [SIDE.isFolded]: true } };
  const notice = { intent: 'error', key: 'pane.fault.locate', values: {} } as const;
  const told = nextSession(folded, { kind: 'noticed', notice });
  expect(sidesOf(told.screenState)).toMatchObject({ front: 'pane', isFolded: false });
  const done = nextSession(folded, { kind: 'noticed', notice: { ...notice, intent: 'success' } });
  expect(sidesOf(done.screenState).front).toBe('workbook');
});

test('how the window is shared outlives the ledger; what was kept otherwise is as it begins', () => {
  const wide = { ...on, screenState: { [SIDE.width]: 512, typed: 'gone' } };
  expect(nextSession(wide, { kind: 'closed' }).screenState).toEqual({ [SIDE.width]: 512 });
  expect(sidesOf({ [SIDE.width]: 'wide', [SIDE.isFolded]: 1, [SIDE.front]: 'other' })).toEqual({
    width: 380,
    isFolded: false,
    front: 'pane',
  });
  expect([paneWidth(10), paneWidth(5_000)]).toEqual([300, 900]);
  expect(isFollowed({ key: 'a', tab: '台账', why: '', measures: ['1'], isOff: false })).toBe(false);
});
