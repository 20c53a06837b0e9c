import type { ActTarget } from '../../../../ledger/change/acts';
import { assignmentKey } from '../../../../ledger/units/assignments';
import { liveEntries } from '../../../../ledger/entries';
import { foldLedger, type AssignmentState } from '../../../../ledger/fold';
import type { Ledger } from '../../../../ledger/ledger';
import type { Standing } from '../../../../ledger/figures/timeliness';
import type { Verification } from '../../../../ledger/records';
import type { CalendarDate } from '../../../../base/calendar';

/** What a unit reports of a measure, and what the office found it to be worth. */
export interface Claim extends ActTarget {
  readonly key: string;
  readonly text: string;
  readonly standing: Standing;
  readonly completedOn: CalendarDate | null;
  readonly progress: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly evidence: string;
  readonly remark: string;
  readonly verification: Verification;
  /** Why it was sent back; empty when it was not. */
  readonly reason: string;
  /** It was closed, and the unit has since claimed something else. */
  readonly isReopened: boolean;
}

/** Which claims are shown. Claims of completion come first, because only those can be closed. */
export const CLAIM_KINDS = ['done', 'pending', 'sentBack', 'closed'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Every report in force, in the plan's order. */
export function claimsOf(ledger: Ledger): readonly Claim[] {
  const texts = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const reasons = new Map(
    liveEntries(ledger.entries).flatMap((entry) =>
      entry.kind === 'verification'
        ? [[assignmentKey(entry.measure, entry.unit), entry.reason] as const]
        : [],
    ),
  );
  return foldLedger(ledger).assignments.flatMap((state) => claimOf(state, texts, reasons));
}

function claimOf(
  { assignment: { measure, unit }, entry, standing, verification, isReopened }: AssignmentState,
  texts: ReadonlyMap<number, string>,
  reasons: ReadonlyMap<string, string>,
): readonly Claim[] {
  if (entry === null || verification === null) return [];
  const key = assignmentKey(measure, unit);
  const { completedOn, progress, problems, nextSteps, evidence, remark } = entry.report;
  const reason = verification === 'sentBack' ? (reasons.get(key) ?? '') : '';
  const text = texts.get(measure) ?? '';
  const claim = {
    measure,
    unit,
    text,
    standing,
    completedOn,
    progress,
    problems,
    nextSteps,
    evidence,
    remark,
  };
  return [{ key, ...claim, verification, reason, isReopened }];
}

export function isOfKind({ verification, standing }: Claim, kind: ClaimKind): boolean {
  if (kind === 'done') return verification === 'pending' && standing === 'done';
  return verification === kind;
}
