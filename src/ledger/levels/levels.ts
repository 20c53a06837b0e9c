import type { CalendarDate } from '../../base/calendar';
import type { Standing } from '../figures/timeliness';
import type { ClaimedStatus, PeriodCode, Timeliness, Verification } from '../records';

/** 下达: measures that were handed down to a lower place as a plan of its own. */
export interface HandDownRecord {
  /** What is taken back together; the plan handed down names it too. */
  readonly batch: string;
  /** In local time to the minute. */
  readonly at: string;
  /** The day of the ledger on which it was done. */
  readonly on: CalendarDate;
  /** The place alone: 京山县. */
  readonly place: string;
  /** `Plan.id` of the plan at that time. */
  readonly plan: string;
  /** By the number that was handed down, the number of the measure in the plan as it stands. */
  readonly measures: readonly HandedMeasure[];
  readonly file: string;
}

export interface HandedMeasure {
  readonly handed: number;
  readonly now: number;
}

/** Where one unit of a place stands with one measure; a measure without a unit has one row too. */
export interface LevelRow {
  /** 荆门市/京山县: from the place that reports down to the place the row is of. */
  readonly path: string;
  /**
   * In a report as made: the number in the plan its measures were handed down from, for rows of places below the reporting one
   * that place's own plan. In a record: the number in the plan of the ledger that holds it. `null` for a measure of the place's
   * own (自行).
   */
  readonly upper: number | null;
  /** Number and text in the place's own plan. */
  readonly measure: number;
  readonly text: string;
  /** Of the measure over all of its units, as the place's ledger has it on the day of the report. */
  readonly standing: Standing;
  readonly timeliness: Timeliness;
  /** Empty for a measure that no unit is in charge of. */
  readonly unit: string;
  readonly office: string;
  readonly deadline: CalendarDate | null;
  /** As the unit claims, in the period it last reported on; all empty where it reported nothing. */
  readonly status: ClaimedStatus | null;
  readonly percent: number | null;
  readonly completedOn: CalendarDate | null;
  readonly progress: string;
  readonly problems: string;
  readonly verification: Verification | null;
  readonly period: PeriodCode | null;
}

/** One place of a report: the place that reports, or one below it, whether it has reported or not. */
export interface LevelPlace {
  readonly path: string;
  /** `null` for a place that has not reported. */
  readonly asOf: CalendarDate | null;
  /** `contentDigest` of its own report; empty for the place that reports, and where it has not reported. */
  readonly digest: string;
}

/** What a place reports to the one above. */
export interface LevelReport {
  readonly place: string;
  readonly plan: string;
  readonly title: string;
  /** The plan above and the batch that handed it down; empty texts for a plan of the place's own. */
  readonly upperPlan: string;
  readonly handDown: string;
  readonly period: PeriodCode;
  readonly asOf: CalendarDate;
  /** Rises with everything that is done to the ledger it was made from: which of two reports is the later. */
  readonly edition: number;
  readonly places: readonly LevelPlace[];
  readonly rows: readonly LevelRow[];
}

/** 上报: a lower place's report as it was taken in. Of a place and period the last one counts. */
export interface LevelReportRecord extends LevelReport {
  /** From 1, never reused. */
  readonly id: number;
  readonly batch: string;
  readonly at: string;
  readonly file: string;
  /** Of the bytes, and of what they say. */
  readonly sha256: string;
  readonly digest: string;
  /** The clerk's word that measures of equal text are the same. */
  readonly isMatched: boolean;
}

/** What a ledger knows of the places below it. */
export interface Levels {
  readonly handDowns: readonly HandDownRecord[];
  readonly reports: readonly LevelReportRecord[];
}

export const PATH_SEPARATOR = '/';
