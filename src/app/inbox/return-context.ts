import { earlierAnswers, type EarlierAnswer } from '../../ledger/earlier-answers';
import type { Ledger } from '../../ledger/ledger';
import { officesOfPeriod, type OfficeCharge } from '../../ledger/units/offices';
import type { PeriodCode } from '../../ledger/records';
import { placeOf } from '../../plan/units/place';
import type { ReturnContext } from '../../returns/checked-return';

/**
 * What the rules across periods and units need of a ledger; built once for any number of files.
 * @param hasLedger `false` where the ledger was only made up from a plan, to hold a form against.
 */
export function returnContext(ledger: Ledger, hasLedger = true): ReturnContext {
  const charges = new Map<PeriodCode, readonly OfficeCharge[]>();
  const offices = (period: PeriodCode) => {
    const known = charges.get(period) ?? officesOfPeriod(ledger, period);
    charges.set(period, known);
    return known;
  };
  const earlier = (measure: number, office: string, before: PeriodCode): EarlierAnswer | undefined => {
    const charge = offices(before).find((one) => one.office === office);
    const held = (charge?.assignments ?? []).filter((assignment) => assignment.measure === measure);
    return earlierAnswers(ledger, before)(
      measure,
      held.map(({ unit }) => unit),
    );
  };
  return {
    plan: ledger.plan,
    directory: ledger.directory,
    place: placeOf(ledger.plan),
    offices,
    period: ledger.settings.period,
    hasLedger,
    asOf: ledger.settings.asOf,
    lastReport: (measure, office, before) => earlier(measure, office, before)?.entry,
    sentBack: (measure, office, before) => earlier(measure, office, before)?.sentBack,
    isClosed: (measure, office, period) => earlier(measure, office, period)?.isClosed ?? false,
  };
}
