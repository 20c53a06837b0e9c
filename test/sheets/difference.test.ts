import type { RawCell, RawSheet, RawWorkbook } from '../../src/base/raw-sheet';
import type { ChangedTab } from '../../src/base/workbook-difference';
import { must } from '../../src/base/invariant';
import { importReturns } from '../../src/ledger/change/changes';
import type { Ledger } from '../../src/ledger/ledger';
import { changeOfWorkbook } from '../../src/sheets/change-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { AT, day, done, report, returned, smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const before = importReturns(
  smallLedger(),
  [
    returned({
      office: '市编办',
      reports: [{ measure: 1, report: report({ status: 'inProgress', percent: 40 }) }],
    }),
  ],
  AT,
).ledger;
const after = importReturns(
  before,
  [returned({ office: '市委办公室', reports: [{ measure: 3, report: done('2017-08-01') }] })],
  AT,
).ledger;

type Edit = (sheet: RawSheet) => RawSheet;

function edited(ledger: Ledger, edits: Readonly<Record<string, Edit>> = {}): RawWorkbook {
  const raw = rawFromBlueprint(ledgerWorkbook(ledger));
  return { ...raw, sheets: raw.sheets.map((sheet) => edits[sheet.name]?.(sheet) ?? sheet) };
}

function difference(
  workbook: RawWorkbook,
  from: Ledger,
  to: Ledger,
  reading: 'results' | 'formulas' | 'values' | 'nothing' = 'results',
) {
  const standing = { workbook, book: { ledger: from, findings: [], foreignSheets: [] } };
  return changeOfWorkbook(standing, ledgerWorkbook(to), () => reading, to.plan);
}

function tabOf({ difference: { tabs } }: ReturnType<typeof difference>, name: string): ChangedTab {
  const tab = tabs.find((one): one is ChangedTab => one.kind === 'change' && one.sheet === name);
  if (tab === undefined) throw new Error(`${name} is not changed`);
  return tab;
}

const shifted =
  (rows: number, columns: number): Edit =>
  (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      row: row.row + rows,
      cells: row.cells.map((cell): RawCell => ({ ...cell, column: cell.column + columns })),
    })),
  });

test.each(['results', 'formulas', 'values', 'nothing'] as const)(
  'a ledger that is as it was changes nothing (%s)',
  (reading) => {
    const { difference: found, repairs } = difference(edited(before), before, before, reading);
    expect([found.tabs, repairs]).toEqual([[], []]);
  },
);

test.each(['results', 'formulas', 'values', 'nothing'] as const)(
  'a return changes its row and what counts it (%s)',
  (reading) => {
    const found = difference(edited(before), before, after, reading);
    const cells = tabOf(found, TAB.ledger).cells.filter(({ row }) => row === 6);
    expect(cells).toEqual(
      expect.arrayContaining([expect.objectContaining({ column: 7, content: '推进中' })]),
    );
    expect(tabOf(found, TAB.entries).tables).toEqual([expect.objectContaining({ name: 'EntriesTable' })]);
    expect(found.difference.tabs.at(-1)).toMatchObject({ sheet: TAB.identity });
  },
);

describe('a cell that stays and only gets another size or number format', () => {
  const long = '会同有关单位召开推进会，梳理问题清单，逐项明确责任人和完成时限。'.repeat(60);
  const wordy = (progress: string) =>
    importReturns(
      smallLedger(),
      [
        returned({
          office: '市编办',
          reports: [{ measure: 1, report: report({ status: 'inProgress', progress }) }],
        }),
      ],
      AT,
    ).ledger;
  const detailsOf = (from: Ledger, to: Ledger) => {
    const { details, formats } = tabOf(difference(edited(from), from, to), TAB.ledger);
    return { details, inFormats: formats.filter(({ range }) => range.top <= 4 && range.bottom >= 4) };
  };

  test('is told so, and nothing else of its look is said', () => {
    const smaller = detailsOf(before, wordy(long));
    expect(smaller).toEqual({
      details: [{ range: { top: 4, bottom: 4, left: 10, right: 10 }, format: { size: expect.any(Number) } }],
      inFormats: [],
    });
    expect(detailsOf(wordy(long), wordy('已完成起草'))).toEqual({
      details: [{ ...smaller.details[0], format: { size: 10 } }],
      inFormats: [],
    });
  });
});

test('a measure is found whatever row and column the clerk has moved it to', () => {
  const found = difference(edited(before, { [TAB.ledger]: shifted(2, 1) }), before, after);
  const cells = tabOf(found, TAB.ledger).cells.filter(({ row }) => row === 8);
  expect(cells).toEqual(expect.arrayContaining([expect.objectContaining({ column: 8, content: '推进中' })]));
});

test('reports follow their words, and formulas the tabs they speak of', () => {
  const found = difference(
    edited(before, { [TAB.ledger]: shifted(1, 1), [TAB.summary]: shifted(3, 2) }),
    before,
    after,
  );
  expect(found.repairs.filter(({ kind }) => kind !== 'cell')).toEqual([]);
  const formula = tabOf(found, TAB.basis).cells.find(
    ({ content }) => typeof content === 'object' && content !== null && 'formula' in content,
  )?.content;
  expect(JSON.stringify(formula)).toContain('台账!$B$5:');
  expect(tabOf(found, TAB.summary).cells.every(({ row, column }) => row > 3 && column > 2)).toBe(true);
});

