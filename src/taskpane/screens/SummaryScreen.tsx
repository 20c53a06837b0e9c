import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { summarise, type Tally } from '../../ledger/summary';
import type { ScreenProps } from '../Pane';
import { StandingBar } from './StandingBar';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  figure: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: 'normal',
  },
  number: { textAlign: 'right', whiteSpace: 'nowrap' },
  bar: { width: '40%' },
  caption: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

const FIGURES = ['measures', 'done', 'inProgress', 'notStarted', 'overdue', 'dueSoon'] as const;

/** 汇总: key figures, then every section and unit with its bar. */
export function SummaryScreen({ session: { ledger } }: ScreenProps) {
  const styles = useStyles();
  const t = useWords();
  const summary = useMemo(() => (ledger === null ? null : summarise(ledger)), [ledger]);
  if (summary === null) return null;
  const units = [...summary.units].sort((a, b) => b.overdue - a.overdue || b.measures - a.measures);
  return (
    <div className={styles.column}>
      <div className={styles.figures}>
        {FIGURES.map((key) => (
          <div key={key} className={styles.figure}>
            <Text size={500} weight="semibold">
              {summary.total[key]}
            </Text>
            <Text size={200}>{t(`pane.figure.${key}`)}</Text>
          </div>
        ))}
      </div>
      <TallyTable
        caption={t('pane.summary.sections')}
        rows={summary.sections.map((group) => ({ name: `${group.section} ${group.title}`, tally: group }))}
      />
      <TallyTable
        caption={t('pane.summary.units')}
        rows={units.map((group) => ({ name: group.unit, tally: group }))}
      />
    </div>
  );
}

function TallyTable(props: { caption: string; rows: readonly { name: string; tally: Tally }[] }) {
  const styles = useStyles();
  const t = useWords();
  const number = `${styles.cell} ${styles.number}`;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{props.caption}</caption>
      <thead>
        <tr>
          <th className={styles.cell} scope="col">
            {t('pane.summary.name')}
          </th>
          <th className={`${styles.cell} ${styles.bar}`} scope="col">
            {t('pane.summary.status')}
          </th>
          <th className={number} scope="col">
            {t('pane.figure.done')}
          </th>
          <th className={number} scope="col">
            {t('pane.figure.overdue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ name, tally }) => (
          <tr key={name}>
            <th className={styles.cell} scope="row">
              {name}
            </th>
            <td className={styles.cell}>
              <StandingBar tally={tally} />
            </td>
            <td className={number}>
              {t('pane.summary.ratio', { done: tally.done, measures: tally.measures })}
            </td>
            <td className={number}>{tally.overdue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
