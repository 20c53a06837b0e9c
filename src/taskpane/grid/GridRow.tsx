import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { memo, use, type CSSProperties, type ReactNode } from 'react';
import { cellStyle } from './looks/cell-style';
import { DarkSheets } from './looks/sheet-colors';
import { CellCorners, HeadButton, type ListHeads } from './CellButtons';
import type { GridCell, SheetGridModel } from './sheet-grid-model';

/** Room for the row numbers at the left edge. */
export const GUTTER_PX = 44;
/** Padding and border at both sides of a cell. */
const EDGES_PX = 10;
/** Room for ▾ beside the head of a column. */
const HEAD_BUTTON_PX = 15;

export const useRowStyles = makeStyles({
  row: { display: 'grid', boxSizing: 'border-box' },
  gutter: {
    position: 'sticky',
    left: 0,
    zIndex: 3,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: 'var(--sheet-edge)',
    borderRight: '1px solid var(--sheet-line)',
    borderBottom: '1px solid var(--sheet-line)',
    color: 'var(--sheet-muted)',
    fontSize: '11px',
    userSelect: 'none',
  },
  marked: { backgroundColor: 'var(--sheet-marked)', color: 'var(--sheet-ink)', fontWeight: 600 },
  cell: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    // Not hidden: that would keep the title of a wide cell from staying in view.
    overflow: 'clip',
    overflowWrap: 'anywhere',
    padding: '1px 4px',
    border: '1px solid transparent',
    // Neighbours share one line.
    marginRight: '-1px',
    marginBottom: '-1px',
    fontSize: '13px',
    lineHeight: 1.5,
    color: 'var(--sheet-ink)',
    userSelect: 'none',
    cursor: 'cell',
    ':focus': { outline: 'none' },
  },
  // Not every cell: the browser paints each of these by itself.
  holding: { position: 'relative' },
  lined: { border: '1px solid var(--sheet-line)' },
  selected: {
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      backgroundColor: 'var(--sheet-selected)',
      pointerEvents: 'none',
      '@media (forced-colors: active)': { border: '1px dashed Highlight' },
    },
  },
  focus: {
    zIndex: 2,
    '::before': {
      content: '""',
      position: 'absolute',
      inset: 0,
      border: '2px solid var(--sheet-focus)',
      pointerEvents: 'none',
      '@media (forced-colors: active)': { border: '2px solid Highlight' },
    },
  },
  // What is selected never lies over the columns that stay.
  frozen: { position: 'sticky', zIndex: 3 },
  /** Hides what scrolls by under it, but not the line that the cell above draws along its edge. */
  frozenPaper: {
    backgroundImage: 'linear-gradient(var(--sheet-paper), var(--sheet-paper))',
    backgroundOrigin: 'border-box',
    backgroundPosition: '0 100%',
    backgroundRepeat: 'no-repeat',
    backgroundSize: '100% calc(100% - 1px)',
  },
  frozenFocus: { zIndex: 4 },
  open: { overflow: 'visible', zIndex: 5 },
  spilling: { overflow: 'visible' },
  spilt: { display: 'block', overflow: 'clip' },
  inView: { position: 'sticky', left: `${GUTTER_PX}px`, display: 'block' },
});

/** Asked for once and handed to every cell: each use of a component's own styles looks through all of them. */
type RowStyles = ReturnType<typeof useRowStyles>;

export interface GridRowProps {
  readonly model: SheetGridModel;
  readonly styles: RowStyles;
  readonly row: number;
  /** Distance from the top of the grid, for a row that scrolls. */
  readonly top: number | undefined;
  /** How many columns stay at the left. */
  readonly frozenColumns: number;
  /** First and last selected column of this row; 0 when none is. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** The column in whose cell the selection can be drawn out; 0 when it is not in this row. */
  readonly fillColumn: number;
  /** The column of this row that the keyboard is at; 0 when it is in another row. */
  readonly focusColumn: number;
  readonly isHeader: boolean;
  /** Of the heads of a list: how each column is sorted and filtered. Other rows have none. */
  readonly heads: ListHeads | undefined;
  /** Width in which the text of a joined cell is kept in view. */
  readonly viewWidth: number;
  /** What stands in the focused cell instead of its text. */
  readonly editor: ReactNode;
}

/** The widths of a row's parts: its number, then each column. */
export function templateOf(model: SheetGridModel): string {
  return `${GUTTER_PX}px ${model.columns.map(({ width }) => `${width}px`).join(' ')}`;
}

