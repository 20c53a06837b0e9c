import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { completionRate } from '../../../../ledger/figures/completion-rate';
import { levelFigures, type PlaceFigures } from '../../../../ledger/figures/place-figures';
import type { Tally } from '../../../../ledger/figures/summary';
import type { Ledger } from '../../../../ledger/ledger';
import { PATH_SEPARATOR } from '../../../../ledger/levels/levels';
import { periodName } from '../../../parts/periods';
import { useWords } from '../../../words-context';
import { FigureLink } from '../FigureLink';
import type { AskedFigure } from '../figure-rows';

const useStyles = makeStyles({
  /** Where seven columns are wider than the pane, the table moves under its frame. */
  frame: { overflowX: 'auto', minWidth: 0 },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'middle',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  name: { minWidth: '3.5em' },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  missing: { color: tokens.colorNeutralForeground2 },
  total: { fontWeight: tokens.fontWeightSemibold },
  link: { lineHeight: '24px', font: 'inherit', textAlign: 'left' },
  caption: {
    textAlign: 'left',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

const COUNTS = [
  'measures',
  'done',
  'inProgress',
  'notStarted',
  'overdue',
] as const satisfies readonly (keyof Tally)[];

interface PlaceTableProps {
  readonly ledger: Ledger;
  /** A place was pressed. */
  readonly onOpen: (path: string) => void;
  /** A figure was pressed. */
  readonly onAsk: (asked: AskedFigure) => void;
}

/** 分地区: one row a place below; one that has not reported says so, and no figure stands for it. */
export function PlaceTable({ ledger, onOpen, onAsk }: PlaceTableProps) {
  const styles = useStyles();
  const t = useWords();
  const { places, total } = levelFigures(ledger);
  const reported = places.filter(({ isReported }) => isReported).length;
  const number = mergeClasses(styles.cell, styles.number);
  const caption = t('pane.places.caption', { count: places.length, reported });
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th className={mergeClasses(styles.cell, styles.name)} scope="col">
              {t('pane.places.place')}
            </th>
            {COUNTS.map((count) => (
              <th key={count} className={number} scope="col">
                {t(`pane.figure.${count}`)}
              </th>
            ))}
            <th className={number} scope="col">
              {t('pane.places.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.path}>
              <th className={mergeClasses(styles.cell, styles.name)} scope="row">
                <Link as="button" className={styles.link} onClick={() => onOpen(place.path)} lang="zh-CN">
                  {place.path.replaceAll(PATH_SEPARATOR, ' / ')}
                </Link>
              </th>
              <Figures place={place} onAsk={onAsk} />
            </tr>
          ))}
          {reported > 1 && (
            <tr className={styles.total}>
              <th className={mergeClasses(styles.cell, styles.total)} scope="row">
                {t('pane.places.total')}
              </th>
              <TallyCells tally={total} path="" onAsk={onAsk} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Figures({ place, onAsk }: Pick<PlaceTableProps, 'onAsk'> & { readonly place: PlaceFigures }) {
  const styles = useStyles();
  const t = useWords();
  const { path, figures, lastPeriod } = place;
  if (figures !== null) return <TallyCells tally={figures} path={path} onAsk={onAsk} />;
  return (
    <td className={mergeClasses(styles.cell, styles.missing)} colSpan={COUNTS.length + 1}>
      {lastPeriod === null
        ? t('pane.places.missing')
        : t('pane.places.missingSince', { period: periodName(lastPeriod, t) })}
    </td>
  );
}

interface TallyCellsProps extends Pick<PlaceTableProps, 'onAsk'> {
  readonly tally: Tally;
  /** Of the place; empty for all of them. */
  readonly path: string;
}

function TallyCells({ tally, path, onAsk }: TallyCellsProps) {
  const styles = useStyles();
  const t = useWords();
  const place = path === '' ? t('pane.places.total') : path.replaceAll(PATH_SEPARATOR, ' / ');
  const number = mergeClasses(styles.cell, styles.number);
  const rate = completionRate(tally);
  return (
    <>
      {COUNTS.map((count) => (
        <td
          key={count}
          className={mergeClasses(number, count === 'overdue' && tally.overdue > 0 && styles.overdue)}
        >
          <FigureLink
            value={tally[count]}
            what={t('pane.figures.asked', { group: place, figure: t(`pane.figure.${count}`) })}
            onAsk={() => onAsk({ of: 'place', name: path, figure: count, period: null })}
          />
        </td>
      ))}
      <td className={number}>{rate === null ? '–' : `${Math.round(rate * 100)}%`}</td>
    </>
  );
}
