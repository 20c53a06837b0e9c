import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Measure } from '../../../plan/types';

/** The measure at which the keyboard is in the document, and where a key leads from it. */
export function useDocumentStop(
  measures: readonly Measure[],
  selected: number | null,
  onSelect: (no: number) => void,
) {
  const [moved, setMoved] = useState<number | null>(null);
  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    setSeen(selected);
    setMoved(selected);
  }
  const takesFocus = useRef(false);
  const at = moved ?? measures[0]?.no ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbour(event.key, measures, at);
    if (next !== undefined) {
      takesFocus.current = true;
      setMoved(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && at !== null) onSelect(at);
    else return;
    event.preventDefault();
  };
  return { at, moved, moveTo: setMoved, onKeyDown, takesFocus };
}

/** Once a key has led on, the focus follows: the measure is drawn only then. */
export function useFocusAfterMove(
  at: number | null,
  takesFocus: RefObject<boolean>,
  scroller: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [at, takesFocus, scroller]);
}

/** The number of the measure that a key leads to. */
function neighbour(key: string, measures: readonly Measure[], at: number | null): number | undefined {
  const index = measures.findIndex(({ no }) => no === at);
  switch (key) {
    case 'ArrowDown':
      return measures[Math.min(index + 1, measures.length - 1)]?.no;
    case 'ArrowUp':
      return measures[Math.max(index - 1, 0)]?.no;
    case 'Home':
      return measures[0]?.no;
    case 'End':
      return measures.at(-1)?.no;
    default:
      return undefined;
  }
}
