import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { createPortal } from 'react-dom';
import { DEFAULT_FONT } from '../../../hosts/file/writing/cell-styles';
import type { SheetBlueprint } from '../../../base/blueprint';
import { TAB } from '../../../sheets/words';
import { usePrinting } from '../../parts/printing/use-printing';
import { DarkSheets, sheetShades } from '../looks/sheet-colors';
import { SheetExtras } from '../extras/SheetExtras';
import type { SheetGridModel } from '../sheet-grid-model';
import { PrintedRow } from './PrintedRow';
import { printFit } from './print-fit';

const useStyles = makeStyles({
  /** On the screen nothing of it is seen. */
  root: { display: 'none', '@media print': { display: 'block' } },
  paper: {
    position: 'relative',
    backgroundColor: '#ffffff',
    color: '#1F2933',
    fontFamily: `"${DEFAULT_FONT.name}", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`,
    fontSize: '13px',
    lineHeight: 1.5,
    printColorAdjust: 'exact',
    WebkitPrintColorAdjust: 'exact',
  },
  table: { borderCollapse: 'collapse', tableLayout: 'fixed' },
  onePage: { breakInside: 'avoid' },
});

interface PrintedSheetProps {
  readonly model: SheetGridModel;
  readonly workbook: () => readonly SheetBlueprint[];
}

/** Tabs that are laid before somebody on one page. */
const ONE_PAGE: readonly string[] = [TAB.leaders];

/**
 * What Ctrl+P prints: all rows of the tab in front as they are filtered and sorted, its heads on every page, as wide as the paper.
 * On paper it is light, whatever the screen is.
 */
export function PrintedSheet({ model, workbook }: PrintedSheetProps) {
  const { sheet } = model;
  const isOnePage = ONE_PAGE.includes(sheet.name);
  const size = { width: model.totalWidth + 2, height: model.rowTop(model.rowCount + 1) + 2 };
  const { page, scale } = printFit(sheet.print, size, isOnePage);
  const isPrinting = usePrinting(page, 'tab');
  if (!isPrinting) return null;
  return createPortal(
    <DarkSheets value={false}>
      <Paper {...{ model, workbook, scale, isOnePage }} />
    </DarkSheets>,
    document.body,
  );
}

interface PaperProps extends PrintedSheetProps {
  readonly scale: number;
  readonly isOnePage: boolean;
}

function Paper({ model, workbook, scale, isOnePage }: PaperProps) {
  const styles = useStyles();
  const { sheet } = model;
  const heads = headLines(model);
  const hasCharts = sheet.charts.length > 0;
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => (
      <PrintedRow key={from + index} model={model} line={from + index} isFixed={hasCharts || isOnePage} />
    ));
  return (
    <div data-printed className={styles.root} lang="zh-CN">
      <div
        className={mergeClasses(styles.paper, isOnePage && styles.onePage)}
        style={{ ...sheetShades(false), width: model.totalWidth + 1, zoom: scale }}
      >
        <table className={styles.table} style={{ width: model.totalWidth }}>
          <colgroup>
            {model.columns.map(({ at, width }) => (
              <col key={at} style={{ width }} />
            ))}
          </colgroup>
          <thead>{lines(1, heads)}</thead>
          <tbody>{lines(heads + 1, model.rowCount)}</tbody>
        </table>
        <SheetExtras sheet={sheet} workbook={workbook} model={model} isOnPaper />
      </div>
    </div>
  );
}

/** How many lines stand at the top of every page: those of the tab's own setup, else those that stay above on the screen. */
function headLines(model: SheetGridModel): number {
  const repeated = model.sheet.print?.repeatRows;
  if (repeated?.from === 1) return model.shown({ row: repeated.to, column: 1 }).row;
  return model.freeze.rows;
}
