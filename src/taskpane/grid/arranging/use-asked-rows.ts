import { useMemo } from 'react';
import { isFollowed, type Followed } from '../../following/followed';
import type { GridCommands } from '../../session/commands/grid-commands';
import type { Arrangement } from './arrangement';
import { useArrangements } from './use-arrangement';

/**
 * How the clerk looks at the tabs, and of one of them the rows that the pane asks for.
 * @param front The tab in front. @param asked What the session keeps of it.
 */
export function useAskedRows(front: string, asked: unknown, commands: GridCommands) {
  const arrangements = useArrangements(commands);
  const followed = isFollowed(asked) ? asked : null;
  const of = (tab: string): Arrangement => ({ ...arrangements.of(tab), only: rowsOf(followed, tab) });
  const [own, only] = [arrangements.of(front), rowsOf(followed, front)];
  const arrangement = useMemo(() => ({ ...own, only }), [own, only]);
  const arrange = (next: Arrangement): void => {
    arrangements.arrange(front, next);
    if (next.only === null && only !== null && followed !== null) commands.showAll(followed, true);
  };
  const isOfFront = followed !== null && followed.tab === front && onlyOf(followed) !== null;
  return { of, arrangement, arrange, followed: isOfFront ? followed : null };
}

function rowsOf(followed: Followed | null, tab: string): readonly number[] | null {
  return followed !== null && followed.tab === tab && !followed.isOff ? onlyOf(followed) : null;
}

function onlyOf({ measures, rows }: Followed): readonly number[] | null {
  return measures ?? rows ?? null;
}
