import { must } from '../../base/invariant';
import { grouped } from '../../base/grouped';
import { onceFor } from '../../base/once-for';
import type { CalendarDate } from '../../base/calendar';
import type { Place } from '../../plan/units/place';
import { matchUnit, type UnitMatch, type UnitNames } from '../../plan/units/units';
import { assignmentsInForce } from '../extensions';
import type { Ledger } from '../ledger';
import { returnDue } from '../period';
import type { Assignment, PeriodCode, Unit, UnitDirectory } from '../records';

/**
 * The office in charge of a unit's measure on a day: the unit itself, or once it is dissolved the office that took the
 * measure over. A successor that is itself succeeded is followed. The assignment keeps the plan's unit: so history does.
 */
export function officeInCharge(
  directory: UnitDirectory,
  { measure, unit }: Pick<Assignment, 'measure' | 'unit'>,
  on: CalendarDate,
): string {
  return follow(byName(directory), { measure, unit }, on);
}

type UnitsByName = ReadonlyMap<string, Unit>;

const byName = onceFor(
  (directory: UnitDirectory): UnitsByName => new Map(directory.units.map((unit) => [unit.name, unit])),
);

function follow(
  units: UnitsByName,
  { measure, unit }: Pick<Assignment, 'measure' | 'unit'>,
  on: CalendarDate,
): string {
  const passed = new Set<string>();
  let office = unit;
  while (!passed.has(office)) {
    passed.add(office);
    office = takenOverBy(units.get(office), measure, on) ?? office;
  }
  return office;
}

function takenOverBy(unit: Unit | undefined, measure: number, on: CalendarDate): string | undefined {
  if (unit?.successor == null || on < unit.successor.from) return undefined;
  const split = unit.splits.find(({ measures }) => measures.includes(measure));
  return split?.office ?? unit.successor.name;
}

/** An office and the assignments it is in charge of, with the deadlines in force. */
export interface OfficeCharge {
  readonly office: string;
  readonly assignments: readonly Assignment[];
}

/** Every office in charge of anything on a day, in the order of the directory's units. */
export function officesOn(ledger: Ledger, on: CalendarDate): readonly OfficeCharge[] {
  const known = chargesByDay(ledger.directory)(assignmentsInForce(ledger));
  const found = known.get(on) ?? chargesOn(ledger, on);
  known.set(on, found);
  return found;
}

/** Those asked for of a directory and its assignments. */
const chargesByDay = onceFor((_directory: UnitDirectory) =>
  onceFor((_assignments: readonly Assignment[]) => new Map<CalendarDate, readonly OfficeCharge[]>()),
);

function chargesOn(ledger: Ledger, on: CalendarDate): readonly OfficeCharge[] {
  const order = new Map(ledger.directory.units.map(({ name }, index) => [name, index]));
  const units = byName(ledger.directory);
  const charges = new Map<string, Assignment[]>();
  const placed = assignmentsInForce(ledger)
    .map((assignment) => {
      const place = must(order.get(assignment.unit), `place of ${assignment.unit} in the directory`);
      return { place, assignment };
    })
    .sort((a, b) => a.place - b.place || a.assignment.measure - b.assignment.measure);
  for (const { assignment } of placed) {
    const office = follow(units, assignment, on);
    const known = charges.get(office);
    if (known === undefined) charges.set(office, [assignment]);
    else known.push(assignment);
  }
  return [...charges].map(([office, held]) => ({ office, assignments: held }));
}

/** Who reports for a period: the offices in charge on the last day on which its returns are in time. */
export function officesOfPeriod(ledger: Ledger, period: PeriodCode): readonly OfficeCharge[] {
  const known = chargesByPeriod(ledger);
  const found = known.get(period) ?? officesOn(ledger, returnDue(period, ledger.settings.returnWithinDays));
  known.set(period, found);
  return found;
}

/** Those asked for of a ledger: it is asked once for each of a thousand files. */
const chargesByPeriod = onceFor((_ledger: Ledger) => new Map<PeriodCode, readonly OfficeCharge[]>());

/** What an office is in charge of, by measure: several units' where it took over from them; empty where it is in charge of nothing. */
export function assignmentsHeld(charges: readonly OfficeCharge[], office: string): Held {
  return heldByOffice(charges).get(office) ?? NOTHING_HELD;
}

type Held = ReadonlyMap<number, readonly Assignment[]>;

const NOTHING_HELD: Held = new Map();

const heldByOffice = onceFor(
  (charges: readonly OfficeCharge[]): ReadonlyMap<string, Held> =>
    new Map(
      charges.map(({ office, assignments }) => [office, grouped(assignments, ({ measure }) => measure)]),
    ),
);

/**
 * Whose name this is among the offices in charge: their own names first, then those of units they took over from
 * (`successor`). A unit whose measures went to several offices is `ambiguous`.
 */
export function matchOffice(
  name: string,
  charges: readonly OfficeCharge[],
  { directory, place }: { readonly directory: UnitDirectory; readonly place: Place },
): UnitMatch | undefined {
  const units = byName(directory);
  const names = charges.map(
    ({ office }): UnitNames => units.get(office) ?? { name: office, shortNames: [], successor: null },
  );
  const own = matchUnit(name, names, place);
  if (own !== undefined) return own;
  const former = matchUnit(name, directory.units, place);
  if (former === undefined || 'ambiguous' in former) return former;
  const offices = officesOf(former.unit, charges);
  const [office] = offices;
  if (office === undefined) return undefined;
  return offices.length > 1 ? { ambiguous: offices } : { unit: office, how: 'successor' };
}

/** The offices that a unit's measures are with, the unit itself among them while it stands. */
export function officesOf(unit: string, charges: readonly OfficeCharge[]): readonly string[] {
  return officesByUnit(charges).get(unit) ?? [];
}

const officesByUnit = onceFor((charges: readonly OfficeCharge[]): ReadonlyMap<string, readonly string[]> => {
  const offices = new Map<string, string[]>();
  for (const { office, assignments } of charges) {
    for (const unit of new Set([office, ...assignments.map((one) => one.unit)])) {
      const known = offices.get(unit);
      if (known === undefined) offices.set(unit, [office]);
      else known.push(office);
    }
  }
  return offices;
});
