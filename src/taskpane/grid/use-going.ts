import { useRef, useState } from 'react';
import type { GridCommands } from '../session/commands/grid-commands';
import type { Hit } from './finding/find-cells';
import type { CellPlace } from './selecting/selection';
import type { Goal } from './use-goals';

/** Going to cells of any tab, and where the clerk is. @param front The tab in front. */
export function useGoing(front: string, commands: GridCommands) {
  const [goal, setGoal] = useState<Goal | null>(null);
  const answeredGoal = useRef(0);
  const here = useRef<Hit>({ sheet: '', row: 1, column: 1 });
  const goTo = (hit: Hit, isQuiet: boolean, to?: CellPlace): void => {
    if (hit.sheet !== front) commands.turn(hit.sheet);
    setGoal((last) => ({
      hit,
      isQuiet,
      asked: (last?.asked ?? 0) + 1,
      ...(to === undefined ? {} : { to }),
    }));
  };
  return { goal: goal?.hit.sheet === front ? goal : null, answeredGoal, here, goTo };
}
