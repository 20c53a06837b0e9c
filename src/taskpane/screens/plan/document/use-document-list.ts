import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Measure } from '../../../../plan/plan';
import type { DocumentPiece } from './document-blocks';
import { useLongList } from '../use-long-list';

const LINE_PX = 52;

interface DocumentListOptions {
  readonly pieces: readonly DocumentPiece[];
  readonly measures: readonly Measure[];
  readonly selected: number | null;
  readonly onSelect: (no: number) => void;
}

/** The pieces in view, the one at which the keyboard is, and where a key leads from there. */
export function useDocumentList({ pieces, measures, selected, onSelect }: DocumentListOptions) {
  const [moved, setMoved] = useState<number | null>(null);
  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    setSeen(selected);
    setMoved(selected);
  }
  const at = moved ?? measures[0]?.no ?? null;
  const stop = pieces.findIndex(({ measure }) => measure !== null && measure.no === at);
  const list = useLongList({
    count: pieces.length,
    estimate: LINE_PX,
    at: stop,
    shown: moved === null ? -1 : stop,
    align: 'auto',
  });
  const { scroller } = list;
  const takesFocus = useRef(false);
  useEffect(() => {
    // Only now is the measure that a key led to drawn.
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [moved, scroller]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbour(event.key, measures, at);
    if (next !== undefined) {
      takesFocus.current = true;
      setMoved(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && at !== null) onSelect(at);
    else return;
    event.preventDefault();
  };
  return { ...list, stop, moveTo: setMoved, onKeyDown };
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
