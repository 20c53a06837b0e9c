import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useWords } from '../words-context';
import type { SortOrder } from './arranging/arrangement';

const useStyles = makeStyles({
  button: {
    position: 'absolute',
    right: '1px',
    bottom: '1px',
    zIndex: 1,
    boxSizing: 'border-box',
    width: '15px',
    height: '18px',
    padding: 0,
    font: 'inherit',
    fontSize: '12px',
    lineHeight: '14px',
    textAlign: 'center',
    color: 'var(--sheet-ink)',
    backgroundColor: 'var(--sheet-edge)',
    border: '1px solid var(--sheet-line)',
    cursor: 'pointer',
    // A sign, and no words: those of the cell are what is read and copied.
    '::before': { content: 'attr(data-sign)' },
    ':hover': { backgroundColor: 'var(--sheet-marked)' },
  },
  inForce: { backgroundColor: 'var(--sheet-focus)', color: 'var(--sheet-paper)' },
  drop: { top: 'calc(50% - 10px)' },
  fill: {
    position: 'absolute',
    right: '-1px',
    bottom: '-1px',
    zIndex: 3,
    width: '8px',
    height: '8px',
    backgroundColor: 'var(--sheet-focus)',
    border: '1px solid var(--sheet-paper)',
    cursor: 'crosshair',
  },
});

/** Which columns of a list have ▾ in their heads, and what of them is in force. */
export interface ListHeads {
  readonly left: number;
  readonly right: number;
  readonly filtered: ReadonlySet<number>;
  readonly sort: SortOrder | null;
}

/** ▾ in the head of a column: filled where the column is filtered, an arrow where the list is sorted by it. */
export function HeadButton({
  heads,
  at,
  name,
}: {
  readonly heads: ListHeads;
  readonly at: number;
  readonly name: string;
}) {
  const styles = useStyles();
  const t = useWords();
  const isFiltered = heads.filtered.has(at);
  const sort = heads.sort?.column === at ? heads.sort : undefined;
  const arrow = sort === undefined ? '▾' : sort.isDescending ? '↓' : '↑';
  return (
    <button
      type="button"
      tabIndex={-1}
      data-filter
      data-sign={arrow}
      className={mergeClasses(styles.button, isFiltered && styles.inForce)}
      aria-haspopup="dialog"
      aria-label={t(isFiltered ? 'grid.filter.openFiltered' : 'grid.filter.open', { column: name })}
    />
  );
}

/** ▾ in a cell that takes one of a list, and the corner by which what is selected is drawn over other cells: for the mouse alone. */
export function CellCorners({
  hasDrop,
  isDrawable,
}: {
  readonly hasDrop: boolean;
  readonly isDrawable: boolean;
}) {
  const styles = useStyles();
  return (
    <>
      {hasDrop && (
        <span aria-hidden data-drop data-sign="▾" className={mergeClasses(styles.button, styles.drop)} />
      )}
      {isDrawable && <span aria-hidden data-fill className={styles.fill} />}
    </>
  );
}
