import { appended } from '../../base/once-for';
import type { CalendarDate } from '../../base/calendar';
import { assignmentKey } from '../units/assignments';
import { entriesInForce } from '../entries';
import { effectiveDeadline, extensionStates } from '../extensions';
import { ledgerAssignments, nextBatch, nextEntryId, type Ledger } from '../ledger';
import { LETTER_WORD, letterNumber } from '../letters';
import type {
  ActEntry,
  ExtensionDecision,
  ExtensionEntry,
  LetterEntry,
  LogAction,
  LogRecord,
  PeriodCode,
  Verification,
} from '../records';

/** One measure of one unit. */
export interface ActTarget {
  readonly measure: number;
  readonly unit: string;
}

/** Why an act cannot be entered; nothing was changed. */
export type ActFault =
  /** The unit owes no report on the measure. */
  | 'no-such-assignment'
  /** There is no claim to verify. */
  | 'nothing-reported'
  /** A return or an extension is sent back or refused with a reason. */
  | 'reason-missing'
  /** The measure has no deadline to extend. */
  | 'no-deadline'
  /** The deadline has passed: an extension is applied for before it. */
  | 'deadline-passed'
  /** The new deadline is not after the old one. */
  | 'not-later'
  /** No application is waiting for a decision. */
  | 'nothing-applied-for';

export class ActError extends Error {
  override readonly name = 'ActError';
  constructor(
    readonly code: ActFault,
    readonly target: ActTarget,
    /** The deadline in question. */
    readonly deadline: CalendarDate | null = null,
  ) {
    super(`${code} ${target.measure} ${target.unit}`);
  }
}

export interface Acted {
  readonly ledger: Ledger;
  /** `null` when nothing changed. */
  readonly batch: string | null;
  readonly added: readonly ActEntry[];
}

type WithoutPlace<Act extends ActEntry> = Act extends ActEntry ? Omit<Act, keyof EntryPlace> : never;
type EntryPlace = Pick<ActEntry, 'id' | 'batch' | 'at'>;

/** An act and the line it leaves in 操作记录. */
interface NewAct {
  readonly act: WithoutPlace<ActEntry>;
  readonly detail: string;
}

/** Adds acts as one batch, each with its log record. */
function withActs(ledger: Ledger, action: LogAction, acts: readonly NewAct[], at: string): Acted {
  if (acts.length === 0) return { ledger, batch: null, added: [] };
  const batch = nextBatch(ledger);
  const firstId = nextEntryId(ledger);
  const added = acts.map(({ act }, index): ActEntry => ({ ...act, id: firstId + index, batch, at }));
  const records = acts.map(({ detail }): LogRecord => ({ at, batch, action, file: '', detail }));
  const entries = appended(ledger.entries, added);
  return { ledger: { ...ledger, entries, log: [...ledger.log, ...records] }, batch, added };
}

function owed(ledger: Ledger, target: ActTarget): { readonly planned: CalendarDate | null } {
  const found = ledgerAssignments(ledger).find(
    ({ measure, unit }) => measure === target.measure && unit === target.unit,
  );
  if (found === undefined) throw new ActError('no-such-assignment', target);
  return { planned: found.deadline };
}

export interface VerificationAct extends ActTarget {
  readonly verification: Verification;
  /** Owed when a claim is sent back. */
  readonly reason: string;
}

const VERDICT_DETAIL: Readonly<Record<Verification, string>> = {
  pending: '改回待核实',
  sentBack: '退回',
  closed: '销号',
};

/** 核实、销号、退回: as one batch. @throws ActError */
export function verify(
  ledger: Ledger,
  verdicts: readonly VerificationAct[],
  on: CalendarDate,
  at: string,
): Acted {
  const inForce = entriesInForce(ledger.entries);
  const acts = verdicts.map(({ measure, unit, verification, reason }): NewAct => {
    const target = { measure, unit };
    owed(ledger, target);
    const report = inForce.get(assignmentKey(measure, unit));
    if (report === undefined) throw new ActError('nothing-reported', target);
    if (verification === 'sentBack' && reason.trim() === '') throw new ActError('reason-missing', target);
    return {
      act: { kind: 'verification', measure, unit, verification, reason, on, period: report.period },
      detail: described(target, VERDICT_DETAIL[verification], reason),
    };
  });
  return withActs(ledger, 'verification', acts, at);
}

