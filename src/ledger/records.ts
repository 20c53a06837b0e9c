import type { CalendarDate } from '../base/calendar';

/** What a unit says of a measure (填报状态). */
export type ClaimedStatus = 'done' | 'inProgress' | 'notStarted' | 'ongoing';

/** Where an assignment stands against its deadline on a given day (时限状态), computed. */
export type Timeliness = 'done' | 'doneLate' | 'overdue' | 'dueSoon' | 'onTrack' | 'openEnded';

/** What the coordinating office found (核实状态). */
export type Verification = 'pending' | 'sentBack' | 'closed';

/** Whether a unit's return for a period is in (报送状态). */
export type Submission = 'submitted' | 'late' | 'missing';

/** `2017`, `2017Q3` or `2017-09`. */
export type PeriodCode = string & { readonly __brand: 'PeriodCode' };

export interface Unit {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly successor: { readonly name: string; readonly from: CalendarDate } | null;
  /** Measures that went to other offices than `successor`, on the same day. */
  readonly splits: readonly Split[];
  readonly contact: string;
  /** Whether the coordinating office may order it; where nothing is said, its name tells (`orderRule`). */
  readonly isOrdered?: boolean;
}

/** Part of a dissolved unit's measures, and the office that took them over. */
export interface Split {
  readonly office: string;
  readonly measures: readonly number[];
}

/** A collective name of the plan (各牵头单位) and the units that stand behind it. */
export interface UnitGroup {
  readonly name: string;
  readonly members: readonly string[];
}

export interface UnitDirectory {
  /** Lead units in the order in which the plan first names them. */
  readonly units: readonly Unit[];
  readonly groups: readonly UnitGroup[];
}

/** 应报项: one measure × one unit. */
export interface Assignment {
  readonly measure: number;
  readonly unit: string;
  readonly deadline: CalendarDate | null;
}

/** What one unit reports of one measure. Texts are as typed, trimmed; empty when nothing was said. */
export interface Report {
  /** `null` withdraws a claim (a status cleared by hand). */
  readonly status: ClaimedStatus | null;
  /** 0 to 100. */
  readonly percent: number | null;
  readonly completedOn: CalendarDate | null;
  readonly progress: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly evidence: string;
  readonly remark: string;
}

interface EntryBase {
  /** Position in the ledger, from 1, never reused. */
  readonly id: number;
  /** What is taken in or taken back together. */
  readonly batch: string;
  /** When, in local time to the minute: `2018-01-15 09:30`. Which of two came first the numbers tell. */
  readonly at: string;
}

/** 一条填报: what a unit returned, or what the clerk typed into a status column. */
export interface ReportEntry extends EntryBase {
  readonly kind: 'report';
  readonly origin: 'return' | 'handEdit';
  readonly measure: number;
  readonly unit: string;
  readonly period: PeriodCode;
  readonly report: Report;
  /** Status in force before this entry: old → new. */
  readonly previousStatus: ClaimedStatus | null;
  /** Name and SHA-256 (hex) of the returned file; empty for a hand edit. */
  readonly file: string;
  readonly sha256: string;
}

interface ActBase extends EntryBase {
  /** The lead unit of the plan whose matter it is, whoever is in charge of it now. */
  readonly unit: string;
  /** The period it belongs to: of the report that was verified, else the one being collected. */
  readonly period: PeriodCode;
  /** The day of the act as the papers have it. */
  readonly on: CalendarDate;
}

/** 核实: what the office found a unit's claim to be worth; holds until the unit reports anew. */
export interface VerificationEntry extends ActBase {
  readonly kind: 'verification';
  readonly measure: number;
  readonly verification: Verification;
  readonly reason: string;
}

/** 延期: `pending` is the application; a decision repeats it, with the reason of the decision. */
export type ExtensionDecision = 'pending' | 'approved' | 'refused';

export interface ExtensionEntry extends ActBase {
  readonly kind: 'extension';
  readonly measure: number;
  readonly decision: ExtensionDecision;
  /** The deadline that stood when it was applied for. */
  readonly oldDeadline: CalendarDate;
  readonly newDeadline: CalendarDate;
  readonly reason: string;
}

/** 督办单, 商请函 (to those that are no government departments), 通报, 退回通知. */
export type LetterKind = 'supervision' | 'request' | 'circular' | 'sendBack';

/** How far supervision has gone: a first letter, a second, named in a circular. */
export type LetterStage = 'first' | 'second' | 'circular';

