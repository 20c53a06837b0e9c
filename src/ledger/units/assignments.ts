import type { Measure, Plan } from '../../plan/plan';
import type { Assignment, UnitDirectory } from '../records';

/** Key of an assignment in maps: one measure × one unit. */
export function assignmentKey(measure: number, unit: string): string {
  return `${measure}@${unit}`;
}

/** Collective names stand in one field, parted as the plan parts names. */
export function leadGroupsOf(measure: Measure): readonly string[] {
  return measure.leadGroup?.split('、') ?? [];
}

/** The units that owe a report on a measure: those its clause names, and the members of the groups it names. */
export function responsibleUnits(measure: Measure, directory: UnitDirectory): readonly string[] {
  const members = leadGroupsOf(measure).flatMap(
    (name) => directory.groups.find((group) => group.name === name)?.members ?? [],
  );
  return [...new Set([...measure.leadUnits, ...members])];
}

/** Whom a measure is led by, in the plan's words. */
export function leadersText(measure: Measure): string {
  return [...measure.leadUnits, ...leadGroupsOf(measure)].join('、');
}

/** 应报项, in the order of the plan; the Jingmen plan has 205 while both groups hold all 33 units. */
export function assignmentsOf(plan: Plan, directory: UnitDirectory): readonly Assignment[] {
  return plan.measures.flatMap((measure) =>
    responsibleUnits(measure, directory).map((unit) => ({
      measure: measure.no,
      unit,
      deadline: measure.deadline,
    })),
  );
}