function described({ measure, unit }: ActTarget, what: string, reason: string): string {
  return `第 ${measure} 项（${unit}）${what}${reason === '' ? '' : `：${reason}`}`;
}

export interface ExtensionApplication extends ActTarget {
  readonly newDeadline: CalendarDate;
  readonly reason: string;
}

const DECISION_DETAIL: Readonly<Record<ExtensionDecision, string>> = {
  pending: '申请延期',
  approved: '批准延期',
  refused: '不同意延期',
};

/** 申请延期: on or before the deadline in force, to a later day. @throws ActError */
export function applyForExtension(
  ledger: Ledger,
  { measure, unit, newDeadline, reason }: ExtensionApplication,
  on: CalendarDate,
  at: string,
): Acted {
  const target = { measure, unit };
  const extension = extensionStates(ledger.entries).get(assignmentKey(measure, unit));
  const oldDeadline = effectiveDeadline(owed(ledger, target).planned, extension);
  if (oldDeadline === null) throw new ActError('no-deadline', target);
  if (on > oldDeadline) throw new ActError('deadline-passed', target, oldDeadline);
  if (newDeadline <= oldDeadline) throw new ActError('not-later', target, oldDeadline);
  if (reason.trim() === '') throw new ActError('reason-missing', target);
  const days = { oldDeadline, newDeadline };
  return withExtension(ledger, { ...target, ...days, decision: 'pending', reason, on }, at);
}

/** 批准或不同意延期: decides on the application that waits. A refusal gives its reason. @throws ActError */
export function decideExtension(
  ledger: Ledger,
  target: ActTarget,
  decision: { readonly decision: 'approved' | 'refused'; readonly reason: string },
  on: CalendarDate,
  at: string,
): Acted {
  owed(ledger, target);
  const latest = extensionStates(ledger.entries).get(assignmentKey(target.measure, target.unit))?.latest;
  if (latest?.decision !== 'pending') throw new ActError('nothing-applied-for', target);
  if (decision.decision === 'refused' && decision.reason.trim() === '') {
    throw new ActError('reason-missing', target);
  }
  const { oldDeadline, newDeadline } = latest;
  return withExtension(ledger, { ...target, ...decision, oldDeadline, newDeadline, on }, at);
}

function withExtension(
  ledger: Ledger,
  extension: Omit<WithoutPlace<ExtensionEntry>, 'kind' | 'period'>,
  at: string,
): Acted {
  const { oldDeadline, newDeadline, decision, reason } = extension;
  const what = `${DECISION_DETAIL[decision]}（${oldDeadline} 至 ${newDeadline}）`;
  const act = { kind: 'extension', ...extension, period: ledger.settings.period } as const;
  return withActs(ledger, 'extension', [{ act, detail: described(extension, what, reason) }], at);
}

/** A letter to be remembered, of one unit. */
export type IssuedLetter = Pick<
  LetterEntry,
  'unit' | 'office' | 'letter' | 'stage' | 'year' | 'serial' | 'measures' | 'on'
>;

/** 发文: remembers the letters issued together, so that the next ones know how far matters have gone. */
export function issueLetters(
  ledger: Ledger,
  letters: readonly IssuedLetter[],
  at: string,
  period: PeriodCode = ledger.settings.period,
): Acted {
  const acts = letters.map((letter): NewAct => {
    const number = `${LETTER_WORD[letter.letter]}${letterNumber(letter)}`;
    const measures = letter.measures.length === 0 ? '' : `，第 ${letter.measures.join('、')} 项`;
    return {
      act: { kind: 'letter', ...letter, period },
      detail: `${number}，${letter.office}${measures}`,
    };
  });
  return withActs(ledger, 'letter', acts, at);
}
