import { undoBatch } from '../../src/ledger/change/changes';
import { takeReceipts, type NewReceipt } from '../../src/ledger/change/take-receipts';
import { papersKept, returnsSentBack, sentBackDay } from '../../src/ledger/figures/receipts';
import { returnsOwed } from '../../src/ledger/figures/submissions';
import type { Ledger } from '../../src/ledger/ledger';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { readLedger, schemaOf } from '../../src/sheets/reading/read-ledger';
import { rawFromBlueprint } from '../support/raw-from-blueprint';
import { AT, day, period } from './builders';
import { threePeriods } from './three-periods';

const Q4 = period('2017Q4');
const before = threePeriods();
const PHOTO: NewReceipt = {
  kind: 'picture',
  office: '市审计局',
  period: Q4,
  file: '照片.jpg',
  sha256: 'a1',
  on: day('2018-01-05'),
};
const BACK: NewReceipt = { ...PHOTO, kind: 'sentBack', file: '填报表.xls', sha256: 'b2' };

function reopened(ledger: Ledger) {
  return rawFromBlueprint(ledgerWorkbook(ledger), '台账.xlsx');
}

test('papers and returns sent back are read from the workbook as they were written, undone ones too', () => {
  const { ledger, batch } = takeReceipts(before, [PHOTO, { ...PHOTO, kind: 'evidence' }, BACK], AT);
  for (const one of [ledger, undoBatch(ledger, batch ?? '', AT) ?? before]) {
    const read = readLedger(reopened(one)).ledger;
    expect(read.receipts).toEqual(one.receipts);
    expect(read.submissions).toEqual(one.submissions);
    expect(read.log).toEqual(one.log);
  }
});

test('only a workbook that tells of papers is closed to older versions', () => {
  expect(schemaOf(reopened(before))).toBe(2);
  expect(schemaOf(reopened(takeReceipts(before, [PHOTO], AT).ledger))).toBe(3);
});

test('a photo is no return: the office still owes one', () => {
  const { ledger } = takeReceipts(before, [PHOTO], AT);
  expect(returnsOwed(ledger, Q4)).toEqual(returnsOwed(before, Q4));
});

test('what is known is recorded once, and taken back by its batch', () => {
  const { ledger, batch, added } = takeReceipts(before, [PHOTO, PHOTO], AT);
  expect(added).toHaveLength(1);
  expect(ledger.log.slice(before.log.length)).toEqual([
    { at: AT, batch, action: 'receipt', file: '照片.jpg', detail: '市审计局' },
  ]);
  expect(takeReceipts(ledger, [{ ...PHOTO, on: day('2018-01-09') }], AT)).toEqual({
    ledger,
    batch: null,
    added: [],
  });
  const undone = undoBatch(ledger, batch ?? '', AT) ?? ledger;
  expect(papersKept(undone)).toEqual([]);
  expect(takeReceipts(undone, [PHOTO], AT).added).toHaveLength(1);
});

test('the last word on a return sent back counts: the day, that it was not, or nothing', () => {
  expect(sentBackDay(before, 'b2')).toBeUndefined();
  const sent = takeReceipts(before, [BACK], AT).ledger;
  expect(sentBackDay(sent, 'b2')).toBe('2018-01-05');
  expect(returnsSentBack(sent, Q4).map(({ file }) => file)).toEqual(['填报表.xls']);
  expect(takeReceipts(sent, [BACK], AT).batch).toBeNull();
  const again = takeReceipts(sent, [{ ...BACK, on: day('2018-01-08') }], AT);
  expect(sentBackDay(again.ledger, 'b2')).toBe('2018-01-08');
  expect(sentBackDay(undoBatch(again.ledger, again.batch ?? '', AT) ?? sent, 'b2')).toBe('2018-01-05');
  const not = takeReceipts(sent, [{ ...BACK, kind: 'notSentBack' }], AT).ledger;
  expect(sentBackDay(not, 'b2')).toBeNull();
  expect(returnsSentBack(not, Q4)).toEqual([]);
  expect(takeReceipts(not, [{ ...BACK, kind: 'notSentBack' }], AT).batch).toBeNull();
  expect(takeReceipts(before, [{ ...BACK, kind: 'notSentBack' }], AT).batch).toBeNull();
});
