import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ChevronRightRegular,
  CircleRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
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
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
  },
  link: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  next: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  icon: { flexShrink: 0, fontSize: '20px' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  attention: { color: tokens.colorPaletteDarkOrangeForeground1 },
  ahead: { color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface CycleListProps extends Pick<LedgerScreenProps, 'commands'> {
  readonly figures: CycleFigures;
  readonly next: Step;
}

/** The cycle as a checklist: how each step stands, and the way to it. */
export function CycleList({ figures, next, commands }: CycleListProps) {
  const styles = useStyles();
  const t = useWords();
  const { issued, ...counts } = figures;
  const values = { ...counts, issued: issued ? 'yes' : 'no' };
  return (
    <ol className={styles.list} aria-label={t('pane.home.cycle')}>
      <li className={styles.step}>
        <StepMark state="done" />
        <span className={styles.words}>
          <Text>{t('pane.step.build')}</Text>
          <Text size={200} className={styles.muted}>
            {t('pane.step.build.now', values)}
          </Text>
        </span>
      </li>
      {STEPS.map((step) => (
        <li key={step}>
          <button
            type="button"
            className={mergeClasses(styles.step, styles.link, step === next && styles.next)}
            aria-current={step === next ? 'step' : undefined}
            onClick={() => commands.go(step)}
          >
            <StepMark state={stepState(step, figures)} />
            <span className={styles.words}>
              <Text weight={step === next ? 'semibold' : 'regular'}>{t(`pane.step.${step}`)}</Text>
              <Text size={200} className={styles.muted}>
                {t(`pane.step.${step}.now`, values)}
              </Text>
            </span>
            <ChevronRightRegular aria-hidden />
          </button>
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
