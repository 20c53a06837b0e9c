import { planLinkOf } from '../../plan/handed-down';
import { placeOf } from '../../plan/units/place';
import type { Plan } from '../../plan/plan';
import { PATH_SEPARATOR } from './levels';

/** The place a plan is carried out in: the one it was handed down to, else what its title and units say; empty where neither does. */
export function ownPlace(plan: Plan): string {
  const { stem, level } = placeOf(plan);
  return planLinkOf(plan)?.place ?? (stem === '' ? '' : `${stem}${level}`);
}

/** 湖北省/荆门市/京山县 for 荆门市/京山县: a place below as the tabs of the ledger above have it. */
export function heldPath(plan: Plan): (path: string) => string {
  const own = ownPlace(plan);
  return (path) => (own === '' ? path : `${own}${PATH_SEPARATOR}${path}`);
}

/** What `heldPath` was given. */
export function pathBelow(plan: Plan): (shown: string) => string {
  const own = `${ownPlace(plan)}${PATH_SEPARATOR}`;
  return (shown) => (shown.startsWith(own) ? shown.slice(own.length) : shown);
}
