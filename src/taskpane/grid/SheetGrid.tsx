import { makeStyles } from '@fluentui/react-components';
import { use, useMemo } from 'react';
import { rangeAddress } from '../../base/raw-sheet';
import type { SheetBlueprint } from '../../base/blueprint';
import { ListBar } from './arranging/ListBar';
import { ListFilter } from './arranging/ListFilter';
import { CellBar } from './editing/CellBar';
import { OpenEditor } from './editing/OpenEditor';
import { SheetExtras } from './extras/SheetExtras';
import type { Hit } from './finding/find-cells';
import { keyboardEvents, pointerEvents } from './grid-events';
import type { ListHeads } from './CellButtons';
import { GUTTER_PX } from './GridRow';
import { GridRows } from './GridRows';
import { SubjectLinks } from './leading/SubjectLinks';
import { DarkSheets, sheetShades } from './looks/sheet-colors';
import { PrintedSheet } from './printing/PrintedSheet';
import { placeTyped, type CellPlace } from './selecting/selection';
import { SelectionFigures } from './selecting/SelectionFigures';
import { useSheetGrid, type ShownSheet } from './use-sheet-grid';

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: 'var(--sheet-paper)',
    color: 'var(--sheet-ink)',
    overflowAnchor: 'none',
  },
  grid: { position: 'relative' },
});

interface SheetGridProps extends ShownSheet {
  /** All tabs of the workbook: only a PivotTable asks. */
  readonly workbook: () => readonly SheetBlueprint[];
  readonly onFind: () => void;
  readonly onGoTo: (hit: Hit, to: CellPlace) => void;
  /** Of the tabs, for what is typed into the name box. */
  readonly names: readonly string[];
}

/** One tab as Excel will show it. Only the rows in view are drawn. */
export function SheetGrid(props: SheetGridProps) {
  const { tab, ledger, edits, arrangement, onArrange } = props;
  const styles = useStyles();
  const isDark = use(DarkSheets);
  const grid = useSheetGrid(props);
  const { region, arranged, columns, folds, hiddenRows, model, choice, editing, scroll, controls, menu } =
    grid;
  const { focus } = choice.selection;
  const { scroller } = scroll;
  const { sheet } = tab;
  const heads = useMemo<ListHeads | undefined>(() => {
    if (region === undefined) return undefined;
    const filtered = new Set(arrangement.filters.map(({ column }) => column));
    return { left: region.left, right: region.right, filtered, sort: arrangement.sort };
  }, [region, arrangement]);
  return (
    <>
      <CellBar
        address={rangeAddress(model.rowsOf(choice.range))}
        content={model.text(focus.row, focus.column)}
        ways={<SubjectLinks subjects={grid.subjects} commands={props.commands} />}
        onUndo={edits.length > 0 ? controls.undo : null}
        {...{ said: editing.said, onFind: props.onFind }}
        onGoTo={(typed) => {
          const found = placeTyped(typed, sheet.name, props.names);
          if (found !== undefined) props.onGoTo(found, found.to);
          return found !== undefined;
        }}
      />
      <ListBar
        {...{ model, ledger, region, arrangement, folds, hiddenRows, onArrange }}
        isBehind={arranged.isBehind}
        onRefresh={arranged.refresh}
        onFilter={controls.openFilter}
      />
      <div
        className={styles.scroller}
        ref={scroller}
        style={{ ...sheetShades(isDark), colorScheme: isDark ? 'dark' : 'light' }}
      >
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
          <GridRows
            {...{ model, choice, scroll, heads }}
            open={editing.open}
            editor={
              editing.open !== null && (
                <OpenEditor {...{ model, choice, editing, scroll }} open={editing.open} />
              )
            }
            headLine={controls.headLine}
            letters={{ choice, onResize: columns.resize }}
          />
        </div>
        <SheetExtras sheet={sheet} workbook={props.workbook} model={model} />
      </div>
      <PrintedSheet model={model} workbook={props.workbook} />
      <SelectionFigures model={model} range={choice.range} />
      {menu !== null && region !== undefined && (
        <ListFilter
          {...{ tab, ledger, region, arrangement, onArrange }}
          open={menu}
          onClose={() => {
            grid.closeMenu();
            choice.select(focus);
          }}
        />
      )}
    </>
  );
}
