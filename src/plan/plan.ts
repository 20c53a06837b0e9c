import type { CalendarDate } from '../base/calendar';

/** What was decided: the plan as issued, read once from its text. */
export interface Plan {
  /** Stable over re-readings of the same plan: made from its title and years. */
  readonly id: string;
  readonly title: string;
  readonly years: { readonly from: number; readonly to: number };
  /** Only those that hold measures, in the order of the text. */
  readonly sections: readonly Section[];
  /** In the order of the text. */
  readonly measures: readonly Measure[];
  readonly remarks: readonly Remark[];
  /** Every heading of the text, the plan's title among them (level 0), in the order of the text. */
  readonly headings: readonly Heading[];
  /** What is neither heading nor measure (preamble, aims, signature): shown, never dropped. */
  readonly rest: readonly Passage[];
  /** The text the plan was read from, as issued. */
  readonly text: string;
}

/** Where something stands in `Plan.text`: offsets in UTF-16 units, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface Heading {
  /** As written, without trailing punctuation; empty for the title and other unnumbered lines. */
  readonly no: string;
  readonly title: string;
  /** 0 the plan's title, 1 “第一部分”, 2 “一、”, 3 “（一）”, 4 “第一条”, 5 “1.”, 6 “1.1”, 7 “1.1.1”, 8 “（1）”, 9 “①”; 3 “第一条”, 4 “（一）” where these divide articles. */
  readonly level: number;
  /** A clause that stands on the heading and holds for the measures below it that have none; else empty. */
  readonly clause: string;
  readonly source: TextSpan;
}

export interface Passage {
  readonly text: string;
  readonly source: TextSpan;
}

export interface Section {
  /**
   * As written, without trailing punctuation: “(一)” for a subsection, “三” for a part.
   * Where numbers restart, so that one would occur twice, the number of the heading above is put before it: “二(一)”.
   */
  readonly no: string;
  readonly title: string;
  /** How many measures stand in it. */
  readonly measures: number;
}

/** How a measure is bound in time: by a day, without end (长期坚持), every year or quarter anew, or not at all. */
export type DeadlineKind = 'date' | 'openEnded' | 'recurring' | 'none';

export interface Measure {
  /** Unique and rising: the written number where the numbers run through the plan, else counted from 1. */
  readonly no: number;
  /** The number as written, “(12)”, “①”; empty when the text gives none. */
  readonly writtenNo: string;
  /** The `no` of its section. */
  readonly section: string;
  /** The written number of the task, or its count from 1 where task numbers restart. */
  readonly taskNo: number;
  readonly task: string;
  /** The body without its number and without the clause. */
  readonly text: string;
  /** Units named one by one; empty when the clause names only a group. */
  readonly leadUnits: readonly string[];
  /** “各牵头单位” and the like: everyone of a group, settled in the unit directory. */
  readonly leadGroup: string | null;
  /** 责任单位 beside a 牵头单位, 配合单位, 协办单位: units and groups that support. */
  readonly supportUnits: readonly string[];
  /** `null` when the clause sets no date: open-ended, never overdue. */
  readonly deadline: CalendarDate | null;
  readonly deadlineKind: DeadlineKind;
  /** Days on the way to the deadline, or the days of a recurring duty, in calendar order. */
  readonly milestones: readonly CalendarDate[];
  /** The closing bracket word for word, brackets included. */
  readonly clause: string;
  readonly source: TextSpan;
}

/** A clause or line that departs from the usual form; `no` is the measure, `null` for anything else. */
export interface Remark {
  readonly no: number | null;
  readonly code: RemarkCode;
  /** The words in question, as issued. */
  readonly found: string;
}

export type RemarkCode =
  // ways of writing that are odd within this plan
  | 'missingCompletionWord'
  | 'responsibleUnitLabel'
  | 'commaBeforeDeadline'
  | 'fullStopInClause'
  | 'innerBrackets'
  | 'strayWhitespace'
  | 'noDeadline'
  // who
  | 'unitGroup'
  | 'severalLeadUnits'
  | 'noLeadUnit'
  | 'andOthers'
  | 'omittedPrefix'
  | 'unusualUnit'
  | 'personNamed'
  | 'unreadWords'
  | 'unknownLabel'
  | 'forSeveral'
  // until when
  | 'severalDeadlines'
  | 'deadlineFromBody'
  | 'relativeDeadline'
  | 'impossibleDate'
  | 'yearFromPlan'
  | 'yearUncertain'
  | 'yearUnknown'
  | 'yearsGuessed'
  | 'monthAmbiguous'
  // where the text was cut, and what belongs to what
  | 'noClause'
  | 'headingLikeMeasure'
  | 'inheritedClause'
  | 'sharedClause'
  | 'headingClause'
  | 'clauseInSentence'
  | 'unclosedBracket'
  | 'textAfterClause'
  | 'splitParagraph'
  | 'joinedParagraphs'
  | 'numberGap'
  | 'numbersReassigned'
  | 'unnumberedHeading'
  | 'severalPlans';
