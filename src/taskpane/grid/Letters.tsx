import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useRef, type PointerEvent } from 'react';
import { columnLetters } from '../../base/raw-sheet';
import { fittedWidth } from './fitted-width';
import { GUTTER_PX, templateOf, useRowStyles } from './GridRow';
import type { SheetGridModel } from './sheet-grid-model';
import type { GridSelection } from './selecting/use-grid-selection';

/** Height of the line of letters. */
export const LETTERS_PX = 20;

const useStyles = makeStyles({
  letter: { borderRight: '1px solid var(--sheet-line)', cursor: 's-resize' },
  all: { cursor: 'pointer' },
  edge: {
    position: 'absolute',
    top: 0,
    right: 0,
    width: '6px',
    height: '100%',
    zIndex: 1,
    cursor: 'col-resize',
    touchAction: 'none',
    ':hover': { backgroundColor: 'var(--sheet-focus)' },
  },
});

/** What the letters do. */
export interface LetterControls {
  readonly choice: GridSelection;
  readonly onResize: (column: number, pixels: number) => void;
}

interface LettersProps {
  readonly model: SheetGridModel;
  /** First and last column that is selected. */
  readonly from: number;
  readonly to: number;
  readonly frozenColumns: number;
  readonly letters: LetterControls;
}

/**
 * The column letters: findings speak of cells by them. A click selects the column, its right edge can be drawn, and fits by a
 * double click. Screen readers hear the column's header instead.
 */
export function Letters({ model, from, to, frozenColumns, letters: { choice, onResize } }: LettersProps) {
  const styles = useStyles();
  const row = useRowStyles();
  const drawn = useRef<{ readonly at: number; readonly x: number; readonly width: number } | null>(null);
  const edgeEvents = (at: number, width: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      drawn.current = { at, x: event.clientX, width };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drawn.current?.at === at) onResize(at, drawn.current.width + event.clientX - drawn.current.x);
    },
    onPointerUp: () => {
      drawn.current = null;
    },
    onDoubleClick: () => onResize(at, fittedWidth(model, at)),
  });
  return (
    <div
      aria-hidden
      className={row.row}
      style={{ height: LETTERS_PX, gridTemplateColumns: templateOf(model) }}
    >
      <span className={mergeClasses(row.gutter, styles.all)} onClick={choice.selectAll} />
      {model.columns.map(({ at, left, width }, index) => (
        <span
          key={at}
          data-letter={at}
          className={mergeClasses(row.gutter, styles.letter, at >= from && at <= to && row.marked)}
          style={
            index < frozenColumns
              ? { left: GUTTER_PX + left, zIndex: 2 }
              : { position: 'relative', left: 'auto', zIndex: 0 }
          }
          onPointerDown={(event) => {
            if (event.button === 0) choice.selectColumn(at, event.shiftKey);
          }}
          onPointerEnter={({ buttons, pointerType }) => {
            if (buttons === 1 && pointerType === 'mouse' && drawn.current === null)
              choice.selectColumn(at, true);
          }}
        >
          {columnLetters(at)}
          <span className={styles.edge} {...edgeEvents(at, width)} />
        </span>
      ))}
    </div>
  );
}
