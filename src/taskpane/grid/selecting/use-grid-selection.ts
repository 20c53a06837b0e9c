import { useLayoutEffect, useState, type RefObject } from 'react';
import { selectedRange, moved, type CellPlace, type GridShape, type Move, type Selection } from './selection';
import type { SheetGridModel } from '../sheet-grid-model';

function joined(shape: GridShape, { row, column }: CellPlace): CellPlace {
  const merge = shape.mergeAt(row, column);
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}

function within(shape: GridShape, { row, column }: CellPlace): CellPlace {
  const nearest = shape.columns.findLast((one) => one <= column) ?? shape.columns[0] ?? 1;
  return { row: Math.min(shape.rows, Math.max(1, row)), column: nearest };
}

export type GridSelection = ReturnType<typeof useGridSelection>;

/** The selected cells of a tab, by its lines, and the ways to select others. They stay selected when the list is arranged anew. */
export function useGridSelection(model: SheetGridModel, initial: CellPlace) {
  const shape: GridShape = {
    rows: model.rowCount,
    columns: model.columns.map(({ at }) => at),
    mergeAt: (row, column) => model.mergeAt(row, column),
    isFilled: (row, column) => model.text(row, column) !== '',
  };
  const inSheet = ({ row, column }: CellPlace): CellPlace => ({ row: model.rowNumber(row), column });
  const inLines = ({ row, column }: CellPlace): CellPlace =>
    within(shape, { row: model.lineOf(row), column });
  const start = inSheet(joined(shape, within(shape, initial)));
  /** By the rows of the sheet. */
  const [chosen, setChosen] = useState<Selection & { readonly moves: number; readonly isQuiet: boolean }>({
    anchor: start,
    focus: start,
    moves: 0,
    isQuiet: true,
  });
  const setSelection = ({ anchor, focus }: Selection, isQuiet = false) =>
    setChosen(({ moves }) => ({
      anchor: inSheet(anchor),
      focus: inSheet(focus),
      moves: moves + 1,
      isQuiet,
    }));
  const selection = { anchor: inLines(chosen.anchor), focus: inLines(chosen.focus) };

  const [first = 1] = shape.columns;
  const last = shape.columns.at(-1) ?? 1;
  /** The first line in which a column is not part of a title over many. */
  const firstAlone = (column: number): number => {
    let line = 1;
    while (line < shape.rows && shape.mergeAt(line, column) !== undefined) line += 1;
    return line;
  };
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
    /** The keyboard stays where it is. */
    isQuiet: chosen.isQuiet,
    select,
    /** Selects cells from one to another; the keyboard stays where it is when `isQuiet`. */
    selectFrom: (anchor: CellPlace, focus: CellPlace, isQuiet = false): CellPlace => {
      const ends = [anchor, focus].map((end) => joined(shape, within(shape, end)));
      const [from = anchor, to = focus] = ends;
      setSelection({ anchor: from, focus: to }, isQuiet);
      return to;
    },
    move: (move: Move, isExtending: boolean, pageRows: number) =>
      select(moved(shape, selection.focus, move, pageRows), isExtending),
    selectRow: (row: number, isExtending = false) =>
      setSelection({
        anchor: { row: isExtending ? selection.anchor.row : row, column: last },
        focus: { row, column: first },
      }),
    selectColumn: (column: number, isExtending = false) =>
      setSelection({
        anchor: { row: shape.rows, column: isExtending ? selection.anchor.column : column },
        focus: { row: firstAlone(column), column },
      }),
    selectAll: () =>
      setSelection({ anchor: { row: shape.rows, column: last }, focus: { row: 1, column: first } }),
  };
}

/** The keyboard is at the cell chosen last; not before one was chosen, nor while one is written in. */
export function useCellFocus(
  scroller: RefObject<HTMLElement | null>,
  { moves, isQuiet, selection: { focus } }: Pick<GridSelection, 'moves' | 'isQuiet' | 'selection'>,
  isEditing: boolean,
): void {
  useLayoutEffect(() => {
    if (isQuiet || isEditing) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${focus.row}"] [data-column="${focus.column}"]`)
      ?.focus({ preventScroll: true });
  }, [scroller, moves, isQuiet, isEditing, focus.row, focus.column]);
}