test('rows go below the last of ours; where the clerk has written, rows are inserted', () => {
  const note = (sheet: RawSheet): RawSheet => {
    const last = Math.max(...sheet.rows.map(({ row }) => row));
    const line = { row: last + 1, hidden: false, cells: [{ column: 2, value: '以上由综合科整理' }] };
    return { ...sheet, rows: [...sheet.rows, line] };
  };
  const plain = tabOf(difference(edited(before), before, after), TAB.entries);
  const found = tabOf(difference(edited(before, { [TAB.entries]: note }), before, after), TAB.entries);
  expect(plain.insertedRows).toEqual([]);
  expect(found.insertedRows).toEqual([{ before: 5, count: after.entries.length - before.entries.length }]);
});

test('a cell of ours that was typed over is as it was again, and told', () => {
  const overwritten = (sheet: RawSheet): RawSheet => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.row !== 4
        ? row
        : {
            ...row,
            cells: row.cells.map((cell) => (cell.column === 5 ? { column: 5, value: '别的单位' } : cell)),
          },
    ),
  });
  const found = difference(edited(before, { [TAB.ledger]: overwritten }), before, before);
  expect(found.repairs).toEqual([{ kind: 'cell', sheet: TAB.ledger, cell: 'E4', found: '别的单位' }]);
  expect(tabOf(found, TAB.ledger).cells).toMatchObject([{ row: 4, column: 5, content: '市编办' }]);
});

test('a formula that only came to another result was not changed by anybody', () => {
  const recalculated = (sheet: RawSheet): RawSheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: 7 })),
    })),
  });
  const found = difference(edited(before, { [TAB.summary]: recalculated }), before, before);
  expect(found.repairs).toEqual([]);
  expect(tabOf(found, TAB.summary).cells.length).toBeGreaterThan(0);
});

test('a number typed over a formula is told even where other things of the ledger were changed by hand too', () => {
  const typedOver = (sheet: RawSheet): RawSheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.formula === undefined ? cell : { column: cell.column, value: 99 },
      ),
    })),
  });
  const renamed = { ...before, settings: { ...before.settings, dueSoonDays: 45 } };
  const workbook = edited(before, { [TAB.summary]: typedOver });
  const found = difference(workbook, renamed, renamed);
  const told = found.repairs.filter((one) => 'sheet' in one && one.sheet === TAB.summary);
  expect(told).toHaveLength(found.repairs.length);
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((one) => one.kind === 'cell' && one.found === '99')).toBe(true);
});

test('a row of ours that was deleted is back, and told by its first words', () => {
  const without = (sheet: RawSheet): RawSheet => ({
    ...sheet,
    rows: sheet.rows.filter(({ row }) => row !== 5),
  });
  const found = difference(edited(before, { [TAB.ledger]: without }), before, before);
  expect(found.repairs).toEqual([
    { kind: 'row', sheet: TAB.ledger, row: expect.any(Number) as number, label: '2' },
  ]);
});

test('a tab that is gone, or that nobody would recognise, is drawn anew', () => {
  const raw = edited(before, { [TAB.summary]: (sheet) => ({ ...sheet, rows: [] }) });
  const without = { ...raw, sheets: raw.sheets.filter(({ name }) => name !== TAB.findings) };
  expect(difference(without, before, before).repairs).toEqual([
    { kind: 'tab', sheet: TAB.summary, reason: 'unlike' },
    { kind: 'tab', sheet: TAB.findings, reason: 'missing' },
  ]);
});

test('a workbook of an older layout is drawn anew as a whole', () => {
  const old = edited(before, {
    [TAB.identity]: (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.row === 2
          ? {
              ...row,
              cells: [
                { column: 1, value: 'schema' },
                { column: 2, value: 1 },
              ],
            }
          : row,
      ),
    }),
  });
  expect(difference(old, before, before).difference.tabs.every(({ kind }) => kind === 'draw')).toBe(true);
});

test('a ledger of three periods that loses its last entries again empties what it had filled', () => {
  const full = threePeriods();
  const fewer = { ...full, entries: full.entries.slice(0, -2), log: full.log.slice(0, -1) };
  const found = difference(edited(full), full, fewer);
  expect(tabOf(found, TAB.log).cells.some(({ content }) => content === null)).toBe(true);
  expect(found.repairs).toEqual([]);
});

describe('what is printed', () => {
  const late = { ...before, settings: { ...before.settings, asOf: day('2019-03-01') } };
  const areaOf = (ledger: Ledger) =>
    must(ledgerWorkbook(ledger).sheets.find(({ name }) => name === TAB.summary)?.print?.area, 'an area');

  test('follows the list of what is overdue', () => {
    expect(areaOf(late).bottom).toBeGreaterThan(areaOf(before).bottom);
    const tab = tabOf(difference(edited(before), before, late), TAB.summary);
    expect(tab.printArea).toEqual({ was: areaOf(before), now: areaOf(late) });
  });

  test('follows rows that the clerk has put above', () => {
    const moved = edited(before, { [TAB.summary]: shifted(2, 0) });
    const tab = tabOf(difference(moved, before, late), TAB.summary);
    expect(tab.printArea?.now).toEqual({ ...areaOf(late), top: 3, bottom: areaOf(late).bottom + 2 });
    expect(tab.print).toBeUndefined();
  });

  test('begins pages where tables begin, wherever they stand', () => {
    const whole = threePeriods();
    const breaks = (ledger: Ledger) =>
      must(ledgerWorkbook(ledger).sheets.find(({ name }) => name === TAB.scores)?.print, 'print').breakAbove;
    const fewer = { ...whole, settings: { ...whole.settings, asOf: day('2016-01-01') } };
    const tab = tabOf(difference(edited(whole), whole, fewer), TAB.scores);
    expect(tab.pageBreaks).toEqual({
      removed: (breaks(whole) ?? []).filter((row) => !(breaks(fewer) ?? []).includes(row)),
      added: (breaks(fewer) ?? []).filter((row) => !(breaks(whole) ?? []).includes(row)),
    });
  });
});
