import type { CalendarDate } from '../base/calendar';
import type { Place } from '../plan/units/place';
import type { Plan } from '../plan/plan';
import type { OfficeCharge } from '../ledger/units/offices';
import type { PeriodCode, Report, ReportEntry, UnitDirectory, Verdict } from '../ledger/records';
import type { Severity } from '../base/severity';
import type { FindingCode } from './findings/catalogue';
import type { FormField } from './locate/form-columns';

/** The form's columns, and what a finding can speak of beside them. */
export type FieldName =
  Exclude<FormField, 'key' | 'task' | 'last'> | 'unit' | 'period' | 'contact' | 'file' | 'header';

/** One fault of a return. A value, not a sentence: the words come from the locale by `code` and `details`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly where: FindingPlace;
  readonly measure: number | null;
  readonly field: FieldName | null;
  /** What stood in the cell, as it would be shown. */
  readonly value: string;
  /** Fills the placeholders of the sentence. */
  readonly details: Readonly<Record<string, string | number>>;
  readonly correction?: Correction;
}

export interface FindingPlace {
  readonly file: string;
  /** Empty when the fault is the file's as a whole. */
  readonly sheet: string;
  /** “F12”; empty when the fault has no cell. */
  readonly cell: string;
}

/** A change of one cell, reversible. `made`: form only, applied while reading; else offered, since it changes meaning. */
export interface Correction {
  readonly before: string;
  readonly after: string;
  readonly made: boolean;
}

/** A finding whose cure is known and changes what the unit said: somebody has to agree to it. */
export interface OfferedFinding extends Finding {
  readonly correction: Correction & { readonly made: false };
}

/** What a check needs to know beside the return itself. */
export interface ReturnContext {
  readonly plan: Plan;
  readonly directory: UnitDirectory;
  /** What 市 or 县 alone means in the names of units. */
  readonly place: Place;
  /** Who reports for a period, and on what. */
  readonly offices: (period: PeriodCode) => readonly OfficeCharge[];
  /** The period being collected; without a ledger, what a return that names none is taken to report on. */
  readonly period: PeriodCode;
  /** Whether a ledger stands behind it; without one nothing says which period is due, and no earlier one is refused. */
  readonly hasLedger: boolean;
  readonly asOf: CalendarDate;
  /** What the office, or a unit it took over from, last reported for an earlier period; for rules across periods. */
  readonly lastReport: (measure: number, office: string, before: PeriodCode) => ReportEntry | undefined;
  /** Why that report was sent back; `undefined` when it was not, or was reported anew since. */
  readonly sentBack: (measure: number, office: string, before: PeriodCode) => string | undefined;
  /** Whether the measure was closed in a period before: a form no longer asks for it. */
  readonly isClosed: (measure: number, office: string, period: PeriodCode) => boolean;
}

/** One understood row of a return. */
export interface ReturnRow {
  readonly measure: number;
  readonly sheet: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly report: Report;
  /** No error finding touches it. */
  readonly sound: boolean;
}

/** A return after the check: never half-understood silently, every doubt is a finding. */
export interface CheckedReturn {
  readonly file: string;
  /** The office that reports: a lead unit, or the successor in charge of its measures. */
  readonly office: string | null;
  readonly period: PeriodCode | null;
  readonly verdict: Verdict;
  readonly rows: readonly ReturnRow[];
  readonly findings: readonly Finding[];
  /** 填报日期 of the foot, when it holds a date. */
  readonly returnedOn: CalendarDate | null;
  /** Offered corrections that somebody agreed to; checking with fewer of them takes the others back. */
  readonly agreed: readonly OfferedFinding[];
}
