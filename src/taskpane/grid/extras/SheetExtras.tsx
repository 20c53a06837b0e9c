import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { use } from 'react';
import type { PivotBlueprint, SheetBlueprint } from '../../../base/blueprint';
import { contentValue } from '../../../base/content-value';
import { firstLine } from '../../../base/pivots/pivot-layout';
import { ChartView } from './ChartView';
import { GUTTER_PX } from '../GridRow';
import { LETTERS_PX } from '../Letters';
import { PivotTable } from './PivotTable';
import { DarkSheets } from '../looks/sheet-colors';
import type { SheetGridModel } from '../sheet-grid-model';

const useStyles = makeStyles({
  chart: { position: 'absolute', backgroundColor: '#ffffff', boxSizing: 'border-box', padding: '8px' },
  /** Charts have their colours from the workbook: light becomes dark, hues stay, and none is darker than the paper. */
  dark: { filter: 'invert(0.84) hue-rotate(180deg)' },
  pivots: { display: 'grid', alignItems: 'start', padding: '0 8px 24px 0' },
});

interface SheetExtrasProps {
  readonly sheet: SheetBlueprint;
  /** All tabs of the workbook: only a PivotTable asks. */
  readonly workbook: () => readonly SheetBlueprint[];
  readonly model: SheetGridModel;
  /** On paper there are neither letters nor row numbers. */
  readonly isOnPaper?: boolean;
}

/** What lies on a tab beside its cells: charts where they will lie in Excel, pivots under the rows. */
export function SheetExtras({ sheet, workbook, model, isOnPaper = false }: SheetExtrasProps) {
  const styles = useStyles();
  const isDark = use(DarkSheets);
  const [aside, above] = isOnPaper ? [0, 0] : [GUTTER_PX, LETTERS_PX];
  return (
    <>
      {sheet.charts.map((chart) => {
        const { top, right } = chart.place;
        const place = model.shown({ row: top, column: chart.place.left });
        const left = model.columnLeft(place.column);
        const end = model.shown({ row: top, column: right }).column + 1;
        return (
          <div
            key={chart.name}
            className={mergeClasses(styles.chart, isDark && styles.dark)}
            style={{
              left: aside + left,
              top: above + model.rowTop(place.row),
              width: model.columnLeft(end) - left,
            }}
          >
            <ChartView chart={chart} sheet={sheet} />
          </div>
        );
      })}
      {sheet.pivots.length > 0 && (
        <div
          className={mergeClasses(styles.pivots, isDark && styles.dark)}
          style={{
            paddingLeft: aside,
            gridTemplateColumns: widthsBetween(sheet.pivots, model).join(' '),
          }}
        >
          {sheet.pivots.map((pivot) => (
            <PivotTable
              key={pivot.name}
              pivot={pivot}
              workbook={workbook()}
              heading={headingOf(pivot, sheet)}
              columnWidth={(at) => model.columnWidth(at)}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Each pivot lies under its own columns: how far it is to the next one. */
function widthsBetween(pivots: readonly PivotBlueprint[], model: SheetGridModel): readonly string[] {
  const lefts = pivots.map(({ anchor }) => model.columnLeft(model.shown(anchor).column));
  return lefts.map((left, at) => {
    const next = lefts[at + 1];
    return next === undefined ? 'auto' : `${next - left}px`;
  });
}

/** What stands last above a pivot in its first column. */
function headingOf(pivot: PivotBlueprint, { cells }: SheetBlueprint): string {
  const above = cells.slice(0, firstLine(pivot) - 1).map((row) => row[pivot.anchor.column - 1] ?? null);
  return String(contentValue(above.findLast((content) => content !== null) ?? null) ?? '');
}
