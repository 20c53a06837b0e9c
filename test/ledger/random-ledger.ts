import fc from 'fast-check';
import { addDays } from '../../src/base/calendar';
import type { Ledger } from '../../src/ledger/ledger';
import type {
  Entry,
  LogRecord,
  Report,
  ReceiptRecord,
  SubmissionRecord,
  Unit,
} from '../../src/ledger/records';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import { AT, day, period, smallLedger, unit } from './builders';

const MEASURES = [1, 2, 3, 4];
const UNITS = smallLedger().directory.units.map(({ name }) => name);
const PERIODS = ['2017Q2', '2017Q3', '2017-11', '2017'].map(period);

/** Whatever may be typed, lines and all; a cell keeps line feeds alone. */
const typed = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\r\n?/g, '\n'));
const line = typed.map((text) => text.trim());
const word = fc
  .string({ unit: fc.constantFrom('市', '委', '编', '办', '9', 'A'), minLength: 1, maxLength: 6 })
  .map((text) => `某${text}`);
const date = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(day('2016-01-01'), days));
const measure = fc.constantFrom(...MEASURES);
const owner = fc.constantFrom(...UNITS);
const code = fc.constantFrom(...PERIODS);
const status = fc.constantFrom('done', 'inProgress', 'notStarted', 'ongoing');
const digest = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  .map((hex) => `a${hex.slice(1)}`);
const count = fc.integer({ min: 1, max: 40 });

const report: fc.Arbitrary<Report> = fc.record({
  status: fc.option(status),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  completedOn: fc.option(date),
  progress: typed,
  problems: typed,
  nextSteps: typed,
  evidence: typed,
  remark: typed,
});

type Unplaced<Each extends Entry> = Each extends Entry ? Omit<Each, 'id' | 'batch' | 'at'> : never;

const decided = fc.record({ measure, unit: owner, period: code, on: date, reason: typed });

const entry: fc.Arbitrary<Unplaced<Entry>> = fc.oneof(
  fc.record({
    kind: fc.constant('report' as const),
    origin: fc.constantFrom('return', 'handEdit'),
    measure,
    unit: owner,
    period: code,
    report,
    previousStatus: fc.option(status),
    file: typed,
    sha256: digest,
  }),
  fc.record({
    kind: fc.constant('note' as const),
    measure,
    item: fc.constantFrom('分管领导', '别的'),
    text: typed,
  }),
  fc.record({ kind: fc.constant('undo' as const), undone: count.map((no) => batch(no)) }),
  fc.record({
    kind: fc.constant('undo' as const),
    undone: count.map((no) => batch(no)),
    unsent: fc.constant(true as const),
  }),
  fc
    .tuple(decided, fc.constantFrom('pending', 'sentBack', 'closed'))
    .map(([act, verification]) => ({ ...act, kind: 'verification' as const, verification })),
  fc
    .tuple(decided, fc.constantFrom('pending', 'approved', 'refused'), date, date)
    .map(([act, decision, oldDeadline, newDeadline]) => ({
      ...act,
      kind: 'extension' as const,
      decision,
      oldDeadline,
      newDeadline,
    })),
  fc.record({
    kind: fc.constant('letter' as const),
    letter: fc.constantFrom('supervision', 'request', 'circular', 'sendBack'),
    stage: fc.constantFrom('first', 'second', 'circular'),
    unit: owner,
    office: word,
    period: code,
    on: date,
    year: fc.constantFrom(2017, 2018),
    serial: count,
    measures: fc.uniqueArray(measure, { maxLength: 4 }),
  }),
);

const submission: fc.Arbitrary<Omit<SubmissionRecord, 'batch' | 'at'>> = fc.record({
  office: fc.oneof(owner, word),
  period: code,
  file: typed,
  sha256: digest,
  returnedOn: date,
  verdict: fc.constantFrom('accepted', 'needs-correction', 'rejected'),
  findings: fc.nat(99),
});