/** One row of a tab. Redrawn only when something of it changes, however far the grid is scrolled. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { model, styles, row, top, frozenColumns, selectedFrom } = props;
  const height = model.rowHeight(row);
  return (
    <div
      role="row"
      aria-rowindex={row}
      className={styles.row}
      data-row={row}
      style={{
        ...(top === undefined ? {} : { position: 'absolute', top, left: 0 }),
        height,
        gridTemplateColumns: templateOf(model),
        gridTemplateRows: `${height}px`,
      }}
    >
      <span
        aria-hidden
        className={mergeClasses(styles.gutter, selectedFrom > 0 && styles.marked)}
        data-gutter
      >
        {model.rowNumber(row)}
      </span>
      {model.columns.map(({ at }, index) => {
        const cell = model.cell(row, at);
        if (cell === undefined) return null;
        return (
          <Cell key={at} {...props} cell={cell} at={at} index={index} isFrozen={index < frozenColumns} />
        );
      })}
    </div>
  );
});

interface CellProps extends GridRowProps {
  readonly cell: GridCell;
  readonly at: number;
  readonly index: number;
  readonly isFrozen: boolean;
}

function Cell({ model, row, cell, at, index, isFrozen: isInFrozen, ...props }: CellProps) {
  const rule = model.editRule(row, at);
  const isFocus = at === props.focusColumn;
  const hasEditor = isFocus && props.editor !== undefined;
  const hasDrop = isFocus && !hasEditor && rule?.kind === 'list';
  const isDrawable = props.fillColumn === at;
  const isWide = cell.columnSpan > 1;
  const isFrozen = isInFrozen && !isWide;
  const { heads } = props;
  const isHead = heads !== undefined && at >= heads.left && at <= heads.right;
  const isSelected = at >= props.selectedFrom && at <= props.selectedTo;
  const style = {
    ...cellStyle(cell, use(DarkSheets)),
    ...placeOf(model, { row, index, cell, isFrozen }),
    ...(isHead ? { paddingRight: HEAD_BUTTON_PX } : {}),
  };
  const isSpilling = cell.spill !== undefined;
  return (
    <div
      role={roleOf(props.isHeader, isFrozen)}
      aria-colindex={at}
      {...(isWide ? { 'aria-colspan': cell.columnSpan } : {})}
      aria-selected={isSelected}
      {...sortedBy(heads, at)}
      {...(rule === undefined ? { 'aria-readonly': true } : {})}
      tabIndex={isFocus ? 0 : -1}
      data-column={at}
      className={cellClasses(props.styles, {
        hasLines: model.tab.hasGridlines,
        isHead,
        isDrawable,
        isFrozen,
        hasPaper: isFrozen && cell.format.fill === undefined,
        isSelected,
        isFocus,
        isSpilling,
        hasEditor,
      })}
      style={style}
    >
      {hasEditor ? props.editor : <Text cell={cell} styles={props.styles} viewWidth={props.viewWidth} />}
      {isHead && <HeadButton heads={heads} at={at} name={cell.text} />}
      {(hasDrop || isDrawable) && <CellCorners hasDrop={hasDrop} isDrawable={isDrawable} />}
    </div>
  );
}

/** Where a cell lies in its row, and as how much of it. */
function placeOf(
  model: SheetGridModel,
  { row, index, cell, isFrozen }: Pick<CellProps, 'row' | 'index' | 'cell' | 'isFrozen'>,
): CSSProperties {
  const heights = Array.from({ length: cell.rowSpan }, (_, below) => model.rowHeight(row + below));
  return {
    gridColumn: `${index + 2} / span ${cell.columnSpan}`,
    height: heights.reduce((sum, one) => sum + one, 1),
    ...(isFrozen ? { left: GUTTER_PX + (model.columns[index]?.left ?? 0) } : {}),
  };
}

type CellState = Readonly<
  Record<
    | 'hasLines'
    | 'isHead'
    | 'isDrawable'
    | 'isFrozen'
    | 'hasPaper'
    | 'isSelected'
    | 'isFocus'
    | 'isSpilling'
    | 'hasEditor',
    boolean
  >
>;

function cellClasses(styles: RowStyles, state: CellState): string {
  const isHolding = state.isSelected || state.isFocus || state.isHead || state.isDrawable;
  return mergeClasses(
    styles.cell,
    state.hasLines && styles.lined,
    isHolding && styles.holding,
    state.isFrozen && styles.frozen,
    state.hasPaper && styles.frozenPaper,
    state.isSelected && styles.selected,
    state.isFocus && styles.focus,
    state.isFrozen && state.isFocus && styles.frozenFocus,
    state.isSpilling && styles.spilling,
    state.hasEditor && styles.open,
  );
}

function sortedBy(heads: ListHeads | undefined, at: number) {
  if (heads?.sort?.column !== at) return {};
  return { 'aria-sort': heads.sort.isDescending ? 'descending' : 'ascending' } as const;
}

/** A text in its cell: of joined ones in the middle of the part that is in view, or running on into the empty ones beside it. */
function Text({ cell, styles, viewWidth }: Pick<CellProps, 'cell' | 'styles' | 'viewWidth'>) {
  const { text, columnSpan, spill } = cell;
  if (columnSpan > 1)
    return (
      <span className={styles.inView} style={{ maxWidth: viewWidth }}>
        {text}
      </span>
    );
  if (spill === undefined) return text;
  return (
    <span className={styles.spilt} style={{ width: spill - EDGES_PX }}>
      {text}
    </span>
  );
}

function roleOf(isHeader: boolean, isFrozen: boolean) {
  if (isHeader) return 'columnheader';
  return isFrozen ? 'rowheader' : 'gridcell';
}
