import { useMemo, useRef, useState, type RefObject } from 'react';
import type { CellRange } from '../../base/raw-sheet';
import type { Ledger } from '../../ledger/ledger';
import type { GridCommands } from '../session/commands/grid-commands';
import type { Place, Session } from '../session/session';
import { useWords } from '../words-context';
import type { Arrangement } from './arranging/arrangement';
import type { OpenFilter } from './arranging/ListFilter';
import { listRegion } from './arranging/list-region';
import { useFoldedColumns } from './arranging/use-folded-columns';
import { useArrangedRows } from './arranging/use-arrangement';
import { shownEdits } from './editing/shown-edits';
import { useCellEditing } from './editing/use-cell-editing';
import { cellSubjects } from './leading/cell-subjects';
import type { Hit } from './finding/find-cells';
import type { GridControls } from './grid-events';
import { placeOfAddress, type CellPlace } from './selecting/selection';
import { useCellFocus, useGridSelection } from './selecting/use-grid-selection';
import { SheetGridModel, standingOrder } from './sheet-grid-model';
import type { ShownTab } from './shown-tab';
import { useColumnWidths } from './use-column-widths';
import { useGoals, useHere, type Goal } from './use-goals';
import { useGridScroll } from './use-grid-scroll';
import { useKeptPlace, useLeftPlace } from './use-kept-place';

/** What the grid shows of a tab, and where it is to go. */
export interface ShownSheet {
  readonly tab: ShownTab;
  readonly ledger: Ledger;
  readonly edits: Session['edits'];
  readonly place: Place | null;
  readonly goal: Goal | null;
  /** The last goal that was gone to. */
  readonly answeredGoal: RefObject<number>;
  /** Where the clerk is. */
  readonly here: RefObject<Hit>;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly commands: GridCommands;
}

/** All that the grid of a tab stands on: its lines, what is selected and typed, how far it is scrolled. */
export function useSheetGrid(props: ShownSheet) {
  const { tab, ledger, edits, place, goal, arrangement, onArrange, commands } = props;
  const t = useWords();
  const { name } = tab.sheet;
  const region = useMemo(() => listRegion(tab), [tab]);
  const arranged = useArrangedRows(tab, ledger, edits, arrangement);
  const columns = useColumnWidths(name, commands);
  const folds = useFoldedColumns(tab, commands);
  const { folded } = folds;
  const model = useMemo(
    () => new SheetGridModel(tab, arranged.rows, columns.widths, folded),
    [tab, arranged.rows, columns.widths, folded],
  );
  const drawn = place?.sheet === name ? placeOfAddress(place.cell) : undefined;
  const asked = drawn && model.shown(drawn);
  const answeredRef = useRef(0);
  const left = useLeftPlace(model, commands);
  const choice = useGridSelection(model, asked ?? left ?? { row: 1, column: 1 });
  const { focus } = choice.selection;
  const editing = useCellEditing(model, shownEdits(model, commands.edit));
  const scroll = useGridScroll(model, focus.row);
  const { scroller, scrollTo } = scroll;
  useKeptPlace(model, commands, scroller, {
    ...{ focus, left, isAsked: asked !== undefined },
    answered: answeredRef,
  });
  useCellFocus(scroller, choice, editing.open !== null);
  const goTo = (target: CellPlace): void => {
    editing.silence();
    scrollTo(target);
  };
  useHere(props.here, model, focus);
  useGoals({
    ...{ model, choice, goTo, place, drawn, answeredRef, goal },
    ...{ reachedRef: props.answeredGoal, arrangement, onArrange, columns: folds },
  });

  const [drawnOut, drawOut] = useState<CellRange | null>(null);
  const [menu, setMenu] = useState<OpenFilter | null>(null);
  const hiddenRows = useMemo(() => tab.rowCount - standingOrder(tab).length, [tab]);
  const subjects = useMemo(
    () => cellSubjects(model, ledger, focus.row, focus.column),
    [model, ledger, focus.row, focus.column],
  );
  const controls: GridControls = {
    ...{ model, choice, editing, goTo, drawnOut, drawOut },
    pageRows: scroll.pageRows,
    lead: () => {
      const [first] = subjects;
      if (first !== undefined) commands.lead(first);
      return first !== undefined;
    },
    isFigure: subjects[0]?.kind === 'figure',
    undo: () => {
      if (commands.undo()) editing.say(t('grid.undone'));
    },
    redo: () => {
      if (commands.redo()) editing.say(t('grid.redone'));
    },
    openFilter: (column, target) => {
      if (region !== undefined && column >= region.left && column <= region.right)
        setMenu({ column, target });
    },
    headLine: region === undefined ? 0 : model.lineOf(region.head),
  };
  return {
    region,
    arranged,
    columns,
    folds,
    model,
    choice,
    editing,
    scroll,
    subjects,
    hiddenRows,
    controls,
    menu,
    closeMenu: () => setMenu(null),
  };
}
