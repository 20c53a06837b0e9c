import { boardOf } from '../../src/app/inbox/board';
import type { InboxItem } from '../../src/app/inbox/inbox';
import { papersAmong, receiptsFor } from '../../src/app/inbox/papers';
import { takeReceipts } from '../../src/ledger/change/take-receipts';
import { refusedReturn } from '../../src/returns/findings/refused';
import type { FileFaultCode } from '../../src/base/file-fault';
import { checkedReturn } from '../guest/use-cases';
import { AT, day, done } from '../ledger/builders';
import { ledger } from '../returns/builder';

const OFFICE = '市审计局';
const { period } = ledger.settings;

function file(name: string, code: FileFaultCode, detail = '', rest: Partial<InboxItem> = {}): InboxItem {
  const checked = { ...refusedReturn(name, code, detail), sha256: name, source: name };
  return { key: name, kind: 'other', checked, receivedAt: AT, sentBackOn: null, isSheet: false, ...rest };
}

function naming(evidence: string): InboxItem {
  const checked = checkedReturn(OFFICE, period, [[48, { ...done('2017-11-20'), evidence }]]);
  return { ...file('表.xlsx', 'file-torn'), kind: 'return', checked };
}

const told = (items: readonly InboxItem[]) =>
  papersAmong(ledger, period, items).map(({ kind, office, measures }) => [kind, office, measures]);

test.each([
  ['a photo named after its office', file('市审计局填报表.jpg', 'file-picture'), ['picture', OFFICE, []]],
  [
    'a photo in a folder named after it',
    file('回收.zip/市审计局/IMG_1.heic', 'file-picture'),
    ['picture', OFFICE, []],
  ],
  ['a scan that names nobody', file('IMG_2031.jpg', 'file-picture'), ['picture', null, []]],
  ['a PDF', file('市审计局.pdf', 'file-word-or-pdf', 'PDF'), ['picture', OFFICE, []]],
  [
    'whose the clerk says it is',
    file('市编办.jpg', 'file-picture', '', { namedOffice: OFFICE }),
    ['picture', OFFICE, []],
  ],
])('%s is kept with it', (_what, item, paper) => {
  expect(told([item])).toEqual([paper]);
});

test('what is read, damaged or an old document is no paper', () => {
  expect(
    told([file('a.xlsx', 'file-torn'), file('市审计局.doc', 'file-word-or-pdf', 'Word'), naming('')]),
  ).toEqual([]);
});

test('a file that a return names under 佐证材料 is evidence of that measure, with or without its ending', () => {
  const items = [
    naming('见附件：审计报告（终稿）.pdf、会议纪要'),
    file('会议纪要.docx', 'file-not-workbook'),
  ];
  expect(told(items)).toEqual([['evidence', OFFICE, [48]]]);
  expect(told([...items, file('审计报告(终稿).pdf', 'file-word-or-pdf', 'PDF')])).toContainEqual([
    'evidence',
    OFFICE,
    [48],
  ]);
  expect(told([naming('表一'), file('表一.docx', 'file-not-workbook')])).toEqual([]);
});

test('the board shows a photo with its office, as received and not as a return, before and after it is recorded', () => {
  const items = [file('市审计局.jpg', 'file-picture'), file('IMG_1.jpg', 'file-picture')];
  const lines = boardOf(ledger, period, items, []);
  const line = lines.find(({ office }) => office === OFFICE);
  expect(line).toMatchObject({ state: 'pictured', items: [] });
  expect(line?.papers).toHaveLength(1);
  expect(lines.at(-1)).toMatchObject({ office: null, state: 'pictured', names: ['IMG_1.jpg'] });
  const receipts = receiptsFor(papersAmong(ledger, period, items), day('2017-12-05'));
  expect(receipts).toEqual([
    {
      kind: 'picture',
      office: OFFICE,
      period,
      file: '市审计局.jpg',
      sha256: '市审计局.jpg',
      on: '2017-12-05',
    },
  ]);
  const after = boardOf(takeReceipts(ledger, receipts, AT).ledger, period, [], []);
  expect(after.find(({ office }) => office === OFFICE)).toMatchObject({
    state: 'pictured',
    papers: [],
    kept: receipts,
  });
});

test('a second machine sees what was sent back, with the file and without', () => {
  const faulty = {
    ...naming(''),
    checked: { ...naming('').checked, verdict: 'needs-correction' as const, sha256: 'f' },
  };
  const back = {
    kind: 'sentBack',
    office: OFFICE,
    period,
    file: '表.xlsx',
    sha256: 'f',
    on: day('2017-12-05'),
  } as const;
  const sent = takeReceipts(ledger, [back], AT).ledger;
  const state = (items: readonly InboxItem[]) =>
    boardOf(sent, period, items, []).find(({ office }) => office === OFFICE)?.state;
  expect(state([])).toBe('sentBack');
  expect(state([faulty])).toBe('sentBack');
  expect(state([{ ...faulty, checked: { ...faulty.checked, sha256: 'g' } }])).toBe('faulty');
});
