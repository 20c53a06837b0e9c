import { closest, distance } from 'fastest-levenshtein';
import type { Ledger } from '../../ledger/ledger';
import { matchOffice, type OfficeCharge } from '../../ledger/units/offices';
import type { Unit } from '../../ledger/records';
import { placeOf } from '../../plan/units/place';
import { matchUnit, type UnitMatch } from '../../plan/units/units';

/** A name that is no unit of the ledger, or could be several. */
export class UnknownUnitError extends Error {
  override readonly name = 'UnknownUnitError';
  constructor(
    readonly unit: string,
    readonly suggestions: readonly string[],
  ) {
    super(unit);
  }
}

/** The office in charge that a name means. @throws UnknownUnitError */
export function officeNamed(ledger: Ledger, charges: readonly OfficeCharge[], name: string): string {
  const offices = charges.map(({ office }) => office);
  const { directory, plan } = ledger;
  return settled(name, matchOffice(name, charges, { directory, place: placeOf(plan) }), offices);
}

/** The one of these units of a ledger that a name means. @throws UnknownUnitError */
export function unitNamed({ plan }: Ledger, units: readonly Unit[], name: string): string {
  const names = units.map((unit) => unit.name);
  return settled(name, matchUnit(name, units, placeOf(plan)), names);
}

function settled(name: string, match: UnitMatch | undefined, known: readonly string[]): string {
  if (match !== undefined && 'unit' in match) return match.unit;
  const near = closest(name, known);
  const suggestions = match?.ambiguous ?? (distance(name, near) <= Math.ceil(name.length / 2) ? [near] : []);
  throw new UnknownUnitError(name, suggestions);
}
