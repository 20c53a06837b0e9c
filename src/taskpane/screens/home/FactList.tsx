import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Commands } from '../../session/commands/session-commands';
import { BOARD, REPORT_PART, VERIFY, boardPeriod } from '../state-names';
import { showRows } from '../summary/show-rows';
import type { FactGoal, StepFact } from './step-facts';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  fact: { lineHeight: '24px', fontSize: tokens.fontSizeBase200, textAlign: 'left' },
  none: { lineHeight: '24px', color: tokens.colorNeutralForeground2 },
});

interface FactListProps {
  readonly facts: readonly StepFact[];
  readonly commands: Commands;
}

/** The figures of a step, each a way to what it counts. */
export function FactList({ facts, commands }: FactListProps) {
  const styles = useStyles();
  return (
    <span className={styles.facts}>
      {facts.map(({ text, count, goal }) =>
        count === 0 ? (
          <Text key={text} size={200} className={styles.none}>
            {text}
          </Text>
        ) : (
          <Link key={text} as="button" className={styles.fact} onClick={() => lead(commands, goal)}>
            {text}
          </Link>
        ),
      )}
    </span>
  );
}

function lead(commands: Commands, goal: FactGoal): void {
  const { go, fillIn } = commands;
  switch (goal.kind) {
    case 'rows':
      showRows(commands, goal.asked);
      return;
    case 'offices':
      fillIn(boardPeriod(goal.period), goal.period);
      fillIn(BOARD.state, goal.state);
      fillIn(BOARD.kind, null);
      fillIn(BOARD.find, '');
      go('returns');
      return;
    case 'claims':
      fillIn(REPORT_PART, 'verify');
      fillIn(VERIFY.kind, 'done');
      fillIn(VERIFY.words, '');
      go('report');
  }
}
