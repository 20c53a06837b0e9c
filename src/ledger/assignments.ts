import type { Measure, Plan } from '../plan/types';
import type { Assignment, UnitDirectory } from './types';

/** Key of an assignment in maps: one measure × one unit. */
export function assignmentKey(measure: number, unit: string): string {
  return `${measure}@${unit}`;
}

/** The units that owe a report on a measure: those its clause names, or the members of the group it names. */
export function responsibleUnits(measure: Measure, directory: UnitDirectory): readonly string[] {
  if (measure.leadGroup === null) return measure.leadUnits;
  return directory.groups.find((group) => group.name === measure.leadGroup)?.members ?? [];
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
