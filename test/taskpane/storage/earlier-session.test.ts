import { translator } from '../../../src/locales/translate';
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

const {
  work: _work,
  notice: _notice,
  repairs: _repairs,
  lettersOut: _letters,
  leaving: _leaving,
  ...empty
} = EMPTY_SESSION;
const checked = [checkedReturn('市财政局', '2018Q1', [[5, done('2018-01-05')]])];
const ledger = threePeriods();
const batch = ledger.entries[0]?.batch ?? '';

/** As this build keeps a ledger with returns that wait, and an edit of the grid. */
const current: Fields = {
  ...empty,
  ledger,
  findings: findingLines(checked, translator('zh-CN')),
  returned: [{ name: '市财政局.xlsx', bytes: new Uint8Array([1]) }],
  checked,
  edits: [[batch]],
  screen: 'returns',
  unsaved: true,
};

function without(fields: object, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

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
  ['times of the clock on the wall', { ...current, ledger: inInstants }],
  ['offices', { ...current, ...units }],
  ['repairs told', { ...current, ...units, corrections: [] }],
  [
    'own sheets, edits of several batches',
    { ...without(current, 'ownSheets', 'returnedSheet'), ...units, edits: [batch] },
  ],
  [
    'drafts of plans',
    { ...without(current, 'ownSheets', 'returnedSheet', 'draft'), ...units, edits: [batch] },
  ],
  [
    'corrections that are agreed to, the office of the letters',
    {
      ...without(current, 'ownSheets', 'returnedSheet', 'draft', 'returned', 'checkedInPlace', 'imported'),
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
    expect(read.checked).toEqual(checked);
    expect(summarise(session)).toEqual(summarise(ledger));
    expect(scoreUnits(session)).toEqual(scoreUnits(ledger));
    const names = (one: Ledger) => ledgerWorkbook(one).sheets.map(({ name }) => name);
    expect(names(session)).toEqual(names(ledger));
    const collected = USE_CASES.collect(openedAs(session), { checked: read.checked });
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
