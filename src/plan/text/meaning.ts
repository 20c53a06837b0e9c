import { squeeze } from '../../base/fold-text';
import type { Measure } from '../plan';

/** What a measure says, however it is written: to see whether two say the same. */
export function meaningOf(measure: Measure): string {
  const { text, leadUnits, leadGroup, supportUnits, deadline, deadlineKind, milestones } = measure;
  return JSON.stringify([
    squeeze(text),
    leadUnits,
    leadGroup,
    supportUnits,
    deadline,
    deadlineKind,
    milestones,
  ]);
}
