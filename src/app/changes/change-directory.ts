import { logged } from '../../ledger/change/changes';
import type { Unit, UnitDirectory } from '../../ledger/records';
import { TAB } from '../../sheets/words';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

export interface UnitInput {
  /** The unit by its name, which stays: the plan gives it. */
  readonly unit: string;
  /** Made on what the unit is by then. */
  readonly edit: (unit: Unit) => Unit;
}

/** 单位目录: one unit as edited. */
export function changeUnit(opened: OpenedLedger, { unit: name, edit }: UnitInput): Revision {
  const { directory } = opened.ledger;
  const units = directory.units.map((unit) => (unit.name === name ? { ...edit(unit), name } : unit));
  return withDirectory(opened, { ...directory, units }, name);
}

export interface MemberInput {
  readonly group: string;
  readonly unit: string;
  readonly isMember: boolean;
}

/** 单位目录: a unit joins or leaves a group; members stand in the order of the directory. */
export function changeMember(opened: OpenedLedger, { group: name, unit, isMember }: MemberInput): Revision {
  const { directory } = opened.ledger;
  const groups = directory.groups.map((group) => {
    if (group.name !== name) return group;
    const members = directory.units
      .map((one) => one.name)
      .filter((one) => (one === unit ? isMember : group.members.includes(one)));
    return { ...group, members };
  });
  return withDirectory(opened, { ...directory, groups }, name);
}

/** The log names the unit or group that was edited. */
function withDirectory({ ledger, at }: OpenedLedger, directory: UnitDirectory, edited: string): Revision {
  return { ledger: logged({ ...ledger, directory }, 'settings', `${TAB.units}：${edited}`, at) };
}
