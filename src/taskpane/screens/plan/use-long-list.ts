import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { drawnRows } from '../../parts/drawn-rows';

const OVERSCAN_ROWS = 4;

interface LongListOptions {
  readonly count: number;
  /** Pixels of a row that was not drawn yet. */
  readonly estimate: number;
  /** The row the keyboard is at: drawn wherever it is; −1 for none. */
  readonly at: number;
  /** The row to bring into sight, and to where; −1 for none. */
  readonly shown: number;
  readonly align: 'start' | 'auto';
}

/** A list that keeps only the rows in view in the document; each row is as high as its content. */
export function useLongList({ count, estimate, at, shown, align }: LongListOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- it warns those who build with React Compiler; we do not.
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: OVERSCAN_ROWS,
    rangeExtractor: (range: Range) => drawnRows(range, at),
    useFlushSync: false,
  });
  useEffect(() => {
    if (shown >= 0) rows.scrollToIndex(shown, { align });
  }, [rows, shown, align]);
  return { scroller, rows };
}
