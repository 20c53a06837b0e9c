import { useLayoutEffect, useState, type RefObject } from 'react';
import { selectedRange, moved, type CellPlace, type GridShape, type Move, type Selection } from './selection';
import type { SheetGridModel } from './sheet-grid-model';

function joined(shape: GridShape, { row, column }: CellPlace): CellPlace {
  const merge = shape.mergeAt(row, column);
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}

function within(shape: GridShape, { row, column }: CellPlace): CellPlace {
  const nearest = shape.columns.findLast((one) => one <= column) ?? shape.columns[0] ?? 1;
  return { row: Math.min(shape.rows, Math.max(1, row)), column: nearest };
}

export type GridSelection = ReturnType<typeof useGridSelection>;

/** The selected cells of a tab, and the ways to select others. */
export function useGridSelection(model: SheetGridModel, initial: CellPlace) {
  const shape: GridShape = {
    rows: model.rowCount,
    columns: model.columns.map(({ at }) => at),
    mergeAt: (row, column) => model.mergeAt(row, column),
  };
  const start = joined(shape, within(shape, initial));
  const [chosen, setChosen] = useState<Selection & { readonly moves: number }>({
    anchor: start,
    focus: start,
    moves: 0,
  });
  const setSelection = (next: Selection) => setChosen(({ moves }) => ({ ...next, moves: moves + 1 }));
  // The tab may have fewer rows than when the cell was chosen.
  const selection = { anchor: within(shape, chosen.anchor), focus: within(shape, chosen.focus) };

  const [first = 1] = shape.columns;
  const last = shape.columns.at(-1) ?? 1;
  const select = (place: CellPlace, isExtending = false): CellPlace => {
    const focus = joined(shape, within(shape, place));
    setSelection({ anchor: isExtending ? selection.anchor : focus, focus });
    return focus;
  };

  return {
    selection,
    range: selectedRange(shape, selection),
    /** Grows with every choice, also of the same cell: the keyboard then goes there. */
    moves: chosen.moves,
    select,
    move: (move: Move, isExtending: boolean, pageRows: number) =>
      select(moved(shape, selection.focus, move, pageRows), isExtending),
    selectRow: (row: number) =>
      setSelection({ anchor: { row, column: last }, focus: { row, column: first } }),
    selectAll: () =>
      setSelection({ anchor: { row: shape.rows, column: last }, focus: { row: 1, column: first } }),
  };
}

/** The keyboard is at the cell chosen last; not before one was chosen, nor while one is written in. */
export function useCellFocus(
  scroller: RefObject<HTMLElement | null>,
  { moves, selection: { focus } }: Pick<GridSelection, 'moves' | 'selection'>,
  isEditing: boolean,
): void {
  useLayoutEffect(() => {
    if (moves === 0 || isEditing) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${focus.row}"] [data-column="${focus.column}"]`)
      ?.focus({ preventScroll: true });
  }, [scroller, moves, isEditing, focus.row, focus.column]);
}
