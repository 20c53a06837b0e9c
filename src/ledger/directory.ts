import type { Plan } from '../plan/types';
import { leadUnitsOf } from '../plan/parse';
import { knownUnit } from '../plan/units';
import type { Unit, UnitDirectory } from './types';

/**
 * The directory a new ledger starts with: the plan's lead units with the names and successors known for them; every
 * group the plan names holds all of them until the clerk says otherwise.
 */
export function initialDirectory(plan: Plan): UnitDirectory {
  const names = leadUnitsOf(plan);
  const groups = new Set(plan.measures.flatMap(({ leadGroup }) => (leadGroup === null ? [] : [leadGroup])));
  return {
    units: names.map((name): Unit => ({ name, contact: '', ...knownUnit(name) })),
    groups: [...groups].map((name) => ({ name, members: names })),
  };
}
