import { isFlag, isOneOf, isText, isTexts } from '../parts/use-screen-state';
import { SCREEN_IDS, type ScreenId } from '../screens/registry';

/** The name under which the session keeps from where in the pane a cell was asked for. */
export const LOCATED = 'beside.located';

/** The control that a cell was asked for by, and what was open in front of its screen. */
export interface Located {
  /** What it leads to, and which of those that lead there it is. */
  readonly mark: string;
  readonly path: readonly string[];
  readonly screen: ScreenId;
  /** The clerk goes back to it. */
  readonly isWanted: boolean;
}

export function isLocated(value: unknown): value is Located {
  if (typeof value !== 'object' || value === null) return false;
  const { mark, path, screen, isWanted } = value as Partial<Record<keyof Located, unknown>>;
  return isText(mark) && isTexts(path) && isOneOf(SCREEN_IDS)(screen) && isFlag(isWanted);
}

const ALL = '[data-locates]';

function locators(pane: Element): readonly HTMLElement[] {
  return [...pane.querySelectorAll<HTMLElement>(ALL)];
}

/** By what a control that was used can be found again after the pane was drawn anew; `undefined` for one that leads to no cell. */
export function markOf(pane: Element, used: Element): string | undefined {
  const locator = used.closest<HTMLElement>(ALL);
  if (locator === null) return undefined;
  const { locates = '' } = locator.dataset;
  const alike = locators(pane).filter(({ dataset }) => dataset['locates'] === locates);
  return `${alike.indexOf(locator)} ${locates}`;
}

/** The control of a mark; the first that leads to the same where the others are gone. */
export function marked(pane: Element, mark: string): HTMLElement | undefined {
  const [at = '0', ...locates] = mark.split(' ');
  const alike = locators(pane).filter(({ dataset }) => dataset['locates'] === locates.join(' '));
  return alike[Number(at)] ?? alike[0];
}
