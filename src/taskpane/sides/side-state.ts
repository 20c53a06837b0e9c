import { isCount, isFlag, isOneOf } from '../parts/use-screen-state';
import type { ScreenState } from '../session/session';

/** The names under which the session keeps how pane and workbook share the window. */
export const SIDE = { width: 'beside.width', isFolded: 'beside.folded', front: 'beside.front' } as const;

export const FRONTS = ['pane', 'workbook'] as const;
/** Which of both is seen where there is room for one. */
export type Front = (typeof FRONTS)[number];

/** Of the pane, in px. */
export const PANE_PX = { least: 300, usual: 380, most: 900 } as const;

export interface Sides {
  readonly width: number;
  readonly isFolded: boolean;
  readonly front: Front;
}

export function paneWidth(pixels: number): number {
  return Math.round(Math.min(PANE_PX.most, Math.max(PANE_PX.least, pixels)));
}

export function sidesOf(state: ScreenState): Sides {
  const { [SIDE.width]: width, [SIDE.isFolded]: isFolded, [SIDE.front]: front } = state;
  return {
    width: isCount(width) ? paneWidth(width) : PANE_PX.usual,
    isFolded: isFlag(isFolded) && isFolded,
    front: isOneOf(FRONTS)(front) ? front : 'pane',
  };
}

/** The state once the pane is to be read: unfolded, and in front where there is room for one. */
export function withPane(state: ScreenState): ScreenState {
  const { isFolded, front } = sidesOf(state);
  return isFolded || front !== 'pane' ? { ...state, [SIDE.isFolded]: false, [SIDE.front]: 'pane' } : state;
}

/** How the window is shared is the clerk's own, whichever ledger is open. */
export function sharedAsBefore(state: ScreenState): ScreenState {
  const kept = [SIDE.width, SIDE.isFolded].filter((name) => name in state);
  return Object.fromEntries(kept.map((name) => [name, state[name]]));
}
