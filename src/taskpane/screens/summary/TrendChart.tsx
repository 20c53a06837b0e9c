import {
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Tally } from '../../../ledger/figures/summary';
import { periodName } from '../../parts/periods';
import { useWords } from '../../words-context';
import { FigureLink } from './FigureLink';
import type { PeriodTally } from './trend-groups';

/** Figures that are followed over the periods. */
const FOLLOWED = ['done', 'overdue'] as const;

const WIDTH = 340;
const HEIGHT = 150;
const EDGE = { top: 24, right: 36, bottom: 26, left: 36 } as const;
/** With more points than these only the first and the last say their value, and the one that is pointed at or gone to. */
const MOST_LABELS = 6;

const useStyles = makeStyles({
  root: { position: 'relative', maxWidth: '480px' },
  chart: { width: '100%', height: 'auto', display: 'block', fontSize: '12px' },
  axis: { stroke: tokens.colorNeutralStroke1 },
  words: { fill: tokens.colorNeutralForeground2, textAnchor: 'middle' },
  line: { fill: 'none', strokeWidth: 2 },
  done: { stroke: tokens.colorPaletteGreenForeground1 },
  overdue: { stroke: tokens.colorPaletteRedForeground1, strokeDasharray: '5 3' },
  value: {
    position: 'absolute',
    transform: 'translate(-50%, -50%)',
    textAlign: 'center',
    fontSize: '12px',
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  doneValue: { color: tokens.colorPaletteGreenForeground1 },
  overdueValue: { color: tokens.colorPaletteRedForeground1 },
  point: { fill: tokens.colorNeutralBackground1, strokeWidth: 2, strokeDasharray: 'none' },
  /** A column for each period, over the lines: what is pointed at, and where the keyboard stands. */
  columns: { position: 'absolute', inset: 0 },
  column: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    cursor: 'default',
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  legend: { display: 'flex', gap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
  key: { width: '24px', height: '10px', marginRight: tokens.spacingHorizontalXS },
});

/** Where the points of a chart stand. */
interface Scale {
  readonly step: number;
  readonly across: (index: number) => number;
  readonly up: (value: number) => number;
}

function scaleOf(tallies: readonly PeriodTally[]): Scale {
  const most = Math.max(1, ...tallies.flatMap(({ tally }) => FOLLOWED.map((figure) => tally[figure])));
  const step = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, tallies.length - 1);
  return {
    step,
    across: (index) => EDGE.left + index * step,
    up: (value) => HEIGHT - EDGE.bottom - (value * (HEIGHT - EDGE.top - EDGE.bottom)) / most,
  };
}

interface PartProps {
  readonly tallies: readonly PeriodTally[];
  readonly scale: Scale;
}

interface TrendChartProps {
  readonly tallies: readonly PeriodTally[];
  /** A value was pressed. */
  readonly onAsk: (period: PeriodTally['period'], figure: (typeof FOLLOWED)[number]) => void;
}

/**
 * What is done and what is overdue, period by period. Each period says its figures when it is pointed at, touched, or gone to by the
 * arrow keys; from there Enter goes to its values, and each value leads to its rows. The table below holds all of them.
 */
export function TrendChart({ tallies, onAsk }: TrendChartProps) {
  const styles = useStyles();
  const t = useWords();
  const root = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState('');
  const scale = scaleOf(tallies);
  const label = FOLLOWED.map((figure) => {
    const values = tallies.map(({ period, tally }) => `${periodName(period, t)} ${tally[figure]}`);
    return t('pane.summary.trendOf', { figure: t(`pane.figure.${figure}`), values: values.join(', ') });
  });
  return (
    <div>
      <div className={styles.root} ref={root}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={label.join(' ')}
        >
          <line className={styles.axis} x1={0} x2={WIDTH} y1={scale.up(0)} y2={scale.up(0)} />
          <Lines tallies={tallies} scale={scale} />
          <Periods tallies={tallies} scale={scale} />
        </svg>
        <Columns
          tallies={tallies}
          scale={scale}
          onChoose={choose}
          onEnter={(period) => valueIn(root.current, period)?.focus()}
        />
        <Values tallies={tallies} scale={scale} chosen={chosen} onAsk={onAsk} />
      </div>
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

/** The first value of a period that leads anywhere. */
function valueIn(chart: HTMLElement | null, period: string): HTMLElement | null {
  return chart?.querySelector<HTMLElement>(`[data-period="${period}"] button`) ?? null;
}

function Lines({ tallies, scale: { across, up } }: PartProps) {
  const styles = useStyles();
  return FOLLOWED.map((figure) => (
    <g key={figure} className={styles[figure]}>
      <polyline
        className={styles.line}
        points={tallies.map(({ tally }, index) => `${across(index)},${up(tally[figure])}`).join(' ')}
      />
      {tallies.map(({ tally, period }, index) => (
        <circle key={period} className={styles.point} cx={across(index)} cy={up(tally[figure])} r={3} />
      ))}
    </g>
  ));
}

/** With many points only the first and the last are labelled. */
function isLabelled(index: number, { length }: readonly PeriodTally[]): boolean {
  return length <= MOST_LABELS || index === 0 || index === length - 1;
}

/** The periods below the points. */
function Periods({ tallies, scale: { across } }: PartProps) {
  const styles = useStyles();
  return tallies.map(({ period }, index) =>
    isLabelled(index, tallies) ? (
      <text key={period} className={styles.words} x={across(index)} y={HEIGHT - 8}>
        {period}
      </text>
    ) : null,
  );
}

interface ValuesProps extends PartProps, Pick<TrendChartProps, 'onAsk'> {
  /** The period that was last pointed at or gone to; it may be none. */
  readonly chosen: string;
}

/** The values at the points, over the columns, each a way to what it counts. */
function Values({ tallies, scale: { across, up }, chosen, onAsk }: ValuesProps) {
  const styles = useStyles();
  const t = useWords();
  return tallies.flatMap(({ period, tally }, index) =>
    isLabelled(index, tallies) || period === chosen
      ? FOLLOWED.map((figure) => (
          <span
            key={`${period} ${figure}`}
            data-period={period}
            className={mergeClasses(styles.value, styles[`${figure}Value`])}
            style={{
              left: `${(100 * across(index)) / WIDTH}%`,
              top: `${(100 * (up(tally[figure]) + offsetOf(figure, tally))) / HEIGHT}%`,
            }}
          >
            <FigureLink
              value={tally[figure]}
              what={t('pane.figures.asked', {
                group: periodName(period, t),
                figure: t(`pane.figure.${figure}`),
              })}
              onAsk={() => onAsk(period, figure)}
            />
          </span>
        ))
      : [],
  );
}

/** Above its point; the lower of two below it, where there is room for it. */
function offsetOf(figure: (typeof FOLLOWED)[number], { done, overdue }: Tally): number {
  const isLower = figure === 'done' ? done < overdue : overdue < done;
  const other = Math.min(done, overdue);
  return isLower && other > 0.25 * Math.max(done, overdue) ? 12 : -12;
}

interface ColumnsProps extends PartProps {
  /** A period was pointed at or gone to. */
  readonly onChoose: (period: string) => void;
  /** The keyboard goes on from a period to its values. */
  readonly onEnter: (period: string) => void;
}

/** A column for each period. */
function Columns({ tallies, scale: { step, across }, onChoose, onEnter }: ColumnsProps) {
  const styles = useStyles();
  const t = useWords();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  const [touched, touch] = useState('');
  const width = Math.min(step, 2 * EDGE.left);
  return (
    <div className={styles.columns} role="group" aria-label={t('pane.summary.trend')} {...arrows}>
      {tallies.map(({ period, tally }, index) => {
        const { measures, done, overdue, inProgress, notStarted, notReported } = tally;
        const values = { measures, done, overdue, inProgress, notStarted, notReported };
        return (
          <Tooltip
            key={period}
            content={t('pane.summary.trendAt', { period: periodName(period, t), ...values })}
            relationship="label"
            withArrow
            {...(touched === period ? { visible: true } : {})}
          >
            <button
              type="button"
              className={styles.column}
              style={{
                left: `${(100 * (across(index) - width / 2)) / WIDTH}%`,
                width: `${(100 * width) / WIDTH}%`,
              }}
              onClick={({ detail }) => {
                if (detail === 0) onEnter(period);
                else touch(touched === period ? '' : period);
              }}
              onFocus={() => onChoose(period)}
              onMouseEnter={() => onChoose(period)}
              onBlur={() => touch('')}
            />
          </Tooltip>
        );
      })}
    </div>
  );
}
