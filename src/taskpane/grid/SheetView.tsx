import { makeStyles } from '@fluentui/react-components';
import { memo, useMemo, type CSSProperties } from 'react';
import type { CellFormat, SheetBlueprint } from '../../sheets/blueprint';
import { COLOR } from '../../sheets/theme';
import { TAB_WORD } from '../../sheets/words';
import { ChartView } from './ChartView';
import { pivotValues } from './pivot-values';
import { SheetGridModel } from './sheet-grid-model';

/** Width of one character of the workbook's default font, and a point, in CSS pixels. */
const CHARACTER_PX = 7;
const POINT_PX = 96 / 72;

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: '13px', color: `#${COLOR.ink}` },
  cell: {
    padding: '2px 4px',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    height: '18px',
    fontWeight: 'normal',
  },
  frozen: { position: 'sticky', zIndex: 1 },
  charts: { display: 'flex', flexWrap: 'wrap', gap: '24px', padding: '24px' },
});

/** One tab as a table; rows above the frozen line stay in view. */
export function SheetView({
  sheet,
  workbook,
}: {
  readonly sheet: SheetBlueprint;
  readonly workbook: readonly SheetBlueprint[];
}) {
  const styles = useStyles();
  const model = useMemo(() => new SheetGridModel(sheet), [sheet]);
  const frozen = sheet.freeze?.rows ?? 0;
  const width = model.columns.reduce((sum, column) => sum + column.width * CHARACTER_PX, 0);
  return (
    <>
      <table className={styles.table} style={{ width }}>
        <colgroup>
          {model.columns.map(({ at, width: characters }) => (
            <col key={at} style={{ width: characters * CHARACTER_PX }} />
          ))}
        </colgroup>
        <tbody>
          {sheet.cells.map((_, index) => (
            <SheetRow key={index} model={model} row={index + 1} isFrozen={index + 1 === frozen} />
          ))}
        </tbody>
      </table>
      {sheet.pivots.map((pivot) => (
        <PivotTable key={pivot.name} values={pivotValues(pivot, workbook)} corner={pivot.rows[0] ?? ''} />
      ))}
      {sheet.charts.length > 0 && (
        <div className={styles.charts}>
          {sheet.charts.map((chart) => (
            <ChartView key={chart.name} chart={chart} sheet={sheet} />
          ))}
        </div>
      )}
    </>
  );
}

interface SheetRowProps {
  readonly model: SheetGridModel;
  readonly row: number;
  /** The last row above the frozen line: it stays at the top. */
  readonly isFrozen: boolean;
}

const SheetRow = memo(function SheetRow({ model, row, isFrozen }: SheetRowProps) {
  const styles = useStyles();
  const height = model.sheet.rowHeights.find((one) => one.row === row && one.fitted !== true)?.points;
  return (
    <tr style={height === undefined ? undefined : { height: height * POINT_PX }}>
      {model.columns.map(({ at }) => {
        const cell = model.cell(row, at);
        if (cell === undefined) return null;
        const Name = isFrozen ? 'th' : 'td';
        return (
          <Name
            key={at}
            className={isFrozen ? `${styles.cell} ${styles.frozen}` : styles.cell}
            style={{ ...cellStyle(cell.format), ...(isFrozen ? { top: 0 } : {}) }}
            colSpan={cell.columnSpan}
            rowSpan={cell.rowSpan}
            {...(isFrozen ? { scope: 'col' } : {})}
          >
            {cell.text}
          </Name>
        );
      })}
    </tr>
  );
});

function cellStyle(format: CellFormat): CSSProperties {
  return {
    ...(format.fill === undefined ? {} : { backgroundColor: `#${format.fill}` }),
    ...(format.color === undefined ? {} : { color: `#${format.color}` }),
    ...(format.bold === true ? { fontWeight: 600 } : {}),
    ...(format.italic === true ? { fontStyle: 'italic' } : {}),
    ...(format.size === undefined ? {} : { fontSize: format.size * POINT_PX }),
    ...(format.border === undefined ? {} : { border: `1px solid #${format.border}` }),
    textAlign: format.horizontal ?? 'left',
    verticalAlign: format.vertical ?? 'middle',
    whiteSpace: format.wrap === true ? 'pre-wrap' : 'pre',
  };
}

function PivotTable(props: { values: ReturnType<typeof pivotValues>; corner: string }) {
  const styles = useStyles();
  const head = cellStyle({ bold: true, fill: COLOR.totalFill, border: COLOR.line });
  const body = cellStyle({ border: COLOR.line });
  return (
    <table
      className={styles.table}
      style={{ width: (26 + 12 * (props.values.columns.length + 1)) * CHARACTER_PX }}
    >
      <thead>
        <tr>
          {[props.corner, ...props.values.columns, TAB_WORD.total].map((name) => (
            <th key={name} className={styles.cell} style={head} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.values.rows.map(({ name, values, total }) => (
          <tr key={name}>
            <th className={styles.cell} style={body} scope="row">
              {name}
            </th>
            {[...values, total].map((value, index) => (
              <td key={index} className={styles.cell} style={{ ...body, textAlign: 'center' }}>
                {value === 0 ? '' : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
