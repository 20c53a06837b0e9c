import { useEffect } from 'react';
import type { Commands } from '../session/commands/session-commands';
import type { Asked } from './followed';

/**
 * Asks the workbook beside the pane to show what the screen is about, as long as the screen is there. The clerk may turn to
 * another tab meanwhile: only what is asked anew brings the asked one in front.
 */
export function useFollowed(commands: Pick<Commands, 'showBeside'>, { tab, why, measures }: Asked): void {
  const { showBeside } = commands;
  const numbers = measures === null ? null : JSON.stringify([...new Set(measures)]);
  useEffect(() => {
    showBeside({ tab, why, measures: numbers === null ? null : (JSON.parse(numbers) as readonly number[]) });
  }, [showBeside, tab, why, numbers]);
}
