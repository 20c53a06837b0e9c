import { must } from '../../src/base/invariant';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { contentValue } from '../../src/base/content-value';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { textWidth } from '../../src/sheets/row-heights';
import { HEADER_ROW } from '../../src/sheets/tab-builder';
import { ENTRIES } from '../../src/sheets/tabs/entries-tab';
import { TAB } from '../../src/sheets/words';
import { importReturns } from '../../src/ledger/change/changes';
import { AT, done, returned } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';

const PAPER = { A3: [297, 420], A4: [210, 297] } as const;
/** Of a character of the default font at 96 to the inch, and what a cell keeps free. */
const CHARACTER_PX = 7;
const PADDING_PX = 5;
const MM_A_PX = 25.4 / 96;
const BODY_POINTS = 10;
/** 小五 is 9, 六号 7.5: below that nobody reads a list. */
const LEAST_POINTS = 8;

/** A digest as long as those of real files. */
const DIGEST = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3a94a8fe5ccb19ba61c4c0873';
const LEDGER = importReturns(
  threePeriods(),
  [returned({ office: '市财政局', sha256: DIGEST, reports: [{ measure: 6, report: done('2018-03-01') }] })],
  AT,
).ledger;
const SHEETS = ledgerWorkbook(LEDGER).sheets;

const sheetOf = (name: string) =>
  must(
    SHEETS.find((sheet) => sheet.name === name),
    name,
  );

/** Widths of the columns that are printed, in characters. */
function printedWidths({ columnWidths, hiddenColumns = [], print }: SheetBlueprint): readonly number[] {
  const last = print?.area?.right ?? columnWidths.length;
  return columnWidths.flatMap((width, at) => (at < last && !hiddenColumns.includes(at + 1) ? [width] : []));
}

test.each(
  SHEETS.filter(({ print }) => print?.fitWidth === true && print.fitHeight !== true).map(
    (sheet) => [sheet.name, sheet] as const,
  ),
)('%s is printed at a size that can be read, its head on every page', (_, sheet) => {
  const print = must(sheet.print, 'a print set-up');
  const [short, long] = PAPER[print.paper];
  const room = (print.orientation === 'landscape' ? long : short) - print.margins.left - print.margins.right;
  const wide = printedWidths(sheet).reduce((sum, width) => sum + width, 0) * CHARACTER_PX * MM_A_PX;
  expect(Math.min(1, room / wide) * BODY_POINTS).toBeGreaterThanOrEqual(LEAST_POINTS);
  expect(print.orientation).toBe('landscape');
  const repeated = must(print.repeatRows, 'rows that repeat');
  // The list, which may be of any length, is the last of a tab's tables.
  expect(repeated.to).toBe(headerRows(sheet).at(-1));
  // From the title to the head, or where a list stands below other tables, its head alone.
  expect([1, repeated.to]).toContain(repeated.from);
});

test('what is for programs is kept in 填报明细 and not printed, and the title stands over what is', () => {
  const sheet = sheetOf(TAB.entries);
  const printed = ENTRIES.keys.slice(0, sheet.print?.area?.right);
  expect(printed).toHaveLength(ENTRIES.printedWidth);
  expect(printed).not.toContain('sha256');
  expect(printed).toEqual(expect.arrayContaining(['progress', 'problems', 'at', 'batch']));
  expect(sheet.merges.map(({ right }) => right)).toEqual([ENTRIES.printedWidth, ENTRIES.printedWidth]);
  const digests = sheet.cells.map((row) => contentValue(row[ENTRIES.at('sha256') - 1] ?? null));
  expect(digests).toContain(DIGEST);
});

test('rows are as high as what is seen in them asks for: a digest makes none higher', () => {
  for (const name of [TAB.submissions, TAB.entries]) {
    const sheet = sheetOf(name);
    const row = sheet.cells.findIndex((cells) => cells.includes(DIGEST)) + 1;
    expect(row).toBeGreaterThan(HEADER_ROW);
    const points = sheet.rowHeights.find((one) => one.row === row)?.points ?? 0;
    expect([name, points < 40]).toEqual([name, true]);
  }
  expect(Math.max(...sheetOf(TAB.submissions).rowHeights.map(({ points }) => points))).toBeLessThan(40);
});

/** Rows that have the look of a header from their first cell on. */
function headerRows({ formats }: SheetBlueprint): readonly number[] {
  return formats
    .filter(({ range, format }) => format.bold === true && format.fill === '1F4E79' && range.left === 1)
    .map(({ range }) => range.bottom);
}

/** What stands in the cells that have the look of a header, with the room of their column. */
function headers({
  cells,
  formats,
  columnWidths,
  merges,
}: SheetBlueprint): readonly (readonly [string, number])[] {
  return formats
    .filter(({ format }) => format.bold === true && format.fill === '1F4E79')
    .flatMap(({ range: { top, bottom, left, right } }) =>
      cells.slice(top - 1, bottom).flatMap((row, down) =>
        row.slice(left - 1, right).flatMap((content, across): (readonly [string, number])[] => {
          const [line, column] = [top + down, left + across];
          const merge = merges.find(
            (one) => one.top <= line && line <= one.bottom && one.left <= column && column <= one.right,
          );
          const until = merge?.right ?? column;
          const width = columnWidths.slice(column - 1, until).reduce((sum, one) => sum + one, 0);
          const text = contentValue(content);
          return typeof text === 'string' ? [[text, width]] : [];
        }),
      ),
    );
}

test.each(
  SHEETS.filter(({ visibility }) => visibility === 'visible').map((sheet) => [sheet.name, sheet] as const),
)('no header of %s breaks inside a word', (_, sheet) => {
  const tight = headers(sheet).filter(
    ([text, width]) =>
      Math.max(...text.split(/\s/u).map(textWidth)) * (BODY_POINTS / 2) * (96 / 72) >
      width * CHARACTER_PX - PADDING_PX,
  );
  expect(tight).toEqual([]);
});
