import { useEffect, useRef, type RefObject } from 'react';
import type { Place } from '../session/session';
import type { Arrangement } from './arranging/arrangement';
import type { FoldedColumns } from './arranging/use-folded-columns';
import type { Hit } from './finding/find-cells';
import type { CellPlace } from './selecting/selection';
import type { GridSelection } from './selecting/use-grid-selection';
import type { SheetGridModel } from './sheet-grid-model';

/** A cell to be gone to, by the row of its sheet; `asked` tells two requests apart. */
export interface Goal {
  readonly hit: Hit;
  /** To where cells are selected, where it is more than one. */
  readonly to?: CellPlace;
  /** The keyboard stays where it is. */
  readonly isQuiet: boolean;
  readonly asked: number;
}

interface Goals {
  readonly model: SheetGridModel;
  readonly choice: GridSelection;
  readonly goTo: (place: CellPlace) => void;
  /** A cell that the pane asks to be shown, and where it is drawn; nothing where it is on another tab. */
  readonly place: Place | null;
  readonly drawn: CellPlace | undefined;
  /** The last request of the pane that was answered. */
  readonly answeredRef: RefObject<number>;
  readonly goal: Goal | null;
  /** The last goal that was gone to. */
  readonly reachedRef: RefObject<number>;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly columns: FoldedColumns;
}

/** Goes to the cells that the pane, the search and the name box ask for. What is asked for comes before what was left out earlier. */
export function useGoals({
  model,
  choice,
  goTo,
  place,
  drawn,
  answeredRef,
  goal,
  reachedRef,
  ...looks
}: Goals): void {
  const { arrangement, onArrange, columns } = looks;
  useEffect(() => {
    if (place === null) answeredRef.current = 0;
    if (place === null || drawn === undefined || place.asked === answeredRef.current) return;
    if (!model.isShown(drawn)) {
      onArrange({ ...arrangement, filters: [], chips: [], only: null, showsHidden: true });
      return;
    }
    if (columns.folded.has(model.shown(drawn).column)) {
      columns.fold(false);
      return;
    }
    answeredRef.current = place.asked;
    goTo(choice.select(model.shown(drawn)));
  });
  useEffect(() => {
    if (goal === null || goal.asked === reachedRef.current) return;
    if (columns.folded.has(goal.hit.column)) {
      columns.fold(false);
      return;
    }
    reachedRef.current = goal.asked;
    const inLines = ({ row, column }: CellPlace) => ({ row: model.lineOf(row), column });
    const target = inLines(goal.hit);
    choice.selectFrom(inLines(goal.to ?? goal.hit), target, goal.isQuiet);
    goTo(target);
  });
}

/** Tells where the clerk is, by the row of the sheet. */
export function useHere(here: RefObject<Hit>, model: SheetGridModel, { row, column }: CellPlace): void {
  const sheet = model.sheet.name;
  const number = model.rowNumber(row);
  const told = useRef(here);
  useEffect(() => {
    told.current.current = { sheet, row: number, column };
  }, [sheet, number, column]);
}
