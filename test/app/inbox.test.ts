import fc from 'fast-check';
import {
  EMPTY_INBOX,
  checkedFiles,
  isUnread,
  kindOf,
  unread,
  withArrival,
  withChoice,
  withRechecked,
  withSentBack,
  without,
  type Inbox,
} from '../../src/app/inbox/inbox';
import type { CheckedFile } from '../../src/app/inbox/check-returns';
import { refusedFile } from '../../src/app/inbox/check-file';
import { waitingIn } from '../../src/app/inbox/waiting';
import type { OfferedFinding } from '../../src/returns/checked-return';
import { checkedReturn } from '../guest/use-cases';
import { day, done } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';

const FIRST = '2017-12-04 09:10';
const LATER = '2017-12-06 16:40';
const AGREED = [{ code: 'status-unknown' }] as unknown as readonly OfferedFinding[];

function file(sha256: string, change: Partial<CheckedFile> = {}): CheckedFile {
  return { ...checkedReturn('市财政局', '2018Q1', [[5, done('2018-01-05')]]), sha256, ...change };
}

function came(inbox: Inbox, at: string, ...files: readonly CheckedFile[]): Inbox {
  return withArrival(inbox, {
    handedIn: files.map(({ source, sha256 }) => ({
      name: source,
      sha256,
      read: () => Promise.resolve(new Uint8Array()),
    })),
    files: files.map((checked) => ({ kind: kindOf(checked), checked })),
    at,
    isSheet: false,
  });
}

function keys({ items }: Inbox): readonly string[] {
  return items.map(({ key }) => key);
}

function codes(inbox: Inbox): readonly (readonly string[])[] {
  return checkedFiles(inbox).map(({ findings }) => findings.map(({ code }) => code));
}

test('what comes later joins what was there; nothing of it is replaced', () => {
  const first = withSentBack(
    withChoice(came(EMPTY_INBOX, FIRST, file('a', { agreed: AGREED }), file('b')), 'a'),
    new Set(['a']),
    day('2017-12-05'),
  );
  const later = came(
    first,
    LATER,
    file('c', { office: '市编办', file: '市编办.xlsx', source: '市编办.xlsx' }),
  );
  expect(later.items.slice(0, 2)).toEqual(first.items);
  expect(later.chosen).toEqual(['a']);
  expect(later.items.map(({ receivedAt }) => receivedAt)).toEqual([FIRST, FIRST, LATER]);
  expect(later.handedIn.map(({ sha256 }) => sha256)).toEqual(['a', 'b', 'c']);
});

test('the same file a second time is one, keeps its day and name, and shows its newest check', () => {
  const first = came(EMPTY_INBOX, FIRST, file('a'), file('b', { office: '市编办' }));
  const again = came(first, LATER, file('a', { file: '回收.zip/改名.xlsx', verdict: 'needs-correction' }));
  expect(keys(again)).toEqual(['a', 'b']);
  expect(again.items[0]).toMatchObject({
    receivedAt: FIRST,
    checked: { file: '市财政局.xlsx', verdict: 'needs-correction' },
  });
  expect(again.handedIn).toHaveLength(2);
});

test('a second file of an office and period is told of the first, and both stay until one is chosen', () => {
  const both = came(came(EMPTY_INBOX, FIRST, file('a')), LATER, file('b'));
  expect(codes(both)).toEqual([['several-files'], ['several-files']]);
  expect(withChoice(withChoice(both, 'b'), 'a').chosen).toEqual(['a']);
  expect(codes(without(both, new Set(['a'])))).toEqual([[]]);
  const other = came(both, LATER, file('c', { period: '2018Q2' as CheckedFile['period'] }));
  expect(codes(other).at(-1)).toEqual([]);
});

test('once another file of an office comes, which of them counts is open again; what was chosen of others stays', () => {
  const others = [file('x', { office: '市编办' }), file('y', { office: '市编办' })];
  const chosen = withChoice(withChoice(came(EMPTY_INBOX, FIRST, file('a'), file('b'), ...others), 'b'), 'x');
  expect(came(chosen, LATER, file('c')).chosen).toEqual(['x']);
  expect(came(chosen, LATER, file('b')).chosen).toEqual(['b', 'x']);
  expect(came(chosen, LATER, file('c', { verdict: 'rejected' })).chosen).toEqual(['b', 'x']);
  expect(came(chosen, LATER, file('c', { period: '2018Q2' as CheckedFile['period'] })).chosen).toEqual([
    'b',
    'x',
  ]);
});

