import { readFileSync } from 'node:fs';
import { buildLedger } from '../../src/app/build-ledger';
import { parseIsoDate, type CalendarDate } from '../../src/plan/calendar';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { readLedger } from '../../src/sheets/read-ledger';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const text = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
const ledger = buildLedger(text, { asOf: parseIsoDate('2017-09-30') as CalendarDate, at: '2017-10-01T00:00:00Z' });

test('a new ledger reads back as it was written', () => {
  const book = readLedger(rawFromBlueprint(ledgerWorkbook(ledger)));
  expect(book.ledger).toEqual(ledger);
});
