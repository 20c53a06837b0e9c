import { officesOf, officesOfPeriod } from '../ledger/units/offices';
import { ledgerAssignments, type Ledger } from '../ledger/ledger';
import { periodEnd, periodRank, returnDue } from '../ledger/period';
import { periodsOf } from '../ledger/figures/trend';
import type { PeriodCode } from '../ledger/records';
import type { DerivedKind, TableRow } from './long-table';

type DerivedRow = TableRow & { readonly kind: DerivedKind };

/** A period and its place among all periods, by which it is compared. */
export function periodColumns(period: PeriodCode): Pick<TableRow, 'period' | 'period_rank'> {
  return { period, period_rank: periodRank(period) };
}

/**
 * What follows from a ledger and a query would otherwise have to work out by rules of the calendar and of names: what the plan
 * asks of whom, which periods there are and when their returns were due, and which offices were then in charge.
 */
export function derivedRows(ledger: Ledger): readonly DerivedRow[] {
  const { plan, directory, settings } = ledger;
  const sectionOf = new Map(plan.measures.map(({ no, section }) => [no, section]));
  return [
    ...plan.sections.map(({ no, title }, index): DerivedRow => ({
      ...{ kind: 'section', id: index + 1, section: no, text: title },
    })),
    ...plan.measures.map(({ no, section, text, deadline }, index): DerivedRow => ({
      ...{ kind: 'measure', id: index + 1, measure: no, section, text, deadline },
    })),
    ...ledgerAssignments(ledger).map(({ measure, unit, deadline }, index): DerivedRow => ({
      ...{ kind: 'assignment', id: index + 1, measure, unit, deadline },
      section: sectionOf.get(measure) ?? null,
    })),
    ...periodsOf(ledger).flatMap((period, index): readonly DerivedRow[] => {
      const charges = officesOfPeriod(ledger, period);
      const due = returnDue(period, settings.returnWithinDays);
      const columns = { ...periodColumns(period), on_date: periodEnd(period), deadline: due };
      return [
        { kind: 'period', id: index + 1, ...columns },
        ...directory.units.flatMap(({ name: unit }) =>
          officesOf(unit, charges).map((office): DerivedRow => ({
            ...{ kind: 'charge', unit, office, ...columns },
          })),
        ),
      ];
    }),
  ];
}
