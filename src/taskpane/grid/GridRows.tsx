import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ListHeads } from './CellButtons';
import { GUTTER_PX, GridRow, useRowStyles } from './GridRow';
import { Letters, type LetterControls } from './Letters';
import type { CellPlace } from './selecting/selection';
import type { SheetGridModel } from './sheet-grid-model';
import type { GridScroll } from './use-grid-scroll';
import type { GridSelection } from './selecting/use-grid-selection';

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 5,
    width: 'max-content',
    backgroundColor: 'var(--sheet-paper)',
  },
  body: { position: 'absolute', top: 0, left: 0 },
});

interface GridRowsProps {
  readonly model: SheetGridModel;
  readonly choice: GridSelection;
  readonly scroll: GridScroll;
  /** The cell that is being typed over, and what it is typed in. */
  readonly open: CellPlace | null;
  readonly editor: ReactNode;
  /** The heads of the tab's list. */
  readonly heads: ListHeads | undefined;
  /** The line they stand in. */
  readonly headLine: number;
  readonly letters: LetterControls;
}

/** The rows that stay at the top, and of the others those in view. */
export function GridRows({ model, choice, scroll, open, editor, heads, headLine, letters }: GridRowsProps) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { range } = choice;
  const { focus } = choice.selection;
  const { frozen, headHeight, rows, view } = scroll;
  const row = (number: number, top?: number) => {
    const isSelected = number >= range.top && number <= range.bottom;
    const isOpen = open?.row === number;
    const focused = focus.row === number ? focus.column : 0;
    return (
      <GridRow
        key={number}
        model={model}
        styles={rowStyles}
        row={number}
        top={top}
        frozenColumns={frozen.columns}
        selectedFrom={isSelected ? range.left : 0}
        selectedTo={isSelected ? range.right : 0}
        focusColumn={isOpen ? open.column : focused}
        isHeader={number === model.freeze.rows}
        heads={number === headLine ? heads : undefined}
        fillColumn={number === range.bottom && open === null ? range.right : 0}
        viewWidth={view.width - GUTTER_PX}
        editor={isOpen ? editor : undefined}
      />
    );
  };
  return (
    <>
      <div role="rowgroup" className={styles.head} style={{ height: headHeight }}>
        <Letters
          model={model}
          from={range.left}
          to={range.right}
          frozenColumns={frozen.columns}
          letters={letters}
        />
        {Array.from({ length: frozen.rows }, (_, index) => row(index + 1))}
      </div>
      <div role="rowgroup" className={styles.body}>
        {rows.getVirtualItems().map(({ index, start }) => row(frozen.rows + 1 + index, start))}
      </div>
    </>
  );
}
