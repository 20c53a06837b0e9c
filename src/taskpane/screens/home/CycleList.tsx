import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ChevronRightRegular,
  CircleRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FactList } from './FactList';
import { stepFacts } from './step-facts';
import { STEPS, stepState, type CycleFigures, type Step, type StepState } from './cycle';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
  },
  way: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  next: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  icon: { flexShrink: 0, fontSize: '20px' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  attention: { color: tokens.colorPaletteDarkOrangeForeground1 },
  ahead: { color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface CycleListProps extends Pick<LedgerScreenProps, 'ledger' | 'session' | 'commands'> {
  readonly figures: CycleFigures;
  readonly next: Step;
}

/** The cycle as a checklist: how each step stands, the way to it, and from each of its figures the way to what it counts. */
export function CycleList({ ledger, session, figures, next, commands }: CycleListProps) {
  const styles = useStyles();
  const t = useWords();
  const { inbox } = session;
  const facts = useMemo(() => stepFacts(ledger, inbox, figures, t), [ledger, inbox, figures, t]);
  return (
    <ol className={styles.list} aria-label={t('pane.home.cycle')}>
      <li className={styles.step}>
        <StepMark state="done" />
        <span className={styles.words}>
          <Text>{t('pane.step.build')}</Text>
          <FactList facts={facts.build} commands={commands} />
        </span>
      </li>
      {STEPS.map((step) => (
        <li
          key={step}
          className={mergeClasses(styles.step, step === next && styles.next)}
          aria-current={step === next ? 'step' : undefined}
        >
          <StepMark state={stepState(step, figures)} />
          <span className={styles.words}>
            <button type="button" className={styles.way} onClick={() => commands.go(step)}>
              <Text weight={step === next ? 'semibold' : 'regular'}>{t(`pane.step.${step}`)}</Text>
              <ChevronRightRegular aria-hidden />
            </button>
            {step === 'issue' ? (
              <Text size={200} className={styles.muted}>
                {t('pane.step.issue.now', { issued: figures.issued ? 'yes' : 'no', dueOn: figures.dueOn })}
              </Text>
            ) : (
              <FactList facts={facts[step]} commands={commands} />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

const MARK = {
  done: CheckmarkCircleFilled,
  attention: WarningFilled,
  ahead: CircleRegular,
} as const satisfies Record<StepState, unknown>;

function StepMark({ state }: { readonly state: StepState }) {
  const styles = useStyles();
  const t = useWords();
  const Icon = MARK[state];
  return (
    <Icon className={mergeClasses(styles.icon, styles[state])} aria-label={t(`pane.step.state.${state}`)} />
  );
}
