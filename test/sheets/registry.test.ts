import fc from 'fast-check';
import { takeInHandEdits } from '../../src/app/runner/take-hand-edits';
import { must } from '../../src/base/invariant';
import { contentValue } from '../../src/base/content-value';
import type { RawCell, RawValue, RawWorkbook } from '../../src/base/raw-sheet';
import type { SheetBlueprint } from '../../src/base/blueprint';
import type { Ledger } from '../../src/ledger/ledger';
import { WEIGHT_TABLE } from '../../src/sheets/figures/scores-tab';
import { LEDGER_TABS, tablesOf } from '../../src/sheets/ledger-tabs';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { findTable } from '../../src/sheets/reading/find-table';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { FIRST_ROW, HEADER_ROW } from '../../src/sheets/tab-builder';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import { LEDGER } from '../../src/sheets/tabs/ledger-tab';
import type { TableTab } from '../../src/sheets/tabs/table-tab';
import { TAB } from '../../src/sheets/words';
import { randomFindings, randomLedger } from '../ledger/random-ledger';
import { withLevels } from '../ledger/random-levels';
import { AT } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

type AnyTable = TableTab<never, string>;

type Sample = readonly [Ledger, readonly FindingLine[]];

const SEED = 20_170_930;
/** With every tab that a workbook can have. */
const wholeLedger = withLevels(randomLedger);
const samples = fc.sample(fc.tuple(wholeLedger, randomFindings), { numRuns: 24, seed: SEED });
/** Enough to see that a column that is not read changes nothing. */
const FEW = 3;
const ROWS = 4;
const FIRST = must(samples[0], 'a sample');
const [FIRST_LEDGER] = FIRST;

/** The tabs that are tables, and the block of 考核 that is one. */
function tables(ledger: Ledger): readonly AnyTable[] {
  return [...tablesOf(ledger).values(), WEIGHT_TABLE];
}

const COLUMNS = tables(FIRST_LEDGER).flatMap((table) =>
  table.keys.map((key) => ({ tab: table.name, key, header: table.header(key) })),
);

function tableNamed(ledger: Ledger, name: string): AnyTable {
  const found = tables(ledger).find((table) => table.name === name);
  if (found === undefined) throw new Error(`no table: ${name}`);
  return found;
}

const drawnBefore = new Map<Sample, RawWorkbook>();

function drawn(sample: Sample): RawWorkbook {
  const workbook = drawnBefore.get(sample) ?? rawFromBlueprint(ledgerWorkbook(...sample));
  drawnBefore.set(sample, workbook);
  return workbook;
}

/** The table of a tab as it is found in a workbook: where its columns are, and which rows are its own. */
function found(workbook: RawWorkbook, table: AnyTable) {
  const sheet = workbook.sheets.find(({ name }) => name === table.name);
  const at = sheet === undefined ? undefined : findTable(sheet, table);
  if (at === undefined) throw new Error(`not drawn: ${table.name}`);
  return at;
}

function columnCells(workbook: RawWorkbook, table: AnyTable, key: string): readonly (RawValue | null)[] {
  const { rows, columns } = found(workbook, table);
  return rows.map(({ cells }) => cells.find(({ column }) => column === columns.get(key))?.value ?? null);
}

/** Everything a workbook says, or that it cannot be read. */
function said(workbook: RawWorkbook): string {
  try {
    const book = readLedger(workbook);
    return JSON.stringify([book, takeInHandEdits(workbook, book.ledger, AT)]);
  } catch (error) {
    return String(error);
  }
}

function withCells(
  workbook: RawWorkbook,
  tab: string,
  change: (row: number, cells: readonly RawCell[]) => readonly RawCell[],
): RawWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === tab
        ? { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: change(row.row, row.cells) })) }
        : sheet,
    ),
  };
}

/** A value that this cell does not hold, and that one of its kind could. */
function another(value: RawValue | null): RawValue {
  if (typeof value === 'number') return value + 1;
  return value === '是' ? '否' : '？？';
}

/** Rows of a table in which another value in this column makes the workbook say something else. */
function heeded(workbook: RawWorkbook, table: AnyTable, key: string): readonly number[] {
  const { rows, columns } = found(workbook, table);
  const before = said(workbook);
  return rows
    .slice(0, ROWS)
    .map(({ row }) => row)
    .filter((row) => {
      const changed = withCells(workbook, table.name, (at, cells) => {
        if (at !== row) return cells;
        const column = columns.get(key) ?? 0;
        const value = cells.find((cell) => cell.column === column)?.value ?? null;
        return [...cells.filter((cell) => cell.column !== column), { column, value: another(value) }];
      });
      return said(changed) !== before;
    });
}

test('every tab the ledger is read from is a table declared in the registry, or one of four that are none', () => {
  const none = LEDGER_TABS.filter(({ readIn, table }) => readIn !== undefined && table === undefined);
  expect(none.map(({ name }) => name)).toEqual([TAB.scores, TAB.unitPage, TAB.identity, TAB.plan]);
  const shownOnly = LEDGER_TABS.filter(({ readIn, table }) => readIn === undefined && table !== undefined);
  expect(shownOnly).toEqual([]);
});

