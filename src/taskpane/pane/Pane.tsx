import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useMemo, useRef, type MouseEvent, type ReactNode } from 'react';
import { DOSSIER_PATH, useDossiers } from '../dossier/dossier-path';
import { LOCATED, markOf, type Located } from '../following/located';
import { useWayBack } from '../following/use-way-back';
import { FocusHeading } from '../parts/FocusHeading';
import { later } from '../parts/later';
import { WaitSpinner } from '../parts/WaitSpinner';
import { useKeptScroll } from '../parts/use-kept-scroll';
import { ScreenStateContext, isTexts } from '../parts/use-screen-state';
import { SCREENS, isOffered, type ScreenId } from '../screens/registry';
import type { ScreenProps } from '../screens/screen';
import { useWords } from '../words-context';
import { ErrorBoundary } from './ErrorBoundary';
import { PaneHeader } from './PaneHeader';
import { StatusDock } from './StatusDock';

const DossierPanel = later(async () => (await import('../dossier/DossierPanel')).DossierPanel);

const SampleGuide = later(async () => (await import('./SampleGuide')).SampleGuide);

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
  const { session, commands } = props;
  const { ledger, screenState } = session;
  const { fillIn } = commands;
  const onScreens = useMemo(() => [screenState, fillIn] as const, [screenState, fillIn]);
  const id = shownScreen(session.screen, ledger !== null);
  const root = useRef<HTMLDivElement>(null);
  useWayBack(root, screenState[LOCATED], fillIn);
  const remember = ({ target }: MouseEvent) => {
    const mark = root.current && target instanceof Element ? markOf(root.current, target) : undefined;
    const path = screenState[DOSSIER_PATH];
    if (mark === undefined) return;
    fillIn(LOCATED, { mark, path: isTexts(path) ? path : [], screen: id, isWanted: false } satisfies Located);
  };
  return (
    <ScreenStateContext value={onScreens}>
      <div className={styles.root} ref={root} onClickCapture={remember}>
        <PaneHeader {...props} shown={id} />
        {ledger?.settings.sample === true && session.sampleReturns.length > 0 && (
          <Suspense fallback={null}>
            <SampleGuide session={session} commands={commands} shown={id} />
          </Suspense>
        )}
        <InFront {...props} id={id} />
        <StatusDock session={session} commands={commands} />
      </div>
    </ScreenStateContext>
  );
}

/** The screen, or the dossier of a measure or a unit that was opened from it. */
function InFront({ id, ...props }: ScreenProps & { readonly id: ScreenId }) {
  const t = useWords();
  const { front } = useDossiers();
  const { session, commands } = props;
  const { ledger } = session;
  const dossier = ledger === null ? null : front;
  const place = dossier === null ? id : `dossier.${Object.values(dossier).join('')}`;
  return (
    <ScreenPanel id={id} place={place} key={place}>
      <ErrorBoundary onSave={ledger === null ? null : () => void commands.save()}>
        <Suspense fallback={<WaitSpinner label={t('pane.loading')} />}>
          {ledger === null || dossier === null ? (
            <>
              <FocusHeading of="screen">{t(`pane.title.${id}`)}</FocusHeading>
              <ScreenView {...props} id={id} />
            </>
          ) : (
            <DossierPanel of={dossier} ledger={ledger} commands={commands} screen={id} />
          )}
        </Suspense>
      </ErrorBoundary>
    </ScreenPanel>
  );
}

interface ScreenPanelProps {
  readonly id: ScreenId;
  /** Whose place in it is kept: the screen's, or that of what is in front of it. */
  readonly place: string;
  readonly children: ReactNode;
}

/** A screen, at the place where the clerk left it. */
function ScreenPanel({ id, place, children }: ScreenPanelProps) {
  const styles = useStyles();
  const panel = useKeptScroll(place);
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
