import { toSerial } from '../../base/calendar';
import type { MeasureState } from '../fold';
import type { LedgerSettings } from '../records';
import { LIGHT, ruleOf } from '../stated-rules';

/** Each colour's meaning stands with the rule `LIGHT`. */
export type Light = 'red' | 'yellow' | 'blue' | 'green';

const light = ruleOf(LIGHT);

/** The light of a measure; what it says stands in words beside it. */
export function lightOf(
  { timeliness, standing, deadline, report, verification }: MeasureState,
  { asOf, slowStartDays }: Pick<LedgerSettings, 'asOf' | 'slowStartDays'>,
): Light {
  return light({
    timeliness,
    standing,
    deadline: deadline === null ? null : toSerial(deadline),
    asOf: toSerial(asOf),
    slowStartDays,
    problems: report?.problems ?? null,
    verification,
  });
}
