import { translator } from '../../../src/locales/translate';
import { checkedFiles, itemKey } from '../../../src/app/inbox/inbox';
import { findingLines } from '../../../src/app/wording/describe-finding';
import { openedAs } from '../../support/ledger-in';
import { USE_CASES } from '../../../src/app/changes/use-case-list';
import { undo } from '../../../src/app/changes/undo';
import type { Ledger } from '../../../src/ledger/ledger';
import { summarise } from '../../../src/ledger/figures/summary';
import { scoreUnits } from '../../../src/ledger/figures/scores';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { EMPTY_SESSION, type KeptSession } from '../../../src/taskpane/session/session';
import { checkedFields } from '../../../src/taskpane/storage/kept-fields';
import { fromEarlierVersion } from '../../../src/taskpane/storage/earlier-session';
import { checkedReturn } from '../../guest/use-cases';
import { done } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

type Fields = Readonly<Record<string, unknown>>;

const { work: _work, notice: _notice, repairs: _repairs, leaving: _leaving, ...empty } = EMPTY_SESSION;
const checked = [checkedReturn('市财政局', '2018Q1', [[5, done('2018-01-05')]])];
const ledger = threePeriods();
const batch = ledger.entries[0]?.batch ?? '';

/** As this build keeps a ledger with returns that wait, and an edit of the grid. */
const current: Fields = {
  ...empty,
  ledger,
  findings: findingLines(checked, translator('zh-CN')),
  inbox: {
    handedIn: [{ name: '市财政局.xlsx', sha256: checked[0]?.sha256 ?? '' }],
    items: checked.map((file) => ({
      key: itemKey(file),
      kind: 'return',
      checked: file,
      receivedAt: '',
      sentBackOn: null,
      isSheet: false,
    })),
    chosen: [],
  },
  edits: [[batch]],
  screen: 'returns',
  unsaved: true,
};

function without(fields: object, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** As it was before there was an inbox: the files of the last drop, and what their check came to. */
const beforeInbox: Fields = {
  ...without(current, 'inbox'),
  returned: [{ name: '市财政局.xlsx', bytes: new Uint8Array([1]) }],
  checked,
  checkedInPlace: false,
  chosen: [],
};

const withUnit = (record: object): Fields => {
  const { office, ...rest } = record as Fields;
  return { ...rest, unit: office };
};

const units = {
  ledger: { ...ledger, submissions: ledger.submissions.map(withUnit) },
  checked: checked.map(withUnit),
  findings: [],
};
const fewSettings = without(ledger.settings, 'slowStartDays', 'weights', 'office');
const firstLedger = {
  ...units.ledger,
  settings: fewSettings,
  log: ledger.log.map((one) => without(one, 'source')),
};
const inInstants = {
  ...ledger,
  ...Object.fromEntries(
    (['entries', 'submissions', 'log'] as const).map((list) => [
      list,
      ledger[list].map((record) => ({ ...record, at: '2017-10-12T08:00:41.337Z' })),
    ]),
  ),
};
const firstChecked = units.checked.map((file) => without(file, 'source', 'agreed'));

/** What each version of the page kept, from the first that kept anything: named by what it did not have yet. */
const EARLIER: readonly (readonly [version: string, kept: Fields])[] = [
  ['an inbox', beforeInbox],
  ['times of the clock on the wall', { ...beforeInbox, ledger: inInstants }],
  ['offices', { ...beforeInbox, ...units }],
  ['repairs told', { ...beforeInbox, ...units, corrections: [] }],
  [
    'own sheets, edits of several batches',
    { ...without(beforeInbox, 'ownSheets', 'returnedSheet'), ...units, edits: [batch] },
  ],
  [
    'drafts of plans',
    { ...without(beforeInbox, 'ownSheets', 'returnedSheet', 'draft'), ...units, edits: [batch] },
  ],
  [
    'corrections that are agreed to, the office of the letters',
    {
      ...without(
        beforeInbox,
        'ownSheets',
        'returnedSheet',
        'draft',
        'returned',
        'checkedInPlace',
        'imported',
      ),
      ...units,
      ledger: firstLedger,
      checked: firstChecked,
      edits: [batch],
      lastBatch: batch,
      screen: 'send',
    },
  ],
];

test.each(EARLIER)(
  'a session kept before there were %s is opened, and everything can be done with it',
  (_, kept) => {
    const read = checkedFields(structuredClone(kept)) as KeptSession | undefined;
    const session = read?.ledger ?? null;
    if (read === undefined || session === null) throw new Error('not read');
    expect(session.entries).toEqual(ledger.entries);
    expect(session.submissions).toEqual(ledger.submissions);
    expect(session.log.map(({ at }) => at)).toEqual(ledger.log.map(({ at }) => at));
    expect(read.edits).toEqual([[batch]]);
    const { items, handedIn } = read.inbox;
    expect(items.map((item) => [item.key, item.kind, item.checked])).toEqual(
      checked.map((file) => [itemKey(file), 'return', file]),
    );
    expect(handedIn.map(({ name }) => name)).toEqual('returned' in kept ? ['市财政局.xlsx'] : []);
    expect(summarise(session)).toEqual(summarise(ledger));
    expect(scoreUnits(session)).toEqual(scoreUnits(ledger));
    const names = (one: Ledger) => ledgerWorkbook(one).sheets.map(({ name }) => name);
    expect(names(session)).toEqual(names(ledger));
    const collected = USE_CASES.collect(openedAs(session), { checked: checkedFiles(read.inbox) });
    expect(collected.added).toHaveLength(1);
    expect(undo(openedAs(session), { batches: read.edits[0] ?? [] }).ledger.entries).toHaveLength(
      ledger.entries.length + 1,
    );
  },
);

test('what this version kept stays as it is', () => {
  expect(fromEarlierVersion(current)).toEqual(current);
  expect(fromEarlierVersion({ ledger: null, draft: { typed: '' } })).toEqual({
    ledger: null,
    draft: { typed: '' },
  });
});
