import { Badge, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { foldLedger, type AssignmentState } from '../../ledger/fold';
import type { ScreenProps } from '../Pane';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** 预警: what is overdue, the longest first, then what is due soon, the nearest first; by unit. */
export function Overdue({ session: { ledger } }: ScreenProps) {
  const styles = useStyles();
  const t = useWords();
  const { overdue, dueSoon } = useMemo(() => warned(ledger), [ledger]);
  const texts = new Map(ledger?.plan.measures.map((measure) => [measure.no, measure.text]));
  const item = ({ assignment, timeliness, overdueDays }: AssignmentState) => (
    <li key={`${assignment.measure} ${assignment.unit}`} className={styles.item}>
      <div className={styles.head}>
        <Badge color={timeliness === 'overdue' ? 'danger' : 'informative'}>
          {timeliness === 'overdue'
            ? t('pane.overdue.days', { days: overdueDays })
            : t('pane.overdue.until', { date: assignment.deadline ?? '' })}
        </Badge>
        <Text weight="semibold">
          {t('pane.overdue.head', { no: assignment.measure, unit: assignment.unit })}
        </Text>
      </div>
      <Text size={200}>{texts.get(assignment.measure)}</Text>
    </li>
  );
  return (
    <div className={styles.column}>
      <Text weight="semibold">
        {t('pane.overdue.counts', { overdue: overdue.length, dueSoon: dueSoon.length })}
      </Text>
      <ul className={styles.list}>{[...overdue, ...dueSoon].map(item)}</ul>
    </div>
  );
}

function warned(ledger: ScreenProps['session']['ledger']) {
  const assignments = ledger === null ? [] : foldLedger(ledger).assignments;
  const deadline = ({ assignment }: AssignmentState) => assignment.deadline ?? '';
  const byDeadline = (a: AssignmentState, b: AssignmentState) => (deadline(a) < deadline(b) ? -1 : 1);
  return {
    overdue: assignments.filter(({ timeliness }) => timeliness === 'overdue').sort(byDeadline),
    dueSoon: assignments.filter(({ timeliness }) => timeliness === 'dueSoon').sort(byDeadline),
  };
}
