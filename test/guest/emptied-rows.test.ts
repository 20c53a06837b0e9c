import { openBook } from '../../src/hosts/file/grafting/book';
import { insertRows } from '../../src/hosts/file/patching/inserting/insert-rows';
import { sheetPartOf } from '../../src/hosts/file/patching/worksheet-part';
import { TAB } from '../../src/sheets/words';
import { LookedAt } from './looked-at';
import { runStep, standingWorkbook, STEPS } from './use-cases';
import { insertCells, withPart } from './package-edits';
import { unzipped, zipped } from '../support/unzipped';

jest.setTimeout(240_000);

const EMPTIED = [
  [TAB.summary, 10, 'a section of the summary, which a sum below counts'],
  [TAB.summary, 11, 'the first of two rows named 合计'],
  [TAB.summary, 14, 'a header above rows without words of their own'],
  [TAB.summary, 19, 'the second of two rows named 合计'],
  [TAB.leaders, 12, 'the header of the worst measures'],
  [TAB.trend, 6, 'a period that 领导参阅 shows too'],
] as const;

test.each(EMPTIED)(
  '%s, row %i emptied (%s): it is filled again where it was, and told',
  async (sheet, row) => {
    const base = await standingWorkbook();
    const before = zipped(
      withPart(unzipped(base), sheet, (xml) =>
        xml.replace(new RegExp(`(<row r="${row}"[^>]*>).*?</row>`, 's'), '$1</row>'),
      ),
    );
    const { bytes, repairs } = await runStep(before, STEPS[4] ?? { name: 'drawTabs', input: {} });
    expect(repairs.length).toBeGreaterThan(0);
    const book = new LookedAt(bytes);
    const shown = (one: LookedAt) =>
      one.cells(sheet).map(({ row: at, column, formula }) => [at, column, formula]);
    expect(shown(book)).toEqual(
      shown(new LookedAt((await runStep(base, STEPS[4] ?? { name: 'drawTabs', input: {} })).bytes)),
    );
    const again = await runStep(bytes, { name: 'drawTabs', input: {} });
    expect(again.repairs).toEqual([]);
    expect(book.partsUnlike(again.bytes)).toEqual([]);
  },
);

test.each(
  [TAB.summary, TAB.trend, TAB.scores].flatMap((sheet) =>
    [6, 8, 12, 15, 16, 17, 21, 24].map((row) => [sheet, row] as const),
  ),
)('%s: a row with a remark put in before row %i stays, and nothing of ours is lost', async (sheet, row) => {
  const base = await standingWorkbook();
  const book = openBook(base);
  insertRows(book, new Map([[sheet, [{ before: row, count: 1 }]]]));
  const part = sheetPartOf(book, sheet) ?? '';
  book.parts.set(part, insertCells(book.parts.text(part), { [`B${row}`]: '会上要讲的' }));
  const { bytes } = await runStep(book.parts.toBytes(), STEPS[4] ?? { name: 'drawTabs', input: {} });
  const after = new LookedAt(bytes);
  expect(after.cells(sheet).find(({ value }) => value === '会上要讲的')).toMatchObject({ column: 2 });
  const untouched = new LookedAt((await runStep(base, STEPS[4] ?? { name: 'drawTabs', input: {} })).bytes);
  const said = (one: LookedAt) =>
    one.cells(sheet).flatMap(({ value }) => (value === null || value === '会上要讲的' ? [] : [value]));
  expect(said(after)).toEqual(said(untouched));
});
