import { useState } from 'react';
import type { OwedForm } from './forms';

/** Which units get a form: all, until the clerk leaves some out. */
export function usePickedUnits(forms: readonly OwedForm[]) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const picked = forms.filter(({ unit }) => !leftOut.has(unit)).map(({ unit }) => unit);
  const pick = (units: readonly string[], isPicked: boolean) => {
    const next = new Set(leftOut);
    for (const unit of units) {
      if (isPicked) next.delete(unit);
      else next.add(unit);
    }
    setLeftOut(next);
  };
  return { picked, isPicked: (unit: string) => !leftOut.has(unit), pick };
}
