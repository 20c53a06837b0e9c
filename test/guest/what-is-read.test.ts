import { ENTRIES } from '../../src/sheets/tabs/entries-tab';
import { createLedger, nextBatch, type Ledger } from '../../src/ledger/ledger';
import { refuseManyEdits } from '../../src/app/runner/many-edits';
import { EMPTY_REPORT } from '../../src/ledger/ledger';
import { AT, period, smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { unzipped, zipped } from '../support/unzipped';
import { LookedAt } from './looked-at';
import { insertCells, withPart } from './package-edits';
import { runStep, standingWorkbook } from './use-cases';

jest.setTimeout(240_000);

const DRAW = { name: 'drawTabs', input: {} } as const;

async function edited(sheet: string, edit: (xml: string) => string): Promise<Uint8Array> {
  return zipped(withPart(unzipped(await standingWorkbook()), sheet, edit));
}

test('a measure whose number was emptied is found by its text: it is not there twice, and gets its number back', async () => {
  const bytes = await edited('台账', (xml) => xml.replace(/<c r="A7"[^>]*>.*?<\/c>/s, ''));
  const { bytes: after, repairs } = await runStep(bytes, DRAW);
  expect(
    new LookedAt(after)
      .cells('台账')
      .filter(({ column, row }) => column === 1 && row > 3)
      .map(({ value }) => value),
  ).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(repairs).toEqual([{ kind: 'cell', sheet: '台账', cell: 'A7', found: '' }]);
});

test('an entry whose row was deleted stops the step with its number', async () => {
  const bytes = await edited('填报明细', (xml) => xml.replace(/<row r="6".*?<\/row>/s, ''));
  await expect(runStep(bytes, DRAW)).rejects.toMatchObject({
    fault: 'entry-missing',
    place: { sheet: ENTRIES.name, name: '3' },
  });
});

test('a sentence below the units is no unit', async () => {
  const bytes = await edited('单位目录', (xml) => insertCells(xml, { A10: '以上单位名称以编办文件为准' }));
  const { ledger, bytes: after } = await runStep(bytes, DRAW);
  expect(ledger.directory.units).toHaveLength(threePeriods().directory.units.length);
  expect(new LookedAt(after).has('单位目录', '以上单位名称以编办文件为准')).toBe(true);
});

test.each(['第一批', 'B', 'B00x7', '', '9999', 'B-5', 'BNaN', 'B1e9'])(
  'whatever stands in the log as a batch, “%s”, the next one has a number of its own',
  (batch) => {
    const ledger = threePeriods();
    const [first] = ledger.log;
    const odd: Ledger = { ...ledger, log: first === undefined ? [] : [...ledger.log, { ...first, batch }] };
    expect(nextBatch(odd)).toMatch(/^B\d{4}$/);
    expect([...odd.log, ...odd.entries].map((one) => one.batch)).not.toContain(nextBatch(odd));
  },
);

/** A ledger in which somebody has typed an answer to so many measures. */
function typedInto(measures: number): Ledger {
  const { plan, directory, settings } = smallLedger();
  const entries = Array.from({ length: measures }, (_, index) => ({
    kind: 'report' as const,
    origin: 'handEdit' as const,
    id: index + 1,
    batch: 'B0001',
    at: AT,
    measure: index + 1,
    unit: '市编办',
    period: period('2017Q3'),
    report: EMPTY_REPORT,
    previousStatus: null,
    file: '',
    sha256: '',
  }));
  return { ...createLedger(plan, directory, settings), entries };
}

/** A workbook as it is opened, with answers to so many measures typed into it since, and others before that. */
function openedWith(typed: number, before = 0): Parameters<typeof refuseManyEdits>[0] {
  const book = { ledger: typedInto(before), findings: [], foreignSheets: [] };
  const workbook = { file: '', sheets: [], date1904: false, hasMacros: false, hasExternalLinks: false };
  return { ledger: typedInto(before + typed), source: { workbook, book } };
}

test('what a person types between two steps is taken in; a mass of edits is asked about', () => {
  expect(() => refuseManyEdits(openedWith(30))).not.toThrow();
  expect(() => refuseManyEdits(openedWith(31))).toThrow('many-edits');
});

test('what was typed and taken in a moment ago, in the same minute, is not counted again', () => {
  expect(() => refuseManyEdits(openedWith(30, 30))).not.toThrow();
  expect(() => refuseManyEdits(openedWith(31, 30))).toThrow('many-edits');
  expect(() => refuseManyEdits({ ...openedWith(31), source: null })).not.toThrow();
});
