import { daysBetween } from '../../base/calendar';
import type { MeasureState } from '../fold';
import type { LedgerSettings } from '../records';

/** 红 overdue · 黄 not begun with little time left, sent back, or with problems · 蓝 due soon · 绿 done or on track. */
export type Light = 'red' | 'yellow' | 'blue' | 'green';

/** The light of a measure; what it says stands in words beside it. */
export function lightOf(
  state: MeasureState,
  { asOf, slowStartDays }: Pick<LedgerSettings, 'asOf' | 'slowStartDays'>,
): Light {
  if (state.timeliness === 'overdue') return 'red';
  if (state.standing === 'done') return 'green';
  const notBegun = state.standing === 'notStarted' || state.standing === 'notReported';
  const isShort = state.deadline !== null && daysBetween(asOf, state.deadline) < slowStartDays;
  const hasProblems = (state.report?.problems ?? '') !== '' || state.verification === 'sentBack';
  if ((notBegun && isShort) || hasProblems) return 'yellow';
  return state.timeliness === 'dueSoon' ? 'blue' : 'green';
}
