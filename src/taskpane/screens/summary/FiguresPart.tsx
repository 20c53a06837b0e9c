import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { summarise } from '../../../ledger/figures/summary';
import { trend } from '../../../ledger/figures/trend';
import { STANDING_COLOR } from '../../../sheets/theme';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { isOneOf, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { STANDINGS } from './StandingBar';
import { TallyTable } from './TallyTable';
import { TrendChart } from './TrendChart';
import { RANKINGS, rankUnits, type Ranking } from './rank-tallies';

const FIGURES = ['measures', 'done', 'inProgress', 'notStarted', 'overdue', 'dueSoon'] as const;

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

/** Key figures, then every section and unit with its bar; one button writes the tabs. */
export function FiguresPart({ ledger, commands, isLive }: LedgerScreenProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [ranking, setRanking] = useScreenState<Ranking>('figures.ranking', 'overdue', isOneOf(RANKINGS));
  const summary = useMemo(() => summarise(ledger), [ledger]);
  const periods = useMemo(() => trend(ledger), [ledger]);
  const { asOf, period, total } = summary;
  return (
    <>
      <Text className={layout.muted}>{t('pane.home.asOf', { asOf, period: periodName(period, t) })}</Text>
      <dl className={styles.figures}>
        {FIGURES.map((key) => (
          <div key={key} className={styles.figure}>
            <dt className={styles.name}>{t(`pane.figure.${key}`)}</dt>
            <dd
              className={
                key === 'overdue' && total.overdue > 0 ? `${styles.value} ${styles.alarm}` : styles.value
              }
            >
              {total[key]}
            </dd>
          </div>
        ))}
      </dl>
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
      {periods.length > 1 && (
        <>
          <TrendChart periods={periods} />
          <TallyTable
            caption={t('pane.summary.trend')}
            rows={periods.map((one) => ({ name: periodName(one.period, t), tally: one.total }))}
          />
        </>
      )}
      <TallyTable
        caption={t('pane.summary.sections')}
        rows={summary.sections.map((group) => ({ name: `${group.section} ${group.title}`, tally: group }))}
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
        }))}
      />
    </>
  );
}
