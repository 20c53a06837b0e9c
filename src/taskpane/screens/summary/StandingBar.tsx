import { makeStyles } from '@fluentui/react-components';
import type { Tally } from '../../../ledger/figures/summary';
import type { Standing } from '../../../ledger/figures/timeliness';
import { STANDING_COLOR } from '../../../sheets/theme';
import { useWords } from '../../words-context';

export const STANDINGS: readonly Standing[] = ['done', 'inProgress', 'notStarted', 'ongoing', 'notReported'];

const useStyles = makeStyles({
  part: { cursor: 'pointer' },
  bar: { display: 'flex', height: '12px', width: '100%', minWidth: '60px', forcedColorAdjust: 'none' },
});

interface StandingBarProps {
  readonly tally: Tally;
  /** What its parts lead to for those who point; the list there has a choice of standings for everybody. */
  readonly onAsk?: ((standing: Standing) => void) | undefined;
}

/** A unit's or section's measures by standing, in the colours of the workbook's charts; its name says the figures. */
export function StandingBar({ tally, onAsk }: StandingBarProps) {
  const styles = useStyles();
  const t = useWords();
  const label = STANDINGS.map((standing) => `${t(`pane.figure.${standing}`)} ${tally[standing]}`).join(', ');
  return (
    <div className={styles.bar} role="img" aria-label={label} title={label}>
      {STANDINGS.map((standing) => (
        <span
          key={standing}
          className={onAsk && styles.part}
          onClick={onAsk && (() => onAsk(standing))}
          style={{ flexGrow: tally[standing], backgroundColor: `#${STANDING_COLOR[standing]}` }}
        />
      ))}
    </div>
  );
}
