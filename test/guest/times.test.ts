import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { importReturns } from '../../src/ledger/change/changes';
import type { Entry } from '../../src/ledger/records';
import { faultyReturns } from '../../src/documents/letters/send-back-letter';
import { ENTRIES } from '../../src/sheets/tabs/entries-tab';
import { LOG } from '../../src/sheets/tabs/log-tab';
import { ACTS } from '../../src/sheets/tabs/acts-tab';
import { SUBMISSIONS } from '../../src/sheets/tabs/submissions-tab';
import { FIRST_ROW } from '../../src/sheets/tab-builder';
import { FAULT_LINE } from '../documents/fault-line';
import { AT, day, done, period, returned } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { drawIn, lookIn } from '../support/ledger-in';
import { unzipped, zipped } from '../support/unzipped';
import { LookedAt } from './looked-at';
import { insertCells, withPart } from './package-edits';
import { runStep, standingWorkbook, STEPS } from './use-cases';

jest.setTimeout(120_000);

const DRAW = { name: 'drawTabs', input: {} } as const;
const TIMED = [ENTRIES, ACTS, LOG, SUBMISSIONS].map((tab) => ({
  tab: tab.name,
  column: tab.at('at'),
  letter: tab.letter('at'),
}));

/** What stands in the column of times, row by row. */
function timesIn(bytes: Uint8Array, timed: Timed) {
  return timeCells(bytes, timed).map(({ value }) => value);
}

type Timed = (typeof TIMED)[number];

function timeCells(bytes: Uint8Array, { tab, column }: Timed) {
  return new LookedAt(bytes).cells(tab).filter((cell) => cell.row >= FIRST_ROW && cell.column === column);
}

/** As earlier versions wrote it: the same minute, as the world's clocks have it, with milliseconds. */
const INSTANT = '2017-10-12T08:00:41.337Z';

/** A workbook of the version before this one, in which every so many times are instants. */
async function ofEarlierVersion(every: number): Promise<Uint8Array> {
  const bytes = await standingWorkbook();
  const edited = TIMED.reduce((parts, timed) => {
    const places = timeCells(bytes, timed).flatMap(({ row }, index) =>
      index % every === 0 ? [[`${timed.letter}${row}`, INSTANT] as const] : [],
    );
    return withPart(parts, timed.tab, (xml) => insertCells(xml, Object.fromEntries(places)));
  }, unzipped(bytes));
  const version = new LookedAt(bytes).cells('_ledger').find(({ value }) => value === 'drawn by version');
  const cell = `B${version?.row ?? 0}`;
  return zipped(
    withPart(edited, '_ledger', (xml) => insertCells(xml, { [cell]: `<c r="${cell}"><v>4</v></c>` })),
  );
}

const numbered = (entries: readonly Entry[]) => entries.map(({ id, batch, at }) => [id, batch, at]);

test('every time in the workbook is one of the clock on the wall, to the minute', async () => {
  const bytes = await standingWorkbook();
  for (const timed of TIMED) {
    expect(new Set(timesIn(bytes, timed))).toEqual(new Set([AT]));
  }
  expect(AT).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
});

test.each([
  ['of nothing but instants', 1],
  ['of instants and minutes mixed', 2],
])('a ledger %s is read with the times that clocks showed here, in the same order', async (_, every) => {
  const { ledger } = await lookIn(await FileWorkbookHost.open(await ofEarlierVersion(every), '台账.xlsx'));
  const expected = threePeriods();
  expect(ledger.entries).toEqual(expected.entries);
  expect(ledger.submissions).toEqual(expected.submissions);
  expect(ledger.log.map(({ source: _source, ...line }) => line)).toEqual(expected.log);
});

