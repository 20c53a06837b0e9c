import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { drawnRows } from '../parts/drawn-rows';
import { GUTTER_PX } from './GridRow';
import { LETTERS_PX } from './Letters';
import type { CellPlace } from './selecting/selection';
import type { SheetGridModel } from './sheet-grid-model';

const OVERSCAN_ROWS = 6;
/** What stays in view may take this part of it; in a narrow pane the rest would not be seen. */
const MOST_FROZEN = 0.5;

export type GridScroll = ReturnType<typeof useGridScroll>;

/** The part of a tab that is drawn: the rows in view and, wherever it is, the one the keyboard is at. */
export function useGridScroll(model: SheetGridModel, focusRow: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useSize(scroller);
  const frozen = frozenPart(model, view);
  const headHeight = LETTERS_PX + model.rowTop(frozen.rows + 1);
  // eslint-disable-next-line react-hooks/incompatible-library -- it warns those who build with React Compiler; we do not.
  const rows = useVirtualizer({
    count: model.rowCount - frozen.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => model.rowHeight(frozen.rows + 1 + index),
    paddingStart: headHeight,
    overscan: OVERSCAN_ROWS,
    rangeExtractor: (range: Range) => drawnRows(range, focusRow - frozen.rows - 1),
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    rows.measure();
  }, [rows, model, frozen.rows]);

  const scrollTo = ({ row, column }: CellPlace): void => {
    const element = scroller.current;
    if (element === null) return;
    const top = rows.measurementsCache[row - frozen.rows - 1]?.start;
    if (top !== undefined) {
      const height = Math.min(model.rowHeight(row), element.clientHeight - headHeight);
      element.scrollTop = nearest(element.scrollTop, element.clientHeight, headHeight, top, height);
    }
    const shown = model.columns.findIndex(({ at }) => at === column);
    const { left = 0, width = 0 } = model.columns[shown] ?? {};
    if (shown < frozen.columns) return;
    const stays = GUTTER_PX + frozen.width;
    const { clientWidth, scrollLeft } = element;
    element.scrollLeft = nearest(
      scrollLeft,
      clientWidth,
      stays,
      GUTTER_PX + left,
      Math.min(width, clientWidth - stays),
    );
  };

  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  return {
    scroller,
    rows,
    frozen,
    headHeight,
    scrollTo,
    view,
    pageRows: Math.max(1, endIndex - startIndex - 1),
  };
}

/** The scroll position nearest to the present one at which a part lies in view, beside what stays in view. */
function nearest(now: number, viewed: number, stays: number, start: number, size: number): number {
  if (start - stays < now) return start - stays;
  return start + size > now + viewed ? start + size - viewed : now;
}

function frozenPart(model: SheetGridModel, view: Size) {
  const { rows, columns } = model.freeze;
  const shown = model.columns.filter(({ at }) => at <= columns);
  const last = shown.at(-1);
  const width = last === undefined ? 0 : last.left + last.width;
  const fitsAcross = view.width === 0 || width + GUTTER_PX <= view.width * MOST_FROZEN;
  const fitsDown = view.height === 0 || model.rowTop(rows + 1) + LETTERS_PX <= view.height * MOST_FROZEN;
  return {
    rows: fitsDown ? rows : 0,
    columns: fitsAcross ? shown.length : 0,
    width: fitsAcross ? width : 0,
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function useSize(element: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const observed = element.current;
    if (observed === null) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: observed.clientWidth, height: observed.clientHeight }),
    );
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
