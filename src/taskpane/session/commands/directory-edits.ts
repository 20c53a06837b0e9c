import type { Unit, UnitDirectory } from '../../../ledger/records';

/** The directory with one unit as edited; its name stays, since the plan gives it. */
export function withUnit(directory: UnitDirectory, name: string, edit: (unit: Unit) => Unit): UnitDirectory {
  return {
    ...directory,
    units: directory.units.map((unit) => (unit.name === name ? { ...edit(unit), name } : unit)),
  };
}

/** A unit joins or leaves a group; members stand in the order of the directory. */
export function withMember(
  directory: UnitDirectory,
  groupName: string,
  unit: string,
  isMember: boolean,
): UnitDirectory {
  const groups = directory.groups.map((group) => {
    if (group.name !== groupName) return group;
    const members = directory.units
      .map(({ name }) => name)
      .filter((name) => (name === unit ? isMember : group.members.includes(name)));
    return { ...group, members };
  });
  return { ...directory, groups };
}
