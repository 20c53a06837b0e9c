import { makeStyles } from '@fluentui/react-components';
import type { ChartBlueprint, SheetBlueprint } from '../../../base/blueprint';
import { COLOR } from '../../../sheets/theme';
import { chartValues } from './chart-values';

const useStyles = makeStyles({
  figure: { margin: 0, width: '520px', maxWidth: '100%', color: `#${COLOR.ink}` },
  title: { fontWeight: 600, textAlign: 'center', paddingBottom: '8px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '180px 1fr',
    alignItems: 'center',
    gap: '8px',
    fontSize: '12px',
  },
  name: { textAlign: 'right', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  bar: { display: 'flex', height: '12px', forcedColorAdjust: 'none' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '12px',
    justifyContent: 'center',
    paddingTop: '8px',
    fontSize: '12px',
  },
  key: {
    display: 'inline-block',
    width: '10px',
    height: '10px',
    marginRight: '4px',
    forcedColorAdjust: 'none',
  },
});

/** A stacked bar chart of the tab, drawn from the same cells as Excel's; the table it stands beside holds the figures. */
export function ChartView({
  chart,
  sheet,
}: {
  readonly chart: ChartBlueprint;
  readonly sheet: SheetBlueprint;
}) {
  const styles = useStyles();
  const { names, series } = chartValues(chart, sheet);
  const totals = names.map((_, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
  const most = Math.max(1, ...totals);
  return (
    <figure className={styles.figure} aria-label={chart.title}>
      <figcaption className={styles.title}>{chart.title}</figcaption>
      {names.map((name, index) => (
        <div key={name} className={styles.row} role="img" aria-label={rowLabel(name, series, index)}>
          <span className={styles.name}>{name}</span>
          <span className={styles.bar} style={{ width: `${(100 * (totals[index] ?? 0)) / most}%` }}>
            {series.map((one) => (
              <span
                key={one.name}
                style={{ flexGrow: one.values[index] ?? 0, backgroundColor: `#${one.color}` }}
              />
            ))}
          </span>
        </div>
      ))}
      <div className={styles.legend}>
        {series.map((one) => (
          <span key={one.name}>
            <span className={styles.key} style={{ backgroundColor: `#${one.color}` }} />
            {one.name}
          </span>
        ))}
      </div>
    </figure>
  );
}

function rowLabel(
  name: string,
  series: readonly { readonly name: string; readonly values: readonly number[] }[],
  index: number,
): string {
  return `${name}：${series.map((one) => `${one.name} ${one.values[index] ?? 0}`).join('，')}`;
}