test('a tab is declared under the name it is drawn by, its table under its own', () => {
  for (const sample of samples.slice(0, 5)) {
    const { sheets } = ledgerWorkbook(...sample);
    expect(sheets.map(({ name }) => name)).toEqual(LEDGER_TABS.map(({ name }) => name));
    for (const [name, table] of tablesOf(sample[0])) {
      expect(table.name).toBe(name);
      const sheet = sheets.find((one) => one.name === name);
      expect(sheet?.tables.map((one) => one.name)).toEqual(table.table === undefined ? [] : [table.table]);
      if (table.table !== undefined) expect(sheet?.tables[0]?.range.right).toBe(table.width);
    }
  }
});

test('a ledger that nobody reports to from below has none of the tabs that are about that', () => {
  const [ledger, findings] = FIRST;
  const { levels: _levels, ...alone } = ledger;
  const names = ledgerWorkbook(alone, findings).sheets.map(({ name }) => name);
  const more = LEDGER_TABS.map(({ name }) => name).filter((name) => !names.includes(name));
  expect(more).toEqual([TAB.places, TAB.levelRows, TAB.levelReports]);
});

test('no header stands twice in one table, and none is empty', () => {
  for (const table of tables(FIRST_LEDGER)) {
    const headers = table.inOrder.map(({ header }) => header);
    expect([table.name, ...headers]).toEqual([table.name, ...new Set(headers)]);
    expect(headers).not.toContain('');
  }
});

test.each(COLUMNS)('$tab $header is drawn where it is declared, with something in it', ({ tab, key }) => {
  const isFilled = samples.some((sample) => {
    const table = tableNamed(sample[0], tab);
    const workbook = drawn(sample);
    const { columns } = found(workbook, table);
    if (tab !== WEIGHT_TABLE.name) expect(columns.get(key)).toBe(table.at(key));
    return columnCells(workbook, table, key).some((value) => value !== null);
  });
  expect(isFilled).toBe(true);
});

test.each(COLUMNS)('$tab $header has the width it is declared with', ({ tab, key }) => {
  const [ledger, findings] = FIRST;
  const table = tableNamed(ledger, tab);
  const sheet = ledgerWorkbook(ledger, findings).sheets.find(({ name }) => name === tab);
  expect(sheet?.columnWidths[table.at(key) - 1]).toBe(table.columns[key]?.width);
});

/** Read to tell a row only where something else is gone: the test after next has it. */
const isStandIn = ({ tab, key }: { readonly tab: string; readonly key: string }) =>
  tab === LEDGER.name && key === 'text';

test.each(COLUMNS.filter((column) => !isStandIn(column)))(
  '$tab $header is read back where it says so, and only there',
  ({ tab, key }) => {
    const { read } = tableNamed(FIRST_LEDGER, tab).columns[key] ?? {};
    const isHeeded = samples
      .slice(0, read === 'drawn' ? FEW : samples.length)
      .some((sample) => heeded(drawn(sample), tableNamed(sample[0], tab), key).length > 0);
    expect(isHeeded).toBe(read !== 'drawn');
  },
);

test('the measure’s text tells its row of 台账 where the number is gone', () => {
  const workbook = drawn(FIRST);
  const without = (...keys: ('no' | 'text')[]) =>
    withCells(workbook, LEDGER.name, (row, cells) =>
      row !== FIRST_ROW
        ? cells
        : cells.filter(({ column }) => !keys.some((key) => LEDGER.at(key) === column)),
    );
  expect(said(without('no'))).toBe(said(workbook));
  expect(said(without('no', 'text'))).toContain('row-unknown');
});

test('what is typed is among what is read, and what tells rows apart as well', () => {
  for (const table of tables(FIRST_LEDGER)) {
    for (const column of table.inOrder) {
      if (column.typed === true) expect([table.name, column.header, column.read]).not.toContain('drawn');
      if (column.identifies === true) expect([table.name, column.header, column.read]).not.toContain('drawn');
    }
  }
});

/** The cells of each declared column, as drawn. */
function columnsDrawn(sheet: SheetBlueprint, table: AnyTable): Readonly<Record<string, readonly unknown[]>> {
  const rows = sheet.cells.slice(HEADER_ROW);
  return Object.fromEntries(
    table.keys.map((key) => [
      table.header(key),
      rows.map((cells) => contentValue(cells[table.at(key) - 1] ?? null)),
    ]),
  );
}

test('whatever a ledger holds comes back of its workbook, and draws the same columns again', () => {
  fc.assert(
    fc.property(fc.oneof(randomLedger, wholeLedger), randomFindings, (ledger, findings) => {
      const workbook = ledgerWorkbook(ledger, findings);
      const book = readLedger(rawFromBlueprint(workbook));
      expect(book).toEqual({ ledger, findings, foreignSheets: [] });
      const again = ledgerWorkbook(book.ledger, book.findings);
      for (const [name, table] of tablesOf(ledger)) {
        const [before, after] = [workbook, again].map(({ sheets }) =>
          sheets.find((one) => one.name === name),
        );
        if (before === undefined || after === undefined) throw new Error(`not drawn: ${name}`);
        expect([name, columnsDrawn(after, table)]).toEqual([name, columnsDrawn(before, table)]);
      }
      expect(takeInHandEdits(rawFromBlueprint(workbook), ledger, AT)).toEqual({
        ledger,
        taken: 0,
        refused: [],
      });
    }),
    { numRuns: 40, seed: SEED },
  );
});
