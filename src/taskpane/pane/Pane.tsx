import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useMemo, type ReactNode } from 'react';
import { FocusHeading } from '../parts/FocusHeading';
import { WaitSpinner } from '../parts/WaitSpinner';
import { useKeptScroll } from '../parts/use-kept-scroll';
import { ScreenStateContext } from '../parts/use-screen-state';
import { SCREENS, isOffered, type ScreenId } from '../screens/registry';
import type { ScreenProps } from '../screens/screen';
import { useWords } from '../words-context';
import { ErrorBoundary } from './ErrorBoundary';
import { PaneHeader } from './PaneHeader';
import { StatusDock } from './StatusDock';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  screen: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    outlineStyle: 'none',
  },
});

/** The pane: where the clerk is, the screen, and below it what is going on. */
export function Pane(props: ScreenProps) {
  const styles = useStyles();
  const t = useWords();
  const { session, commands } = props;
  const { ledger, screenState } = session;
  const { fillIn } = commands;
  const onScreens = useMemo(() => [screenState, fillIn] as const, [screenState, fillIn]);
  const id = shownScreen(session.screen, ledger !== null);
  return (
    <ScreenStateContext value={onScreens}>
      <div className={styles.root}>
        <PaneHeader {...props} shown={id} />
        <ScreenPanel id={id} key={id}>
          <ErrorBoundary onSave={ledger === null ? null : () => void commands.save()}>
            <Suspense fallback={<WaitSpinner label={t('pane.loading')} />}>
              <FocusHeading of="screen">{t(`pane.title.${id}`)}</FocusHeading>
              <ScreenView {...props} id={id} />
            </Suspense>
          </ErrorBoundary>
        </ScreenPanel>
        <StatusDock session={session} commands={commands} />
      </div>
    </ScreenStateContext>
  );
}

/** A screen, at the place where the clerk left it. */
function ScreenPanel({ id, children }: { readonly id: ScreenId; readonly children: ReactNode }) {
  const styles = useStyles();
  const panel = useKeptScroll(id);
  return (
    <div className={styles.screen} role="tabpanel" aria-labelledby={`tab-${id}`} ref={panel}>
      {children}
    </div>
  );
}

function shownScreen(wanted: ScreenId, hasLedger: boolean): ScreenId {
  if (isOffered(wanted, hasLedger)) return wanted;
  return hasLedger ? 'home' : 'start';
}

function ScreenView({ id, ...props }: ScreenProps & { readonly id: ScreenId }) {
  const entry = SCREENS[id];
  if (entry.when !== 'ledger') return <entry.View {...props} />;
  const { ledger } = props.session;
  return ledger === null ? null : <entry.View {...props} ledger={ledger} />;
}
