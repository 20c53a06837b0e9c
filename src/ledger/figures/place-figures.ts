import type { CalendarDate } from '../../base/calendar';
import { grouped } from '../../base/grouped';
import { onceFor } from '../../base/once-for';
import type { Ledger } from '../ledger';
import { expectedPlaces, liveLevels, measuresHandedTo, reportsInForce } from '../levels/in-force';
import type { LevelPlace, LevelReportRecord, LevelRow } from '../levels/levels';
import type { PeriodCode, Timeliness } from '../records';
import { sumOf, tally, type Tally } from './summary';
import { combinedStanding, type Standing } from './timeliness';

/** How a place stands with a measure of ours. */
export interface PlaceState {
  readonly standing: Standing;
  readonly timeliness: Timeliness;
}

/** What stands in the place of a state: nothing was reported; it was handed down and the report has it not. */
export type PlaceGap = 'missing' | 'notListed';

/** One place below the ledger, in its current period. */
export interface PlaceFigures {
  /** 京山县; 荆门市/京山县 for a place below a place. */
  readonly path: string;
  readonly isReported: boolean;
  /** The day its figures are of; `null` where it has not reported. */
  readonly asOf: CalendarDate | null;
  /** The last period it reported for, where that is not the current one. */
  readonly lastPeriod: PeriodCode | null;
  /** Over its measures that are ours; `null` where it has not reported, which is not nought. */
  readonly figures: Tally | null;
  /** Measures of its own. */
  readonly own: number;
  /** Measures handed down that its report does not have. */
  readonly notListed: number;
  /** By the number of our measure; nothing where it has no part in it. */
  readonly states: ReadonlyMap<number, PlaceState | PlaceGap>;
}

/** The places below, as they stand in the current period. */
export interface LevelFigures {
  readonly places: readonly PlaceFigures[];
  /** Over the places directly below that have reported: those below them are counted by theirs. */
  readonly total: Tally;
  /** Numbers of our measures that any place has a part in, in the order of the plan. */
  readonly measures: readonly number[];
}

/** Worst first: what a cell shows where several measures of a place are one of ours. */
const WORST: readonly Timeliness[] = ['overdue', 'dueSoon', 'onTrack', 'openEnded', 'doneLate', 'done'];

export const levelFigures = onceFor((ledger: Ledger): LevelFigures => {
  const { period } = ledger.settings;
  const inForce = reportsInForce(ledger, period);
  const places = expectedPlaces(ledger).flatMap((place): readonly PlaceFigures[] => {
    const report = inForce.get(place);
    return report === undefined ? [missing(ledger, place)] : reported(ledger, report);
  });
  const direct = new Set(expectedPlaces(ledger));
  const counted = places.filter(({ path }) => direct.has(path)).flatMap(({ figures }) => figures ?? []);
  const touched = new Set(places.flatMap(({ states }) => [...states.keys()]));
  return {
    places,
    total: sumOf(counted),
    measures: ledger.plan.measures.flatMap(({ no }) => (touched.has(no) ? [no] : [])),
  };
});

function missing(ledger: Ledger, place: string): PlaceFigures {
  const last = liveLevels(ledger).reports.findLast((one) => one.place === place);
  return {
    path: place,
    ...UNREPORTED,
    lastPeriod: last?.period ?? null,
    states: new Map(measuresHandedTo(ledger, place).map((no) => [no, 'missing'])),
  };
}

const UNREPORTED = {
  isReported: false,
  asOf: null,
  lastPeriod: null,
  figures: null,
  own: 0,
  notListed: 0,
  states: new Map<number, PlaceGap>(),
} as const;

function reported(ledger: Ledger, report: LevelReportRecord): readonly PlaceFigures[] {
  const rowsOf = grouped(report.rows, ({ path }) => path);
  return report.places.map((place) => {
    if (place.asOf === null) return { path: place.path, ...UNREPORTED };
    const handed = place.path === report.place ? measuresHandedTo(ledger, report.place) : [];
    return figuresOf(place, rowsOf.get(place.path) ?? [], handed);
  });
}

function figuresOf(
  { path, asOf }: LevelPlace,
  rows: readonly LevelRow[],
  handed: readonly number[],
): PlaceFigures {
  const measures = [...new Map(rows.map((row) => [row.measure, row])).values()];
  const ours = measures.filter(({ upper }) => upper !== null);
  const byUpper = grouped(ours, ({ upper }) => upper);
  const states = new Map<number, PlaceState | PlaceGap>(
    [...byUpper].flatMap(([upper, same]) => (upper === null ? [] : [[upper, combined(same)] as const])),
  );
  const notListed = handed.filter((no) => !states.has(no));
  for (const no of notListed) states.set(no, 'notListed');
  return {
    path,
    isReported: true,
    asOf,
    lastPeriod: null,
    figures: tally(ours),
    own: measures.length - ours.length,
    notListed: notListed.length,
    states,
  };
}

function combined(measures: readonly PlaceState[]): PlaceState {
  const worst = WORST.find((time) => measures.some(({ timeliness }) => timeliness === time));
  return {
    standing: combinedStanding(measures.map(({ standing }) => standing)),
    timeliness: worst ?? 'openEnded',
  };
}
