import { usePicks } from '../../parts/use-picks';
import type { PeriodCode } from '../../../ledger/records';
import type { OwedForm } from './form-choices';

/** Which units get a form: all, until the clerk leaves some out. */
export function usePickedUnits(forms: readonly OwedForm[], period: PeriodCode) {
  const { isPicked, pick } = usePicks(`issue.leftOut.${period}`, 'everything');
  const picked = forms.filter(({ office }) => isPicked(office)).map(({ office }) => office);
  return { picked, isPicked, pick };
}
