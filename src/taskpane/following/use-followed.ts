import { useEffect } from 'react';
import type { Commands } from '../session/commands/session-commands';
import type { Asked } from './followed';

/**
 * Asks the workbook beside the pane to show what the screen is about, as long as the screen is there. The clerk may turn to
 * another tab meanwhile: only what is asked anew brings the asked one in front.
 */
export function useFollowed(
  commands: Pick<Commands, 'showBeside'>,
  { tab, why, measures, rows }: Asked,
): void {
  const { showBeside } = commands;
  const only = JSON.stringify({
    measures: measures === null ? null : [...new Set(measures)],
    ...(rows === undefined ? {} : { rows: [...new Set(rows)] }),
  });
  useEffect(() => {
    showBeside({ tab, why, ...(JSON.parse(only) as Pick<Asked, 'measures' | 'rows'>) });
  }, [showBeside, tab, why, only]);
}
