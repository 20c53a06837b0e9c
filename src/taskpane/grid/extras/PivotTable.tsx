import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { COLOR } from '../../../sheets/theme';
import { TAB_WORD } from '../../../sheets/words';
import type { PivotValues } from './pivot-values';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: '13px',
    color: `#${COLOR.ink}`,
    margin: '0 0 24px',
  },
  cell: {
    border: `1px solid #${COLOR.line}`,
    padding: '2px 8px',
    height: '18px',
    fontWeight: 'normal',
    textAlign: 'left',
  },
  head: { fontWeight: 600, backgroundColor: `#${COLOR.totalFill}` },
  number: { textAlign: 'center' },
});

interface PivotTableProps {
  readonly values: PivotValues;
  readonly corner: string;
  /** Width of a column of the tab, counted from 1, in pixels. */
  readonly columnWidth: (at: number) => number;
}

/** A pivot as Excel will show it, worked out from its source. */
export function PivotTable({ values, corner, columnWidth }: PivotTableProps) {
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  const head = [corner, ...values.columns, TAB_WORD.total];
  const widths = head.map((_, index) => columnWidth(index + 1));
  return (
    <table className={styles.table} style={{ width: widths.reduce((sum, one) => sum + one, 0) }}>
      <colgroup>
        {widths.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} className={mergeClasses(styles.cell, styles.head)} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.rows.map(({ name, values: figures, total }) => (
          <tr key={name}>
            <th className={styles.cell} scope="row">
              {name}
            </th>
            {[...figures, total].map((value, index) => (
              <td key={index} className={number}>
                {value === 0 ? '' : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
