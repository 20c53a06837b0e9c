import { TAB } from '../../src/sheets/words';
import { LookedAt } from './looked-at';
import { runStep, standingWorkbook, STEPS } from './use-cases';
import { withPart } from './package-edits';
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
