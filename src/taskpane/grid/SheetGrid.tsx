import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { cellAddress, rangeAddress } from '../../base/raw-sheet';
import type { SheetBlueprint } from '../../base/blueprint';
import type { GridCommands } from '../session/commands/grid-commands';
import type { Place } from '../session/session';
import { useWords } from '../words-context';
import { CellBar } from './editing/CellBar';
import { CellEditor, type AfterEdit } from './editing/CellEditor';
import { keyboardEvents, pointerEvents, type GridControls } from './grid-events';
import { GUTTER_PX } from './GridRow';
import { GridRows } from './GridRows';
import { placeOfAddress, type CellPlace } from './selection';
import { SheetExtras } from './extras/SheetExtras';
import type { SheetGridModel } from './sheet-grid-model';
import { shownEdits } from './editing/shown-edits';
import { useCellEditing } from './editing/use-cell-editing';
import { useGridScroll } from './use-grid-scroll';
import { useCellFocus, useGridSelection } from './use-grid-selection';
import { useKeptPlace, useLeftPlace } from './use-kept-place';

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: '#ffffff',
    colorScheme: 'light',
    overflowAnchor: 'none',
  },
  grid: { position: 'relative' },
});

interface SheetGridProps {
  readonly model: SheetGridModel;
  /** All tabs of the workbook: only a PivotTable asks. */
  readonly workbook: () => readonly SheetBlueprint[];
  readonly place: Place | null;
  readonly commands: GridCommands;
  readonly canUndo: boolean;
}

/** One tab as Excel will show it. Only the rows in view are drawn. */
export function SheetGrid({ model, workbook, place, commands, canUndo }: SheetGridProps) {
  const styles = useStyles();
  const t = useWords();
  const { sheet } = model;
  const drawn = place?.sheet === sheet.name ? placeOfAddress(place.cell) : undefined;
  const asked = drawn && model.shown(drawn);
  const answered = useRef(0);
  const left = useLeftPlace(sheet.name, commands);
  const choice = useGridSelection(model, asked ?? left ?? { row: 1, column: 1 });
  const { focus } = choice.selection;
  const editing = useCellEditing(model, shownEdits(model, commands.edit));
  const scroll = useGridScroll(model, focus.row);
  const { scroller, scrollTo } = scroll;
  useKeptPlace(sheet.name, commands, scroller, { focus, left, isAsked: asked !== undefined, answered });

  useCellFocus(scroller, choice, editing.open !== null);
  const goTo = (target: CellPlace): void => {
    editing.silence();
    scrollTo(target);
  };

  useEffect(() => {
    if (place === null) answered.current = 0;
    if (place === null || asked === undefined || place.asked === answered.current) return;
    answered.current = place.asked;
    goTo(choice.select(asked));
  });

  const undo = (): void => {
    if (commands.undo()) editing.say(t('grid.undone'));
  };
  const finish = (after: AfterEdit): void => {
    if (after === 'stay') choice.select(focus);
    else if (after !== 'leave') scrollTo(choice.move(after, false, scroll.pageRows));
  };
  const { open } = editing;
  const editor = open !== null && (
    <CellEditor
      key={`${open.row} ${open.column}`}
      label={t('grid.edit', { cell: cellAddress(open.row, open.column) })}
      rule={open.rule}
      initial={open.initial}
      refusal={open.refusal}
      onCommit={(typed, after) => {
        if (editing.commit(typed)) finish(after);
      }}
      onCancel={() => {
        editing.cancel();
        finish('stay');
      }}
    />
  );

  const controls: GridControls = { model, choice, editing, pageRows: scroll.pageRows, goTo, undo };
  return (
    <>
      <CellBar
        address={rangeAddress(choice.range)}
        content={model.text(focus.row, focus.column)}
        said={editing.said}
        onUndo={canUndo ? undo : null}
      />
      <div className={styles.scroller} ref={scroller}>
        <div
          role="grid"
          aria-label={sheet.name}
          aria-rowcount={model.rowCount}
          aria-colcount={model.columnCount}
          aria-multiselectable
          className={styles.grid}
          style={{ width: GUTTER_PX + model.totalWidth, height: scroll.rows.getTotalSize() }}
          {...keyboardEvents(controls)}
          {...pointerEvents(controls)}
        >
          <GridRows model={model} choice={choice} scroll={scroll} editor={editor} open={open} />
        </div>
        <SheetExtras sheet={sheet} workbook={workbook} model={model} />
      </div>
    </>
  );
}
