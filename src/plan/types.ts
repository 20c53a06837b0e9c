import type { CalendarDate } from './calendar';

/** What was decided: the plan as issued, read once from its text. */
export interface Plan {
  /** Stable over re-readings of the same plan: made from its title and years. */
  readonly id: string;
  readonly title: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly sections: readonly Section[];
  /** In the order of the text. */
  readonly measures: readonly Measure[];
  readonly remarks: readonly Remark[];
  /** The text the plan was read from, as issued. */
  readonly text: string;
}

export interface Section {
  /** As written, without trailing punctuation: “(一)” for a subsection, “三” for a part. */
  readonly no: string;
  readonly title: string;
  /** How many measures stand in it. */
  readonly measures: number;
}

export interface Measure {
  readonly no: number;
  /** The `no` of its section. */
  readonly section: string;
  readonly taskNo: number;
  readonly task: string;
  /** The body without its number and without the clause. */
  readonly text: string;
  /** Empty when the clause names a group. */
  readonly leadUnits: readonly string[];
  /** “各牵头单位” and the like: everyone of a group, settled in the unit directory. */
  readonly leadGroup: string | null;
  /** `null` when the clause sets no date: open-ended, never overdue. */
  readonly deadline: CalendarDate | null;
  /** The closing bracket word for word, brackets included. */
  readonly clause: string;
}

/** A clause or line that departs from the usual form; `no` is the measure, `null` for anything else. */
export interface Remark {
  readonly no: number | null;
  readonly code: RemarkCode;
  /** The words in question, as issued. */
  readonly found: string;
}

export type RemarkCode =
  | 'missingCompletionWord'
  | 'responsibleUnitLabel'
  | 'commaBeforeDeadline'
  | 'fullStopInClause'
  | 'noDeadline'
  | 'unitGroup'
  | 'severalLeadUnits'
  | 'strayWhitespace'
  | 'innerBrackets'
  | 'noClause'
  | 'numberGap';
