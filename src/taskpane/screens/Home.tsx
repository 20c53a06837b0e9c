import { Badge, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, CircleHalfFillRegular } from '@fluentui/react-icons';
import { useMemo, useRef } from 'react';
import { summarise } from '../../ledger/summary';
import type { MessageKey } from '../../locales/translate';
import type { ScreenProps } from '../Pane';
import { nextStep, type Step } from '../session/session';
import { useWords } from '../words-context';

const STEPS: readonly Step[] = ['build', 'issue', 'collect', 'overdue', 'summary'];

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  step: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  next: { backgroundColor: tokens.colorBrandBackground2 },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  hidden: { display: 'none' },
});

/** Where the cycle stands, and the one thing to do next. */
export function Home({ session, commands, isLive }: ScreenProps) {
  const styles = useStyles();
  const t = useWords();
  const { ledger } = session;
  const figures = useMemo(() => {
    if (ledger === null) return { returned: 0, units: 0, overdue: 0, dueSoon: 0 };
    const { units, total } = summarise(ledger);
    const returned = units.filter((unit) => unit.returned).length;
    return { returned, units: units.length, overdue: total.overdue, dueSoon: total.dueSoon };
  }, [ledger]);
  const next = nextStep(ledger !== null, figures);
  if (ledger === null) return <FirstRun commands={commands} isLive={isLive} />;
  const { asOf, period, sample } = ledger.settings;
  return (
    <div className={styles.column}>
      <Text>
        {t('pane.home.asOf', { asOf, period })} {sample && <Badge color="danger">{t('pane.sample')}</Badge>}
      </Text>
      <ol className={styles.list} aria-label={t('pane.home.cycle')}>
        {STEPS.map((step) => (
          <li key={step} className={step === next ? `${styles.step} ${styles.next}` : styles.step}>
            <StepIcon step={step} next={next} className={styles.icon} />
            <div className={styles.words}>
              <Text weight={step === next ? 'semibold' : 'regular'}>{t(`pane.step.${step}`)}</Text>
              <Text size={200} className={styles.muted}>
                {t(`pane.step.${step}.now`, { ...figures, measures: ledger.plan.measures.length, period })}
              </Text>
            </div>
          </li>
        ))}
      </ol>
      <NextActions next={next} isLive={isLive} session={session} commands={commands} />
    </div>
  );
}

function StepIcon({ step, next, className }: { step: Step; next: Step; className: string }) {
  const [at, now] = [STEPS.indexOf(step), STEPS.indexOf(next)];
  if (at < now) return <CheckmarkCircleFilled className={className} />;
  return at === now ? (
    <CircleHalfFillRegular className={className} />
  ) : (
    <CircleRegular className={className} />
  );
}

function FirstRun({ commands, isLive }: Pick<ScreenProps, 'commands' | 'isLive'>) {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.column}>
      <Text block>{t('pane.first.what')}</Text>
      <Text block className={styles.muted}>
        {t(isLive ? 'pane.first.live' : 'pane.first.how')}
      </Text>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => void commands.build()}>
          {t('pane.first.build')}
        </Button>
        <Button onClick={() => void commands.tryDemo()}>{t('pane.first.demo')}</Button>
        {!isLive && <OpenButton commands={commands} />}
      </div>
    </div>
  );
}

function OpenButton({ commands }: Pick<ScreenProps, 'commands'>) {
  const styles = useStyles();
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('pane.first.open')}</Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept=".xlsx"
        aria-label={t('pane.first.open')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void commands.open(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

const NEXT_LABEL: Readonly<Record<Exclude<Step, 'build'>, MessageKey>> = {
  issue: 'pane.next.issue',
  collect: 'pane.next.collect',
  overdue: 'pane.next.overdue',
  summary: 'pane.next.summary',
};

function NextActions({ next, session, commands, isLive }: ScreenProps & { readonly next: Step }) {
  const styles = useStyles();
  const t = useWords();
  const actions = {
    issue: () => void commands.issue(),
    collect: () => commands.go('returns'),
    overdue: () => commands.go('overdue'),
    summary: () => commands.go('summary'),
  };
  return (
    <div className={styles.buttons}>
      {next !== 'build' && (
        <Button appearance="primary" onClick={actions[next]}>
          {t(NEXT_LABEL[next])}
        </Button>
      )}
      {session.sampleReturns.length > 0 && next === 'issue' && (
        <Button onClick={() => void commands.check(session.sampleReturns)}>{t('pane.returns.sample')}</Button>
      )}
      {isLive && <Button onClick={() => void commands.write()}>{t('pane.write')}</Button>}
      {!isLive && <Button onClick={() => void commands.download()}>{t('pane.download')}</Button>}
      {!isLive && <OpenButton commands={commands} />}
    </div>
  );
}
