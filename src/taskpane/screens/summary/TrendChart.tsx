import { makeStyles, tokens } from '@fluentui/react-components';
import type { PeriodFigures } from '../../../ledger/figures/trend';
import { periodName } from '../../parts/periods';
import { useWords } from '../../words-context';

/** Figures that are followed over the periods. */
const FOLLOWED = ['done', 'overdue'] as const;

const WIDTH = 340;
const HEIGHT = 150;
const EDGE = { top: 24, right: 36, bottom: 26, left: 36 } as const;
/** With more points than these only the first and the last say their value. */
const MOST_LABELS = 6;

const useStyles = makeStyles({
  chart: { width: '100%', maxWidth: '480px', height: 'auto', display: 'block', fontSize: '12px' },
  axis: { stroke: tokens.colorNeutralStroke1 },
  words: { fill: tokens.colorNeutralForeground2, textAnchor: 'middle' },
  line: { fill: 'none', strokeWidth: 2 },
  done: { stroke: tokens.colorPaletteGreenForeground1 },
  doneWords: { fill: tokens.colorPaletteGreenForeground1, textAnchor: 'middle', fontWeight: 600 },
  overdue: { stroke: tokens.colorPaletteRedForeground1, strokeDasharray: '5 3' },
  overdueWords: { fill: tokens.colorPaletteRedForeground1, textAnchor: 'middle', fontWeight: 600 },
  legend: { display: 'flex', gap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
  key: { width: '24px', height: '10px', marginRight: tokens.spacingHorizontalXS },
});

/** 各报送期趋势: what is done and what is overdue, period by period; the table below it holds the figures. */
export function TrendChart({ periods }: { readonly periods: readonly PeriodFigures[] }) {
  const styles = useStyles();
  const t = useWords();
  const names = periods.map(({ period }) => periodName(period, t));
  const most = Math.max(1, ...periods.flatMap(({ total }) => FOLLOWED.map((figure) => total[figure])));
  const across = (index: number) =>
    EDGE.left + (index * (WIDTH - EDGE.left - EDGE.right)) / Math.max(1, periods.length - 1);
  const up = (value: number) => HEIGHT - EDGE.bottom - (value * (HEIGHT - EDGE.top - EDGE.bottom)) / most;
  const isSaid = (index: number) =>
    periods.length <= MOST_LABELS || index === 0 || index === periods.length - 1;
  const label = FOLLOWED.map((figure) => {
    const values = periods.map(({ period, total }) => `${periodName(period, t)} ${total[figure]}`);
    return t('pane.summary.trendOf', { figure: t(`pane.figure.${figure}`), values: values.join(', ') });
  });
  return (
    <div>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label.join(' ')}
      >
        <line className={styles.axis} x1={0} x2={WIDTH} y1={up(0)} y2={up(0)} />
        {FOLLOWED.map((figure) => (
          <g key={figure}>
            <polyline
              className={`${styles.line} ${styles[figure]}`}
              points={periods.map(({ total }, index) => `${across(index)},${up(total[figure])}`).join(' ')}
            />
            {periods.map(
              ({ total, period }, index) =>
                isSaid(index) && (
                  <text
                    key={period}
                    className={styles[`${figure}Words`]}
                    x={across(index)}
                    y={up(total[figure]) - 7}
                  >
                    {total[figure]}
                  </text>
                ),
            )}
          </g>
        ))}
        {names.map(
          (name, index) =>
            isSaid(index) && (
              <text key={name} className={styles.words} x={across(index)} y={HEIGHT - 8}>
                {periods[index]?.period}
              </text>
            ),
        )}
      </svg>
      <div className={styles.legend} aria-hidden>
        {FOLLOWED.map((figure) => (
          <span key={figure}>
            <svg className={styles.key} viewBox="0 0 24 10">
              <line className={`${styles.line} ${styles[figure]}`} x1={0} x2={24} y1={5} y2={5} />
            </svg>
            {t(`pane.figure.${figure}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
