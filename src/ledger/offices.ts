import type { CalendarDate } from '../plan/calendar';
import { ledgerAssignments, type Ledger } from './ledger';
import { returnDue } from './period';
import type { Assignment, PeriodCode, Unit, UnitDirectory } from './types';

/**
 * The office in charge of a unit's measure on a day: the unit itself, or once it is dissolved the office that took the
 * measure over. A successor that is itself succeeded is followed. The assignment keeps the plan's unit: so history does.
 */
export function officeInCharge(
  directory: UnitDirectory,
  { measure, unit }: Pick<Assignment, 'measure' | 'unit'>,
  on: CalendarDate,
): string {
  const byName = new Map(directory.units.map((one) => [one.name, one]));
  const passed = new Set<string>();
  let office = unit;
  while (!passed.has(office)) {
    passed.add(office);
    office = takenOverBy(byName.get(office), measure, on) ?? office;
  }
  return office;
}

function takenOverBy(unit: Unit | undefined, measure: number, on: CalendarDate): string | undefined {
  if (unit?.successor == null || on < unit.successor.from) return undefined;
  const split = unit.splits.find(({ measures }) => measures.includes(measure));
  return split?.office ?? unit.successor.name;
}

/** An office and the assignments it is in charge of. */
export interface OfficeCharge {
  readonly office: string;
  readonly assignments: readonly Assignment[];
}

/** Every office in charge of anything on a day, in the order of the directory's units. */
export function officesOn(ledger: Ledger, on: CalendarDate): readonly OfficeCharge[] {
  const order = new Map(ledger.directory.units.map(({ name }, index) => [name, index]));
  const charges = new Map<string, Assignment[]>();
  const assignments = ledgerAssignments(ledger).toSorted(
    (a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0) || a.measure - b.measure,
  );
  for (const assignment of assignments) {
    const office = officeInCharge(ledger.directory, assignment, on);
    const known = charges.get(office);
    if (known === undefined) charges.set(office, [assignment]);
    else known.push(assignment);
  }
  return [...charges].map(([office, held]) => ({ office, assignments: held }));
}

/** Who reports for a period: the offices in charge on the last day on which its returns are in time. */
export function officesOfPeriod(ledger: Ledger, period: PeriodCode): readonly OfficeCharge[] {
  return officesOn(ledger, returnDue(period, ledger.settings.returnWithinDays));
}
