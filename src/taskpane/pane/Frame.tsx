import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, type CSSProperties } from 'react';
import { FOLLOWED } from '../following/followed';
import { LOCATED } from '../following/located';
import { later } from '../parts/later';
import type { Commands } from '../session/commands/session-commands';
import type { Session } from '../session/session';
import { SIDE, sidesOf } from '../sides/side-state';
import type { World } from '../session/world';
import { KeepingNotice, OpenElsewhere, useKeeping } from '../storage/Keeping';
import { useWords } from '../words-context';
import { ErrorBoundary } from './ErrorBoundary';
import { Pane } from './Pane';

const DropVeil = later(async () => (await import('./DropVeil')).DropVeil);

const loadWorkbookView = async () => (await import('../grid/WorkbookView')).WorkbookView;

const WorkbookView = later(loadWorkbookView);

const FrontTabs = later(async () => (await import('../sides/FrontTabs')).FrontTabs);

const Splitter = later(async () => (await import('../sides/Splitter')).Splitter);

const LeaveDialog = later(async () => (await import('./LeaveDialog')).LeaveDialog);

/** From this width on pane and workbook stand side by side; below it one of them is seen. */
const BESIDE = '@media (min-width: 900px)';
const NARROW = '@media (max-width: 899.98px)';

const useStyles = makeStyles({
  // Not on the provider: what it wears, its pop-ups wear too.
  root: {
    minHeight: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    [BESIDE]: { flexDirection: 'row-reverse', height: '100%' },
  },
  pane: {
    boxSizing: 'border-box',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    [BESIDE]: {
      width: 'var(--pane-width)',
      maxWidth: '70%',
      flexShrink: 0,
      height: '100%',
    },
  },
  /** Inside Excel, and before there is a workbook to show. */
  alone: { height: '100vh', [BESIDE]: { width: '100%', maxWidth: 'none' } },
  /** Both share the window. */
  shared: {
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto minmax(0, 1fr)',
      height: '100vh',
    },
  },
  /** Both lie in the same place, so that the one behind knows its size and keeps where it was scrolled to. */
  side: { [NARROW]: { gridColumnStart: 1, gridRowStart: 2, minHeight: 0 } },
  behind: { [NARROW]: { visibility: 'hidden' } },
  folded: { [BESIDE]: { display: 'none' } },
  workbook: { flexGrow: 1, minWidth: 0, [BESIDE]: { height: '100%' } },
});

export interface FrameProps {
  readonly session: Session;
  readonly commands: Commands;
  readonly world: Pick<World, 'keeper' | 'live'>;
  /** Files are being dragged over the page. */
  readonly isDraggedOver: boolean;
}

/** The pane, and in the browser the workbook beside it; or that another page has the ledger. */
export function Frame({ session, commands, world, isDraggedOver }: FrameProps) {
  const styles = useStyles();
  const t = useWords();
  const { ledger, leaving, work } = session;
  const isComing = ledger === null && work !== null && world.live === null;
  useEffect(() => {
    // While a ledger is read there is time for it; where it does not come, drawing it says so.
    if (isComing) loadWorkbookView().catch(() => undefined);
  }, [isComing]);
  const { keeper } = world;
  const keeping = useKeeping(keeper);
  const isLive = world.live !== null;
  if (keeper !== null && keeping === 'elsewhere')
    return (
      <div className={styles.root}>
        <OpenElsewhere keeper={keeper} />
      </div>
    );
  // A document and its measures want the room of the workbook.
  const showsWorkbook = !isLive && ledger !== null && session.screen !== 'plan';
  const onSave = ledger === null ? null : () => void commands.save();
  const sides = sidesOf(session.screenState);
  const { fillIn } = commands;
  const paneLook = showsWorkbook
    ? [styles.side, sides.front !== 'pane' && styles.behind, sides.isFolded && styles.folded]
    : [styles.alone];
  return (
    <div
      className={mergeClasses(styles.root, showsWorkbook && styles.shared)}
      style={{ '--pane-width': `${sides.width}px` } as CSSProperties}
    >
      {showsWorkbook && (
        <Suspense fallback={null}>
          <FrontTabs front={sides.front} onTurn={(front) => fillIn(SIDE.front, front)} />
        </Suspense>
      )}
      <ErrorBoundary onSave={onSave}>
        <main className={mergeClasses(styles.pane, ...paneLook)}>
          <KeepingNotice keeping={keeping} keeper={keeper} />
          <Pane session={session} commands={commands} isLive={isLive} />
        </main>
      </ErrorBoundary>
      {isDraggedOver && (
        <Suspense fallback={null}>
          <DropVeil />
        </Suspense>
      )}
      {leaving !== null && (
        <Suspense fallback={null}>
          <LeaveDialog session={session} leaving={leaving} commands={commands} />
        </Suspense>
      )}
      {showsWorkbook && (
        <Suspense fallback={null}>
          <Splitter
            sides={sides}
            onWidth={(pixels) => fillIn(SIDE.width, pixels)}
            onFold={(isFolded) => fillIn(SIDE.isFolded, isFolded)}
          />
        </Suspense>
      )}
      {showsWorkbook && (
        <section
          className={mergeClasses(styles.workbook, styles.side, sides.front !== 'workbook' && styles.behind)}
          aria-label={t('pane.workbook')}
        >
          <ErrorBoundary onSave={onSave}>
            <Suspense fallback={null}>
              <WorkbookView
                ledger={ledger}
                desk={commands.desk}
                save={commands.save}
                {...inWorkbook(session)}
              />
            </Suspense>
          </ErrorBoundary>
        </section>
      )}
    </div>
  );
}

/** What of the session the workbook is drawn from: it is not drawn again for anything else. */
function inWorkbook(session: Session) {
  const { findings, tab, place, edits, source, ownSheets, returnedSheet, screenState } = session;
  const { [FOLLOWED]: followed, [LOCATED]: located } = screenState;
  return { findings, tab, place, edits, source, ownSheets, returnedSheet, followed, located };
}
