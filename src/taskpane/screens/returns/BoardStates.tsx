import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OFFICE_STATES, type OfficeState } from '../../../app/inbox/board';
import { useWords } from '../../words-context';

const useStyles = makeStyles({
  states: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface BoardStatesProps {
  readonly counts: Readonly<Record<OfficeState, number>>;
  readonly chosen: OfficeState | null;
  readonly onChoose: (state: OfficeState | null) => void;
}

/** The states that offices are in, with how many. The chosen one stays when none is in it any more, so that it can be given up. */
export function BoardStates({ counts, chosen, onChoose }: BoardStatesProps) {
  const styles = useStyles();
  const t = useWords();
  const offered = OFFICE_STATES.filter((one) => counts[one] > 0 || one === chosen);
  return (
    <div className={styles.states} role="group" aria-label={t('pane.board.states')}>
      {offered.map((one) => (
        <Button
          key={one}
          size="small"
          appearance={chosen === one ? 'primary' : 'outline'}
          aria-pressed={chosen === one}
          onClick={() => onChoose(chosen === one ? null : one)}
        >
          {t('pane.board.count', { state: t(`pane.board.state.${one}`), count: counts[one] })}
        </Button>
      ))}
    </div>
  );
}
