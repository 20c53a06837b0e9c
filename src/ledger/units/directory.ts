import type { Plan } from '../../plan/plan';
import { leadUnitsOf } from '../../plan/parse';
import { yearOf } from '../../base/calendar';
import { placeOf, type Place } from '../../plan/units/place';
import { knownUnit } from '../../plan/units/units';
import { leadGroupsOf } from './assignments';
import type { Unit, UnitDirectory } from '../records';

/** A group of the plan's own units (各牵头单位, 市直各部门); others (各县市区人民政府) stand for offices outside its list. */
const OWN_GROUP = /(?:单位|部门)$/u;

/** Short names and successor of a unit; a plan that begins after a reform names the offices as the reform left them. */
function namesFor(plan: Plan, place: Place, name: string): ReturnType<typeof knownUnit> {
  const { shortNames, successor } = knownUnit(name, place);
  const isBefore = successor !== null && plan.years.from > 0 && plan.years.from < yearOf(successor.from);
  return { shortNames, successor: isBefore ? successor : null };
}

/**
 * The directory a new ledger starts with: the plan's lead units with the names and successors known for them. A group of
 * such units holds all of them, any other nobody, until the clerk says otherwise.
 */
export function initialDirectory(plan: Plan): UnitDirectory {
  const names = leadUnitsOf(plan);
  const place = placeOf(plan);
  const groups = new Set(plan.measures.flatMap(leadGroupsOf));
  return {
    units: names.map((name): Unit => ({ name, contact: '', splits: [], ...namesFor(plan, place, name) })),
    groups: [...groups].map((name) => ({ name, members: OWN_GROUP.test(name) ? names : [] })),
  };
}
