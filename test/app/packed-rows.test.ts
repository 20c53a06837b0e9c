import type { RawRow } from '../../src/base/raw-sheet';
import { packedRows, unpackedRows } from '../../src/app/runner/packed-rows';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { threePeriods } from '../ledger/three-periods';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const ROWS: readonly RawRow[] = [
  { row: 1, hidden: false, cells: [] },
  {
    row: 3,
    hidden: true,
    cells: [
      { column: 1, value: '市财政局' },
      { column: 4, value: 43_008, format: 'yyyy-mm-dd', shown: '2017/9/30' },
      { column: 5, value: 0, formula: 'SUM(A1:A2)', format: '0%' },
    ],
  },
  {
    row: 4,
    hidden: false,
    cells: [
      { column: 2, value: '', picture: true },
      { column: 3, value: false },
      { column: 16_384, value: { error: '#N/A' } },
    ],
  },
];

test.each<[string, readonly RawRow[]]>([
  ['no rows', []],
  ['rows of every kind', ROWS],
  ...rawFromBlueprint(ledgerWorkbook(threePeriods())).sheets.map(
    ({ name, rows }) => [name, rows] as [string, readonly RawRow[]],
  ),
])('%s come out of their lists as they went in, also by way of another thread', (_, rows) => {
  expect(unpackedRows(structuredClone(packedRows(rows)))).toEqual(rows);
});

test('what a cell does not say it does not have', () => {
  const [row] = unpackedRows(packedRows(ROWS.slice(1)));
  expect(Object.keys(row?.cells[0] ?? {})).toEqual(['column', 'value']);
});