const receipt: fc.Arbitrary<Omit<ReceiptRecord, 'batch' | 'at'>> = fc.record({
  kind: fc.constantFrom('picture', 'evidence', 'sentBack', 'notSentBack'),
  office: fc.oneof(owner, word),
  period: code,
  file: typed,
  sha256: digest,
  on: date,
});

const record: fc.Arbitrary<Omit<LogRecord, 'batch' | 'at'>> = fc
  .record({
    action: fc.constantFrom('import', 'handEdit', 'undo', 'settings', 'letter'),
    file: typed,
    detail: typed,
    source: fc.option(fc.constantFrom('command', 'pane', 'ribbon', 'grid')),
  })
  .map(({ source, ...rest }) => (source === null ? rest : { ...rest, source }));

const details: fc.Arbitrary<Omit<Unit, 'name'>> = fc.record({
  shortNames: fc.uniqueArray(word, { maxLength: 3 }),
  successor: fc.option(fc.record({ name: word, from: date })),
  splits: fc.array(
    fc.record({ office: word, measures: fc.uniqueArray(measure, { minLength: 1, maxLength: 3 }) }),
    { maxLength: 2 },
  ),
  contact: typed,
});

const directory: fc.Arbitrary<Ledger['directory']> = fc
  .tuple(
    fc.array(details, { minLength: UNITS.length, maxLength: UNITS.length }),
    fc.subarray(UNITS, { minLength: 0 }),
  )
  .map(([units, members]) => ({
    units: UNITS.map((name, index) => ({ ...unit(name), ...units[index] })),
    groups: [{ name: '各牵头单位', members }],
  }));

const days = fc.nat(365);
const points = fc.nat(100);
const settings: fc.Arbitrary<Ledger['settings']> = fc.record({
  asOf: date,
  period: code,
  dueSoonDays: days,
  slowStartDays: days,
  returnWithinDays: days,
  weights: fc.record({ onTime: points, late: points, overdue: points, lateReturn: points, sentBack: points }),
  office: fc.record({
    name: line,
    letterWord: line,
    contact: line,
    phone: line,
    replyWithinDays: fc.integer({ min: 1, max: 365 }),
  }),
  shownOffice: fc.constant(''),
  sample: fc.boolean(),
});

function batch(no: number): string {
  return `B${String(no).padStart(4, '0')}`;
}

const placed = <Item extends object>(item: Item, index: number) => ({
  ...item,
  batch: batch(index + 1),
  at: AT,
});

/** Ledgers over the small plan in which anything may stand that a ledger can hold, whether or not it ever came to be so. */
export const randomLedger: fc.Arbitrary<Ledger> = fc
  .record({
    directory,
    settings,
    entries: fc.array(entry, { maxLength: 12 }),
    submissions: fc.array(submission, { maxLength: 5 }),
    receipts: fc.array(receipt, { maxLength: 3 }),
    log: fc.array(record, { maxLength: 4 }),
  })
  .map((parts) => ({
    ...smallLedger(),
    ...parts,
    entries: parts.entries.map((one, index) => ({ ...placed(one, index), id: index + 1 })),
    submissions: parts.submissions.map(placed),
    receipts: parts.receipts.map(placed),
    log: parts.log.map(placed),
  }));

/** What a check may have found in files about the small plan. */
export const randomFindings: fc.Arbitrary<readonly FindingLine[]> = fc.array(
  fc
    .record({
      file: typed,
      office: typed,
      severity: fc.constantFrom('error' as const, 'warning' as const, 'corrected' as const),
      measure: fc.option(measure),
      field: typed,
      place: fc.option(fc.record({ sheet: word, cell: fc.constantFrom('A1', 'F12') })),
      value: typed,
      message: word,
      suggestion: word,
    })
    .map(({ place, ...rest }) => ({ ...rest, sheet: place?.sheet ?? '', cell: place?.cell ?? '' })),
  { maxLength: 3 },
);