test('a file that could not be opened is told by its name, and goes once one of that name can be', () => {
  const locked = ['甲.xlsx', '乙.xlsx'].map((name) => refusedFile(name, new Uint8Array(), 'file-unreadable'));
  const inbox = came(EMPTY_INBOX, FIRST, ...locked);
  expect(keys(inbox)).toEqual(['name 甲.xlsx', 'name 乙.xlsx']);
  expect(keys(came(inbox, LATER, file('a', { file: '甲.xlsx' })))).toEqual(['name 乙.xlsx', 'a']);
});

test('of a sheet of the open workbook the last check counts, a file of its name stays', () => {
  const sheet = (sha256: string) => file(sha256, { source: '市财政局_2018Q1', file: '市财政局_2018Q1' });
  const checked = (inbox: Inbox, one: CheckedFile) =>
    withArrival(inbox, {
      handedIn: [],
      files: [{ kind: 'return', checked: one }],
      at: LATER,
      isSheet: true,
    });
  const inbox = came(EMPTY_INBOX, FIRST, sheet('a'));
  expect(keys(checked(checked(inbox, sheet('b')), sheet('c')))).toEqual(['a', 'c']);
});

test.each([
  ['file-is-ledger', 'ledger'],
  ['file-picture', 'other'],
  ['file-not-workbook', 'other'],
  ['file-torn', 'return'],
  ['file-word-or-pdf', 'return'],
] as const)('a file refused for %s is a %s', (code, kind) => {
  expect(kindOf(refusedFile('甲', new Uint8Array([1]), code))).toBe(kind);
});

test('what is taken out takes its choice and its bytes along; an archive stays while a file of it does', () => {
  const packed = (sha256: string) => file(sha256, { source: '回收.zip', file: `回收.zip/${sha256}.xlsx` });
  const zip = { name: '回收.zip', sha256: 'z', read: () => Promise.resolve(new Uint8Array()) };
  const arrival = {
    handedIn: [zip],
    files: [packed('a'), packed('b')].map((checked) => ({ kind: 'return' as const, checked })),
    at: FIRST,
    isSheet: false,
  };
  const inbox = withChoice(came(withArrival(EMPTY_INBOX, arrival), LATER, file('c')), 'a');
  const left = without(inbox, new Set(['a', 'c']));
  expect([keys(left), left.chosen, left.handedIn.map(({ sha256 }) => sha256)]).toEqual([['b'], [], ['z']]);
  expect(without(left, new Set(['b']))).toEqual(EMPTY_INBOX);
});

test('after a revision nothing can be taken in before it is checked again; what was decided stays', () => {
  const inbox = withSentBack(
    came(EMPTY_INBOX, FIRST, file('a', { agreed: AGREED })),
    new Set(['a']),
    day('2017-12-05'),
  );
  const stale = unread(inbox);
  expect(stale.items.map(isUnread)).toEqual([true]);
  expect(stale.items[0]).toMatchObject({ sentBackOn: '2017-12-05', checked: { rows: [], agreed: AGREED } });
  const fresh = withRechecked(stale, [file('a', { agreed: AGREED })]);
  expect(fresh).toEqual(inbox);
});

test('what the ledger has not got waits', () => {
  const ledger = threePeriods();
  const taken = ledger.submissions[0]?.sha256 ?? '';
  expect(waitingIn(came(EMPTY_INBOX, FIRST, file(taken), file('new')), ledger)).toEqual(new Set(['new']));
});

test('however the same files are spread over drops, in whatever order, the same are in the inbox', () => {
  const offices = ['市财政局', '市编办', '市司法局'];
  const all = Array.from({ length: 9 }, (_, at) =>
    file(`d${at}`, { office: offices[at % 3] ?? '', source: `${at}.xlsx`, file: `${at}.xlsx` }),
  );
  const drops = fc.array(fc.subarray(all, { minLength: 1 }), { maxLength: 12 });
  fc.assert(
    fc.property(drops, (dropped) => {
      const inbox = dropped.reduce((before, files) => came(before, FIRST, ...files), EMPTY_INBOX);
      const expected = new Set(dropped.flat().map(({ sha256 }) => sha256));
      expect(new Set(keys(inbox))).toEqual(expected);
      expect(inbox.items).toHaveLength(expected.size);
      for (const { checked } of inbox.items) {
        const rivals = inbox.items.filter((other) => other.checked.office === checked.office).length > 1;
        expect(checked.findings.some(({ code }) => code === 'several-files')).toBe(rivals);
      }
    }),
  );
});
