import type { RawRow, RawWorkbook } from '../../src/base/raw-sheet';
import { must } from '../../src/base/invariant';
import type { ChangedTab } from '../../src/base/workbook-difference';
import { importReturns } from '../../src/ledger/change/changes';
import { changeOfWorkbook } from '../../src/sheets/change-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { LedgerFormatError } from '../../src/sheets/reading/ledger-format-error';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { ENTRIES } from '../../src/sheets/tabs/entries-tab';
import { TAB } from '../../src/sheets/words';
import { AT, report, returned, smallLedger } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const underWay = report({ status: 'inProgress', percent: 40 });
const returns = ([office, measure]: readonly [string, number]) =>
  returned({ office, reports: [{ measure, report: underWay }] });
const before = importReturns(smallLedger(), [returns(['市编办', 1])], AT).ledger;
const after = importReturns(before, [returns(['市委办公室', 3])], AT).ledger;

const whole = rawFromBlueprint(ledgerWorkbook(after));
const standing = rawFromBlueprint(ledgerWorkbook(before));
const entriesOf = (workbook: RawWorkbook) =>
  must(
    workbook.sheets.find(({ name }) => name === ENTRIES.name),
    ENTRIES.name,
  );
const lastEntry = must(entriesOf(whole).rows.at(-1), 'the last entry');
/** The row of an entry whose number, which is written last, has not come. */
const unnumbered: RawRow = {
  ...lastEntry,
  cells: lastEntry.cells.filter(({ column }) => column !== ENTRIES.at('id')),
};

function stopped(row: RawRow, isMarked = true): RawWorkbook {
  const sheets = standing.sheets.map((sheet) => {
    if (sheet.name === ENTRIES.name) return { ...sheet, rows: [...sheet.rows, row] };
    if (sheet.name !== TAB.identity || !isMarked) return sheet;
    const [first, ...rest] = sheet.rows;
    const head = must(first, 'the first row');
    return { ...sheet, rows: [{ ...head, cells: [...head.cells, { column: 4, value: '…' }] }, ...rest] };
  });
  return { ...standing, sheets };
}

function tabChange(workbook: RawWorkbook, to: typeof after): ChangedTab | undefined {
  const standingLedger = { workbook, book: { ledger: before, findings: [], foreignSheets: [] } };
  const { tabs } = changeOfWorkbook(standingLedger, ledgerWorkbook(to), () => 'results', to.plan).difference;
  return tabs.find((tab): tab is ChangedTab => tab.kind === 'change' && tab.sheet === ENTRIES.name);
}

const change = (workbook: RawWorkbook, to: typeof after) => tabChange(workbook, to)?.cells ?? [];

test('what a stopped change left of a row is no entry; without the mark of one it cannot be read', () => {
  expect(readLedger(stopped(unnumbered)).ledger.entries).toEqual(before.entries);
  expect(() => readLedger(stopped(unnumbered, false))).toThrow(LedgerFormatError);
});

test('a row that lost its number below the last finished entry is missed, not skipped', () => {
  const [header = [], ...others] = [entriesOf(standing).rows.slice(0, -1)];
  const workbook = stopped(unnumbered);
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === ENTRIES.name ? { ...sheet, rows: [...header, ...others.flat(), unnumbered] } : sheet,
  );
  expect(() => readLedger({ ...workbook, sheets })).toThrow(
    expect.objectContaining({ fault: 'entry-missing' }),
  );
});

test('the next change takes the place of the row, or empties it', () => {
  const rerun = change(stopped(unnumbered), after);
  expect(rerun).toContainEqual(
    expect.objectContaining({ row: lastEntry.row, column: ENTRIES.at('id'), content: 2 }),
  );
  const cleared = change(stopped(unnumbered), before);
  expect(cleared.map(({ row, content }) => [row, content])).toEqual(
    unnumbered.cells.map(() => [lastEntry.row, null]),
  );
});

test('a remark of the clerk’s under the entries is no part of a stopped change', () => {
  const remark: RawRow = { ...lastEntry, cells: [{ column: 3, value: '以下待补' }] };
  expect(change(stopped(remark), before)).toEqual([]);
  // The new row comes in above it.
  expect(tabChange(stopped(remark), after)?.insertedRows).toEqual([{ before: lastEntry.row, count: 1 }]);
});
