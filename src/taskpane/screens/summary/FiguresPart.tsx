import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { completionRate } from '../../../ledger/figures/completion-rate';
import { summarise, type Tally } from '../../../ledger/figures/summary';
import { levelFigures } from '../../../ledger/figures/place-figures';
import type { Ledger } from '../../../ledger/ledger';
import { trend } from '../../../ledger/figures/trend';
import { TAB } from '../../../sheets/words';
import { STANDING_COLOR } from '../../../sheets/theme';
import { useFollowed } from '../../following/use-followed';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { later } from '../../parts/later';
import { isOneOf, isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FIGURES, FIGURE_ASKED, askedOf, asksRecords, askedText, type AskedFigure } from './figure-rows';
import { FigureLink } from './FigureLink';
import { FigureRows } from './FigureRows';
import { PLACE_OPENED } from './show-rows';
import { STANDINGS } from './StandingBar';
import { TallyTable } from './TallyTable';
import { TrendPart } from './TrendPart';
import { RANKINGS, rankUnits, type Ranking } from './rank-tallies';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(5.2em, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  figure: {
    display: 'flex',
    flexDirection: 'column-reverse',
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  alarm: { color: tokens.colorPaletteRedForeground1 },
  key: { display: 'inline-block', width: '10px', height: '10px', forcedColorAdjust: 'none' },
});

/** Few ledgers have places below: what shows them loads with the first that has. */
const PlaceTable = later(async () => (await import('./places/PlaceTable')).PlaceTable);
const PlaceMeasures = later(async () => (await import('./places/PlaceMeasures')).PlaceMeasures);

/** Returns, deductions, letters: asked about by the few figures that count no measures. */
const RecordRows = later(async () => (await import('./records/RecordRows')).RecordRows);

/** Key figures, then every section and unit with its bar; one button writes the tabs. */
export function FiguresPart(props: LedgerScreenProps) {
  const { ledger, commands } = props;
  const [kept, setAsked] = useScreenState(FIGURE_ASKED, '', isText);
  const asked = askedOf(kept);
  const onAsk = (next: AskedFigure | null) => setAsked(next === null ? '' : askedText(next));
  const [place, setPlace] = useScreenState(PLACE_OPENED, '', isText);
  if (place !== '' && isPlaceBelow(ledger, place))
    return <PlaceMeasures ledger={ledger} path={place} onBack={() => setPlace('')} />;
  if (asked === null) return <AllFigures {...props} onAsk={onAsk} onOpenPlace={setPlace} />;
  if (asksRecords(asked)) return <RecordRows {...props} asked={asked} onAsk={onAsk} />;
  return <FigureRows asked={asked} onAsk={onAsk} ledger={ledger} commands={commands} />;
}

/** It may be one no more: what came of it was taken back. */
function isPlaceBelow(ledger: Ledger, path: string): boolean {
  return levelFigures(ledger).places.some((one) => one.path === path);
}

interface AllFiguresProps extends LedgerScreenProps {
  readonly onAsk: (asked: AskedFigure) => void;
  readonly onOpenPlace: (path: string) => void;
}

function AllFigures({ ledger, commands, isLive, onAsk, onOpenPlace }: AllFiguresProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [ranking, setRanking] = useScreenState<Ranking>('figures.ranking', 'overdue', isOneOf(RANKINGS));
  const summary = useMemo(() => summarise(ledger), [ledger]);
  const periods = useMemo(() => trend(ledger), [ledger]);
  const { asOf, period, total } = summary;
  useFollowed(commands, { tab: TAB.summary, why: t('pane.summary.part.figures'), measures: null });
  return (
    <>
      <Text className={layout.muted}>{t('pane.home.asOf', { asOf, period: periodName(period, t) })}</Text>
      <FigureCards total={total} onAsk={onAsk} />
      <Button appearance="primary" onClick={() => void commands.showSummary()}>
        {t(isLive ? 'pane.summary.write' : 'pane.summary.show')}
      </Button>
      <div className={layout.row}>
        {STANDINGS.map((standing) => (
          <Text key={standing} size={200}>
            <span
              className={styles.key}
              style={{ backgroundColor: `#${STANDING_COLOR[standing]}` }}
              aria-hidden
            />{' '}
            {t(`pane.figure.${standing}`)}
          </Text>
        ))}
      </div>
      {levelFigures(ledger).places.length > 0 && (
        <PlaceTable ledger={ledger} onOpen={onOpenPlace} onAsk={onAsk} />
      )}
      {periods.length > 1 && <TrendPart periods={periods} onAsk={onAsk} />}
      <TallyTable
        caption={t('pane.summary.sections')}
        rows={summary.sections.map((group) => ({
          name: `${group.section} ${group.title}`,
          tally: group,
          onAsk: (figure) => onAsk({ of: 'section', name: group.section, figure, period: null }),
        }))}
      />
      <ChoiceField
        label={t('pane.summary.rank')}
        value={ranking}
        choices={RANKINGS}
        wordOf={(one) => t(`pane.summary.rank.${one}`)}
        onChange={setRanking}
      />
      <TallyTable
        caption={t('pane.summary.units')}
        rows={rankUnits(summary.units, ranking).map((group) => ({
          name: group.unit,
          tally: group,
          isUnit: true,
          onAsk: (figure) => onAsk({ of: 'unit', name: group.unit, figure, period: null }),
        }))}
      />
    </>
  );
}

interface FigureCardsProps {
  readonly total: Tally;
  readonly onAsk: (asked: AskedFigure) => void;
}

/** The figures of the whole plan, each a way to what it counts. */
function FigureCards({ total, onAsk }: FigureCardsProps) {
  const styles = useStyles();
  const t = useWords();
  const rate = completionRate(total);
  return (
    <dl className={styles.figures}>
      {FIGURES.map((key) => (
        <div key={key} className={styles.figure}>
          <dt className={styles.name}>{t(`pane.figure.${key}`)}</dt>
          <dd
            className={
              key === 'overdue' && total.overdue > 0 ? `${styles.value} ${styles.alarm}` : styles.value
            }
          >
            <FigureLink
              value={total[key]}
              what={t('pane.figures.asked', {
                group: t('pane.figures.total'),
                figure: t(`pane.figure.${key}`),
              })}
              onAsk={() => onAsk({ of: 'total', name: '', figure: key, period: null })}
            />
          </dd>
        </div>
      ))}
      <div className={styles.figure}>
        <dt className={styles.name}>{t('pane.pivot.value.rate')}</dt>
        <dd className={styles.value}>{rate === null ? '–' : `${Math.round(rate * 100)}%`}</dd>
      </div>
    </dl>
  );
}
