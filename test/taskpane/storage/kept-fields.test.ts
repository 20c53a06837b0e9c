import { EMPTY_SESSION } from '../../../src/taskpane/session/session';
import { checkedFields, strayFile } from '../../../src/taskpane/storage/kept-fields';
import { checkedReturn } from '../../guest/use-cases';
import { done } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';

const { work: _work, notice: _notice, repairs: _repairs, leaving: _leaving, ...empty } = EMPTY_SESSION;
const kept = {
  ...empty,
  ledger: threePeriods(),
  source: new Uint8Array([1, 2, 255]),
  inbox: {
    handedIn: [{ name: '市编办.xlsx', sha256: 'a' }],
    items: [
      {
        key: 'a',
        kind: 'return',
        checked: checkedReturn('市财政局', '2018Q1', [[5, done('2018-01-05')]]),
        receivedAt: '2018-01-06 09:30',
        sentBackOn: null,
        isSheet: false,
      },
    ],
    chosen: [],
  },
  edits: [['B0001']],
  screenState: { 'overdue.words': '市编办', 'verify.picked': ['1 市编办'] },
  screen: 'home',
};

const [item] = kept.inbox.items;

function withItem(change: object) {
  return { ...kept.inbox, items: [{ ...item, ...change }] };
}

test('what this build kept is read as it is', () => {
  expect(checkedFields(kept)).toEqual(kept);
});

test('a field an earlier build did not keep is empty, one it does not know is left out', () => {
  const { edits: _edits, ...earlier } = kept;
  expect(checkedFields({ ...earlier, former: 1 })).toEqual({ ...kept, edits: [] });
});

test.each([
  ['ledger', { ...kept.ledger, entries: undefined }],
  ['ledger', { ...kept.ledger, settings: { asOf: 3 } }],
  ['ledger', '台账'],
  ['draft', { typed: '', texts: 'one' }],
  ['source', [1, 2, 3]],
  ['inbox', { ...kept.inbox, handedIn: [{ name: '市编办.xlsx' }] }],
  ['inbox', { ...kept.inbox, items: [{}] }],
  ['inbox', withItem({ kind: 'poem' })],
  ['inbox', withItem({ sentBackOn: 7 })],
  ['inbox', withItem({ checked: { ...item?.checked, rows: [{ measure: '1' }] } })],
  ['inbox', withItem({ checked: { ...item?.checked, verdict: undefined } })],
  ['inbox', { ...kept.inbox, chosen: [7] }],
  ['findings', [{ file: '市编办.xlsx' }]],
  ['ledger', { ...kept.ledger, plan: { ...kept.ledger.plan, measures: [{ no: '1' }] } }],
  ['ledger', { ...kept.ledger, directory: { units: [{ name: '市编办' }], groups: [] } }],
  ['ledger', { ...kept.ledger, settings: { ...kept.ledger.settings, dueSoonDays: '30' } }],
  ['ledger', { ...kept.ledger, settings: { ...kept.ledger.settings, weights: { onTime: null } } }],
  ['ledger', { ...kept.ledger, entries: [{ ...kept.ledger.entries[0], kind: 'handshake' }] }],
  ['ledger', { ...kept.ledger, entries: [{ ...kept.ledger.entries[0], report: null }] }],
  ['ledger', { ...kept.ledger, log: [{}] }],
  ['edits', [7]],
  ['unsaved', 'yes'],
])('%s that is not what it should be is not guessed at: %#', (field, value) => {
  expect(checkedFields({ ...kept, [field]: value })).toBeUndefined();
});

test.each([
  ['tab', 7],
  ['place', 'A1'],
  ['screen', null],
  ['screenState', ['市编办']],
  ['screen', 'a screen of another build'],
])('%s, which is only seen, starts anew', (field, value) => {
  expect(checkedFields({ ...kept, [field]: value })).toMatchObject({ ledger: kept.ledger });
});

test('what cannot be read is kept whole in a file', () => {
  const said: unknown = JSON.parse(
    new TextDecoder().decode(strayFile({ ledger: '？', source: kept.source })),
  );
  expect(said).toEqual({ ledger: '？', source: { base64: 'AQL/' } });
});