test.each([1, 2])('it is carried over once, each row in its place, and nothing is lost', async (every) => {
  const before = await ofEarlierVersion(every);
  const first = await runStep(before, DRAW);
  expect(first.repairs).toEqual([{ kind: 'carriedOver' }]);
  const [then, now] = [new LookedAt(before), new LookedAt(first.bytes)];
  for (const timed of TIMED) {
    expect(new Set(timesIn(first.bytes, timed))).toEqual(new Set([AT]));
    const stood = then.cells(timed.tab);
    const last = Math.max(...stood.map(({ row }) => row));
    const isOther = ({ row, column }: { readonly row: number; readonly column: number }) =>
      row <= last && column !== timed.column;
    // Below them stands only the line of the log that says so.
    expect(now.cells(timed.tab).filter(isOther)).toEqual(stood.filter(isOther));
  }
  const again = await runStep(first.bytes, DRAW);
  expect(now.partsUnlike(again.bytes)).toEqual([]);
});

test('every use case goes on from an earlier ledger as from this one', async () => {
  for (const step of STEPS) {
    const [old, fresh] = [
      await runStep(await ofEarlierVersion(2), step),
      await runStep(await standingWorkbook(), step),
    ];
    expect([step.name, numbered(old.ledger.entries)]).toEqual([step.name, numbered(fresh.ledger.entries)]);
    expect(old.ledger.submissions).toEqual(fresh.ledger.submissions);
  }
});

/** 2018-01-15 09:30 and a few seconds, as a program keeps a date with a time. */
const SERIAL = 43_115 + (9 * 3_600 + 30 * 60 + 12) / 86_400;

test('what Excel or a clerk has made a date of is read as that minute, and stays a date', async () => {
  const parts = TIMED.reduce(
    (edited, { tab, letter }) => {
      const cell = `${letter}${FIRST_ROW}`;
      const asDate = { [cell]: `<c r="${cell}"><v>${SERIAL}</v></c>` };
      return withPart(edited, tab, (xml) => insertCells(xml, asDate));
    },
    unzipped(await standingWorkbook()),
  );
  const { ledger, repairs, bytes } = await runStep(zipped(parts), DRAW);
  const minute = '2018-01-15 09:30';
  expect([ledger.entries[0]?.at, ledger.submissions[0]?.at, ledger.log[0]?.at]).toEqual([
    minute,
    minute,
    minute,
  ]);
  expect(ledger.entries.filter(({ at }) => at === minute)).toHaveLength(2);
  expect(repairs).toEqual([]);
  for (const timed of TIMED) expect(timesIn(bytes, timed)[0]).toBe(SERIAL);
});

test('a return that was sent back, corrected and found faulty again in one minute is sent back again', async () => {
  const faulty = (sha256: string) =>
    returned({
      office: '市编办',
      period: period('2018Q2'),
      sha256,
      verdict: 'needs-correction',
      findings: 1,
      reports: [{ measure: 1, report: done('2017-03-01') }],
    });
  const findings = [{ ...FAULT_LINE, office: '市编办', file: '市编办.xlsx' }];
  const first = importReturns(threePeriods(), [faulty('one')], AT).ledger;
  const offices = (ledger: typeof first) =>
    faultyReturns(ledger, findings, day('2018-07-02')).map(({ office }) => office);
  expect(offices(first)).toEqual(['市编办']);
  const letter = {
    kind: 'letter' as const,
    id: first.entries.length + 1,
    batch: 'B0098',
    at: AT,
    unit: '市编办',
    period: period('2018Q2'),
    on: day('2018-07-01'),
    letter: 'sendBack' as const,
    stage: 'first' as const,
    year: 2018,
    serial: 1,
    office: '市编办',
    measures: [],
  };
  const answered = { ...first, entries: [...first.entries, letter] };
  expect(offices(answered)).toEqual([]);
  expect(offices(importReturns(answered, [faulty('two')], AT).ledger)).toEqual(['市编办']);
});

test('returns are in the order of their batches beyond the ten thousandth', async () => {
  const ledger = threePeriods();
  const submissions = ledger.submissions.map((one, index) => ({ ...one, batch: `B${9_998 + index}` }));
  const host = FileWorkbookHost.create();
  await drawIn(host, { ...ledger, submissions });
  const { ledger: read } = await lookIn(host);
  expect(read.submissions.map(({ batch }) => batch)).toEqual(submissions.map(({ batch }) => batch));
});
