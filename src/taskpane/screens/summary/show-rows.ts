import type { Commands } from '../../session/commands/session-commands';
import { FIGURE_ASKED, askedText, type AskedFigure } from './figure-rows';

/** The name under which the session keeps which place below was opened. */
export const PLACE_OPENED = 'places.path';

/** From any screen to the rows that a figure counts. */
export function showRows(
  { go, showPart, fillIn }: Pick<Commands, 'go' | 'showPart' | 'fillIn'>,
  asked: AskedFigure,
): void {
  showPart('figures');
  fillIn(PLACE_OPENED, '');
  fillIn(FIGURE_ASKED, askedText(asked));
  go('summary');
}
