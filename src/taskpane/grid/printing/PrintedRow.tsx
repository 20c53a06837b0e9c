import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { cellStyle } from '../looks/cell-style';
import type { GridCell, SheetGridModel } from '../sheet-grid-model';

const ACROSS_UP = { 'flex-start': 'top', center: 'middle', 'flex-end': 'bottom' } as const;

const useStyles = makeStyles({
  row: { breakInside: 'avoid' },
  cell: {
    boxSizing: 'border-box',
    padding: '1px 4px',
    border: '1px solid transparent',
    overflowWrap: 'anywhere',
  },
  lined: { border: '1px solid var(--sheet-line)' },
  /** As high as its row and no higher: what lies beside the cells lies where it does on the screen. It may run on sideways. */
  fixed: { overflowX: 'visible', overflowY: 'clip' },
});

interface PrintedRowProps {
  readonly model: SheetGridModel;
  readonly line: number;
  /** As high as on the screen; else as high as what stands in it. */
  readonly isFixed: boolean;
}

export function PrintedRow({ model, line, isFixed }: PrintedRowProps) {
  const styles = useStyles();
  return (
    <tr className={styles.row} style={{ height: model.rowHeight(line) }}>
      {model.columns.map(({ at }) => {
        const cell = model.cell(line, at);
        if (cell === undefined) return null;
        return (
          <td
            key={at}
            colSpan={cell.columnSpan}
            rowSpan={cell.rowSpan}
            className={mergeClasses(styles.cell, model.tab.hasGridlines && styles.lined)}
            style={lookOf(cell)}
          >
            {isFixed ? (
              <div className={styles.fixed} style={{ maxHeight: heightOf(model, line, cell) }}>
                {cell.text}
              </div>
            ) : (
              cell.text
            )}
          </td>
        );
      })}
    </tr>
  );
}

function heightOf(model: SheetGridModel, line: number, { rowSpan }: GridCell): number {
  let height = 0;
  for (let below = 0; below < rowSpan; below += 1) height += model.rowHeight(line + below);
  return height - 2;
}

/** A text that runs on over empty cells does so on paper, and any other is broken rather than cut. */
function lookOf(cell: GridCell) {
  const { justifyContent, whiteSpace, ...look } = cellStyle(cell, false);
  const isRunning = cell.spill !== undefined || cell.columnSpan > 1;
  return {
    ...look,
    whiteSpace: isRunning || whiteSpace === 'pre-wrap' || cell.kind !== 'text' ? whiteSpace : 'pre-wrap',
    verticalAlign: ACROSS_UP[justifyContent as keyof typeof ACROSS_UP],
  } as const;
}