/** One letter to one unit. A circular that names several units has an entry for each, all under one number. */
export interface LetterEntry extends ActBase {
  readonly kind: 'letter';
  readonly letter: LetterKind;
  readonly stage: LetterStage;
  /** 〔year〕serial号: counted from 1 for each kind and year. */
  readonly year: number;
  readonly serial: number;
  /** Whom it is addressed to: the unit or its successor. */
  readonly office: string;
  /** The unit's measures it speaks of. */
  readonly measures: readonly number[];
}

/** What the coordinating office itself does. */
export type ActEntry = VerificationEntry | ExtensionEntry | LetterEntry;

/** 登记: what the clerk wrote of a measure that no unit reports on, such as who leads the work on it. */
export interface NoteEntry extends EntryBase {
  readonly kind: 'note';
  readonly measure: number;
  /** What it is about, in the office's words: the header it was typed under. */
  readonly item: string;
  /** Empty where the clerk took it away. */
  readonly text: string;
}

/** Takes a batch back. Undoing an undo brings the batch back. */
export interface UndoEntry extends EntryBase {
  readonly kind: 'undo';
  readonly undone: string;
  /** Of letters that never came to be on paper: their numbers are free again. */
  readonly unsent?: true;
}

export type Entry = ReportEntry | ActEntry | NoteEntry | UndoEntry;

/** That an office handed something in for a period; a repeated hand-in adds one. */
export interface SubmissionRecord {
  /** The office that handed it in: a lead unit, or the successor in charge of its measures. */
  readonly office: string;
  readonly period: PeriodCode;
  readonly file: string;
  readonly sha256: string;
  readonly at: string;
  /** The day the return was handed in, as the form's foot or the clerk says. */
  readonly returnedOn: CalendarDate;
  readonly verdict: Verdict;
  readonly findings: number;
  readonly batch: string;
}

/** What came in or went back beside the returns that are read, by its digest: what it holds is never kept. */
export interface ReceiptRecord {
  readonly kind: ReceiptKind;
  readonly office: string;
  readonly period: PeriodCode;
  readonly file: string;
  readonly sha256: string;
  /** The day it came, or went back. */
  readonly on: CalendarDate;
  readonly at: string;
  readonly batch: string;
}

/** 照片或扫描件, 佐证材料, 退回更正; and that a return was not sent back after all. */
export type ReceiptKind = 'picture' | 'evidence' | 'sentBack' | 'notSentBack';

export type Verdict = 'accepted' | 'needs-correction' | 'rejected';

/** 操作记录: what was done, when, from which file. */
export interface LogRecord {
  readonly at: string;
  readonly batch: string;
  readonly action: LogAction;
  readonly file: string;
  readonly detail: string;
  /** Nothing for what was typed into the workbook, and in lines of earlier versions. */
  readonly source?: LogSource;
}

/** From where a change was asked for. */
export type LogSource = 'command' | 'pane' | 'ribbon' | 'grid';

export type LogAction =
  | 'build'
  | 'adoptPlan'
  | 'issue'
  | 'import'
  | 'receipt'
  | 'handDown'
  | 'levelReport'
  | 'handEdit'
  | 'handEditRefused'
  | 'restored'
  | 'verification'
  | 'extension'
  | 'letter'
  | 'undo'
  | 'settings'
  | 'demo';

/** Points of the assessment, each 0 to 100. */
export interface AssessmentWeights {
  /** What a measure that is due earns: done in time, done late, overdue. */
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  /** What is taken off each time a return is late or missing, and each time something is sent back for correction. */
  readonly lateReturn: number;
  readonly sentBack: number;
}

/** The coordinating office, as its papers name it. Texts are empty where the clerk has said nothing. */
export interface OfficeSettings {
  readonly name: string;
  /** 机关代字: “荆法建”, before 督, 函, 通 and 退. */
  readonly letterWord: string;
  readonly contact: string;
  readonly phone: string;
  /** Days within which an answer is asked for. */
  readonly replyWithinDays: number;
}

export interface LedgerSettings {
  readonly asOf: CalendarDate;
  /** 当前报送期. */
  readonly period: PeriodCode;
  /** Days ahead in which an open deadline counts as due soon. */
  readonly dueSoonDays: number;
  /** Days left below which work not begun shows a yellow light. */
  readonly slowStartDays: number;
  /** Days after a period's end until which a return is in time. */
  readonly returnWithinDays: number;
  /** 考核 weights. */
  readonly weights: AssessmentWeights;
  readonly office: OfficeSettings;
  /** The office that 单位页 shows, as the clerk chose it there; empty for the first of those in charge. */
  readonly shownOffice: string;
  /** Sample data: every tab says so. */
  readonly sample: boolean;
}
