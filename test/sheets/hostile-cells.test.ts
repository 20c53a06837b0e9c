import { LEDGER_PARTS } from '../../src/sheets/ledger-tabs';
import fc from 'fast-check';
import { draftLetters } from '../../src/app/papers/draft-letters';
import { adoptPlan } from '../../src/ledger/change/adopt-plan';
import { openLedger } from '../../src/app/runner/open-ledger';
import type { RawValue, RawWorkbook } from '../../src/base/raw-sheet';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { scoreUnits } from '../../src/ledger/figures/scores';
import { summarise } from '../../src/ledger/figures/summary';
import { parsePlan } from '../../src/plan/parse';
import { PlanParseError } from '../../src/plan/plan-errors';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { LedgerFormatError } from '../../src/sheets/reading/ledger-format-error';
import { ACTS } from '../../src/sheets/tabs/acts-tab';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { readSplits } from '../../src/sheets/tabs/directory-tab';
import { settingRow } from '../../src/sheets/tabs/settings-tab';
import { TAB } from '../../src/sheets/words';
import { AT } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { rawFromBlueprint } from '../support/raw-from-blueprint';
import { placeOf } from '../support/ledger-in';

jest.setTimeout(120_000);

const workbook = rawFromBlueprint(ledgerWorkbook(threePeriods()));
const READ = new Set(LEDGER_PARTS.flat().map(({ tab }) => tab));
const CELLS = workbook.sheets
  .filter(({ name }) => READ.has(name))
  .flatMap((sheet) =>
    sheet.rows.flatMap(({ row, cells }) => cells.map(({ column }) => ({ sheet: sheet.name, row, column }))),
  );

function withCell(at: (typeof CELLS)[number], value: RawValue): RawWorkbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        sheet.name === at.sheet && row.row === at.row && cell.column === at.column
          ? { ...cell, value }
          : cell,
      ),
    })),
  }));
  return { ...workbook, sheets };
}

/** Everything the product does with a ledger. */
async function workWith(spoilt: RawWorkbook): Promise<void> {
  const opened = openLedger(spoilt, { at: AT });
  const { ledger: current, findings } = opened;
  ledgerWorkbook(current, findings);
  summarise(current);
  const { asOf, period } = current.settings;
  scoreUnits(current, asOf);
  remindersFor(current, period);
  yearlyReport(current, 2017);
  const writePaper = () => Promise.resolve(new Uint8Array());
  const asked = { by: 'command', at: AT } as const;
  await draftLetters(placeOf(opened), { withCircular: true }, asked, { writePaper, remembers: true });
}

const HOSTILE: readonly RawValue[] = [
  ...[-1, 0, 0.5, 61, 2017, 65_535, 1e6, 2_958_465, 2_958_466, 1e9, 4e9, 2 ** 53, 1e300],
  ...[
    '',
    '无',
    '2017',
    '9999-12-31',
    '1900-01-01',
    '0000',
    '9999Q4',
    '=1+1',
    '‮',
    '\uD800',
    '措'.repeat(40_000),
  ],
  true,
  { error: '#REF!' },
];

test('whatever one cell of a ledger holds, everything works on or the fault is told with its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CELLS), fc.constantFrom(...HOSTILE), async (at, value) => {
      try {
        await workWith(withCell(at, value));
      } catch (error) {
        if (error instanceof PlanParseError) return;
        expect(error).toBeInstanceOf(LedgerFormatError);
        if (error instanceof LedgerFormatError && error.code === 'damaged') expect(error.sheet).not.toBe('');
      }
    }),
    { numRuns: 120 },
  );
});

test.each(threePeriods().plan.measures.map(({ no }) => no))(
  'a revision that leaves out measure %i leaves everything at work',
  async (no) => {
    const ledger = threePeriods();
    const { plan } = ledger;
    const lines = plan.text.split('\n').filter((line) => !line.startsWith(`(${no})`));
    const { ledger: adopted } = adoptPlan(ledger, parsePlan(lines.join('\n')), AT);
    expect(adopted.plan.measures).toHaveLength(plan.measures.length - 1);
    await workWith(rawFromBlueprint(ledgerWorkbook(adopted)));
  },
);

test('a claim sent back of a measure that is not in the plan is told in 考核 without its text', async () => {
  const act = { sheet: TAB.acts, row: 7, column: ACTS.at('measures') };
  await workWith(withCell(act, '2017'));
});

test.each([
  ['days beyond ten years', TAB.settings, settingRow('dueSoonDays'), 2, 1e9, 'B6'],
  ['days to answer in', TAB.settings, settingRow('returnWithinDays'), 2, 1e300, 'B7'],
  ['a year where the day belongs', TAB.settings, settingRow('asOf'), 2, 2017, 'B4'],
  ['the last day there is', TAB.settings, settingRow('asOf'), 2, 2_958_465, 'B4'],
  ['a period of no century', TAB.settings, settingRow('period'), 2, '9999Q4', 'B5'],
  ['a line of the plan beyond all rows', TAB.plan, 3, 1, 4e9, 'A3'],
])('%s is told with its very cell', (_what, sheet, row, column, value, cell) => {
  const spoilt = withCell({ sheet, row, column }, value);
  expect(() => readLedger(spoilt)).toThrow(
    expect.objectContaining({ code: 'damaged', place: expect.objectContaining({ sheet, cell }) }),
  );
});

test.each([
  [
    '市司法局：12、15；市发改委:3',
    [
      { office: '市司法局', measures: [12, 15] },
      { office: '市发改委', measures: [3] },
    ],
  ],
  ['  市司法局 ：  7 ', [{ office: '市司法局', measures: [7] }]],
  ['市司法局；：3；市发改委：无', []],
  [' '.repeat(200_000), []],
  [`${' '.repeat(100_000)}x${' '.repeat(100_000)}`, []],
])('%#: who takes over a part is read, however long the text', (text, splits) => {
  expect(readSplits(text)).toEqual(splits);
});
