import fc from 'fast-check';
import { addDays } from '../../src/base/calendar';
import type { Ledger } from '../../src/ledger/ledger';
import type { HandDownRecord, LevelReportRecord, LevelRow, Levels } from '../../src/ledger/levels/levels';
import { AT, day, period } from './builders';

/** Whatever may be typed, lines and all; a cell keeps line feeds alone. */
const typed = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\r\n?/g, '\n'));
const date = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(day('2016-01-01'), days));
const code = fc.constantFrom(...['2017Q2', '2017Q3', '2017-11', '2017'].map(period));
const hex = (length: number) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
    .map((text) => `a${text.slice(1)}`);
const place = fc.constantFrom('京山县', '钟祥市', '沙洋县');
const measure = fc.integer({ min: 1, max: 4 });

const handDown: fc.Arbitrary<Omit<HandDownRecord, 'batch' | 'at'>> = fc.record({
  on: date,
  place,
  plan: hex(8),
  measures: fc.uniqueArray(fc.record({ handed: measure, now: fc.constantFrom(1, 2, 3, 4, 100_002) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ handed }) => handed,
  }),
  file: typed,
});

const row: fc.Arbitrary<Omit<LevelRow, 'path'>> = fc.record({
  upper: fc.option(measure),
  measure: fc.integer({ min: 1, max: 9 }),
  text: typed,
  standing: fc.constantFrom('done', 'inProgress', 'notStarted', 'ongoing', 'notReported'),
  timeliness: fc.constantFrom('done', 'doneLate', 'overdue', 'dueSoon', 'onTrack', 'openEnded'),
  unit: fc.constantFrom('', '县编办', '县财政局', '=县审计局'),
  office: typed,
  deadline: fc.option(date),
  status: fc.option(fc.constantFrom('done', 'inProgress', 'notStarted', 'ongoing')),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  completedOn: fc.option(date),
  progress: typed,
  problems: typed,
  verification: fc.option(fc.constantFrom('pending', 'sentBack', 'closed')),
  period: fc.option(code),
});

const rows = fc.uniqueArray(row, {
  minLength: 1,
  maxLength: 5,
  selector: (one) => `${one.measure} ${one.unit}`,
});

const report: fc.Arbitrary<Omit<LevelReportRecord, 'id' | 'batch' | 'at'>> = fc
  .record({
    place,
    plan: hex(8),
    title: typed,
    upperPlan: fc.constantFrom('', '0a1b2c3d'),
    handDown: fc.constantFrom('', 'B0001'),
    period: code,
    asOf: date,
    edition: fc.nat(99),
    file: typed,
    sha256: hex(64),
    digest: hex(64),
    isMatched: fc.boolean(),
    own: rows,
    below: fc.option(rows),
    missing: fc.boolean(),
    lower: hex(64),
  })
  .map(({ own, below, missing, lower, ...rest }) => {
    const [town, village] = [`${rest.place}/新市镇`, `${rest.place}/曹武镇`];
    return {
      ...rest,
      places: [
        { path: rest.place, asOf: rest.asOf, digest: '' },
        ...(below === null ? [] : [{ path: town, asOf: rest.asOf, digest: lower }]),
        ...(missing ? [{ path: village, asOf: null, digest: '' }] : []),
      ],
      rows: [
        ...own.map((one) => ({ ...one, path: rest.place })),
        ...(below ?? []).map((one) => ({ ...one, path: town })),
      ],
    };
  });

const batchOf = (no: number) => `B${String(no).padStart(4, '0')}`;

/** What a ledger over the small plan may hold of the places below it. */
const randomLevels: fc.Arbitrary<Levels> = fc
  .record({
    handDowns: fc.array(handDown, { minLength: 1, maxLength: 3 }),
    reports: fc.array(report, { minLength: 1, maxLength: 3 }),
  })
  .map(({ handDowns, reports }) => ({
    handDowns: handDowns.map((one, index) => ({ ...one, batch: batchOf(index + 1), at: AT })),
    reports: reports.map((one, index) => ({ ...one, id: index + 1, batch: batchOf(index + 4), at: AT })),
  }));

/** The same ledgers, with places below them. */
export function withLevels(ledgers: fc.Arbitrary<Ledger>): fc.Arbitrary<Ledger> {
  return fc.tuple(ledgers, randomLevels).map(([ledger, levels]) => ({ ...ledger, levels }));
}
