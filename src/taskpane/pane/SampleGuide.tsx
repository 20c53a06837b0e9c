import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { isCount, useScreenState } from '../parts/use-screen-state';
import type { ScreenId } from '../screens/registry';
import type { Commands } from '../session/commands/session-commands';
import type { Session } from '../session/session';
import { useWords } from '../words-context';
import { GUIDE, guideAt } from './sample-guide';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground2,
    borderBottom: `1px solid ${tokens.colorBrandStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, minWidth: 0 },
  dots: { display: 'flex', gap: '4px', flexShrink: 0 },
  dot: {
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxSizing: 'border-box',
  },
  behind: { backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
});

interface SampleGuideProps {
  readonly session: Session;
  readonly commands: Commands;
  readonly shown: ScreenId;
}

/** Six steps through the sample, one at a time: what there is to see or do, and the way to its screen. */
export function SampleGuide({ session, commands, shown }: SampleGuideProps) {
  const styles = useStyles();
  const t = useWords();
  const [reached, reach] = useScreenState('guide.step', 0, isCount);
  const at = guideAt(reached, session);
  const step = GUIDE[at];
  if (step === undefined) return null;
  const end = () => reach(GUIDE.length);
  const goOn = () => {
    const next = GUIDE[at + 1];
    reach(at + 1);
    if (next !== undefined) commands.go(next.screen);
  };
  return (
    <div className={styles.root} role="region" aria-label={t('pane.guide')}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.title}>
          {t('pane.guide.step', { now: at + 1, total: GUIDE.length, step: t(`pane.guide.${step.id}`) })}
        </Text>
        <span className={styles.dots} aria-hidden>
          {GUIDE.map(({ id }, index) => (
            <span key={id} className={mergeClasses(styles.dot, index <= at && styles.behind)} />
          ))}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t('pane.guide.end')}
          onClick={end}
        />
      </div>
      <Text size={200} role="status">
        {t(`pane.guide.${step.id}.what`)}
      </Text>
      <div>
        {shown === step.screen ? (
          <Button size="small" appearance="primary" onClick={at + 1 < GUIDE.length ? goOn : end}>
            {t(at + 1 < GUIDE.length ? 'pane.guide.next' : 'pane.guide.finish')}
          </Button>
        ) : (
          <Button size="small" appearance="primary" onClick={() => commands.go(step.screen)}>
            {t('pane.guide.go', { screen: t(`pane.screen.${step.screen}`) })}
          </Button>
        )}
      </div>
    </div>
  );
}
